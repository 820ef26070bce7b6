/** Time expressions: “到2027年底”, “6月底前”, “年内”, “三季度前”, “2024—2026年”. */
import { lastDayOfMonth, plainDate } from '../../domain/values/plain-date.ts'
import type { PlainDate } from '../../domain/values/plain-date.ts'
import { createCharacterSet } from './character-set.ts'

export type TimeExpression = {
  readonly end: number
  /** The last day of what is stated; null when no end is stated or no year is known. */
  readonly date: PlainDate | null
}

const expression = new RegExp(
  [
    '(?:截至|截止|力争|确保|[到至在于])?',
    '(?:(?:(\\d{4})年?[—－\\-–~～至到])?(\\d{4})年(?:度|全年)?|(今年|本年|当年|年内|全年|年(?=[底末])))?',
    '(?:(\\d{1,2})月(?:份)?(?:(\\d{1,2})日)?)?',
    '(年?底|年?末|上半年|下半年|(?:第)?[一二三四1-4]季度)?(?:末|底)?',
    '(?:之前|以前|前|内|为止|止)?',
  ].join(''),
  'y',
)
const quarters: Readonly<Record<string, number>> = {
  一: 3,
  二: 6,
  三: 9,
  四: 12,
  '1': 3,
  '2': 6,
  '3': 9,
  '4': 12,
}

/** Reads the time expression at `start`; null if there is none. */
export function readTime(text: string, start: number, year: number | null): TimeExpression | null {
  expression.lastIndex = start
  const match = expression.exec(text)
  if (match === null) return null
  const [, , statedYear, vagueYear, month, day, part] = match
  const stated =
    statedYear ??
    vagueYear ??
    month ??
    (part === undefined || part === '底' || part === '末' ? undefined : part)
  if (stated === undefined) return null
  const end = start + match[0].length
  const known = statedYear === undefined ? year : Number(statedYear)
  return { end, date: known === null || known < 1 ? null : lastDay(known, month, day, part ?? '') }
}

function lastDay(
  year: number,
  month: string | undefined,
  day: string | undefined,
  part: string,
): PlainDate | null {
  try {
    if (month !== undefined)
      return day === undefined
        ? lastDayOfMonth(year, Number(month))
        : plainDate(year, Number(month), Number(day))
    if (part === '上半年') return lastDayOfMonth(year, 6)
    const quarter = /([一二三四1-4])季度/.exec(part)?.[1]
    return lastDayOfMonth(year, (quarter === undefined ? undefined : quarters[quarter]) ?? 12)
  } catch {
    return null // 13月, 31日 of a short month: a slip in the document states no date
  }
}

/** The first deadline stated inside `start`–`end`, as opposed to a mere year in passing. */
export function findDeadline(
  text: string,
  start: number,
  end: number,
  year: number | null,
): TimeExpression | null {
  for (let index = start; index < end; index++) {
    if (!startsTime(text.charCodeAt(index))) continue
    const time = readTime(text, index, year)
    if (time === null) continue
    if (
      time.end <= end &&
      (index === start || /[底末前内]|到|至|截|季度$|上半年$/.test(text.slice(index, time.end)))
    )
      return time
    index = time.end - 1
  }
  return null
}

/** What a time expression may start with. */
const startsTime = createCharacterSet('到至截年今上下第一二三四0123456789')
