/** A cell or line that states by when a task is due, in the mixed forms tables use: 11月, 2021.8, 10月底前, 年底前, 全年. */
import { plainDate, lastDayOfMonth, type PlainDate } from '../../domain/values/plain-date.ts'
import { readTime } from '../extract/deadlines.ts'

/** 2021.8, 2021-08, 2021/8/31, 2021.8.31; also 2023.3-2023.11, of which the end counts. */
const dotted =
  /(?:^|[-—－–~～至到])\s*(\d{4})[.．/\-年](\d{1,2})(?:[.．/\-月](\d{1,2}))?(?:[日月])?(?:底|末)?(?:之?前|以前)?$/
/** 8.31前: a month and a day, not the 8.3 of a figure. */
const dayOfYear = /^(\d{1,2})[.．](\d{1,2})(?:日|号)?(?:之?前|以前)?$/
const monthRange = /^(?:\d{4}年)?\d{1,2}月?(?:份)?[-—－–~～至到](?=(?:\d{4}年)?\d{1,2}月)/
const dressing =
  /^(?:[（(]|于|计划|预计|力争|确保)+|(?:完成|建成|投用|竣工|完工|实施|开工|全部|基本|交付|使用|并|投入|[)）。；;])+$/g

/** Null when the text says more or less than one time, or when no year is known. */
export function readDeadline(text: string, year: number | null): PlainDate | null {
  const plain = text.replaceAll(/\s/g, '').replaceAll(dressing, '')
  const found = dotted.exec(plain)
  if (found !== null) return dateOf(Number(found[1]), Number(found[2]), found[3])
  const day = dayOfYear.exec(plain)
  if (day !== null) return year === null ? null : dateOf(year, Number(day[1]), day[2])
  const end = plain.replace(monthRange, '')
  const time = readTime(end, 0, yearOf(plain) ?? year)
  return time !== null && time.end === end.length ? time.date : null
}

function yearOf(text: string): number | undefined {
  const found = /^(\d{4})年/.exec(text)?.[1]
  return found === undefined ? undefined : Number(found)
}

function dateOf(year: number, month: number, day: string | undefined): PlainDate | null {
  try {
    return day === undefined ? lastDayOfMonth(year, month) : plainDate(year, month, Number(day))
  } catch {
    return null // 2021.13: a slip in the document states no date
  }
}
