/** The measure words of the genre, by what they measure. General vocabulary; longest match wins. */
import { wordList } from './word-table.ts'

export const unitClasses = {
  place: wordList(`
  个 所 家 处 座 栋 幢 间 套 条 片 块 宗 站 点 口 眼 孔 段 村 社区 街道 乡镇 镇 小区
  县  房 院 馆 园
`),
  thing: wordList(`
  项 件 张 部 台 辆 艘 架 只 头 羽 株 棵 根 盏 支 把 份 本 册 幅 枚 门 笔 单 床 扇
  具 粒 首 篇 列 道 款 例 卡 台（套） 台套 套次 件套 标准箱 家次 个次 点次 台次 件次 辆次
  架次 列次 艘次 车次 单次 亩次 班列 标箱 宗地 杆 对 面 盒 剂 剂次 针 组 条次 封
  幢次 处次 项次 艘船 盘 副 批件 屏 路 车位 泊位 床位 学位 托位 户头
`),
  person: wordList(`
  人 名 位 人次 人份 人数 例次 名次 对夫妻 员
`),
  household: ['户', '户次', '户家庭'],
  event: wordList(`
  场 场次 次 批次 批 期 班次 班 轮 届 课时 学时 回 趟 堂 节 遍 频次
`),
  length: wordList(`
  公里 千米 米 里 海里 厘米 毫米 延米 沟公里 车道公里 皮长公里 芯公里 管公里 km
`),
  area: wordList(`
  平方米 平方公里 平方千米 亩 公顷 ㎡ 平米 平方 m² km² 顷
`),
  volume: wordList(`
  立方米 方 立方 吨 公斤 千克 克 斤 升 毫升 担 吨标准煤 吨标煤 标准煤 微克 毫克 m³ 立方公里
`),
  power: wordList(`
  千瓦 兆瓦 千瓦时 度 千伏安 吉瓦 MW kW GW 千瓦·时 兆瓦时 伏 千伏 kV P 算力 焦耳
`),
  digital: wordList(`
  兆 TB PB EFLOPS PFLOPS EFlops PFlops Mbps Gbps GB
  MB 比特
`),
  money: ['元', '元钱', '块钱', '人民币', '美元', '欧元', '港元'],
  percent: ['%', '％', '‰'],
  points: ['个百分点', '百分点', '个基点'],
  share: ['成', '折', '倍', '倍以上', '番'],
  time: wordList(`
  年 年度 月 个月 月份 日 号 天 小时 个小时 分钟 秒 季度 个季度 周 周年 学年 学期 工作日
  个工作日 世纪 年代 时 点钟 分 个年头 年级 月底 旬 刻钟
`),
  age: ['岁', '周岁', '月龄', '周龄', '孩', '胎'],
  grade: wordList(`
  级 星级 星 等 甲 流 线 期工程 环 层 档 等级 代 梯队 楼 强 优
`),
  kinds: wordList(`
  种 类 大类 小类 方面 大 个方面 领域 样 型 系列
`),
  temperature: ['℃', '摄氏度', '分贝', 'dB', '度角'],
} satisfies Record<string, readonly string[]>

export type UnitClass = keyof typeof unitClasses

/** Units written in more than one way, and the one used here. */
export const unitSpellings: Readonly<Record<string, string>> = {
  '％': '%',
  个百分点: '百分点',
  '㎡': '平方米',
  km: '公里',
  'km²': '平方公里',
  'm²': '平方米',
  平米: '平方米',
  'm³': '立方米',
  人数: '人',
  人民币: '元',
}
