/** Numbers that promise nothing, each with its reason. */
import { expect, it } from 'vitest'
import { extractIndicators } from './extract-indicators.ts'

it.each([
  ['“98765”心理热线24小时提供咨询服务。', ['98765:name', '24小时:time']],
  ['培育4A级以上社会组织30家。', ['4:grade']],
  ['对二级以上医院开展检查50次。', ['二级以上:grade']],
  ['为65周岁以上老年人免费体检8万人。', ['65周岁以上:age']],
  ['建设200张床位以上的养老机构6家。', ['200张:item-size']],
  ['开展新生儿4种疾病筛查9000人。', ['4种:item-kinds']],
  ['在9个县建设果蔬基地3万亩。', ['9个:scope']],
  ['最高补助500万元。', ['500万元:cap']],
  ['补助上限80名。', ['80名:cap']],
  ['给予每户2000元补贴。', ['2000元:entitlement']],
  ['为3万名学生免费体检2次。', ['2次:entitlement']],
  ['覆盖率从77%提高到83%。', ['77%:baseline']],
  ['实施惠民行动，涉及交通、医疗等6个方面。', ['6个方面:item-kinds']],
  ['办好12类47件民生实事。', ['12类:item-kinds', '47件:programme-items']],
  ['（7）新建公园5个。', ['7:numbering']],
  ['三是新建公园5个。', ['三:numbering']],
  ['按照国发〔2025〕9号文件要求执行。', ['2025:document-number', '9号:time']],
  ['优化“5+2”就业服务。', ['5:name', '2:name']],
  ['推进5G网络建设和312国道改造。', ['5:name', '312:name']],
  ['第2年租金五折。', ['2年:time', '五折:entitlement']],
] as const)('%s', (text, expected) => {
  const { notTargets } = extractIndicators(text, 2026)
  expect(notTargets.map(({ start, end, why }) => `${text.slice(start, end)}:${why}`)).toEqual(expected)
})

it.each(['统一规划，一站式服务，一批项目加快推进。', '千家万户受益，万众一心。', '进一步完善三农政策。'])(
  '%s states no number',
  (text) => {
    expect(extractIndicators(text, 2026).notTargets).toEqual([])
  },
)
