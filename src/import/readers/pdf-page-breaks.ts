/**
 * A table that goes on over the page: its heads are repeated, a row may be cut in two, and a merged cell goes on empty.
 * Nothing in a PDF says which of these it is; the texts on both sides of the break do.
 */
import { clusterPositions } from './cluster-positions.ts'
import type { PageTable } from './pdf-blocks.ts'
import { measuresByColumn, type OpenCell, type OpenTable, shifted } from './pdf-table.ts'
import { isWrapped } from './pdf-wraps.ts'

/** Columns line up from page to page to within what a change of margins or of rounding does. */
const edgeTolerance = 4
/** Title rows may stand above the heads that are repeated. */
const deepestHead = 6
const sentenceEnd = /[。！？；]\s*[”’）)]?$/

/** Puts the next page's part below; false, and nothing changed, when that is another table. */
export function continueTable(table: OpenTable, part: PageTable): boolean {
  if (table.ruled !== part.ruled || table.lastPage >= part.page) return false
  const placed = onColumnsOf(table, part)
  if (placed === undefined) return false
  const heads = repeatedHeadCount(table, placed)
  for (let row = 0; row < heads; row++) table.repeatedHeads.push(placed.filter((cell) => cell.row === row))
  const body = placed.filter((cell) => cell.row >= heads).map((cell) => ({ ...cell, row: cell.row - heads }))
  const rowCount = part.grid.ys.length - 1 - heads
  if (rowCount > 0) append(table, body, rowCount)
  table.lastPage = part.page
  return true
}

/** The part's cells on the table's columns; undefined when the columns are others. Finer columns refine the table. */
function onColumnsOf(table: OpenTable, { grid, cells }: PageTable): OpenCell[] | undefined {
  const [left = 0] = table.xs
  const shift = left - grid.left
  const xs = grid.xs.map((x) => x + shift)
  if (!table.ruled) return xs.length === table.xs.length ? cells.map((cell) => ({ ...cell })) : undefined
  const edges = clusterPositions([...table.xs, ...xs], edgeTolerance)
  if (edges.length > Math.max(table.xs.length, xs.length)) return undefined
  const moved = cells.map((cell) => ({
    ...cell,
    left: cell.left + shift,
    right: cell.right + shift,
    lines: shifted(cell.lines, shift),
  }))
  if (edges.length > table.xs.length) {
    table.cells = table.cells.map((cell) => onEdges(cell, edges))
    table.repeatedHeads = table.repeatedHeads.map((row) => row.map((cell) => onEdges(cell, edges)))
  }
  table.xs = edges
  return moved.map((cell) => onEdges(cell, edges))
}

function onEdges(cell: OpenCell, edges: readonly number[]): OpenCell {
  const indexOf = (x: number): number =>
    edges.reduce(
      (best, edge, index) => (Math.abs(edge - x) < Math.abs((edges[best] ?? Infinity) - x) ? index : best),
      0,
    )
  const column = indexOf(cell.left)
  return { ...cell, column, columnSpan: Math.max(1, indexOf(cell.right) - column) }
}

/** How many of the first rows say the same as the table's own heads. */
function repeatedHeadCount(table: OpenTable, placed: readonly OpenCell[]): number {
  const [own, next] = [rowTexts(table.cells), rowTexts(placed)]
  for (let start = 0; start < deepestHead; start++) {
    let count = 0
    while (isSameHead(own(start + count), next(count))) count++
    if (count > 0) return count
  }
  return 0
}

function rowTexts(cells: readonly OpenCell[]): (row: number) => readonly string[] {
  const byRow = Map.groupBy(cells, (cell) => cell.row)
  return (row) =>
    (byRow.get(row) ?? []).map(({ column, lines }) => `${column} ${lines.map((line) => line.text).join('')}`)
}

function isSameHead(own: readonly string[], next: readonly string[]): boolean {
  const named = next.filter((text) => !/^\d+ $/.test(text))
  return named.length > 1 && own.length === next.length && next.every((text) => own.includes(text))
}

function append(table: OpenTable, body: readonly OpenCell[], rowCount: number): void {
  const lastRow = table.rowCount - 1
  const ending = table.cells.filter((cell) => cell.row + cell.rowSpan > lastRow)
  const pairs = body
    .filter((cell) => cell.row === 0)
    .map((below): Pair => ({ below, above: cellsAbove(ending, below) }))
  const cut = isCutRow(table, pairs)
  const firstRow = cut ? lastRow : table.rowCount
  const joined = new Set<OpenCell>()
  for (const pair of pairs) {
    if (pair.above.length === 0 || !(cut || isMergedAcross(pair, pairs))) continue
    for (const above of pair.above) {
      above.lines = [...above.lines, ...pair.below.lines]
      above.rowSpan = firstRow + pair.below.rowSpan - above.row
    }
    joined.add(pair.below)
  }
  const rest = body.filter((cell) => !joined.has(cell)).map((cell) => ({ ...cell, row: cell.row + firstRow }))
  table.cells.push(...rest)
  table.rowCount = firstRow + rowCount
}

type Pair = { readonly below: OpenCell; readonly above: readonly OpenCell[] }

/** The cell that an upper one goes on in, when both have the same columns. Empty ones are often drawn as one. */
function cellsAbove(ending: readonly OpenCell[], below: OpenCell): OpenCell[] {
  const within = ending.filter(
    (cell) => cell.column >= below.column && cell.column + cell.columnSpan <= below.column + below.columnSpan,
  )
  const covered = within.reduce((sum, cell) => sum + cell.columnSpan, 0)
  const fits = covered === below.columnSpan && (within.length === 1 || below.lines.length === 0)
  return fits ? within : []
}

/**
 * Whether the break goes through a row. The column with most text decides where it can: a sentence either goes on or has
 * ended. Where it says nothing below the break, what is there belongs to lists that began above it.
 */
function isCutRow(table: OpenTable, pairs: readonly Pair[]): boolean {
  if (pairs.some(({ above }) => above.length === 0)) return false
  const filled = pairs.filter(({ below }) => below.lines.length > 0)
  if (filled.some(({ above: [above] }) => above?.lines.length === 0)) return false
  const main = mainColumn(table)
  const sentence = filled.find(({ below }) => below.column === main)
  if (sentence === undefined) return filled.every(({ below }) => below.column > 0)
  if (goesOn(table, sentence)) return true
  const others = pairs.filter((pair) => pair !== sentence)
  return (
    others.every(({ below }) => below.lines.length === 0) &&
    others.every(({ below }) => below.rowSpan === sentence.below.rowSpan)
  )
}

/** In a column whose cells end in full stops, one that does not has not ended; else the line's length decides. */
function goesOn(table: OpenTable, { above: [above], below }: Pair): boolean {
  const last = above?.lines.at(-1)
  const [next] = below.lines
  if (above === undefined || last === undefined || next === undefined || sentenceEnd.test(last.text))
    return false
  const ends = table.cells
    .filter((cell) => cell.column === above.column && cell !== above && cell.row > 0)
    .flatMap((cell) => cell.lines.at(-1) ?? [])
  const stopped = ends.filter((line) => sentenceEnd.test(line.text)).length
  if (ends.length > 0 && stopped >= 0.8 * ends.length) return true
  return isWrapped(last, next, measuresByColumn(table.cells)(above))
}

/** A merged cell is empty below the break: all of them at the row's beginning, further on those that span rows. */
function isMergedAcross({ below, above }: Pair, pairs: readonly Pair[]): boolean {
  if (below.lines.length > 0) return false
  const leading = pairs.findIndex((pair) => pair.below.lines.length > 0)
  const position = pairs.findIndex((pair) => pair.below === below)
  return position < leading || below.rowSpan > 1 || above.some((cell) => cell.rowSpan > 1)
}

function mainColumn(table: OpenTable): number {
  const lengths = new Map<number, number>()
  for (const { column, lines } of table.cells) {
    const length = lines.reduce((sum, line) => sum + line.glyphs.length, 0)
    lengths.set(column, (lengths.get(column) ?? 0) + length)
  }
  return [...lengths].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [0, 0])[0]
}
