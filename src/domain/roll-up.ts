/**
 * The figure of an indicator at the end of a month: the sum of the levels that every step approved, unit by unit. Rates
 * are the sum of numerators over the sum of denominators; nothing is capped (283.6 % is real). A unit whose month is not
 * approved counts with the level last approved, and is named.
 */
import type { UnitId } from './ids.ts'
import type { Month } from './month.ts'
import { addQuantities, type Quantity } from './quantity.ts'

export type ApprovedCell = {
  readonly unitId: UnitId
  /** The level last approved, up to the month in question, and the month it was approved for. */
  readonly approved: Quantity | null
  readonly approvedMonth: Month | null
  readonly plan: Quantity | null
}

export type IndicatorFigure = {
  readonly approved: Quantity | null
  readonly plan: Quantity | null
  /** Units that have a share and nothing approved for this month; in the order given. */
  readonly missing: readonly UnitId[]
}

export function indicatorFigure(cells: readonly ApprovedCell[], month: Month): IndicatorFigure {
  return {
    approved: sum(cells.map(({ approved }) => approved)),
    plan: sum(cells.map(({ plan }) => plan)),
    missing: cells.filter(({ approvedMonth }) => approvedMonth !== month).map(({ unitId }) => unitId),
  }
}

function sum(quantities: readonly (Quantity | null)[]): Quantity | null {
  return quantities.reduce<Quantity | null>(addQuantities, null)
}
