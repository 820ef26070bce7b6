/** What a plan says is reached by when. Its part-counts are cumulative steps towards the target, no further targets. */
import type { DraftMilestone } from '../../domain/programme/draft.ts'
import { lastDayOfMonth, type PlainDate } from '../../domain/values/plain-date.ts'
import { taskTextOf } from '../../domain/programme/source-offset.ts'
import type { Place } from '../../domain/programme/source.ts'
import { findDeadline, readTime } from '../extract/deadlines.ts'
import { trimmedPiece } from './piece.ts'

/** Ends a step where the next one begins with a time: “3月底前完成设计；6月底前开工”. */
const stepEnd = /[；;。，,\n]/
const stepMark = /^(?:[（(]?[\d一二三四五六七八九十]{1,2}[)）.．、](?!\d)|[①-⑳])?\s*/

/** The steps of a plan's cell. `head` is the head of its column: under 一季度 a step needs no time of its own. */
export function readMilestones(
  text: string,
  place: Place,
  year: number | null,
  head: string,
): DraftMilestone[] {
  const whole = trimmedPiece(text, 0, text.length)
  if (whole === undefined || !/[\p{L}\p{N}]/u.test(whole.name)) return []
  const headDeadline = deadlineOf(head, year)
  const cuts = [whole.start, ...stepStarts(text, whole.start, whole.end, year), whole.end]
  return cuts.slice(0, -1).flatMap((start, i): DraftMilestone[] => {
    const piece = trimmedPiece(text, start, cuts[i + 1] ?? whole.end)
    if (piece === undefined) return []
    const step = taskTextOf(piece.name)
    const deadline = deadlineOf(step, year) ?? headDeadline
    return [{ text: step, deadline, place: { ...place, start: piece.start, end: piece.end } }]
  })
}

/** Whether a text is a plan of more than one dated step. */
export function isPlan(text: string, year: number | null): boolean {
  return stepStarts(text, 0, text.length, year).length > 0
}

function stepStarts(text: string, start: number, end: number, year: number | null): number[] {
  const starts: number[] = []
  for (let at = start; at < end - 1; at++) {
    if (!stepEnd.test(text.charAt(at))) continue
    const from = at + 1 + (/^\s*/.exec(text.slice(at + 1, end))?.[0].length ?? 0)
    const mark = stepMark.exec(text.slice(from, end))?.[0].length ?? 0
    if (from + mark < end && beginsWithTime(text, from + mark, year)) starts.push(from)
  }
  return starts
}

function beginsWithTime(text: string, at: number, year: number | null): boolean {
  const time = readTime(text, at, year)
  return time !== null || rangeEnd(text.slice(at, at + 20), year) !== null
}

function deadlineOf(text: string, year: number | null): PlainDate | null {
  const marked = stepMark.exec(text)?.[0].length ?? 0
  const rest = text.slice(marked)
  return (
    rangeEnd(rest, year) ??
    readTime(rest, 0, year)?.date ??
    findDeadline(rest, 0, rest.length, year)?.date ??
    null
  )
}

/** 1—3月, 2030年4月至6月: the last day of the last month. */
function rangeEnd(text: string, year: number | null): PlainDate | null {
  const found = /^(?:(\d{4})年)?\d{1,2}月?(?:份)?[-—－–~～至到](\d{1,2})月/.exec(text)
  const known = found?.[1] === undefined ? year : Number(found[1])
  const month = Number(found?.[2])
  if (found === null || known === null || month < 1 || month > 12) return null
  return lastDayOfMonth(known, month)
}
