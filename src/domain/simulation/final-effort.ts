/** What governments do in the last two months of a year: who is within reach of a target is brought to it. */
import { Big } from 'big.js'
import { decimal, type Decimal } from '../values/decimal.ts'
import { monthsOfYear, type Month } from '../values/month.ts'
import { randomOf } from './random.ts'
import { decimalsOf } from './simulate-year.ts'
import type { SimulatedCell } from './simulated-cell.ts'

/** Of the promises, how many are taken on; and from what part of a target on it is within reach. */
const partTakenOn = 0.85
const withinReach = 0.55

/** All units of a promise are taken on together, since it is met by all of them or not. */
export function withFinalEffort(seed: string, year: number, cell: SimulatedCell): SimulatedCell {
  const [november, december] = monthsOfYear(year).slice(-2)
  if (november === undefined || december === undefined || cell.fudge !== null) return cell
  const reached = latest(cell.truth.months, december)
  const part = new Big(reached).div(cell.target)
  if (cell.comparator === 'lte' || part.gte(1) || part.lt(withinReach)) return cell
  if (!randomOf(seed, 'final effort', cell.indicatorId).chance(partTakenOn)) return cell
  const before = latest(cell.truth.months, november)
  const half = new Big(before).plus(cell.target).div(2).round(decimalsOf(cell), Big.roundDown)
  const levels = new Map([
    [november, decimal(half)],
    [december, cell.target],
  ])
  const kept = cell.reports.filter(({ month }) => !levels.has(month))
  const added = [...levels].map(([month, value]) => ({ month, value, correctedIn: null }))
  return {
    ...cell,
    reports: [...kept, ...added],
    truth: {
      ...cell.truth,
      months: cell.truth.months.map(({ month, value }) => ({ month, value: levels.get(month) ?? value })),
    },
  }
}

function latest(
  levels: readonly { readonly month: Month; readonly value: Decimal }[],
  month: Month,
): Decimal {
  return levels.findLast((level) => level.month <= month)?.value ?? decimal(0)
}
