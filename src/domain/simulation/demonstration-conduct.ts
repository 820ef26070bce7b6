/** How people of the demonstration go about a month: who is late, what is returned, what is said of what lags. */
import { figureOf, type TypedActual } from '../reporting/actual.ts'
import type { Month } from '../values/month.ts'
import type { DemonstrationCell } from './demonstration-year.ts'
import { randomOf } from './random.ts'

/** Within the days asked for, after them, or not at all. */
export type Turnout = 'in-time' | 'late' | 'silent'

export function turnoutOf(seed: string, unit: string, month: Month): Turnout {
  // The year's last figures are waited for.
  const silent = month.slice(5, 7) === '12' ? 0 : 2
  return randomOf(seed, 'turnout', unit, month).pick({ 'in-time': 90, late: 8, silent })
}

/** How many days before the due day a sheet comes that comes in time. */
export function daysInHand(seed: string, unit: string, month: Month): number {
  return Math.floor(randomOf(seed, 'in-hand', unit, month).between(0, 5))
}

export function isReturned(seed: string, { key }: Pick<DemonstrationCell, 'key'>, month: Month): boolean {
  return randomOf(seed, 'returned', key, month).chance(0.012)
}

/** Whether a reviewer finds the time to say what comes of a doubt. */
export function isRuledOn(seed: string, { key }: Pick<DemonstrationCell, 'key'>, month: Month): boolean {
  return randomOf(seed, 'ruled', key, month).chance(0.6)
}

type Lag = Pick<TypedActual, 'problem' | 'nextStep'>

const lags: readonly Lag[] = [
  { problem: '部分点位征地拆迁未完成，施工单位进场晚。', nextStep: '属地成立专班逐户协商，下月底前交地。' },
  { problem: '施工图审查反复修改，招标时间推迟。', nextStep: '会同设计单位驻场修改，月内完成招标公告。' },
  { problem: '资金拨付滞后，设备采购未按期到货。', nextStep: '与财政部门对接资金计划，督促供货商分批到货。' },
  { problem: '连续阴雨影响室外施工。', nextStep: '调整工序、增加班组，抢回工期。' },
  { problem: '承接机构人手不足，服务能力跟不上。', nextStep: '增聘人员并开展培训，下月起增加服务班次。' },
  { problem: '群众报名少于预期，宣传不到位。', nextStep: '进社区宣传，开通线上报名。' },
  { problem: '验收资料不全，已完成部分暂未计入。', nextStep: '集中补齐资料，月内组织验收。' },
  { problem: '跨部门手续办理时间长。', nextStep: '提请牵头单位召开协调会，容缺办理。' },
]

/** The same cause for a quarter: what holds work up does not change from month to month. */
export function lagOf(seed: string, { key }: Pick<DemonstrationCell, 'key'>, month: Month): Lag {
  const quarter = Math.ceil(Number(month.slice(5, 7)) / 3)
  const { next } = randomOf(seed, 'lag', key, quarter)
  return lags[Math.floor(next() * lags.length)] ?? { problem: '', nextStep: '' }
}

const doings = [
  '按计划推进，本月工作安排已完成。',
  '工作专班本月召开推进会一次，明确了下一步分工。',
  '已完成方案制定，正在组织实施。',
  '本月走访了服务对象，意见已梳理办理。',
  '相关制度已印发，各承办单位正在落实。',
] as const

/** What is said of a promise that has no figure. */
export function narrativeOf(
  seed: string,
  { key, target }: Pick<DemonstrationCell, 'key' | 'target'>,
  month: Month,
): string {
  if (figureOf(target).figure !== 'optional') return ''
  const { next } = randomOf(seed, 'narrative', key, month)
  return doings[Math.floor(next() * doings.length)] ?? ''
}
