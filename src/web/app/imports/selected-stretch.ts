/** The stretch of a task's sentence that somebody has selected in the source document. */
import type { DraftProgramme, DraftTask } from '../../../domain/programme/draft.ts'
import { sourceOffset } from '../../../domain/programme/source-offset.ts'
import { tasksOf } from './import-reading.ts'
import { holderName } from './source-marks.ts'

export type SelectedStretch = {
  readonly task: DraftTask
  readonly start: number
  readonly end: number
  readonly box: DOMRect
}

/** Undefined when nothing is selected, or it reaches beyond one sentence. */
export function selectedStretch(
  draft: DraftProgramme,
  holderTexts: ReadonlyMap<string, string>,
): SelectedStretch | undefined {
  const selection = document.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined
  const range = selection.getRangeAt(0)
  const holder = holderAt(range.startContainer)
  if (!holder || holder !== holderAt(range.endContainer)) return undefined
  const name = holder.getAttribute('data-holder') ?? ''
  const task = tasksOf(draft).find(({ place }) => holderName(place) === name)
  if (!task) return undefined
  const from = offsetIn(holder, range.startContainer, range.startOffset)
  const cellText = (holderTexts.get(name) ?? '').slice(task.place.start, task.place.end)
  const start = textOffset(task, cellText, from)
  const end = textOffset(task, cellText, from + range.toString().length)
  return start < end ? { task, start, end, box: range.getBoundingClientRect() } : undefined
}

function holderAt(node: Node): Element | null {
  return (node instanceof Element ? node : node.parentElement)?.closest('[data-holder]') ?? null
}

function offsetIn(holder: Element, node: Node, offset: number): number {
  const before = document.createRange()
  before.selectNodeContents(holder)
  before.setEnd(node, offset)
  return before.toString().length
}

/** The first character of the sentence that stands at or behind an offset of the paragraph or cell. */
export function textOffset(
  task: Pick<DraftTask, 'text' | 'place'>,
  cellText: string,
  offset: number,
): number {
  for (let at = 0; at < task.text.length; at += 1) {
    if (task.place.start + sourceOffset(cellText, at) >= offset) return at
  }
  return task.text.length
}
