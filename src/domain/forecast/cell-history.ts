/** What is known of a cell: its target, its plan and the figures approved month by month. */
import type { Comparator, LedgerKind } from '../programme/target.ts'
import type { Decimal } from '../values/decimal.ts'
import type { Month } from '../values/month.ts'
import type { PlainDate } from '../values/plain-date.ts'

export type CellHistory = {
  readonly indicatorId: string
  readonly unitId: string
  /** Promises that are late together; null where nothing is known of it. */
  readonly projectId: string | null
  readonly ledger: LedgerKind
  readonly comparator: Comparator
  /** Above 0. For a rate the per cent, and so its reports. */
  readonly target: Decimal
  /** Cumulative levels by the end of months; straight to the target where there are none. */
  readonly plan: readonly { readonly month: Month; readonly value: Decimal }[]
  /** Null: 31 December. */
  readonly deadline: PlainDate | null
  readonly reports: readonly ApprovedReport[]
}

/** A cumulative figure approved for a month; a correction is another one for the same month. */
export type ApprovedReport = {
  readonly month: Month
  readonly value: Decimal
  /** The month in which it was corrected to this; null as first stated. */
  readonly correctedIn: Month | null
}
