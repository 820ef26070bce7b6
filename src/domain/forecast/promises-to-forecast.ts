/** The shares of a programme whose end can be foreseen: those with a figure that is worked off or kept. */
import { Big, type RoundingMode } from 'big.js'
import type { IndicatorHistory, ProgrammeHistory, ShareHistory } from '../light/history.ts'
import { decimal, type Decimal } from '../values/decimal.ts'
import type { Month } from '../values/month.ts'
import { addQuantities, type Quantity } from '../values/quantity.ts'
import type { ApprovedReport, CellHistory } from './cell-history.ts'

/** Milestones, services and activities have no figure to extrapolate; neither has a share of nothing. */
export function cellsToForecast({ indicators, tasks }: ProgrammeHistory): CellHistory[] {
  const projectOf = new Map(tasks.map(({ id, projectId }) => [id, projectId]))
  return indicators.flatMap((indicator): CellHistory[] => {
    const { kind, comparator, value, ledger, deadline } = indicator.target
    if (value === null || comparator === null || indicator.cells.length === 0) return []
    const projectId = projectOf.get(indicator.taskId) ?? null
    const same = { indicatorId: indicator.id, projectId, ledger, comparator, deadline }
    if (kind === 'rate') return [{ ...same, ...wholeRate(indicator, value) }]
    if (kind !== 'quantity') return []
    return indicator.cells
      .map((share) => ({ ...same, ...shareOf(share, value) }))
      .filter(({ target }) => new Big(target).gt(0))
  })
}

type OwnFacts = Pick<CellHistory, 'unitId' | 'target' | 'plan' | 'reports'>

function shareOf({ unitId, share, plan, approved }: ShareHistory, value: Decimal): OwnFacts {
  return {
    unitId,
    target: share?.value ?? value,
    plan: plan.map(({ month, level }) => ({ month, value: level.value })),
    reports: approved.flatMap(({ month, level, correctedIn }): ApprovedReport[] =>
      level === null ? [] : [{ month, value: level.value, correctedIn }],
    ),
  }
}

/** Rates do not add up: the promise is one cell, Σ numerators over Σ denominators of what was approved up to each month. */
function wholeRate({ cells, leadUnitId, target }: IndicatorHistory, value: Decimal): OwnFacts {
  // Away from the target, so that no rounding reaches it: 99.996 % of a 全覆盖 is not all.
  const rounding = target.comparator === 'lte' ? Big.roundUp : Big.roundDown
  const months = (of: (cell: ShareHistory) => readonly { readonly month: Month }[]) =>
    [...new Set(cells.flatMap((cell) => of(cell).map(({ month }) => month)))].toSorted()
  return {
    unitId: leadUnitId ?? cells[0]?.unitId ?? '',
    target: value,
    plan: months(({ plan }) => plan).map((month) => ({
      month,
      value: rateOf(
        cells.map(({ plan }) => plan.findLast((point) => point.month <= month)?.level ?? null),
        rounding,
      ),
    })),
    reports: months(({ approved }) => approved.filter(({ level }) => level !== null)).map((month) => ({
      month,
      value: rateOf(
        cells.map(
          ({ approved }) =>
            approved.findLast((report) => report.level !== null && report.month <= month)?.level ?? null,
        ),
        rounding,
      ),
      correctedIn: null,
    })),
  }
}

/** In per cent, to the hundredth; what is planned without its denominator is a per cent already. */
function rateOf(levels: readonly (Quantity | null)[], rounding: RoundingMode): Decimal {
  const sum = levels
    .map((level) => level && { ...level, denominator: level.denominator ?? decimal(100) })
    .reduce<Quantity | null>(addQuantities, null)
  if (sum === null || sum.denominator === null) return decimal(0)
  return decimal(new Big(sum.value).times(100).div(sum.denominator).round(2, rounding))
}
