/** Reads a day as an official types it or Excel shows it: 2023-06-30, 2023/6/30, 2023.6.30, 2023年6月30日, 6月30日. */
import { plainDate, type PlainDate } from '../../../domain/plain-date.ts'

const day = /^(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})日?$/

/** Undefined where it is no day of the calendar; without a year it is in `year`. */
export function readTypedDay(typed: string, year: number): PlainDate | undefined {
  const found = day.exec(typed.normalize('NFKC').replaceAll(/\s/g, ''))
  if (!found) return undefined
  try {
    return plainDate(Number(found[1] ?? year), Number(found[2]), Number(found[3]))
  } catch {
    return undefined
  }
}
