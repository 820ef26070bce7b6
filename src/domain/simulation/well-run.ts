/**
 * What makes a simulated year one that a government would show: most promises are kept to their plans, and in the last two
 * months who is within reach of a target is brought to it. All units of a promise are alike in this, since it is met by
 * all of them or not; the unit that reports the plan's numbers is left as it is.
 */
import { Big } from 'big.js'
import { compareDecimals, decimal, type Decimal } from '../values/decimal.ts'
import { monthsOfYear, type Month } from '../values/month.ts'
import { randomOf } from './random.ts'
import { decimalsOf } from './simulate-year.ts'
import type { SimulatedCell, SimulatedReport } from './simulated-cell.ts'

/** How many promises are kept to their plans; of the others, how many are taken on at the end. */
const partKept = 0.6
const partTakenOn = 0.8
/** From what part of a target on it is within reach at the end. */
const withinReach = 0.55

export function wellRun(seed: string, year: number, cell: SimulatedCell): SimulatedCell {
  if (cell.fudge !== null || cell.comparator === 'lte') return cell
  const random = randomOf(seed, 'well run', cell.indicatorId)
  if (random.chance(partKept)) return finished(year, keptToPlan(seed, cell))
  return random.chance(partTakenOn) ? finished(year, cell) : cell
}

/** A little before or behind the plan at the end of every month, where it was not further already. */
function keptToPlan(seed: string, cell: SimulatedCell): SimulatedCell {
  const pace = randomOf(seed, 'pace', cell.indicatorId, cell.unitId).between(0.96, 1.06)
  const decimals = decimalsOf(cell)
  const least = new Map(
    cell.plan.map(({ month, value }) => [
      month,
      // What the plan says is all done is all done: a part of one thing would be nothing.
      value === cell.target ? value : decimal(new Big(value).times(pace).round(decimals, Big.roundDown)),
    ]),
  )
  return atLeast(cell, least)
}

/** Half of what is missing is made up in November, the rest in December. */
function finished(year: number, cell: SimulatedCell): SimulatedCell {
  const [november, december] = monthsOfYear(year).slice(-2)
  if (november === undefined || december === undefined) return cell
  const part = new Big(levelAt(cell, december)).div(cell.target)
  if (part.gte(1) || part.lt(withinReach)) return cell
  const half = new Big(levelAt(cell, november)).plus(cell.target).div(2)
  const told = new Set(cell.reports.map(({ month }) => month))
  const missing = [november, december].filter((month) => !told.has(month))
  const added = missing.map((month): SimulatedReport => ({ month, value: decimal(0), correctedIn: null }))
  return atLeast(
    { ...cell, reports: [...cell.reports, ...added].toSorted((a, b) => (a.month < b.month ? -1 : 1)) },
    new Map([
      [november, decimal(half.round(decimalsOf(cell), Big.roundDown))],
      [december, cell.target],
    ]),
  )
}

/** Done and reported at least so much by the end of these months. */
function atLeast(cell: SimulatedCell, least: ReadonlyMap<Month, Decimal>): SimulatedCell {
  const raised = <Level extends { readonly month: Month; readonly value: Decimal }>(level: Level): Level => {
    const bound = least.get(level.month)
    return bound !== undefined && compareDecimals(bound, level.value) > 0 ? { ...level, value: bound } : level
  }
  const truth = { ...cell.truth, months: cell.truth.months.map(raised) }
  return { ...cell, reports: cell.reports.map(raised), truth }
}

function levelAt({ truth }: SimulatedCell, month: Month): Decimal {
  return truth.months.findLast((level) => level.month <= month)?.value ?? decimal(0)
}
