/** What of a promise is reported and approved by every step, for the table and its panel. */
import { Big } from 'big.js'
import type { IndicatorId, UnitId } from './ids.ts'
import type { Month } from './month.ts'
import type { Quantity } from './quantity.ts'
import { indicatorFigure } from './roll-up.ts'
import type { Target } from './target.ts'

/** The level last approved of one unit. */
export type ApprovedLevel = {
  readonly indicatorId: IndicatorId
  readonly unitId: UnitId
  readonly month: Month
  readonly approved: Quantity | null
  readonly origin: 'ledger' | 'stated' | 'feed'
}

export type ReportedFigure = {
  readonly figure: Quantity | null
  /** The latest month that something is approved for. */
  readonly month: Month
  /** Where it comes from: the ledger where every part does, else the units’ word. */
  readonly origin: 'ledger' | 'stated'
  readonly units: number
  /** Of them, how many have this month approved. */
  readonly current: number
}

/** Null where nothing is approved yet. */
export function reportedFigure(levels: readonly ApprovedLevel[]): ReportedFigure | null {
  const [latest] = levels
    .map(({ month }) => month)
    .toSorted()
    .toReversed()
  if (latest === undefined) return null
  const cells = levels.map(({ unitId, approved, month }) => ({
    unitId,
    approved,
    approvedMonth: month,
    plan: null,
  }))
  const { approved, missing } = indicatorFigure(cells, latest)
  return {
    figure: approved,
    month: latest,
    origin: levels.every(({ origin }) => origin === 'ledger') ? 'ledger' : 'stated',
    units: levels.length,
    current: levels.length - missing.length,
  }
}

/** How far a figure is of its target, in percent, for a bar; 283.6 is real. Null where there is nothing to compare. */
export function progressPercent(
  target: Pick<Target, 'kind' | 'value'>,
  figure: Quantity | null,
): number | null {
  if (figure === null || target.value === null) return null
  const reached = new Big(figure.value)
  const whole = new Big(target.value)
  if (target.kind === 'rate' && figure.denominator !== null)
    return whole.eq(0) ? null : Number(reached.times(10_000).div(figure.denominator).div(whole).round(1))
  return whole.eq(0) ? null : Number(reached.times(100).div(whole).round(1))
}
