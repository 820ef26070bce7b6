/** A month of the calendar, written as its first day: `2023-03-01`. Compares correctly as text. */
import { lastDayOfMonth, plainDate, type PlainDate } from './plain-date.ts'

declare const brand: unique symbol
export type Month = PlainDate & { readonly [brand]: 'Month' }

/** `month` is 1–12; throws RangeError otherwise. */
export function monthOf(year: number, month: number): Month {
  return plainDate(year, month, 1) as Month
}

/** The month that a day lies in. */
export function monthOfDay(day: PlainDate): Month {
  return `${day.slice(0, 7)}-01` as Month
}

/** All twelve months of a year, in order. */
export function monthsOfYear(year: number): readonly Month[] {
  return Array.from({ length: 12 }, (_, index) => monthOf(year, index + 1))
}

export function lastDayOf(month: Month): PlainDate {
  return lastDayOfMonth(Number(month.slice(0, 4)), Number(month.slice(5, 7)))
}

/** The month `months` later, or earlier where negative. */
export function addMonths(month: Month, months: number): Month {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months
  return monthOf(Math.floor(index / 12), (index % 12) + 1)
}
