/** Keys by which the two sides of a dry run find each other (attribute `data-light`, several separated by blanks). */
import type { DraftTask, NotTarget } from '../../../domain/programme/draft.ts'
import type { Place } from '../../../domain/programme/source.ts'

/** A name or heading is known by where it is printed. */
export function placeKey({ block, row, column, start }: Place): string {
  return row === undefined ? `at-${block}-${start}` : `at-${block}.${row}.${column}-${start}`
}

export function notTargetKey(task: DraftTask, span: Pick<NotTarget, 'start'>): string {
  return `not-${task.key}-${span.start}`
}
