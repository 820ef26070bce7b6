/** Working days: weekends are off, holidays are off, days made up are worked. Which days those are is data. */
import { lastDayOf, monthOfDay, type Month } from './month.ts'
import { parsePlainDate, type PlainDate } from './plain-date.ts'

export const dayKinds = ['holiday', 'workday', 'ordinary'] as const
/** `ordinary` takes an earlier word on a day back. */
export type DayKind = (typeof dayKinds)[number]

export type NamedDay = { readonly day: PlainDate; readonly kind: DayKind; readonly name: string }

/** The days that are not what their weekday says. */
export type WorkingCalendar = ReadonlyMap<PlainDate, Pick<NamedDay, 'kind' | 'name'>>

/** The later word on a day counts. */
export function workingCalendar(...lists: readonly (readonly NamedDay[])[]): WorkingCalendar {
  return new Map(lists.flat().map(({ day, kind, name }) => [day, { kind, name }]))
}

const dayLength = 86_400_000

export function addDays(day: PlainDate, days: number): PlainDate {
  return parsePlainDate(
    new Date(Date.parse(`${day}T00:00:00Z`) + days * dayLength).toISOString().slice(0, 10),
  )
}

/** 0 is Sunday, 6 is Saturday. */
export function weekdayOf(day: PlainDate): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay()
}

export function isWorkingDay(calendar: WorkingCalendar, day: PlainDate): boolean {
  const kind = calendar.get(day)?.kind ?? 'ordinary'
  if (kind !== 'ordinary') return kind === 'workday'
  return weekdayOf(day) % 6 !== 0
}

/** The longest a calendar may go without a working day before it is taken to be wrong. */
const longestBreak = 60

/** The day itself where it is worked, else the next one that is, or the one before. Throws RangeError where there is none. */
export function nearestWorkingDay(calendar: WorkingCalendar, day: PlainDate, step: 1 | -1): PlainDate {
  for (let days = 0; days <= longestBreak; days += 1) {
    const candidate = addDays(day, days * step)
    if (isWorkingDay(calendar, candidate)) return candidate
  }
  throw new RangeError(`no working day within ${longestBreak} days of ${day}`)
}

/** The `count`th working day after a day; the day itself for 0. */
export function addWorkingDays(calendar: WorkingCalendar, day: PlainDate, count: number): PlainDate {
  let reached = day
  for (let passed = 0; passed < count; passed += 1)
    reached = nearestWorkingDay(calendar, addDays(reached, 1), 1)
  return reached
}

/** The nth working day of a month, or its last where it has fewer. */
export function nthWorkingDay(calendar: WorkingCalendar, month: Month, nth: number): PlainDate {
  const day = addWorkingDays(calendar, addDays(month, -1), nth)
  return monthOfDay(day) === month ? day : lastWorkingDay(calendar, month)
}

export function lastWorkingDay(calendar: WorkingCalendar, month: Month): PlainDate {
  return nearestWorkingDay(calendar, lastDayOf(month), -1)
}
