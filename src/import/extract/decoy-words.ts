/** Words around a number that show it to be no target. General vocabulary. */
import { wordList } from './word-table.ts'

/** 100强, 312国道, 12345热线: a number that names. */
export const nameAfter = wordList(`
  强 国道 省道 县道 高速 号 路公交 热线 服务热线 平台 政务服务 便民 电话 航站楼 工程 院校 计划
  模式 体系 系列 版 型 行动 期 楼宇 会议 套餐 机制 急救
`)

/** 第3, 前50, G312: a number that orders or names. */
export const orderBefore = ['第', '前', '排名', '列', 'No.', 'NO.', '№']

/** The programme counts its own lines. */
export const programmeAfter = wordList(`
  民生实事 实事 为民实事 惠民实事 民生工程 为民办实事 民生微实事 民心工程 民生项目 重点民生
`)

/** A whole falls into kinds, areas, aspects. */
export const dividedIntoWords = wordList(`
  涉及 涵盖 涵括 包括 包含 囊括 围绕 聚焦 分为 划分为
`)

/** A ceiling of what is paid. */
export const capBefore = wordList(`
  最高 上限 封顶 最多 至多 最高不超过 最高可 最高给予 最高奖励 最高补助
`)

/** What one person, household or body gets, or is charged. */
export const entitlementBefore = wordList(`
  给予 给于 补助 补贴 奖励 资助 救助 一次性 再给 发给 奖补 减免 免除 按 标准为 享受 领取 支付 收取 保额 赔付
`)
export const perHeadBefore = wordList(`
  每人 每户 每名 每位 每家 每个 每套 每月 每次 每床 每平方米 每亩 每台 每村 每例 每件 每辆 每天
`)

/** One of many: what is said of it is no sum. */
export const singleBefore = wordList(`单个 单户 单笔 单项 单家 单次 单人 单体`)

/** A standard that is raised or floored is reported on, whoever gets it. */
export const raisedBefore = wordList(`
  提高到 提高至 提升到 提升至 增加到 增加至 上调至 上调到 调整为 调整到 调整至 达到 不低于 不少于 增至 提标至 提标到 提高 扩大到
`)

/** With one of these the money is a total after all. */
export const totalBefore = wordList(`
  发放 累计 总额 资金 共 总量 合计 投资 规模 安排 筹措 筹集 投入 兑现 争取 限额 拨付 完成 销售
  募集 减少 新增 为企业 节约
`)

/** The measure of one item: 海拔1500米以上, 面积不少于1万平方米, 营收超1000万元. */
export const sizeNouns = wordList(`
  总投资 计划总投资 总长 全长 总长度 总里程 总面积   海拔 面积 建筑面积 总面积 面积均 规模 容量 库容 高度 长度 宽度 层高 营收 营业收入 年营业收入
  年营收 产值 年产值 投资额 床位 年龄 直径 流域面积 装机 收入 水深 库龄 房龄 楼龄 户数 销售额
  快递单量 注册资本 单体
`)

/** A figure of time or age is a target after one of these: 轮候时间不超过5年, 人均预期寿命超过80岁. */
export const measuredTimes = wordList(`
  时间 时限 时长 用时 寿命 周期 期限 年限 耗时 工期 天数 时效 优良天 天气 总时 间隔 学时 时段
`)

/** Per so many: 每千人, 每百户. */
export const perBefore = ['每', '按每']
