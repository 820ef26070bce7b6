/** Words that frame a clause: what opens it, who is served, where it is done. General vocabulary. */
import { wordList } from './word-table.ts'

/** Openings that say nothing of the promise itself. */
export const openings = wordList(`
  拟   主要是 主要 年度目标为 目标为 目标是 主要任务是 主要内容为 建设内容为   力争 确保 争取 力求 努力 同时 此外 另外 其中 计划 预计 预期 全年 今年 每年 年均 年内 共 要
  并 再 还 重点是 全年计划 总计 合计 在此基础上 为此
`)

export const prepositions = wordList(`
  为 对 在 向 给 面向 针对 围绕 依托 利用 通过 根据 按照 从 由 将 与 把 会同 联合 选取
  选择
`)
export const notPrepositions = wordList(`
  在线 在建 在校 在职 在岗 对口 对外 对接 对标 对照 向上 向阳 为民服务 为老服务 为农服务 为民办 将军 由于
  从业 与会 从严 组织开展 组织举办 为主 在营
`)

/** Where the counted place only says where: the thing counted, if any, stands later. */
export const placePrepositions = wordList(`
  在 从 由 依托 利用 通过 选取 选择 针对 围绕 对
`)

/** With what it is done: what is counted there is there already. */
export const meansPrepositions = wordList(`依托 利用 通过 根据 按照`)

/** People, as what a bare 15万 counts. */
export const personNouns = wordList(`
  人 老年人 老人 学生 儿童 妇女 群众 职工 农民工 毕业生 参保 患者 残疾人 居民 市民 农民 新生儿
  孕产妇 青年 青少年 家长 教师 医生 干部 党员 退役军人 劳动者 劳动力 从业人员 人员 人口 旅客
  游客 用户 母亲 女性 男性 女生 考生 幼儿 婴幼儿 骑手 适龄 受益者 学员 人才 志愿者 农户 就业
  创业者 消费者 人群 对象 大学生 贫困
`)

/** After these a bare number is money. */
export const moneyNouns = wordList(`
  收入 营收 资金 投资 产值 销售额 交易额 贷款 补贴 经费 总额 消费 税收 零售额 进出口 营业额
  规模
`)

/** The whole territory or population: it belongs to every promise of a list and to none. */
export const wholePopulation = wordList(`
  全市常住人口 全省常住人口 全县常住人口 全区常住人口 全市户籍人口 全市 全省 全县 全区 全州 全域
  全镇 全街道 我市 我省 我县 我区 本市 本省 本县 本区 市域 县域 辖区 常住人口 城乡
`)

/** Groups of people; the first of a list is understood with the next ones. */
export const populations = wordList(`
  孕产妇 新生儿 儿童 老年人 适龄妇女 妇女 学生 中小学生 青少年 残疾人 残疾儿童 职工 居民 婴幼儿
  幼儿 困难群众 患者 老人 退役军人 农民工
`)

/** Said of whoever is served, without narrowing it. */
export const vaguePeople = wordList(`
  服务对象 群众 市民 居民 广大群众 人民群众 企业 社会 公众 百姓 老百姓
`)
export const vagueQualifiers = wordList(`
  有需要的 符合条件的 有需求的 广大 全市 全省 全县 全区 全体 所有 各类 有关 相关 辖区内 全市所有
`)

/** Result verbs: what comes of the promise before; they never take over an earlier verb. */
export const resultVerbs = wordList(`再就业 转移就业 新增就业 带动就业 受益 受众 惠及 带动 吸引 参与`)

/** Words between the counted noun and its number that belong to neither. */
export const objectTails = wordList(`
  数量 总数 个数 数 总量 共计 合计 总计 共 计 各 达到 达 为 至 到 超 不少于 不低于 人数
  分别 均 总 实现 降至 降到 降低至 降低到 下降至 下降到 下调至 增至 保持在 稳定在 控制在 提高到 提高至 提升到 提升至 增加到 保持 约 近 突破 超过
  不超过 — － - ： :
`)
export const objectEnds = ['等工作', '等任务', '等活动', '等']
