/** Rows of cells as WordprocessingML states them, laid out on the table's grid (ECMA-376 part 1, §17.4). */
import type { SourceCell, SourceTable } from '../../domain/programme/source.ts'

export type RawCell = {
  columns: number
  /** Word states merges over rows cell by cell; a continuing cell's own text is never shown. */
  continuesAbove: boolean
  /** The older statement of a merge over columns. */
  continuesLeft: boolean
  readonly lines: string[]
}

export type RawRow = { skippedColumns: number; deleted: boolean; readonly cells: RawCell[] }

type OpenCell = { -readonly [K in keyof SourceCell]: SourceCell[K] }

export function layOutTable(rows: readonly RawRow[]): SourceTable {
  const cells: OpenCell[] = []
  const lastInColumn = new Map<number, OpenCell>()
  let columnCount = 0
  rows.forEach((rawRow, row) => {
    let column = rawRow.skippedColumns
    let left: OpenCell | undefined
    for (const raw of rawRow.cells) {
      const above = lastInColumn.get(column)
      if (raw.continuesLeft && left !== undefined) {
        left.columnSpan += raw.columns
      } else if (raw.continuesAbove && above !== undefined && endsAt(above, row, raw.columns)) {
        above.rowSpan++
        left = undefined
      } else {
        left = { row, column, rowSpan: 1, columnSpan: raw.columns, text: raw.lines.join('\n') }
        lastInColumn.set(column, left)
        cells.push(left)
      }
      column += raw.columns
    }
    columnCount = Math.max(columnCount, column)
  })
  return { kind: 'table', rowCount: rows.length, columnCount, merges: 'stated', cells }
}

function endsAt(above: OpenCell, row: number, columns: number): boolean {
  return above.row + above.rowSpan === row && above.columnSpan === columns
}
