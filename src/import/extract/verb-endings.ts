/** How clauses without numbers begin and end. General vocabulary. */
import { wordList } from './word-table.ts'

export const verbEndings = {
  /** 实施…工程 opens a programme whose promises follow. */
  programme: ['工程', '行动', '计划', '项目', '方案', '战略', '活动'],
  /** A stage of building that is reached. */
  stage: wordList(`
  投入使用 投入运营 投入运行 建成投用 建成使用 竣工 竣工验收 通车 开工建设 开工 主体完工 完工
  主体封顶 封顶 投用 启用 开业 开园 开馆 交付使用 落成 上线运行 正式运营 正式上线 开学
  全线贯通 全面贯通 建成通水 开通试运营 投入试运营 开通运营
  铺轨 合龙 架通 并网 并网发电 通水 通气 通电 下闸蓄水 试运行 联调联试
`),
  /** Who or what a state is to hold for. */
  subject: wordList(`
  全市 全省 全县 全区 全州 群众 居民 市民 企业 患者 老年人 学生 家长 农民 职工 参保人 残疾人
  办事群众 公立医院 医疗机构 中小学
`),
} satisfies Record<string, readonly string[]>
