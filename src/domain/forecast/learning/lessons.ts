/** Cells whose end is known, as they were known month by month: what a model learns from and is judged by. */
import { addMonths, lastDayOf, monthOf, monthOfDay } from '../../values/month.ts'
import type { PlainDate } from '../../values/plain-date.ts'
import {
  courseAt,
  mannerOf,
  monthNumber,
  readHistory,
  sumOfCourses,
  type Course,
  type ReadHistory,
} from '../course.ts'
import { sumOfSurroundings, surroundingsOf, type Surroundings } from '../surroundings.ts'
import type { UnitRecords } from '../unit-record.ts'
import type { KnownCell } from './known-cell.ts'
import type { Lesson } from './learn.ts'

/** Of one programme and year; a cell teaches in every month before its deadline, a promise with several cells too. */
export function lessonsOf(
  cells: readonly KnownCell[],
  year: number,
  records: UnitRecords,
  weight = 1,
): Lesson[] {
  const known = cells
    .filter((cell) => mannerOf(cell) === 'progress')
    .map((cell) => ({ cell, history: readHistory(cell, year) }))
  return Array.from({ length: 11 }, (_, index) =>
    lessonsOfMonth(known, year, index + 1, records, weight),
  ).flat()
}

type ReadCell = { readonly cell: KnownCell; readonly history: ReadHistory }

function lessonsOfMonth(
  cells: readonly ReadCell[],
  year: number,
  month: number,
  records: UnitRecords,
  weight: number,
): Lesson[] {
  const courses = cells.map(({ history }) => courseAt(history, month))
  const arounds = surroundingsOf(courses, records)
  const seen = cells.flatMap(({ cell }, index): Seen[] => {
    const [course, around] = [courses[index], arounds[index]]
    return course === undefined || around === undefined ? [] : [{ cell, course, around }]
  })
  const open = seen.filter(({ course }) => month < course.due)
  const byPromise = Map.groupBy(open, ({ cell }) => cell.indicatorId)
  return [
    ...open.map(({ cell, course, around }): Lesson => {
      return { level: 'cell', course, around, weight, ...endOf(cell, course, year) }
    }),
    ...[...byPromise.values()].flatMap((parts) => lessonOfSum(parts, year, weight)),
  ]
}

type Seen = { readonly cell: KnownCell; readonly course: Course; readonly around: Surroundings }

function endOf({ truth }: KnownCell, { origin, span }: Course, year: number) {
  return {
    met: truth.met,
    end: (Number(truth.atDeadline) - origin) / span,
    reached: truth.reachedOn === null ? null : monthsTo(truth.reachedOn, year),
  }
}

/** Months from the start of January to the end of a day. */
export function monthsTo(day: PlainDate, year: number): number {
  const days = Number(lastDayOf(monthOfDay(day)).slice(8))
  return monthNumber(day, year) - 1 + Number(day.slice(8)) / days
}

function lessonOfSum(parts: readonly Seen[], year: number, weight: number): Lesson[] {
  const [first, ...others] = parts
  if (first === undefined || others.length === 0) return []
  const courses: [Course, ...Course[]] = [first.course, ...others.map(({ course }) => course)]
  const course = sumOfCourses(courses)
  const around = sumOfSurroundings(
    courses,
    parts.map((part) => part.around),
  )
  const end = sumOfTruth(parts, ({ truth }) => Number(truth.atDeadline), course)
  return [
    {
      level: 'indicator',
      course,
      around,
      weight,
      met: end >= 1,
      end,
      reached: reachedBySum(parts, course, year),
    },
  ]
}

function sumOfTruth(
  parts: readonly Seen[],
  of: (cell: KnownCell) => number,
  { origin, span }: Course,
): number {
  const sum = parts.reduce((total, { cell }) => total + of(cell), 0)
  return Math.round(((sum - origin) / span) * 1e12) / 1e12
}

/** Straight between the ends of months. */
function reachedBySum(parts: readonly Seen[], course: Course, year: number): number | null {
  const count = Math.max(...parts.map(({ cell }) => cell.truth.months.length))
  let before = 0
  for (let month = 1; month <= count; month++) {
    const name = addMonths(monthOf(year, 1), month - 1)
    const level = sumOfTruth(
      parts,
      ({ truth }) =>
        Number(truth.months.find((one) => one.month === name)?.value ?? truth.months.at(-1)?.value ?? 0),
      course,
    )
    if (level >= 1) return month - 1 + (1 - before) / (level - before)
    before = level
  }
  return null
}
