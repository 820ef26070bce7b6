/**
 * The rules that lights follow from: data of a government, each set in force from a month on, so that the light of a
 * month stays what its rules made it. Clauses have numbers because every verdict cites the one it rests on.
 */
import { compareDecimals, decimal, type Decimal } from '../values/decimal.ts'
import type { Month } from '../values/month.ts'
import { Problem } from '../problems/problem.ts'
import type { LightColour, LightLevel } from './light-level.ts'

/** R1 reached, R2 as planned, R3 short of plan, R4 stages, R5 ceilings, R6 services, R7 nothing reported, R8 roll-up. */
export const lightClauses = ['R0', 'R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7', 'R8'] as const
export type LightClause = (typeof lightClauses)[number]

/** In percentage points of the target. */
export type PointRule = {
  /** Up to so many points short is still as planned. */
  readonly tolerance: Decimal
  /** More than so many points short is far behind. */
  readonly farBehindOver: Decimal
}

/** By the worst part, or by how many of the parts lag, in percent. */
export type RollUpRule =
  | { readonly by: 'worst' }
  | { readonly by: 'weight'; readonly behindFrom: Decimal; readonly farBehindFrom: Decimal }

export type LightRules = {
  /** So many points more than planned is ahead. */
  readonly aheadFrom: Decimal
  readonly progress: PointRule
  /** Of targets that are not to be exceeded. */
  readonly ceiling: PointRule
  /** In days after a stage was due. */
  readonly stages: { readonly toleratedDays: number; readonly farBehindOverDays: number }
  /** Of a month: interruptions, and complaints for every thousand served. */
  readonly service: {
    readonly behindFromOutages: number
    readonly farBehindFromOutages: number
    readonly behindFromComplaints: Decimal
    readonly farBehindFromComplaints: Decimal
  }
  /** Months past due in a row that nothing was reported for. */
  readonly silence: { readonly behindFromMonths: number; readonly farBehindFromMonths: number }
  readonly taskRollUp: RollUpRule
  /** Of projects, units, leaders and the programme. */
  readonly upperRollUp: RollUpRule
  readonly colours: Readonly<Record<LightLevel, LightColour>>
}

/** As recorded: `no` counts them; the highest that reaches a month counts for it. */
export type RecordedLightRules = {
  readonly no: number
  readonly fromMonth: Month
  readonly rules: LightRules
}

/**
 * Before an office sets its own: the bands of practice (银川 2025: at plan green, 10–30 points short yellow, more red; a
 * start three months late red), with the gap they leave below ten points closed by a tolerance.
 */
export const defaultLightRules: LightRules = {
  aheadFrom: decimal(10),
  progress: { tolerance: decimal(5), farBehindOver: decimal(20) },
  ceiling: { tolerance: decimal(0), farBehindOver: decimal(10) },
  stages: { toleratedDays: 0, farBehindOverDays: 60 },
  service: {
    behindFromOutages: 1,
    farBehindFromOutages: 5,
    behindFromComplaints: decimal(5),
    farBehindFromComplaints: decimal(20),
  },
  silence: { behindFromMonths: 1, farBehindFromMonths: 2 },
  taskRollUp: { by: 'worst' },
  upperRollUp: { by: 'weight', behindFrom: decimal(10), farBehindFrom: decimal(20) },
  colours: {
    unplanned: 'grey',
    'not-due': 'grey',
    reached: 'blue',
    ahead: 'green',
    'on-plan': 'green',
    behind: 'yellow',
    'far-behind': 'red',
  },
}

/** No 0 are the default rules. */
export function lightRulesFor(recorded: readonly RecordedLightRules[], month: Month): RecordedLightRules {
  const reaching = recorded.filter(({ fromMonth }) => fromMonth <= month)
  return reaching.toSorted((a, b) => b.no - a.no)[0] ?? { no: 0, fromMonth: month, rules: defaultLightRules }
}

/** Throws Problem 'light-rules.out-of-order' naming the first pair of bounds that contradict each other. */
export function checkLightRules(rules: LightRules): void {
  const { progress, ceiling, stages, service, silence } = rules
  const pairs: [place: string, lower: Decimal | number, upper: Decimal | number][] = [
    ['progress', progress.tolerance, progress.farBehindOver],
    ['ceiling', ceiling.tolerance, ceiling.farBehindOver],
    ['stages', stages.toleratedDays, stages.farBehindOverDays],
    ['outages', service.behindFromOutages, service.farBehindFromOutages],
    ['complaints', service.behindFromComplaints, service.farBehindFromComplaints],
    ['silence', silence.behindFromMonths, silence.farBehindFromMonths],
  ]
  for (const [place, lower, upper] of pairs) {
    if (compareDecimals(decimal(lower), decimal(upper)) > 0)
      throw new Problem('light-rules.out-of-order', { place, lower: String(lower), upper: String(upper) })
  }
}
