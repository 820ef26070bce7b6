/** What goes into a simulated year and what comes out of it. */
import type { Comparator, LedgerKind } from '../programme/target.ts'
import type { Decimal } from '../values/decimal.ts'
import type { Month } from '../values/month.ts'
import type { PlainDate } from '../values/plain-date.ts'
import type { ProgressShape } from './progress-shape.ts'

export type PlannedCell = {
  readonly indicatorId: string
  readonly unitId: string
  /** Promises of one project are late together. */
  readonly projectId: string
  readonly ledger: LedgerKind
  /** `lte`: the figure must stay below the target; everything else counts as “at least”. */
  readonly comparator: Comparator
  readonly target: Decimal
  readonly plan: readonly { readonly month: Month; readonly value: Decimal }[]
  /** Null: 31 December. */
  readonly deadline: PlainDate | null
}

/** A cumulative figure approved for a month; a correction is another one for the same month. */
export type SimulatedReport = {
  readonly month: Month
  readonly value: Decimal
  /** The month in which it was corrected to this; null as first stated. */
  readonly correctedIn: Month | null
}

/** `planned`: the plan’s number is reported; `corrected`: it was put right later; `exposed`: only at acceptance. */
export type Fudge = 'corrected' | 'exposed'

export type SimulatedTruth = {
  readonly met: boolean
  readonly atDeadline: Decimal
  readonly atYearEnd: Decimal
  /** When the target was reached, in this year or the half-year after it; null where it was not, and for `lte`. */
  readonly reachedOn: PlainDate | null
  /** What was really done by the end of each month, from January on. */
  readonly months: readonly { readonly month: Month; readonly value: Decimal }[]
  /** 1: evenly over the month; larger: the more of it in the last days. */
  readonly monthEndRush: number
}

export type SimulatedCell = PlannedCell & {
  readonly shape: ProgressShape | 'lower-is-better'
  readonly fudge: Fudge | null
  readonly reports: readonly SimulatedReport[]
  readonly truth: SimulatedTruth
}

export type SimulatedYear = {
  readonly cells: readonly SimulatedCell[]
  /** The unit that reports the plan’s numbers where it lags; null where there is one unit only. */
  readonly fudgedUnit: string | null
}
