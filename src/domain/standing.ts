/**
 * Where the cells of one indicator and one unit stand, month by month: the fold over everything stated and decided.
 * Kept in the table cell_standing inside the transaction that adds a fact, and rebuilt from the facts to the same rows.
 */
import type { Semantics } from './semantics.ts'
import { stateOfVersion, type CellState, type StepDecision } from './chain.ts'
import type { Decimal } from './decimal.ts'
import type { Month } from './month.ts'
import { addQuantities, quantityOf, type Quantity } from './quantity.ts'

export type StatedFact = {
  readonly month: Month
  readonly version: number
  readonly semantics: Semantics
  readonly value: Decimal | null
  readonly denominator: Decimal | null
}

export type ReviewFact = StepDecision & { readonly month: Month }

export type CellStanding = {
  readonly month: Month
  readonly version: number
  readonly state: CellState
  /** Cumulative to the month's end, by the latest version of each month. */
  readonly stated: Quantity | null
  /** The latest version that every step approved. */
  readonly approvedVersion: number | null
  /** Cumulative to the month's end, by the approved version of each month; null where this month has none. */
  readonly approved: Quantity | null
}

/** Of one indicator and unit, whatever the order the facts come in; months in order. */
export function standingsOf(
  actuals: readonly StatedFact[],
  reviews: readonly ReviewFact[],
): readonly CellStanding[] {
  const months = [...Map.groupBy(actuals, ({ month }) => month)].toSorted(([a], [b]) => (a < b ? -1 : 1))
  let stated: Quantity | null = null
  let approved: Quantity | null = null
  return months.map(([month, versions]) => {
    const ordered = versions.toSorted((a, b) => b.version - a.version)
    const decisions = reviews.filter((review) => review.month === month)
    const latest = first(ordered)
    const passed = ordered.find(({ version }) => stateOfVersion(version, decisions) === 'approved')
    const statedNow = upTo(stated, latest)
    stated = statedNow ?? stated
    const approvedNow = passed ? upTo(approved, passed) : null
    approved = approvedNow ?? approved
    return {
      month,
      version: latest.version,
      state: stateOfVersion(latest.version, decisions),
      stated: statedNow,
      approvedVersion: passed?.version ?? null,
      approved: approvedNow,
    }
  })
}

/** The level at the month's end: what was stated, or what it adds to the level before. */
export function upTo(
  before: Quantity | null,
  { semantics, value, denominator }: Pick<StatedFact, 'semantics' | 'value' | 'denominator'>,
): Quantity | null {
  const own = quantityOf(value, denominator)
  return own === null || semantics === 'cumulative' ? own : addQuantities(before, own)
}

function first<Item>(items: readonly Item[]): Item {
  const [item] = items
  if (item === undefined) throw new Error('a month of a cell has at least one version')
  return item
}
