/** A programme made up to be simulated: promises, units, shares, plans; for the backtest, which needs many. */
import { curveLevels, shapedCurves } from '../plan/plan-curve.ts'
import { splitByWeights } from '../plan/plan-split.ts'
import type { LedgerKind } from '../programme/target.ts'
import { decimal, type Decimal } from '../values/decimal.ts'
import { addMonths, lastDayOf, monthOf } from '../values/month.ts'
import { randomOf, type Random } from './random.ts'
import type { PlannedCell } from './simulated-cell.ts'

/** How plans are shaped, and how often; `back-loaded` is typed in by hand: x². */
const curves = { linear: 30, step: 20, 's-curve': 15, 'sixty-forty': 20, 'back-loaded': 15 } as const
export const simulatedCurves = [...shapedCurves, 'back-loaded'] as const

const ledgers: Readonly<Record<LedgerKind, number>> = {
  points: 16,
  works: 14,
  equipment: 8,
  households: 10,
  beneficiaries: 16,
  events: 12,
  awards: 4,
  coverage: 8,
  stages: 4,
  volumes: 6,
  feed: 2,
}

/** The months deadlines lie in, and how often. */
const deadlines = { '12': 70, '11': 8, '10': 8, '9': 6, '6': 8 } as const

const unitCount = 7

/** About 30 promises for up to seven units. */
export function simulatedPlan(seed: string | number, year: number): readonly PlannedCell[] {
  const random = randomOf(seed, 'programme')
  const promises = 24 + Math.floor(random.next() * 13)
  const cells: PlannedCell[] = []
  let project = 0
  for (let promise = 1; promise <= promises; promise++) {
    if (promise === 1 || random.chance(0.5)) project++
    cells.push(...promiseCells(`P${String(promise)}`, `J${String(project)}`, year, random))
  }
  return cells
}

function promiseCells(indicatorId: string, projectId: string, year: number, random: Random): PlannedCell[] {
  const ledger = random.pick(ledgers)
  const isLower = ledger === 'volumes' && random.chance(0.5)
  const measured = ledger === 'works' && random.chance(0.5)
  const decimals = measured ? 1 : 0
  // From a handful to tens of thousands, evenly on a scale of powers.
  const target = decimal(Math.ceil(Math.exp(random.between(Math.log(3), Math.log(30_000)))))
  const due = Number(random.pick(deadlines))
  const curve = isLower ? 'linear' : random.pick(curves)
  const weights = Array.from({ length: unitCount }, (_, index) => ({
    key: `U${String(index + 1)}`,
    weight: decimal(random.chance(0.75) ? Math.ceil(random.between(1, 100)) : 0),
  })).filter(({ weight }) => weight !== '0')
  return [...splitByWeights(target, weights, decimals)]
    .filter(([, share]) => share !== '0')
    .map(([unitId, share]) => ({
      indicatorId,
      unitId,
      projectId,
      ledger,
      comparator: isLower ? 'lte' : 'gte',
      target: share,
      plan: planLevels(share, curve, due, decimals).map((value, index) => ({
        month: addMonths(monthOf(year, 1), index),
        value,
      })),
      deadline: due === 12 ? null : lastDayOf(monthOf(year, due)),
    }))
}

export function planLevels(
  share: Decimal,
  curve: (typeof simulatedCurves)[number],
  months: number,
  decimals: number,
): Decimal[] {
  if (curve !== 'back-loaded') return curveLevels(share, curve, months, decimals)
  return Array.from({ length: months }, (_, index) =>
    decimal((Number(share) * ((index + 1) / months) ** 2).toFixed(decimals)),
  )
}
