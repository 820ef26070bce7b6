/** A cell whose end is known: simulated, or of a year that is over. */
import type { Decimal } from '../../values/decimal.ts'
import type { Month } from '../../values/month.ts'
import type { PlainDate } from '../../values/plain-date.ts'
import type { CellHistory } from '../cell-history.ts'

export type KnownCell = CellHistory & {
  readonly truth: {
    readonly met: boolean
    readonly atDeadline: Decimal
    /** Null where it was not, as far as was observed. */
    readonly reachedOn: PlainDate | null
    /** What was done by the end of each month, from January on. */
    readonly months: readonly { readonly month: Month; readonly value: Decimal }[]
  }
}
