/**
 * Dated part-counts inside a task's own text: “新增托位300个，其中6月底前完成150个” promises 300; what is to be reached
 * on the way there is a milestone and no further target.
 */
import type { NotTarget } from '../../domain/programme/draft.ts'
import { findDeadline, readTime } from '../extract/deadlines.ts'
import type { ExtractedIndicator, Extraction } from '../extract/extract-indicators.ts'

export function markMilestones(
  { indicators, notTargets }: Extraction,
  text: string,
  year: number | null,
): Extraction {
  const steps = indicators.filter((indicator) => isStep(indicator, indicators, text, year))
  if (steps.length === 0) return { indicators, notTargets }
  const marked = steps.map(({ start, end }): NotTarget => ({ start, end, why: 'milestone' }))
  return {
    indicators: indicators.filter((indicator) => !steps.includes(indicator)),
    notTargets: [...notTargets, ...marked].toSorted((a, b) => a.start - b.start),
  }
}

/** Dated, and a part of a larger count of the same thing that has a later date or none. */
function isStep(
  step: ExtractedIndicator,
  all: readonly ExtractedIndicator[],
  text: string,
  year: number | null,
): boolean {
  if (step.value === null || !isDated(step, text, year)) return false
  return all.some(
    (whole) =>
      whole !== step &&
      whole.value !== null &&
      whole.unit === step.unit &&
      whole.kind === step.kind &&
      Number(whole.value) > Number(step.value) &&
      (step.object === '' ||
        readTime(step.object, 0, year) !== null ||
        whole.object === step.object ||
        step.doubts.includes('shared-object')) &&
      !isEarlier(whole, step),
  )
}

const clauseMarks = ['，', '。', '；', ';', '（', '(', '、', '\n']

/** Its clause names a time that is not the year's end. */
function isDated(step: ExtractedIndicator, text: string, year: number | null): boolean {
  const from = Math.max(...clauseMarks.map((mark) => text.lastIndexOf(mark, step.start - 1))) + 1
  const time = findDeadline(text, from, step.start + 1, year ?? 2000)
  return time?.date !== undefined && time.date !== null && !time.date.endsWith('-12-31')
}

function isEarlier(whole: ExtractedIndicator, step: ExtractedIndicator): boolean {
  return whole.deadline !== null && step.deadline !== null && whole.deadline < step.deadline
}
