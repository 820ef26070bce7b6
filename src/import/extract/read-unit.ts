/** Reads the measure word after a number: “个”, “套（间）”, “微克/立方米”, “元/人·月”. */
import { unitClasses, unitSpellings } from './units.ts'
import type { UnitClass } from './units.ts'
import { createWordTable, wordList } from './word-table.ts'

export type ReadUnit = {
  readonly start: number
  readonly end: number
  readonly unit: string
  readonly unitClass: UnitClass
}

const classOf = new Map<string, UnitClass>()
for (const [unitClass, words] of Object.entries(unitClasses)) {
  for (const word of words) if (!classOf.has(word)) classOf.set(word, unitClass as UnitClass)
}
const units = createWordTable(classOf.keys())

/** A measure word that begins one of these words is no measure word: 5万名师, 20个人… */
const notUnits = createWordTable(
  wordList(`
   家庭 家长   家禽        位于 条件 台湾 台账 部门
  部队 点位 人才 人员 人民 人口 人群 户籍 户外 班子 班组 站点 场所 场地 场馆 场景 张贴 对口
  对外 村民 村级 村庄 社区居民 道路 件事 项目 面积 段落 期间 期末 本科 本市 本地 根据 单位
  单元 组织 组建 分别 分散 分层 分类 度假 方式 方案 周边 日间 日常 时间 年轻 年均 月均 日均
  等等 成功 成效 成为 成人 成年 大型 大小 大众 大学 优质 优秀 强化 强镇 流动 流域 层级 层次
  线上 线下 环境 环卫 环保 型号 员工 房屋 院校 园区 支部 支持 支撑 次数 节能 节水 节约 轮椅
  回收 字画 门诊 门类 首次 份额 口袋 口岸 眼科 批准 课堂 处理 处置 学生 代表 代表性 升级 升学
  担保 把握 只能 里程 斤两 大道 大街 大桥 镇级 街道级 县级 县域 园林 站房 样板 小区级 种子
  种植 种养 类似 馆藏 列车 列入 楼宇 档案 星光 号线 篮球
`),
)

/** 人才, 人员 and the like after 名 or 个 are nouns, but after a bare 万 the 人 of 人次 is a unit: the longest match decides. */
export function readUnit(text: string, start: number): ReadUnit | null {
  const length = units.at(text, start)
  if (length === 0 || notUnits.at(text, start) > length) return null
  const word = text.slice(start, start + length)
  const unitClass = classOf.get(word)
  if (unitClass === undefined) return null
  const spelled = unitSpellings[word] ?? word
  const end = start + length
  const ratio = readDenominator(text, end)
  if (ratio > end) return { start, end: ratio, unit: spelled + text.slice(end, ratio), unitClass }
  const alternative = readAlternative(text, end)
  return { start, end: alternative, unit: spelled + text.slice(end, alternative), unitClass }
}

/** 套（间）, 台(套), 个（处）: a second measure word in brackets belongs to the unit. */
function readAlternative(text: string, open: number): number {
  const mark = text.charAt(open)
  if (mark !== '（' && mark !== '(') return open
  const length = units.at(text, open + 1)
  const close = text.charAt(open + 1 + length)
  return length > 0 && (close === '）' || close === ')') ? open + 2 + length : open
}

const denominators = createWordTable([
  ...classOf.keys(),
  '千人',
  '万人',
  '百户',
  '平方公里',
  '万元',
  '年',
  '万人次',
  '十万',
  '常住人口',
])

/** “/立方米”, “/人·月”, “/人/年”; returns `slash` when there is none. */
function readDenominator(text: string, slash: number): number {
  let end = slash
  for (let part = 0; part < 2; part++) {
    const mark = text.charAt(end)
    const isMark = mark === '/' || mark === '／' || (part > 0 && (mark === '·' || mark === '•'))
    const length = isMark ? denominators.at(text, end + 1) : 0
    if (length === 0) break
    end += 1 + length
  }
  return end
}
