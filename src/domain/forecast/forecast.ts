/**
 * Where every promise of a programme will end, as it looks at the end of a month: each cell, and each promise as the sum
 * of its cells. Pure and repeatable; decimals go in and come out, what is between is decision 31.
 */
import { addMonths, lastDayOf, monthOf, type Month } from '../values/month.ts'
import { parsePlainDate, type PlainDate } from '../values/plain-date.ts'
import type { Decimal } from '../values/decimal.ts'
import type { CellHistory } from './cell-history.ts'
import {
  at,
  courseAt,
  mannerOf,
  readHistory,
  sumOfCourses,
  type Course,
  type Manner,
  type ReadHistory,
} from './course.ts'
import type { ForecastModel } from './forecast-model.ts'
import { consumptionOutlook, steadyOutlook, type Limited } from './limited-figure.ts'
import { chanceOf, outlookOf, type Spread } from './outlook.ts'
import { reasonsOf, rounded, type Reason } from './reasons.ts'
import { sumOfSurroundings, surroundingsOf, type Surroundings } from './surroundings.ts'
import type { UnitRecords } from './unit-record.ts'

/** `open`: not at its target yet; `reached`: at it, but it may be corrected; `past`: the deadline is over, what is approved counts. */
export type ForecastState = 'open' | 'reached' | 'past'

export type Forecast = {
  readonly indicatorId: string
  /** Null: all units together. */
  readonly unitId: string | null
  readonly month: Month
  readonly state: ForecastState
  /** That the target is met by its deadline, 0 to 1 with three decimals. */
  readonly probability: Decimal
  /** At the deadline; four of five ends lie from `low` to `high`. */
  readonly expected: Decimal
  readonly low: Decimal
  readonly high: Decimal
  /** The day the target is met: as likely before as after; null where it is not foreseen. Limits have none. */
  readonly metOn: PlainDate | null
  readonly metEarliest: PlainDate | null
  readonly metLatest: PlainDate | null
  /** From today's month to the deadline, for the picture: on the way only a sketch, calibrated at its end. */
  readonly fan: readonly FanPoint[]
  readonly reasons: readonly Reason[]
}

export type FanPoint = {
  readonly month: Month
  readonly low: Decimal
  readonly expected: Decimal
  readonly high: Decimal
}

export type ForecastInput = {
  readonly year: number
  /** The last month whose figures are known. */
  readonly month: Month
  readonly cells: readonly CellHistory[]
  /** What past years teach of the units; empty where there are none. */
  readonly records: UnitRecords
  readonly model: ForecastModel
}

export type ProgrammeForecast = {
  /** In the order of the cells. */
  readonly cells: readonly Forecast[]
  /** In the order in which they first appear; one with a single cell is forecast as that cell. */
  readonly indicators: readonly Forecast[]
}

export function forecastProgramme({ year, month, cells, records, model }: ForecastInput): ProgrammeForecast {
  return forecastRead(readCells(cells, year), { year, month: monthNumberOf(month, year), records, model })
}

/** A cell read once, for several months. */
export type ReadCell = {
  readonly cell: CellHistory
  readonly history: ReadHistory
  readonly manner: Manner
  readonly decimals: number
}

export function readCells(cells: readonly CellHistory[], year: number): ReadCell[] {
  return cells.map((cell) => ({
    cell,
    history: readHistory(cell, year),
    manner: mannerOf(cell),
    decimals: decimalsOf(cell),
  }))
}

export type Time = {
  readonly year: number
  /** From 1. */
  readonly month: number
  readonly records: UnitRecords
  readonly model: ForecastModel
}

export function forecastRead(cells: readonly ReadCell[], when: Time): ProgrammeForecast {
  const months = Array.from({ length: mostMonths }, (_, index) => addMonths(monthOf(when.year, 1), index))
  const time: Calendar = { ...when, months }
  const seen = lookAt(cells, time)
  const forecasts = seen.map((one) => forecastOf('cell', one, time))
  const indicators = wholes(seen).flatMap(({ level, one, at: index }) => {
    const single = level === 'cell' ? forecasts[index] : undefined
    return single ? [{ ...single, unitId: null }] : [forecastOf(level, one, time)]
  })
  return { cells: forecasts, indicators }
}

/** The chances alone, in the order of `forecastRead`: what a year played again needs, at a fraction of the work. */
export function chancesRead(
  cells: readonly ReadCell[],
  when: Time,
  of: 'cells' | 'indicators',
): readonly Decimal[] {
  const seen = lookAt(cells, when)
  const each = of === 'cells' ? seen.map((one) => ({ level: 'cell' as const, one })) : wholes(seen)
  return each.map(({ level, one }) => rounded(chanceOfSeen(level, one, when), 3))
}

function chanceOfSeen(
  level: 'cell' | 'indicator',
  { cell, manner, course, around }: Seen,
  { model }: Time,
): number {
  if (course.month >= course.due) return isMet(cell, manner, course) ? 1 : 0
  if (manner !== 'progress') return limitedOutlook(cell, manner, course).chance
  return chanceOf(model, level, course, around).chance
}

/** Promises in the order in which they first appear; one with a single cell is that cell. */
function wholes(seen: readonly Seen[]) {
  const groups = Map.groupBy(seen.keys(), (index) => seen[index]?.cell.indicatorId)
  return [...groups.values()].flatMap((indices) => {
    const parts = indices.flatMap((index) => seen[index] ?? [])
    const [first] = indices
    const one = parts.length === 1 ? parts[0] : sumOf(parts)
    if (first === undefined || !one) return []
    return [{ level: parts.length === 1 ? ('cell' as const) : ('indicator' as const), one, at: first }]
  })
}

/** The names of the months are made once: thousands of points of fans bear them. */
type Calendar = Time & { readonly months: readonly Month[] }
const mostMonths = 24

type Seen = {
  readonly cell: Pick<CellHistory, 'indicatorId' | 'comparator'>
  readonly unitId: string | null
  readonly manner: Manner
  readonly course: Course
  readonly around: Surroundings
  readonly decimals: number
}

/** Cells that are worked off teach about one another; limits and rates do not. */
function lookAt(cells: readonly ReadCell[], { month, records }: Time): Seen[] {
  const courses = cells.map(({ history }) => courseAt(history, month))
  const teaching = courses.filter((_, index) => cells[index]?.manner === 'progress')
  const arounds = surroundingsOf(teaching, records)
  const aroundOf = new Map(teaching.map((course, index) => [course, arounds[index]]))
  const [nothing] = surroundingsOf(courses.slice(0, 1), new Map())
  return cells.flatMap(({ cell, manner, decimals }, index) => {
    const course = courses[index]
    const around = (course && aroundOf.get(course)) ?? nothing
    if (course === undefined || around === undefined) return []
    return [{ cell, unitId: cell.unitId, manner, course, around, decimals }]
  })
}

function sumOf(parts: readonly Seen[]): Seen | null {
  const [first, ...others] = parts
  if (first === undefined) return null
  const courses: [Course, ...Course[]] = [first.course, ...others.map(({ course }) => course)]
  return {
    cell: first.cell,
    unitId: null,
    manner: first.manner,
    course: sumOfCourses(courses),
    around: sumOfSurroundings(
      courses,
      parts.map(({ around }) => around),
    ),
    decimals: Math.max(...parts.map(({ decimals }) => decimals)),
  }
}

function forecastOf(level: 'cell' | 'indicator', seen: Seen, time: Calendar): Forecast {
  const { cell, unitId, course } = seen
  const named = { indicatorId: cell.indicatorId, unitId, month: monthAt(time, course.month) }
  if (course.month >= course.due) return { ...named, ...pastForecast(seen, time) }
  if (seen.manner !== 'progress') return { ...named, ...limitedForecast(seen, time) }
  const outlook = outlookOf(time.model, level, course, seen.around)
  const day = (months: number | null) => (months === null ? null : dayAfter(time.year, course.month + months))
  return {
    ...named,
    state: at(course.levels, course.month) >= 1 ? 'reached' : 'open',
    probability: rounded(outlook.chance, 3),
    ...endOf(outlook.end, seen),
    metOn: day(outlook.time.middle),
    metEarliest: day(outlook.time.low),
    metLatest: day(outlook.time.high),
    fan: fanOf(outlook, seen, time),
    reasons: reasonsOf(outlook, course, seen.around),
  }
}

type Unnamed = Omit<Forecast, 'indicatorId' | 'unitId' | 'month'>

function isLimited({ comparator }: Seen['cell'], manner: Manner): boolean {
  return comparator === 'lte' && manner !== 'progress'
}

function isMet(cell: Seen['cell'], manner: Manner, course: Course): boolean {
  const end = at(course.levels, course.due)
  return isLimited(cell, manner) ? end <= 1 : end >= 1
}

function limitedOutlook({ comparator }: Seen['cell'], manner: Manner, course: Course): Limited {
  return manner === 'consumption' ? consumptionOutlook(course) : steadyOutlook(course, comparator === 'lte')
}

function pastForecast(seen: Seen, { year }: Time): Unnamed {
  const { course, cell, manner } = seen
  const end = at(course.levels, course.due)
  const isLimit = isLimited(cell, manner)
  const met = isMet(cell, manner, course)
  const first = course.levels.findIndex((level) => level >= 1)
  const before = at(course.levels, first - 1)
  const metOn =
    isLimit || first < 1
      ? null
      : dayAfter(year, first - 1 + (1 - before) / (at(course.levels, first) - before))
  return {
    state: 'past',
    probability: rounded(met ? 1 : 0, 0),
    ...endOf({ low: end, expected: end, high: end }, seen),
    metOn,
    metEarliest: metOn,
    metLatest: metOn,
    fan: [],
    reasons: [],
  }
}

function limitedForecast(seen: Seen, time: Calendar): Unnamed {
  const { course, cell, manner } = seen
  const outlook = limitedOutlook(cell, manner, course)
  return {
    state: 'open',
    probability: rounded(outlook.chance, 3),
    ...endOf(outlook.end, seen),
    metOn: null,
    metEarliest: null,
    metLatest: null,
    fan: fanOf(outlook, seen, time),
    reasons: [
      {
        code: 'against-plan',
        weight: rounded(Math.log((outlook.chance + 0.001) / (1.001 - outlook.chance)), 2),
        numbers: {
          done: rounded(at(course.levels, course.month) * 100, 1),
          planned: rounded(at(course.plan, course.month) * 100, 1),
        },
      },
    ],
  }
}

function endOf({ low, expected, high }: Spread, { course: { origin, span }, decimals }: Seen) {
  const figure = (part: number) => rounded(origin + part * span, decimals)
  // Where a figure has to fall, further is lower.
  return span < 0
    ? { low: figure(high), expected: figure(expected), high: figure(low) }
    : { low: figure(low), expected: figure(expected), high: figure(high) }
}

/** From today's level to the end, in the steps of the plan's rest, evenly where it has none. */
function fanOf({ end }: { readonly end: Spread }, seen: Seen, time: Calendar): readonly FanPoint[] {
  const { levels, plan, month, due } = seen.course
  const now = at(levels, month)
  const planned = at(plan, month)
  return Array.from({ length: due - month + 1 }, (_, index) => {
    const isPlanned = planned < 0.98
    const way = isPlanned ? (at(plan, month + index) - planned) / (1 - planned) : index / (due - month)
    const on = (last: number) => now + (last - now) * way
    const spread = { low: on(end.low), expected: on(end.expected), high: on(end.high) }
    return { month: monthAt(time, month + index), ...endOf(spread, seen) }
  })
}

function monthAt({ months, year }: Calendar, month: number): Month {
  return months[month - 1] ?? addMonths(monthOf(year, 1), month - 1)
}

/** The day on which so many months of the year are over. */
function dayAfter(year: number, months: number): PlainDate {
  const whole = Math.max(0, Math.ceil(months - 1e-9) - 1)
  const month = monthOf(year + Math.floor(whole / 12), (whole % 12) + 1)
  const days = Number(lastDayOf(month).slice(8))
  const day = Math.min(days, Math.max(1, Math.ceil((months - whole) * days - 1e-9)))
  return parsePlainDate(`${month.slice(0, 8)}${String(day).padStart(2, '0')}`)
}

function monthNumberOf(month: Month, year: number): number {
  return (Number(month.slice(0, 4)) - year) * 12 + Number(month.slice(5, 7))
}

/** As fine as the figures are. */
function decimalsOf({ target, reports }: CellHistory): number {
  return reports.reduce((most, { value }) => Math.max(most, digits(value)), digits(target))
}

function digits(value: string): number {
  return value.split('.')[1]?.length ?? 0
}
