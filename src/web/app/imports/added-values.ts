/** The form for a promise that was not read, filled from the stretch of the sentence a person chose. */
import type { DraftTask } from '../../../domain/programme/draft.ts'
import { guessTarget, withoutEdges } from './guess-target.ts'
import { valuesOf, type TargetValues } from './target-values.ts'

export type AddedValues = {
  /** Filled in from what was pointed at, and nothing typed yet. */
  readonly prefilled?: true
  readonly stretch: { readonly start: number; readonly end: number; readonly values: TargetValues } | null
}

const blank: TargetValues = {
  kind: 'quantity',
  action: '',
  object: '',
  comparator: 'eq',
  value: '',
  valueMax: '',
  unit: '',
  deadline: '',
  ledger: 'points',
}

/** Punctuation at the edges is left out; nothing is chosen where only that is left. */
export function addedFrom(task: DraftTask, from: number, to: number): AddedValues {
  const { start, end } = withoutEdges(task.text, from, to)
  if (start === end) return { stretch: null }
  const before = task.indicators.findLast((indicator) => indicator.start <= start)
  const near = before ? valuesOf(before) : { ...blank, deadline: task.deadline ?? '' }
  return { stretch: { start, end, values: guessTarget(task.text.slice(start, end), near) } }
}

/** For a number left out: its words back to the last pause, so that what is counted is in the stretch too. */
export function clauseAround(text: string, start: number, end: number): { start: number; end: number } {
  const pause = /[，,。；;：:、]/
  let from = start
  while (from > 0 && !pause.test(text.charAt(from - 1))) from -= 1
  let to = end
  while (to < text.length && !pause.test(text.charAt(to))) to += 1
  return { start: from, end: to }
}
