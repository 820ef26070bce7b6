/** Every programme forecast at every month, as it was known then, beside what became of it. */
import { courseAt, mannerOf, readHistory, sumOfCourses, type Course } from '../src/domain/forecast/course.ts'
import { forecastRead, readCells, type Forecast } from '../src/domain/forecast/forecast.ts'
import type { ForecastModel } from '../src/domain/forecast/forecast-model.ts'
import type { PlainDate } from '../src/domain/values/plain-date.ts'
import type { KnownProgramme } from './known-programme.ts'
import type { Look, Yardstick, YardstickName } from './yardsticks.ts'

export type Case = {
  readonly programme: string
  readonly group: string
  readonly month: number
  readonly met: boolean
  readonly probability: number
  /** By the yardsticks, as chances and hard. */
  readonly yardsticks: Readonly<Record<YardstickName, number>>
  readonly hard: Readonly<Record<YardstickName, number>>
  /** Whether the interval holds the end. */
  readonly held: boolean
  /** Days from the day foreseen to the day it was met; null where either is none. */
  readonly daysOff: number | null
}

/** `cells` one by one, or `indicators`: the promises that several units share, as sums. */
export type Level = 'cells' | 'indicators'

/** What is forecast, and what became of it. */
type Subject = {
  readonly group: string
  readonly indicatorId: string
  readonly unitId: string | null
  readonly due: number
  readonly isLimit: boolean
  readonly met: boolean
  readonly atDeadline: number
  readonly reachedOn: PlainDate | null
  readonly courseAt: (month: number) => Course
}

function subjectsOf({ cells, year }: KnownProgramme, level: Level): Subject[] {
  const single = cells.map((cell): Subject => {
    const history = readHistory(cell, year)
    const { met, atDeadline, reachedOn } = cell.truth
    return {
      group: cell.group,
      indicatorId: cell.indicatorId,
      unitId: cell.unitId,
      due: history.due,
      isLimit: mannerOf(cell) !== 'progress' && cell.comparator === 'lte',
      met,
      atDeadline: Number(atDeadline),
      reachedOn,
      courseAt: (month) => courseAt(history, month),
    }
  })
  if (level === 'cells') return single
  return [...Map.groupBy(single, ({ indicatorId }) => indicatorId).values()].flatMap(sumOf)
}

function sumOf(parts: readonly Subject[]): Subject[] {
  const [first, ...others] = parts
  if (first === undefined || others.length === 0) return []
  const courseOf = (month: number) =>
    sumOfCourses([first.courseAt(month), ...others.map((part) => part.courseAt(month))])
  const atDeadline = parts.reduce((sum, part) => sum + part.atDeadline, 0)
  const { origin, span } = courseOf(1)
  const level = Math.round(((atDeadline - origin) / span) * 1e9) / 1e9
  return [
    {
      ...first,
      group: 'promises',
      unitId: null,
      met: first.isLimit ? level <= 1 : level >= 1,
      atDeadline,
      reachedOn: null,
      courseAt: courseOf,
    },
  ]
}

/** What yardsticks look at: whatever is open at each month. */
export function looksOf(programme: KnownProgramme, level: Level): Look[] {
  return subjectsOf(programme, level).flatMap((subject) =>
    monthsBefore(subject.due).map((month) => lookAt(subject, month)),
  )
}

function lookAt({ courseAt: at, isLimit, met }: Subject, month: number): Look {
  return { course: at(month), isLimit, met }
}

export type Yardsticks = Readonly<Record<Level, Readonly<Record<YardstickName, Yardstick>>>>

export function casesOf(
  programme: KnownProgramme,
  model: ForecastModel,
  yardsticks: Yardsticks,
): Record<Level, Case[]> {
  const { cells, year, records } = programme
  const read = readCells(cells, year)
  const subjects = { cells: subjectsOf(programme, 'cells'), indicators: subjectsOf(programme, 'indicators') }
  const cases: Record<Level, Case[]> = { cells: [], indicators: [] }
  for (const month of monthsBefore(12)) {
    const forecasts = forecastRead(read, { year, month, records, model })
    for (const level of ['cells', 'indicators'] as const) {
      const byKey = new Map(forecasts[level].map((one) => [keyOf(one), one]))
      for (const subject of subjects[level]) {
        const forecast = byKey.get(keyOf(subject))
        if (forecast === undefined || forecast.state === 'past') continue
        cases[level].push(caseOf(programme, subject, forecast, month, yardsticks[level]))
      }
    }
  }
  return cases
}

function caseOf(
  { name, year }: KnownProgramme,
  subject: Subject,
  forecast: Forecast,
  month: number,
  { proRata, lastMonth }: Yardsticks[Level],
): Case {
  const look = lookAt(subject, month)
  return {
    programme: name,
    group: subject.group,
    month,
    met: subject.met,
    probability: Number(forecast.probability),
    yardsticks: { proRata: proRata.chance(look), lastMonth: lastMonth.chance(look) },
    hard: { proRata: proRata.hard(look), lastMonth: lastMonth.hard(look) },
    held: holds(forecast, subject.atDeadline),
    daysOff: daysOff(forecast, subject.reachedOn, month, year),
  }
}

function keyOf({ indicatorId, unitId }: Pick<Subject, 'indicatorId' | 'unitId'>): string {
  return `${indicatorId} ${unitId ?? ''}`
}

/** Months 1 to 11, as far as they come before the deadline. */
function monthsBefore(due: number): number[] {
  return Array.from({ length: 11 }, (_, index) => index + 1).filter((month) => month < due)
}

function holds({ low, high }: Forecast, end: number): boolean {
  return end >= Number(low) - 1e-9 && end <= Number(high) + 1e-9
}

/** Only of what was still to come. */
function daysOff(
  { state, metOn }: Forecast,
  reachedOn: PlainDate | null,
  month: number,
  year: number,
): number | null {
  if (state !== 'open' || metOn === null || reachedOn === null) return null
  const isToCome = Number(reachedOn.slice(0, 4)) > year || Number(reachedOn.slice(5, 7)) > month
  return isToCome ? Math.abs(Date.parse(metOn) - Date.parse(reachedOn)) / 86_400_000 : null
}
