/** Cells and areas by the names that spreadsheets give them. */
import { type GridArea, maxColumns, maxRows } from './sheet-grid.ts'

/** C12 → row 11, column 2; undefined for anything that is no cell of a sheet. */
export function parseCellReference(reference: string): { row: number; column: number } | undefined {
  const [, letters, digits] = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/.exec(reference) ?? []
  if (letters === undefined) return undefined
  let column = 0
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64
  const row = Number(digits)
  return row < 1 || row > maxRows || column > maxColumns ? undefined : { row: row - 1, column: column - 1 }
}

/** A1:F2 → its top left corner and how far it reaches. */
export function parseAreaReference(reference: string): GridArea | undefined {
  const [first, second] = reference.split(':').map(parseCellReference)
  if (first === undefined || second === undefined) return undefined
  return {
    row: Math.min(first.row, second.row),
    column: Math.min(first.column, second.column),
    rowSpan: Math.abs(second.row - first.row) + 1,
    columnSpan: Math.abs(second.column - first.column) + 1,
  }
}

/** Column 0 is A, column 26 is AA. */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26))
  return column < 26 ? letter : `${columnName(Math.floor(column / 26) - 1)}${letter}`
}
