/** A calendar date `YYYY-MM-DD` without time or zone; compares correctly as text. Asia/Shanghai decides "today". */
declare const brand: unique symbol
export type PlainDate = string & { readonly [brand]: 'PlainDate' }

/** The last day of a month, e.g. `lastDayOfMonth(2023, 2)` is 2023-02-28. `month` is 1–12. */
export function lastDayOfMonth(year: number, month: number): PlainDate {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  if (days === undefined) throw new RangeError(`month ${month} is not 1–12`)
  return plainDate(year, month, days)
}

/** Builds a date from its numbers; throws RangeError when there is no such day. */
export function plainDate(year: number, month: number, day: number): PlainDate {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return parsePlainDate(text)
}

/** Reads `YYYY-MM-DD`; throws RangeError when it is not a day of the calendar. */
export function parsePlainDate(text: string): PlainDate {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text) {
    throw new RangeError(`“${text}” is not a date of the form YYYY-MM-DD`)
  }
  return text as PlainDate
}
