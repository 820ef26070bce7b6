/**
 * A table flattened to text, as word processors save it and browsers copy it: cells set apart by tabs, merged cells
 * lost. Two layouts are met: every cell on lines of its own, the first begun by a tab, rows set apart by an empty line;
 * and every row on a line, with tabs between its cells. In both a cell's further lines have no tab.
 */
import type { SourceBlock, SourceDocument, SourceTable } from '../../domain/programme/source.ts'
import { findColumnRole } from '../recognise/column-heads.ts'
import { areTaskHeads } from '../recognise/task-table.ts'
import { endsTable, splitTables } from './text-tables.ts'

type Row = readonly string[]

/** Text set in columns by tabs alone, as in tables of figures, is no table of tasks. */
const maxColumns = 100

/** `text` has "\n" line ends. Without a line that holds a tab the document has no table. */
export function readText(text: string): SourceDocument {
  const lines = text.split('\n')
  const first = lines.findIndex((line) => line.includes('\t'))
  if (first === -1) return { format: 'txt', blocks: paragraphs(lines) }
  const cellALine = isCellALine(lines)
  const end = endOfTable(lines, cellALine)
  const rowsOf = cellALine ? rowsOfCellLines : rowsOfRowLines
  const inner = splitTables(lines, first, end, cellALine).flatMap((stretch) => {
    const own = lines.slice(stretch.start, stretch.end)
    return stretch.kind === 'lines' ? paragraphs(own) : [tableOf(rowsOf(own))]
  })
  if (inner.some((block) => block.kind === 'table' && block.columnCount > maxColumns))
    return { format: 'txt', blocks: paragraphs(lines) }
  return {
    format: 'txt',
    blocks: [...paragraphs(lines.slice(0, first)), ...inner, ...paragraphs(lines.slice(end))],
  }
}

function paragraphs(lines: readonly string[]): SourceBlock[] {
  return lines.filter((line) => line.trim() !== '').map((text) => ({ kind: 'paragraph', text }))
}

/** The table ends where, with no tab to come and (where cells have lines of their own) behind an empty line, a note begins. */
function endOfTable(lines: readonly string[], behindBlank: boolean): number {
  const lastTab = lines.findLastIndex((line) => line.includes('\t'))
  const note = lines.findIndex(
    (_, i) => i > lastTab && (!behindBlank || lines[i - 1]?.trim() === '') && endsTable(lines, i),
  )
  return note === -1 ? lines.length : note
}

function isCellALine(lines: readonly string[]): boolean {
  const tabbed = lines.filter((line) => line.includes('\t'))
  return tabbed.every((line) => line.startsWith('\t') && !line.includes('\t', 1))
}

function tableOf(rows: readonly Row[]): SourceTable {
  return {
    kind: 'table',
    rowCount: rows.length,
    columnCount: rows.reduce((widest, row) => Math.max(widest, row.length), 0),
    merges: 'lost',
    cells: rows.flatMap((texts, row) =>
      texts.map((text, column) => ({ row, column, rowSpan: 1, columnSpan: 1, text })),
    ),
  }
}

/** A row ends at an empty line, but cells may hold empty lines too: as many cells as there are heads make a row. */
function rowsOfCellLines(lines: readonly string[]): Row[] {
  const groups: string[][] = []
  let afterBlank = true
  for (const line of lines) {
    const group = groups.at(-1)
    if (!line.startsWith('\t')) group?.push(`${group.pop() ?? ''}\n${line}`)
    else if (group === undefined || afterBlank) groups.push([line.slice(1)])
    else group.push(line.slice(1))
    afterBlank = line.trim() === '' && !line.startsWith('\t') // a lone tab is an empty cell
  }
  const trimmed = groups.map((group) => group.map((cell) => cell.trimEnd()))
  return rowsOfWidth(trimmed, widthOf(trimmed))
}

/** The heads tell how many columns there are: those set apart as a row, else the first run of known ones. */
function widthOf(groups: readonly Row[]): number {
  const isHead = (text: string): boolean => findColumnRole(text) !== undefined
  const heads = groups.find((group) => areTaskHeads(group) && group.filter(isHead).length * 2 > group.length)
  if (heads !== undefined) return heads.length
  const cells = groups.flat()
  const fromHeads = cells.slice(Math.max(0, cells.findIndex(isHead)))
  const run = fromHeads.findIndex((text) => !isHead(text))
  return Math.max(1, run === -1 ? fromHeads.length : run)
}

/** Joins groups that an empty line inside a row set apart, and cuts those that none does. */
function rowsOfWidth(groups: readonly Row[], width: number): Row[] {
  const rows: Row[] = []
  let open: string[] = []
  const close = (): void => {
    if (open.length > 0) rows.push(open)
    open = []
  }
  for (const group of groups) {
    if (open.length + group.length > width) close()
    for (const cell of group) {
      open.push(cell)
      if (open.length === width) close()
    }
  }
  close()
  return rows
}

/** A row is full with as many cells as the heads have; a line before that goes on with the row's last cell. */
function rowsOfRowLines(lines: readonly string[]): Row[] {
  const tabbed = lines.map((line) => line.split('\t'))
  const width = (tabbed.find((cells) => areTaskHeads(cells)) ?? tabbed[0] ?? []).length
  const rows: string[][] = []
  for (const [first = '', ...more] of tabbed) {
    const row = rows.at(-1)
    const startsRow =
      row === undefined || more.length + 1 >= width || (row.length >= width && more.length > 0)
    if (startsRow) rows.push([first, ...more])
    else row.push(`${row.pop() ?? ''}\n${first}`, ...more)
  }
  return rows.map((row) => row.map((cell) => unquoted(cell.trimEnd())))
}

/** Spreadsheets put cells of several lines in quotation marks when they are copied. */
function unquoted(cell: string): string {
  return /^"[^]*"$/.test(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell
}
