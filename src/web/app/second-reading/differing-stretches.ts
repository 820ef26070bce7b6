/** Where two versions of a sentence differ. */
import type { Stretch } from '../../ui/cut-at-marks.ts'

/**
 * From the first difference to the last, in each version; a figure is never cut. An end that adds nothing is empty:
 * `start` equals `end`.
 */
export function differingStretches(before: string, after: string): { before: Stretch; after: Stretch } {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start += 1
  while (start > 0 && isInsideFigure(before, after, start)) start -= 1
  let tail = 0
  while (tail < shorter - start && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1
  while (tail > 0 && isInsideFigure(before, after, before.length - tail, after.length - tail)) tail -= 1
  return { before: { start, end: before.length - tail }, after: { start, end: after.length - tail } }
}

/** Whether either version has a digit on both sides of the cut. */
function isInsideFigure(before: string, after: string, inBefore: number, inAfter = inBefore): boolean {
  return cutsFigure(before, inBefore) || cutsFigure(after, inAfter)
}

function cutsFigure(text: string, at: number): boolean {
  return /[\d.]{2}/.test(text.slice(Math.max(0, at - 1), at + 1))
}
