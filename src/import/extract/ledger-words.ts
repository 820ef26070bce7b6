/** What decides how a promise is counted and proved. The first rule that fits wins; general vocabulary. */
import { wordList } from './word-table.ts'
import type { LedgerKind } from '../../domain/programme/target.ts'
import type { UnitClass } from './units.ts'

/** By the unit's class, when no word of the promise says otherwise. */
export const ledgerOfUnit = {
  place: 'points',
  thing: 'points',
  person: 'beneficiaries',
  household: 'households',
  event: 'events',
  length: 'works',
  area: 'works',
  volume: 'feed',
  power: 'works',
  digital: 'feed',
  money: 'feed',
  percent: 'coverage',
  points: 'coverage',
  share: 'coverage',
  time: 'feed',
  age: 'feed',
  grade: 'awards',
  kinds: 'points',
  temperature: 'feed',
} satisfies Record<UnitClass, LedgerKind>

/** Units that are machines or things put up, whatever their number. */
export const equipmentUnits = wordList(`
  辆 台 部 套 艘 架 台（套） 台套 盏 把 具 只 根 支
`)
export const equipmentNouns = wordList(`
  公交车 车辆 电梯 设备 器材 路灯 充电桩 充电端口 摄像头 监控 终端 系统 装置 除颤仪 仪器 救护车
  机组 报警器
`)
/** Flats are places, though counted in 套. */
export const housingNouns = ['住房', '房', '公寓', '安置', '住宅']

/** Verbs and nouns of recognition. */
export const awardActions = wordList(`
  创建 创成 认定 评定 推选 评选 命名 争创 创评 选树 培育 培育发展 遴选
`)
export const awardNouns = wordList(`
  示范 优质 星级 标杆 品牌 优秀 先进 称号 4A 5A A级 立项
`)

/** Figures another system keeps. */
export const feedNouns = wordList(`
  新增就业 城镇就业 就业人 实现就业 高质量就业 再就业 转移就业 生产总值 收入 参保 失业 空气质量 PM2.5 价格 产量 投资 贷款 浓度
  水质 优良天 进出口 零售 增加值 登记 用电 床位数达
`)
