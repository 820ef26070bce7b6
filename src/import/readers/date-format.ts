/** Day numbers of spreadsheets as dates and times (ECMA-376 part 1, §18.17.4). */
import type { FormatToken } from './format-code.ts'

type DateParts = {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly weekday: number
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly days: number
}

const secondsPerDay = 86_400
/** 9999-12-31. */
const lastDay = 2_958_465
const weekdays = '日一二三四五六'

/** Days from 1899-12-30; undefined where no calendar reaches. Day 60 would be a 29 February 1900, which never was. */
export function dateParts(days: number): DateParts | undefined {
  const seconds = Math.round(days * secondsPerDay)
  const day = Math.floor(seconds / secondsPerDay)
  if (day < 0 || day > lastDay) return undefined
  const date = new Date(Date.UTC(1899, 11, day < 60 ? 31 : 30) + day * secondsPerDay * 1000)
  const time = seconds - day * secondsPerDay
  return {
    year: day === 0 ? 1900 : date.getUTCFullYear(),
    month: day === 0 ? 1 : date.getUTCMonth() + 1,
    day: day === 0 ? 0 : date.getUTCDate(),
    weekday: (day + 6) % 7,
    hour: Math.floor(time / 3600),
    minute: Math.floor(time / 60) % 60,
    second: time % 60,
    days: day,
  }
}

/** Throws RangeError for a day outside the calendar. */
export function formatDate(days: number, parts: readonly FormatToken[]): string {
  const date = dateParts(days)
  if (date === undefined) throw new RangeError(`no date has the number ${days}`)
  const halfDay = parts.some(({ kind }) => kind === 'half-day')
  return parts
    .map((part, index) => {
      if (part.kind === 'half-day') return halfDayName(part.text, date.hour)
      if (part.kind !== 'date') return part.kind === 'none' || part.kind === 'general' ? '' : part.text
      return isMinutes(parts, index) ? padded(date.minute, part.text) : shownPart(part.text, date, halfDay)
    })
    .join('')
}

/** An m beside hours or seconds is minutes, else it is the month. */
function isMinutes(parts: readonly FormatToken[], index: number): boolean {
  if (!/^m{1,2}$/.test(parts[index]?.text ?? '')) return false
  const before = parts.slice(0, index).findLast(({ kind }) => kind === 'date')
  const after = parts.slice(index + 1).find(({ kind }) => kind === 'date')
  return /^\[?h/.test(before?.text ?? '') || /^\[?s/.test(after?.text ?? '')
}

function shownPart(part: string, date: DateParts, halfDay: boolean): string {
  if (part.startsWith('[')) return elapsed(part, date)
  if (part === 'aaa') return weekdays.charAt(date.weekday)
  if (part === 'aaaa') return `星期${weekdays.charAt(date.weekday)}`
  switch (part.charAt(0)) {
    case 'y':
      return part.length <= 2 ? padded(date.year % 100, 'yy') : String(date.year)
    case 'e':
      return String(date.year)
    case 'm':
      return part.length > 2 ? `${date.month}月` : padded(date.month, part)
    case 'd':
      if (part.length > 2) return `${part.length > 3 ? '星期' : '周'}${weekdays.charAt(date.weekday)}`
      return padded(date.day, part)
    case 'h':
      return padded(halfDay ? ((date.hour + 11) % 12) + 1 : date.hour, part)
    default:
      return padded(date.second, part)
  }
}

/** [h], [m] and [s] go on counting behind 24 hours, 60 minutes and 60 seconds. */
function elapsed(part: string, { days, hour, minute, second }: DateParts): string {
  const hours = days * 24 + hour
  const units = { h: hours, m: hours * 60 + minute, s: (hours * 60 + minute) * 60 + second }
  const unit = part.charAt(1)
  return padded(unit === 'h' || unit === 'm' ? units[unit] : units.s, part.slice(1, -1))
}

function halfDayName(names: string, hour: number): string {
  const [morning = '', afternoon = ''] = names.split('/')
  return hour < 12 ? morning : afternoon
}

function padded(number: number, pattern: string): string {
  return String(number).padStart(Math.min(pattern.length, 2), '0')
}
