/**
 * What the reader made of every stretch of the document, by the paragraph or cell it stands in. Marks may overlap; a
 * text is cut where any of them begins or ends.
 */
import type {
  DraftIndicator,
  DraftName,
  DraftProgramme,
  DraftTask,
  IgnoredReason,
  NotTargetReason,
} from '../../../domain/draft.ts'
import { isSeparator } from '../../../domain/separators.ts'
import { sourceOffset } from '../../../domain/source-offset.ts'
import type { Place, SourceDocument } from '../../../domain/source.ts'
import { notTargetKey, placeKey } from './light-keys.ts'

export type Mark = { readonly start: number; readonly end: number; readonly key: string } & (
  | { readonly kind: 'promise'; readonly doubtful: boolean }
  | { readonly kind: 'not-target'; readonly why: NotTargetReason }
  | { readonly kind: 'ignored'; readonly why: IgnoredReason }
  | { readonly kind: 'name' | 'milestone' | 'result' | 'heading' | 'sentence' | 'unread' }
)

/** Names one paragraph ("3") or cell ("2.4.1") of a document. */
export function holderName({ block, row, column }: Pick<Place, 'block' | 'row' | 'column'>): string {
  return row === undefined ? `${block}` : `${block}.${row}.${column}`
}

/** Every paragraph and cell with its text, in reading order. */
export function holdersOf(source: SourceDocument): { readonly holder: string; readonly text: string }[] {
  return source.blocks.flatMap((entry, block) =>
    entry.kind === 'paragraph'
      ? [{ holder: `${block}`, text: entry.text }]
      : entry.cells.map(({ row, column, text }) => ({ holder: `${block}.${row}.${column}`, text })),
  )
}

export type SourceMarks = {
  readonly byHolder: ReadonlyMap<string, readonly Mark[]>
  /** Characters of the document, blanks left out. */
  readonly characters: number
  /** Of these, how many are neither used nor stated as ignored; 0 when nothing was lost. */
  readonly unread: number
}

export function markSource(
  source: SourceDocument,
  draft: DraftProgramme,
  needsLook: (indicator: DraftIndicator) => boolean,
): SourceMarks {
  const holders = holdersOf(source)
  const texts = new Map(holders.map(({ holder, text }) => [holder, text]))
  const byHolder = new Map<string, Mark[]>()
  const put = (place: Place, made: Mark): void => {
    const marks = byHolder.get(holderName(place))
    // Cells that several tasks share hold the same name once.
    if (!marks) byHolder.set(holderName(place), [made])
    else if (!marks.some((other) => other.key === made.key && other.start === made.start)) marks.push(made)
  }
  const mark = (place: Place | null, kind: 'heading' | 'milestone' | 'result'): void => {
    if (place) put(place, { ...stretch(place), key: placeKey(place), kind })
  }
  const heading = (place: Place | null): void => mark(place, 'heading')
  const name = ({ place, person }: Pick<DraftName, 'place' | 'person'>): void => {
    put(place, { ...stretch(place), key: placeKey(place), kind: 'name' })
    if (person) name(person)
  }

  heading(draft.titlePlace)
  for (const rule of draft.rules) heading(rule.place)
  for (const project of draft.projects) {
    heading(project.noPlace)
    heading(project.place)
    for (const task of project.tasks) {
      heading(task.deadlinePlace)
      for (const milestone of task.milestones) mark(milestone.place, 'milestone')
      for (const report of task.reported) {
        mark(report.place, 'result')
        mark(report.inOrderPlace, 'result')
      }
      for (const duty of [task.leaders, task.leadUnits, task.cooperatingUnits]) duty.forEach(name)
      put(task.place, { ...stretch(task.place), key: task.key, kind: 'sentence' })
      for (const found of sentenceMarks(task, texts.get(holderName(task.place)) ?? '', needsLook))
        put(task.place, found)
    }
  }
  for (const { place, why } of draft.ignored)
    put(place, { ...stretch(place), key: placeKey(place), kind: 'ignored', why })

  let characters = 0
  let unread = 0
  for (const { holder, text } of holders) {
    const marks = byHolder.get(holder) ?? []
    const gaps = unreadStretches(text, marks)
    characters += inked(text)
    unread += gaps.reduce((sum, gap) => sum + inked(text.slice(gap.start, gap.end)), 0)
    if (gaps.length > 0) byHolder.set(holder, [...marks, ...gaps])
  }
  return { byHolder, characters, unread }
}

function sentenceMarks(
  task: DraftTask,
  holderText: string,
  needsLook: (indicator: DraftIndicator) => boolean,
): Mark[] {
  const cellText = holderText.slice(task.place.start, task.place.end)
  const inCell = (span: { start: number; end: number }) => ({
    start: task.place.start + sourceOffset(cellText, span.start),
    end: task.place.start + sourceOffset(cellText, span.end - 1) + 1,
  })
  return [
    ...task.indicators.map((indicator): Mark => ({
      ...inCell(indicator),
      key: indicator.key,
      kind: 'promise',
      doubtful: needsLook(indicator),
    })),
    ...task.notTargets.map((span): Mark => ({
      ...inCell(span),
      key: notTargetKey(task, span),
      kind: 'not-target',
      why: span.why,
    })),
  ]
}

/** Stretches with ink that no mark covers: the reader lost them, which a person must see. What parts names is not lost. */
function unreadStretches(text: string, marks: readonly Mark[]): Mark[] {
  const covered = marks.toSorted((a, b) => a.start - b.start)
  const gaps: Mark[] = []
  const hasNames = marks.some(({ kind }) => kind === 'name')
  let at = 0
  for (const { start, end } of [...covered, { start: text.length, end: text.length }]) {
    const gap = text.slice(at, Math.max(at, start))
    if (inked(gap) > 0 && !(hasNames && isSeparator(gap)))
      gaps.push({ start: at, end: start, key: `unread-${at}`, kind: 'unread' })
    at = Math.max(at, end)
  }
  return gaps
}

function inked(text: string): number {
  return text.replaceAll(/\s/g, '').length
}

function stretch({ start, end }: Place): { start: number; end: number } {
  return { start, end }
}
