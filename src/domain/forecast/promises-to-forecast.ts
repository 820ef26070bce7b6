/** The shares of a programme whose end can be foreseen: those with a figure that is worked off or kept. */
import { Big } from 'big.js'
import type { IndicatorHistory, ProgrammeHistory, ShareHistory } from '../light/history.ts'
import { decimal, type Decimal } from '../values/decimal.ts'
import type { Quantity } from '../values/quantity.ts'
import type { CellHistory } from './cell-history.ts'

/** Milestones, services and activities have no figure to extrapolate; neither has a share of nothing. */
export function cellsToForecast({ indicators, tasks }: ProgrammeHistory): CellHistory[] {
  const projectOf = new Map(tasks.map(({ id, projectId }) => [id, projectId]))
  return indicators.flatMap((indicator) =>
    indicator.cells.flatMap((share) => cellOf(indicator, share, projectOf.get(indicator.taskId) ?? null)),
  )
}

function cellOf(
  { id, target }: IndicatorHistory,
  share: ShareHistory,
  projectId: string | null,
): CellHistory[] {
  const { kind, comparator, value, ledger, deadline } = target
  if ((kind !== 'quantity' && kind !== 'rate') || value === null || comparator === null) return []
  const own = kind === 'rate' ? value : (share.share?.value ?? value)
  if (new Big(own).lte(0)) return []
  const levelOf = (level: Quantity): Decimal => (kind === 'rate' ? rateOf(level) : level.value)
  return [
    {
      indicatorId: id,
      unitId: share.unitId,
      projectId,
      ledger,
      comparator,
      target: own,
      plan: share.plan.map(({ month, level }) => ({ month, value: levelOf(level) })),
      deadline,
      reports: share.approved.flatMap(({ month, level, correctedIn }) =>
        level === null ? [] : [{ month, value: levelOf(level), correctedIn }],
      ),
    },
  ]
}

/** In per cent; a rate planned without its denominator is one already. */
function rateOf({ value, denominator }: Quantity): Decimal {
  if (denominator === null) return value
  return decimal(new Big(value).times(100).div(denominator).round(4))
}
