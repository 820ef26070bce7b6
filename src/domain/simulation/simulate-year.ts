/**
 * A year of a programme whose truth is known, from a seed: what was really done by when, and what was reported of it.
 * Each cell draws from a stream of its own, so that neither the order of the cells nor another cell changes it. Units keep
 * their habits from year to year of a seed.
 */
import type { LedgerKind } from '../programme/target.ts'
import { decimal, type Decimal } from '../values/decimal.ts'
import { addMonths, lastDayOf, monthOf, type Month } from '../values/month.ts'
import { parsePlainDate, type PlainDate } from '../values/plain-date.ts'
import { monthsSimulated, truePath, type ProgressShape } from './progress-shape.ts'
import { randomOf, type Random } from './random.ts'
import { reportsOf } from './reports-of.ts'
import type { Fudge, PlannedCell, SimulatedCell, SimulatedTruth, SimulatedYear } from './simulated-cell.ts'

export type YearToSimulate = {
  readonly seed: string | number
  readonly year: number
  readonly cells: readonly PlannedCell[]
  /** The units of which one reports the plan’s numbers; absent: any of them. */
  readonly mayFudge?: readonly string[]
}

export function simulateYear({ seed, year, cells, mayFudge }: YearToSimulate): SimulatedYear {
  const unitIds = [...new Set(cells.map(({ unitId }) => unitId))].toSorted()
  const suspects = unitIds.filter((id) => mayFudge?.includes(id) ?? true)
  const fudgedUnit = unitIds.length < 2 ? null : pickOne(suspects, randomOf(seed, year, 'fudged'))
  const units = new Map(
    unitIds.map((id) => [id, temperOf(randomOf(seed, 'unit', id), id === fudgedUnit)] as const),
  )
  return {
    fudgedUnit,
    cells: cells.map((cell) => {
      const random = randomOf(seed, year, 'cell', cell.indicatorId, cell.unitId)
      const temper = units.get(cell.unitId) ?? temperOf(random, false)
      const late = randomOf(seed, year, 'project', cell.projectId).normal(0, 0.035)
      return simulateCell(year, cell, temper, late, random)
    }),
  }
}

/** How a unit works and reports, all its cells alike. */
type Temper = {
  readonly delay: number
  /** The shape it is given to, seven times as likely as otherwise. */
  readonly habit: ProgressShape
  /** The part of a month’s work that is reported a month later. */
  readonly lateShare: number
  readonly fudges: boolean
}

const habits: Readonly<Record<ProgressShape, number>> = {
  'on-plan': 6,
  early: 3,
  'steady-lag': 2,
  'quarter-rush': 3,
  'half-year-rush': 3,
  'year-end-rush': 4,
  'late-start': 1,
  'never-finishes': 1,
  'one-month-jump': 1,
}

function temperOf(random: Random, fudges: boolean): Temper {
  return {
    delay: random.normal(0, 0.05) + (fudges ? 0.12 : 0),
    habit: fudges ? 'steady-lag' : random.pick(habits),
    lateShare: random.chance(0.4) ? 0 : random.between(0, 0.5),
    fudges,
  }
}

const usual: Readonly<Record<ProgressShape, number>> = {
  'on-plan': 26,
  early: 12,
  'steady-lag': 11,
  'quarter-rush': 11,
  'half-year-rush': 10,
  'year-end-rush': 14,
  'late-start': 7,
  'never-finishes': 6,
  'one-month-jump': 5,
}

/** What is built starts late and is accepted at once; people are served month by month. */
const ofLedger: Partial<Record<LedgerKind, Partial<Record<ProgressShape, number>>>> = {
  works: { 'late-start': 3, 'one-month-jump': 3, 'year-end-rush': 1.5 },
  stages: { 'late-start': 3, 'one-month-jump': 8 },
  points: { 'late-start': 2, 'half-year-rush': 1.5 },
  equipment: { 'one-month-jump': 3, early: 1.5 },
  beneficiaries: { 'on-plan': 2, early: 2, 'one-month-jump': 0.1 },
  events: { 'quarter-rush': 2.5, early: 1.5 },
  households: { 'one-month-jump': 0.3 },
  coverage: { 'steady-lag': 2, 'never-finishes': 2 },
}

function shapeOf(ledger: LedgerKind, due: number, { habit, fudges }: Temper, random: Random): ProgressShape {
  const weights = { ...usual, [habit]: usual[habit] * 7 }
  for (const [shape, factor] of Object.entries(ofLedger[ledger] ?? {}) as [ProgressShape, number][]) {
    weights[shape] *= factor
  }
  if (fudges) {
    weights['never-finishes'] *= 3
    weights['on-plan'] *= 0.3
    weights.early *= 0.3
  }
  // Whose deadline is in June has no half-year to rush for before it.
  if (due <= 6) weights['half-year-rush'] = 0
  return random.pick(weights)
}

function simulateCell(
  year: number,
  cell: PlannedCell,
  temper: Temper,
  lateProject: number,
  random: Random,
): SimulatedCell {
  const start = monthOf(year, 1)
  const due =
    cell.deadline === null ? 12 : Math.min(monthsSimulated - 1, monthsBetween(start, cell.deadline) + 1)
  const planAt = planOf(cell, start, due)
  const delay = temper.delay + lateProject + random.normal(0, 0.04)
  const shape = cell.comparator === 'lte' ? 'lower-is-better' : shapeOf(cell.ledger, due, temper, random)
  const path =
    shape === 'lower-is-better'
      ? consumption(planAt, due, random)
      : truePath(shape, { planAt, due, delay, random })
  const decimals = decimalsOf(cell)
  const planned = path.map((_, month) => floorTo(planAt(month) * Number(cell.target), decimals))
  for (const { month, value } of cell.plan) planned[monthsBetween(start, month) + 1] = Number(value)
  // What is scheduled, as classes are, is done to the number; without anything false about it.
  const toTheNumber = shape === 'on-plan' && !temper.fudges && random.chance(0.12)
  const done = toTheNumber ? planned : path.map((level) => floorTo(level * Number(cell.target), decimals))
  const monthEndRush = random.chance(0.5) ? 1 : random.between(1.5, 4)
  const fudge: Fudge | null =
    temper.fudges && shape !== 'lower-is-better' && random.chance(0.75)
      ? random.pick({ corrected: 1, exposed: 1 })
      : null
  const lateShare = toTheNumber ? 0 : temper.lateShare
  const reports = reportsOf({ done, planned, lateShare, fudge, decimals, random }).map(
    ({ month, value, correctedIn }) => ({
      month: addMonths(start, month - 1),
      value: toDecimal(value, decimals),
      correctedIn: correctedIn === null ? null : addMonths(start, correctedIn - 1),
    }),
  )
  const truth = truthOf(cell, start, due, done, monthEndRush, decimals)
  return { ...cell, shape, fudge, reports, truth }
}

/** Used up evenly, more or less of it than allowed. */
function consumption(planAt: (month: number) => number, due: number, random: Random): readonly number[] {
  const use = Math.exp(random.normal(-0.08, 0.18))
  let level = 0
  return Array.from({ length: monthsSimulated + 1 }, (_, month) => {
    if (month === 0) return 0
    const planned = month <= due ? planAt(month) - planAt(month - 1) : 1 / due
    level += use * planned * Math.exp(random.normal(-0.06, 0.35))
    return level
  })
}

/** The plan as a part of the target at any time: straight between the ends of months. */
function planOf({ plan, target }: PlannedCell, start: Month, due: number): (month: number) => number {
  const levels = Array.from({ length: due + 1 }, () => 0)
  for (const { month, value } of plan.toSorted((a, b) => (a.month < b.month ? -1 : 1))) {
    levels.fill(Number(value) / Number(target), monthsBetween(start, month) + 1)
  }
  levels[due] = 1
  return (month) => {
    const at = Math.min(due, Math.max(0, month))
    const low = levels[Math.floor(at)] ?? 0
    const high = levels[Math.ceil(at)] ?? 1
    return low + (high - low) * (at - Math.floor(at))
  }
}

function truthOf(
  { target, comparator, deadline }: PlannedCell,
  start: Month,
  due: number,
  done: readonly number[],
  monthEndRush: number,
  decimals: number,
): SimulatedTruth {
  const months = done
    .slice(1)
    .map((value, index) => ({ month: addMonths(start, index), value: toDecimal(value, decimals) }))
  const goal = Number(target)
  const known = { months, monthEndRush }
  const day = deadline ?? lastDayOf(addMonths(start, due - 1))
  const atDeadline = doneOn(known, day, decimals)
  const reached = comparator === 'lte' ? -1 : done.findIndex((value) => value >= goal)
  return {
    ...known,
    met: comparator === 'lte' ? Number(atDeadline) <= goal : Number(atDeadline) >= goal,
    atDeadline,
    atYearEnd: toDecimal(done[12] ?? 0, decimals),
    reachedOn:
      reached < 1
        ? null
        : dayReached(
            addMonths(start, reached - 1),
            done[reached - 1] ?? 0,
            done[reached] ?? 0,
            goal,
            monthEndRush,
          ),
  }
}

/** What was really done by the end of a day, with `decimals` decimals. */
export function doneOn(
  { months, monthEndRush }: Pick<SimulatedTruth, 'months' | 'monthEndRush'>,
  day: PlainDate,
  decimals: number,
): Decimal {
  const index = months.findIndex(({ month }) => month.slice(0, 7) === day.slice(0, 7))
  const month = months[index]
  if (month === undefined) throw new RangeError(`${day} is not in the time that was simulated`)
  const before = Number(months[index - 1]?.value ?? 0)
  const part = Number(day.slice(8)) / Number(lastDayOf(month.month).slice(8))
  const value = before + (Number(month.value) - before) * part ** monthEndRush
  return toDecimal(floorTo(value, decimals), decimals)
}

function dayReached(month: Month, low: number, high: number, goal: number, rush: number): PlainDate {
  const days = Number(lastDayOf(month).slice(8))
  const part = high === low ? 1 : ((goal - low) / (high - low)) ** (1 / rush)
  const day = Math.min(days, Math.max(1, Math.ceil(part * days - 1e-9)))
  return parsePlainDate(`${month.slice(0, 8)}${String(day).padStart(2, '0')}`)
}

function pickOne(ids: readonly string[], random: Random): string | null {
  return ids[Math.floor(random.next() * ids.length)] ?? null
}

/** As fine as the target and the plan are. */
export function decimalsOf({ target, plan }: Pick<PlannedCell, 'target' | 'plan'>): number {
  return Math.max(
    ...[target, ...plan.map(({ value }) => value)].map((text) => text.split('.')[1]?.length ?? 0),
  )
}

/** What is not done to the end does not count. */
function floorTo(value: number, decimals: number): number {
  return Math.floor(value * 10 ** decimals + 1e-6) / 10 ** decimals
}

function toDecimal(value: number, decimals: number): Decimal {
  return decimal(value.toFixed(decimals))
}

function monthsBetween(start: Month, day: PlainDate): number {
  return (
    (Number(day.slice(0, 4)) - Number(start.slice(0, 4))) * 12 +
    Number(day.slice(5, 7)) -
    Number(start.slice(5, 7))
  )
}
