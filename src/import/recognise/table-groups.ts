/** The task tables of a document as programmes: pieces of one table together, other tables apart, the likeliest first. */
import type { Place, SourceDocument } from '../../domain/programme/source.ts'
import { annexMark, isPageMark } from './asides.ts'
import { scoreOfLabel } from './candidate.ts'
import { findColumnRole } from './column-heads.ts'
import { isDistrict } from './district-names.ts'
import { trimmedPiece } from './piece.ts'
import { recogniseTitle, type Title, titleWeight } from './recognise-title.ts'
import type { TaskTable } from './task-table.ts'
import { isToldAgain, toldBy } from './what-tables-tell.ts'

export type Heading = { readonly text: string; readonly place: Place }
export type TableGroup = {
  readonly tables: readonly TaskTable[]
  /** What stands right above each piece and may name the project in it, by the piece's block. */
  readonly headings: ReadonlyMap<number, Heading>
  /** The lines between the table before it and its first one. */
  readonly above: readonly Heading[]
  readonly title: Title
  /** Its title, else its sheet. */
  readonly label: string
  /** Rows that hold a task's text. */
  readonly tasks: number
  readonly score: number
}

export const longestHeading = 40
/** A line that weighs as much is the title of another table. */
export const ownTitle = 5

type OpenGroup = {
  readonly tables: TaskTable[]
  readonly headings: Map<number, Heading>
  readonly from: number
  readonly title: Title
}

export function groupTables(source: SourceDocument, tables: readonly TaskTable[]): TableGroup[] {
  const groups: OpenGroup[] = []
  for (const table of tables) {
    const group = groups.at(-1)
    const previous = group?.tables.at(-1)
    const above = linesBetween(source, (previous?.block ?? -1) + 1, table.block)
    const title = group?.title.title ?? ''
    if (group !== undefined && previous !== undefined && isPiece(source, previous, table, above, title)) {
      group.tables.push(table)
      addHeading(group, table, above, title)
    } else {
      const from = (previous?.block ?? -1) + 1
      const own = recogniseTitle(source, table.block, table.headRow, from)
      groups.push({ tables: [table], headings: new Map(), from, title: own })
    }
  }
  return groups.map((group) => described(source, group))
}

function firstOf({ tables }: OpenGroup): TaskTable {
  const [first] = tables
  if (first === undefined) throw new Error('a group has a table')
  return first
}

/** Heads alike, nothing but a heading, a page mark or the title again in between, and on the same sheet. */
function isPiece(
  source: SourceDocument,
  previous: TaskTable,
  table: TaskTable,
  between: readonly Heading[],
  title: string,
): boolean {
  if (table.table.sheet !== previous.table.sheet) return false
  for (let block = previous.block + 1; block < table.block; block++)
    if (source.blocks[block]?.kind === 'table') return false
  if (table.headRow === 0 && table.firstRow === 0) return between.length === 0
  if (headsOf(table) !== headsOf(previous)) return false
  const titleRows = table.table.cells.filter((cell) => cell.row < table.headRow && cell.text.trim() !== '')
  const texts = [...between.map(({ text }) => text), ...titleRows.map(({ text }) => text)].filter(
    (text) => !isPageMark(text) && !isSame(text, title),
  )
  return (
    texts.length < 3 &&
    !isShare(previous, table, texts) &&
    texts.every(
      (text) => text.length <= longestHeading && !annexMark.test(text.trim()) && titleWeight(text) < ownTitle,
    )
  )
}

/** 东屏区 above the tasks that were told before: its own table, and no part of the city's. */
function isShare(previous: TaskTable, table: TaskTable, headings: readonly string[]): boolean {
  return headings.some(isDistrict) && isToldAgain(toldBy([table]).texts, toldBy([previous]).texts)
}

/** The columns by their heads. */
export function headsOf({ heads }: TaskTable): string {
  return heads.filter((head, i) => head !== '' && head !== heads[i - 1]).join('|')
}

function isSame(text: string, other: string): boolean {
  return text.replaceAll(/\s/g, '') === other.replaceAll(/\s/g, '')
}

function linesBetween(source: SourceDocument, from: number, to: number): Heading[] {
  return source.blocks.slice(from, to).flatMap((block, index): Heading[] => {
    const piece = block.kind === 'paragraph' ? trimmedPiece(block.text, 0, block.text.length) : undefined
    if (piece === undefined) return []
    return [{ text: piece.name, place: { block: from + index, start: piece.start, end: piece.end } }]
  })
}

function addHeading(group: OpenGroup, table: TaskTable, above: readonly Heading[], title: string): void {
  const heading = above.findLast(({ text }) => !isPageMark(text) && !isSame(text, title))
  if (heading !== undefined) group.headings.set(table.block, heading)
}

function described(source: SourceDocument, group: OpenGroup): TableGroup {
  const first = firstOf(group)
  const { title } = group
  // Only where later pieces have headings is the line above the first one too, and not its title.
  const headings = new Map(group.headings)
  const lines = linesBetween(source, group.from, first.block)
  const above = lines.at(-1)
  if (
    headings.size > 0 &&
    above !== undefined &&
    above.text.length <= longestHeading &&
    titleWeight(above.text) < ownTitle
  )
    headings.set(first.block, above)
  const ownTitleLine = headings.get(first.block)?.place.block === title.place?.block
  const shown = ownTitleLine ? { ...title, title: '', place: null } : title
  const tasks = group.tables.reduce((sum, table) => sum + tasksIn(table), 0)
  const label = shown.title === '' ? (first.table.sheet ?? '') : shown.title
  const { tables } = group
  return { tables, headings, above: lines, title: shown, label, tasks, score: scoreOf(tables, label, tasks) }
}

function tasksIn({ table, columns, firstRow }: TaskTable): number {
  const rows = table.cells.filter(
    (cell) =>
      cell.row >= firstRow &&
      columns.content?.includes(cell.column) === true &&
      cell.text.trim() !== '' &&
      findColumnRole(cell.text) === undefined,
  )
  return rows.length
}

/** What the table is called weighs most, then that it names who leads, then its length. */
export function scoreOf(tables: readonly TaskTable[], label: string, tasks: number): number {
  const has = (role: keyof TaskTable['columns']): number =>
    tables.some(({ columns }) => (columns[role] ?? []).length > 0) ? 1 : 0
  const units = Math.max(has('lead'), has('responsible')) * 10
  return scoreOfLabel(label) + units + has('leaders') * 3 + has('cooperating') * 3 + Math.min(tasks, 30)
}
