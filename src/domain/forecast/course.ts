/**
 * The course of a cell as it was known at the end of a month: everything as parts of its target, so that ten schools
 * and ten thousand households compare. Floats from here on (decision 31); figures come back as decimals at the end.
 */
import type { LedgerKind } from '../programme/target.ts'
import { monthOf } from '../values/month.ts'
import type { PlainDate } from '../values/plain-date.ts'
import type { CellHistory } from './cell-history.ts'

export type Course = {
  readonly ledger: LedgerKind
  readonly unitId: string | null
  readonly projectId: string | null
  /** A level is `origin` + part × `span`: 0 and the target; where a figure has to fall, where it falls from and how far. */
  readonly origin: number
  readonly span: number
  /** How many cells of equal weight it is worth: 1 for a cell. The noise of a sum is less. */
  readonly parts: number
  /** Months from January to the end of today's month, and to the end of the deadline's. */
  readonly month: number
  readonly due: number
  /** At the end of months 0 to `month`; a month without a figure has the one before it. */
  readonly levels: readonly number[]
  /** At the end of months 0 to `due`; 1 at the deadline. */
  readonly plan: readonly number[]
  /** Months since the last figure. */
  readonly silent: number
  /** Earlier months whose figure is exactly the plan's. */
  readonly asPlanned: number
  /** Times figures were corrected downwards. */
  readonly corrections: number
}

/** A cell's history read once, for any month of its year. */
export type ReadHistory = Pick<
  Course,
  'ledger' | 'unitId' | 'projectId' | 'origin' | 'span' | 'due' | 'plan'
> & {
  readonly reports: readonly ReadReport[]
}

type ReadReport = {
  /** Of the year, from 1. */
  readonly month: number
  readonly level: number
  readonly isPlanned: boolean
  /** When it was known, and as which figure of its month: 0 as first stated. */
  readonly knownIn: number
  readonly version: number
}

export function readHistory(cell: CellHistory, year: number): ReadHistory {
  const { origin, span } = scaleOf(cell)
  const due = Math.max(1, monthNumber(cell.deadline ?? monthOf(year, 12), year))
  const plan = planLevels(cell, year, due)
  const planned = new Map(cell.plan.map(({ month, value }) => [month, value]))
  const reports = cell.reports
    .map(({ month, value, correctedIn }): ReadReport => {
      const number = monthNumber(month, year)
      const version = correctedIn === null ? 0 : monthNumber(correctedIn, year)
      return {
        month: number,
        level: partOf(value, origin, span),
        // A plan that asks for nothing more is easily met exactly.
        isPlanned:
          value === planned.get(month) && at(plan, number - 1) > 0 && at(plan, number) > at(plan, number - 1),
        knownIn: Math.max(number, version),
        version,
      }
    })
    .toSorted((a, b) => a.month - b.month || a.version - b.version)
  return {
    ledger: cell.ledger,
    unitId: cell.unitId,
    projectId: cell.projectId,
    origin,
    span,
    due,
    plan,
    reports,
  }
}

/** The course as it was known at the end of the month. */
export function courseAt({ reports, ...cell }: ReadHistory, month: number): Course {
  const levels = Array.from({ length: month + 1 }, () => Number.NaN)
  const isPlanned: boolean[] = []
  const corrected = new Set<number>()
  let last = 0
  for (const report of reports) {
    if (report.month < 1 || report.month > month || report.knownIn > month) continue
    // In order of version: a correction comes after what it corrects.
    if (report.version > 0 && report.level < (levels[report.month] ?? Number.NaN))
      corrected.add(report.version)
    levels[report.month] = report.level
    isPlanned[report.month] = report.isPlanned && report.month < month
    last = report.month
  }
  let level = 0
  return {
    ...cell,
    parts: 1,
    month,
    levels: levels.map((known) => (level = Number.isNaN(known) ? level : known)),
    silent: month - last,
    asPlanned: isPlanned.filter(Boolean).length,
    corrections: corrected.size,
  }
}

/** The level at the end of a month; the last one for any later month. */
export function at(levels: readonly number[], month: number): number {
  return levels[Math.max(0, month)] ?? levels.at(-1) ?? 0
}

/** To twelve decimals: the same whatever the figures are counted in. */
function partOf(value: string | number, origin: number, span: number): number {
  // A zero has no sign.
  return Math.round(((Number(value) - origin) / span) * 1e12) / 1e12 + 0
}

/** What a figure is counted from and over how much. A plan that begins above an “at most” is one to come down. */
function scaleOf({ comparator, target, plan }: CellHistory): { origin: number; span: number } {
  const goal = Number(target)
  const first = Number(plan[0]?.value ?? 0)
  return comparator === 'lte' && first > goal
    ? { origin: first, span: goal - first }
    : { origin: 0, span: goal }
}

export type Manner = 'progress' | 'consumption' | 'steady'

const steadyLedgers: ReadonlySet<LedgerKind> = new Set(['coverage', 'volumes', 'feed'])

/** How a figure moves: towards its target, up to a limit, or not at all where its plan is the target all year. */
export function mannerOf({ comparator, target, plan, ledger }: CellHistory): Manner {
  const flat = plan.length > 1 && plan.every(({ value }) => value === target)
  if (comparator === 'lte') {
    if (flat) return 'steady'
    return Number(plan[0]?.value ?? 0) > Number(target) ? 'progress' : 'consumption'
  }
  return flat && steadyLedgers.has(ledger) ? 'steady' : 'progress'
}

/** The number of the month a day lies in, from 1 in January of the year; below 1 before it. */
export function monthNumber(day: PlainDate, year: number): number {
  return (Number(day.slice(0, 4)) - year) * 12 + Number(day.slice(5, 7))
}

function planLevels(cell: CellHistory, year: number, due: number): readonly number[] {
  if (cell.plan.length === 0) return Array.from({ length: due + 1 }, (_, month) => month / due)
  const { origin, span } = scaleOf(cell)
  const known: (number | undefined)[] = []
  for (const { month, value } of cell.plan)
    known[Math.max(0, monthNumber(month, year))] = partOf(value, origin, span)
  let level = 0
  return Array.from({ length: due + 1 }, (_, month) => (level = month === due ? 1 : (known[month] ?? level)))
}

/** The sum of courses towards one promise, as if it were one cell; at least one, all of the same month. */
export function sumOfCourses(courses: readonly [Course, ...Course[]]): Course {
  const [first] = courses
  const origin = courses.reduce((sum, course) => sum + course.origin, 0)
  const span = courses.reduce((sum, course) => sum + course.span, 0)
  const weigh = (of: (course: Course) => number) =>
    partOf(
      courses.reduce((sum, course) => sum + of(course) * course.span, 0),
      0,
      span,
    )
  const due = Math.max(...courses.map((course) => course.due))
  return {
    ledger: first.ledger,
    unitId: null,
    projectId: first.projectId,
    origin,
    span,
    parts: span ** 2 / courses.reduce((sum, course) => sum + course.span ** 2, 0),
    month: first.month,
    due,
    levels: first.levels.map((_, month) => weigh(({ levels }) => at(levels, month))),
    plan: Array.from({ length: due + 1 }, (_, month) => weigh(({ plan }) => at(plan, month))),
    silent: Math.min(...courses.map(({ silent }) => silent)),
    asPlanned: weigh(({ asPlanned }) => asPlanned),
    corrections: weigh(({ corrections }) => corrections),
  }
}
