import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitResponsibleUnits, splitUnits } from './split-units.ts'

const namesIn = (text: string): string[] => splitUnits(text).map(({ name }) => name)

describe('units in a cell', () => {
  it.each<[string, string, string[]]>([
    ['one a line', '市教育局\n市民政局', ['市教育局', '市民政局']],
    ['with empty lines between', '市教育局\n\n市民政局\n', ['市教育局', '市民政局']],
    [
      'set apart by 、 ， ； or blanks',
      '市教育局、市民政局，市残联；团市委　市妇联',
      ['市教育局', '市民政局', '市残联', '团市委', '市妇联'],
    ],
    ['a group whose name holds 、', '各辖市、区\n青溪经开区', ['各辖市、区', '青溪经开区']],
    ['a group with its body', '市教育局、各区、县级市政府', ['市教育局', '各区、县级市政府']],
    [
      'a group with brackets',
      '各县（市、区）人民政府、功能区管委会',
      ['各县（市、区）人民政府', '功能区管委会'],
    ],
    ['two groups, not one', '各镇、市教育局', ['各镇', '市教育局']],
    [
      'a second name in brackets',
      '县发改局（县粮食局、县能源局）、县人社局',
      ['县发改局（县粮食局、县能源局）', '县人社局'],
    ],
    ['和 in a name', '县科技和信息化局、县住房和城乡建设局', ['县科技和信息化局', '县住房和城乡建设局']],
    ['a name broken over lines', '市卫健委\n青医大东溪\n医学中心', ['市卫健委', '青医大东溪医学中心']],
    ['a listed name broken over lines', '市住房和城乡\n建设局\n市民政局', ['市住房和城乡建设局', '市民政局']],
    ['a long name broken twice', '市疾病\n预防控制\n中心', ['市疾病预防控制中心']],
    ['the end of a name alone on its line', '市卫生健康委\n员会', ['市卫生健康委员会']],
    ['a name spread over its column', '团 市 委', ['团市委']],
    ['an unknown name beside a listed one', '青云社\n市教育局', ['青云社', '市教育局']],
    ['a body of one’s own below a district', '青溪经开区\n供电公司', ['青溪经开区', '供电公司']],
    ['numbered', '1.市教育局\n2.市民政局', ['市教育局', '市民政局']],
    ['closed by “and others”', '市教育局、市民政局等有关部门', ['市教育局', '市民政局']],
    ['labelled', '牵头单位：市教育局\n配合单位：市民政局', ['市教育局', '市民政局']],
    ['nobody', ' \n—', []],
  ])('%s', (_, text, expected) => {
    expect(namesIn(text)).toEqual(expected)
  })

  it('may have the person in charge of each behind them', () => {
    const text = '市住建局 王明、市教育局（李 华）\n市文旅局：欧阳小青 市政府办（金融）'
    expect(splitUnits(text).map(({ name, person }) => [name, person?.name])).toEqual([
      ['市住建局', '王明'],
      ['市教育局', '李华'],
      ['市文旅局', '欧阳小青'],
      ['市政府办（金融）', undefined],
    ])
  })

  it('stand where they say, blanks within them aside', () => {
    const text = '\n 市教育局 、市住房和城乡\n建设局等部门'
    for (const { name, start, end } of splitUnits(text)) {
      expect(text.slice(start, end).replaceAll(/\s/g, '')).toBe(name)
    }
  })

  it('that are listed come apart again however they are joined', () => {
    const units = ['市教育局', '县人社局', '团市委', '区妇联', '各镇', '市供电公司', '各县（市、区）人民政府']
    const list = fc.uniqueArray(fc.constantFrom(...units), { minLength: 1 })
    fc.assert(
      fc.property(list, fc.constantFrom('、', '，', '\n', '\n\n', '；', '、\n', '　'), (names, separator) => {
        expect(namesIn(names.join(separator))).toEqual(names)
      }),
    )
  })

  it('never reach outside the text or into each other', () => {
    const text = fc.array(
      fc.constantFrom('市', '局', '教育', '、', '\n', '（', '）', '各', '区', '：', '等', '牵头单位：'),
    )
    fc.assert(
      fc.property(text, (parts) => {
        const joined = parts.join('')
        let behind = 0
        for (const { start, end } of splitUnits(joined)) {
          expect(start).toBeGreaterThanOrEqual(behind)
          expect(end).toBeGreaterThan(start)
          behind = end
        }
        expect(behind).toBeLessThanOrEqual(joined.length)
      }),
    )
  })
})

describe('who leads', () => {
  const listsIn = (text: string, rule?: 'first-unit' | 'before-first-comma'): [string[], string[]] => {
    const { lead, cooperating } = splitResponsibleUnits(text, rule)
    return [lead.map(({ name }) => name), cooperating.map(({ name }) => name)]
  }

  it.each<[string, string, string[], string[]]>([
    [
      'by labels',
      '（牵头单位：市教育局、市科技局；配合单位：市财政局）',
      ['市教育局', '市科技局'],
      ['市财政局'],
    ],
    [
      'responsible ones beside a lead carry out',
      '牵头单位：市教育局，责任单位：市财政局',
      ['市教育局'],
      ['市财政局'],
    ],
    [
      'the first where nothing is said',
      '（责任单位：市教育局、市财政局，各镇人民政府）',
      ['市教育局'],
      ['市财政局', '各镇人民政府'],
    ],
    ['without a label', '市教育局\n市财政局', ['市教育局'], ['市财政局']],
    ['by a mark behind it', '责任单位：市财政局、市教育局▲', ['市教育局'], ['市财政局']],
    ['by an asterisk', '责任单位：市财政局、*市教育局', ['市教育局'], ['市财政局']],
    [
      'the remark is no unit',
      '（责任单位：市教育局、市财政局。列第一位的为牵头单位，下同）',
      ['市教育局'],
      ['市财政局'],
    ],
    [
      'nor is a rule for later items',
      '〔责任单位：市教育局，各县区人民政府，以下均涉及各县区、功能区，不再列出〕',
      ['市教育局'],
      ['各县区人民政府'],
    ],
  ])('%s', (_, text, lead, cooperating) => {
    expect(listsIn(text)).toEqual([lead, cooperating])
  })

  it('is by the document’s rule where it has one', () => {
    const text = '责任单位：市教育局、市科技局，市财政局、市审计局'
    expect(listsIn(text, 'before-first-comma')).toEqual([
      ['市教育局', '市科技局'],
      ['市财政局', '市审计局'],
    ])
    expect(listsIn(text, 'first-unit')).toEqual([['市教育局'], ['市科技局', '市财政局', '市审计局']])
  })
})
