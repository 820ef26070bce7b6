/** Days as an official pastes them: “2027-01-01 放假 元旦”, “2027年1月3日 上班 元旦”, one a line. */
import { parsePlainDate, plainDate, type PlainDate } from '../../../domain/plain-date.ts'
import type { DayKind, NamedDay } from '../../../domain/working-day.ts'

export type ReadDays = { readonly days: readonly NamedDay[]; readonly unread: readonly number[] }

const kinds: Readonly<Record<string, DayKind>> = {
  放假: 'holiday',
  休: 'holiday',
  上班: 'workday',
  班: 'workday',
  恢复: 'ordinary',
}

/** `unread` counts lines from 1. */
export function readDays(text: string): ReadDays {
  const lines = text.normalize('NFKC').split(/\r?\n/)
  const read = lines.map((line) => (line.trim() === '' ? 'empty' : readDay(line)))
  return {
    days: read.filter((day): day is NamedDay => typeof day === 'object'),
    unread: read.flatMap((day, index) => (day === undefined ? [index + 1] : [])),
  }
}

function readDay(line: string): NamedDay | undefined {
  const [date = '', word = '', ...name] = line.trim().split(/[\s,]+/)
  const day = readDate(date)
  const kind = kinds[word]
  return day && kind ? { day, kind, name: name.join(' ') || word } : undefined
}

function readDate(text: string): PlainDate | undefined {
  const parts = /^(\d{4})[-年/.](\d{1,2})[-月/.](\d{1,2})日?$/.exec(text)
  try {
    return parts ? plainDate(Number(parts[1]), Number(parts[2]), Number(parts[3])) : parsePlainDate(text)
  } catch {
    return undefined
  }
}
