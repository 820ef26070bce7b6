/** A table as it is put together from the pages it reaches over. */
import type { SourceTable } from '../../domain/programme/source.ts'
import type { PageCell, PageTable } from './pdf-blocks.ts'
import type { TextLine } from './pdf-lines.ts'
import { joinWrapped, measureOf, type Measure } from './pdf-wraps.ts'

export type OpenCell = { -readonly [Key in keyof PageCell]: PageCell[Key] }

export type OpenTable = {
  readonly kind: 'table'
  readonly page: number
  /** The last page it has been followed to. */
  lastPage: number
  readonly ruled: boolean
  /** Edges of the columns, on the page it began on. */
  xs: readonly number[]
  rowCount: number
  /** In reading order. */
  cells: OpenCell[]
  /** Rows of heads that later pages repeat. Cells may reach across the break, so these cannot stay in between. */
  repeatedHeads: OpenCell[][]
}

export function openTable({ page, ruled, grid, cells }: PageTable): OpenTable {
  const opened = cells.map((cell) => ({ ...cell }))
  return {
    kind: 'table',
    page,
    lastPage: page,
    ruled,
    xs: grid.xs,
    rowCount: grid.ys.length - 1,
    cells: opened,
    repeatedHeads: [],
  }
}

/** The finished table; repeated heads are its last rows. */
export function sourceTableOf(table: OpenTable): SourceTable {
  const heads = table.repeatedHeads.flatMap((row, index) =>
    row.map((cell) => ({ ...cell, row: table.rowCount + index, rowSpan: 1 })),
  )
  const cells = [...table.cells, ...heads]
  const measures = measuresByColumn(cells)
  return {
    kind: 'table',
    page: table.page,
    rowCount: table.rowCount + table.repeatedHeads.length,
    columnCount: table.xs.length - 1,
    merges: table.ruled ? 'stated' : 'lost',
    cells: cells.map((cell) => {
      const { row, column, rowSpan, columnSpan, lines } = cell
      return { row, column, rowSpan, columnSpan, text: joinWrapped(lines, measures(cell)) }
    }),
  }
}

/** The room for text in each cell: what all cells of the same columns show of it. */
export function measuresByColumn(cells: readonly OpenCell[]): (cell: OpenCell) => Measure {
  const keyOf = ({ column, columnSpan }: OpenCell): string => `${column}+${columnSpan}`
  const byColumn = Map.groupBy(cells, keyOf)
  const measures = new Map<string, Measure>()
  return (cell) => {
    const key = keyOf(cell)
    const known = measures.get(key) ?? measureOf(byColumn.get(key) ?? [cell])
    measures.set(key, known)
    return known
  }
}

/** Lines as they would stand on a page whose table begins further right or left. */
export function shifted(lines: readonly TextLine[], by: number): TextLine[] {
  return lines.map((line) => ({
    ...line,
    left: line.left + by,
    right: line.right + by,
    glyphs: line.glyphs.map((glyph) => ({ ...glyph, left: glyph.left + by, right: glyph.right + by })),
  }))
}
