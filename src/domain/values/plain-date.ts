/** A calendar date `YYYY-MM-DD` without time or zone; compares correctly as text. Asia/Shanghai decides "today". */
declare const brand: unique symbol
export type PlainDate = string & { readonly [brand]: 'PlainDate' }

/** The last day of a month, e.g. `lastDayOfMonth(2023, 2)` is 2023-02-28. `month` is 1–12. */
export function lastDayOfMonth(year: number, month: number): PlainDate {
  const days = daysOf(year, month)
  if (days === undefined) throw new RangeError(`month ${month} is not 1–12`)
  return plainDate(year, month, days)
}

function daysOf(year: number, month: number): number | undefined {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
}

/** Builds a date from its numbers; throws RangeError when there is no such day. */
export function plainDate(year: number, month: number, day: number): PlainDate {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return parsePlainDate(text)
}

/** Reads `YYYY-MM-DD`; throws RangeError when it is not a day of the calendar. */
export function parsePlainDate(text: string): PlainDate {
  const day = Number(text.slice(8))
  const days = daysOf(Number(text.slice(0, 4)), Number(text.slice(5, 7)))
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || days === undefined || day < 1 || day > days) {
    throw new RangeError(`“${text}” is not a date of the form YYYY-MM-DD`)
  }
  return text as PlainDate
}
