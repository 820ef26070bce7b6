/** Cells and merged areas as spreadsheets and OpenDocument state them, laid out as one table. */
import { Problem } from '../../domain/problem.ts'
import type { SourceCell, SourceTable } from '../../domain/source.ts'

/** From 0, as in the sheet itself. */
export type GridCell = { readonly row: number; readonly column: number; readonly text: string }

export type GridArea = {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
}

/** The sheets of every spreadsheet program end here; a cell beyond is a damaged file. */
export const maxRows = 1_048_576
export const maxColumns = 16_384

/** A hundred pages of task table have about 20,000 cells. */
export const maxCells = 500_000

/**
 * The table from the sheet's first row and column to the last that hold text; undefined when none does. Empty cells
 * beside text are stated too, as word processors state them, but not in columns without any text: one mark far to the
 * right makes no wide table. Text below a merged area is shown by no program and left out.
 * Throws Problem document.too-complex.
 */
export function gridTable(
  cells: readonly GridCell[],
  merged: readonly GridArea[],
  sheet?: string,
): SourceTable | undefined {
  const texts = Map.groupBy(cells.filter(hasText), ({ row }) => row)
  if (texts.size === 0) return undefined
  const areas = Map.groupBy(merged, ({ row }) => row)
  const columns = usedColumns(texts)
  const extent = { rowCount: maxOf(texts.keys()) + 1, columnCount: maxOf(columns) + 1 }
  const covered = new CoveredColumns()
  const laidOut: SourceCell[] = []
  for (const row of rowsWithCells(texts, areas, extent.rowCount)) {
    const textAt = new Map(texts.get(row)?.map(({ column, text }) => [column, text]))
    const areaAt = new Map(areas.get(row)?.map((area) => [area.column, area]))
    for (const column of columns) {
      if (covered.has(row, column)) continue
      const { rowSpan, columnSpan } = clipped(areaAt.get(column), row, column, extent)
      const cell = { row, column, rowSpan, columnSpan: covered.free(row, column, columnSpan) }
      covered.cover(cell)
      if (textAt.size > 0 || areaAt.has(column)) laidOut.push({ ...cell, text: textAt.get(column) ?? '' })
    }
  }
  return {
    kind: 'table',
    ...(sheet === undefined ? {} : { sheet }),
    ...extent,
    merges: 'stated',
    cells: laidOut,
  }
}

/** Which columns merged areas above reach down into, as rows are laid out from the top. */
export class CoveredColumns {
  readonly #until: number[] = []
  #work = 0

  has(row: number, column: number): boolean {
    return (this.#until[column] ?? 0) > row
  }

  /** How many of the `wanted` columns from here on are free; of areas that overlap the earlier one has the place. */
  free(row: number, column: number, wanted: number): number {
    let free = 1
    while (free < wanted && !this.has(row, column + free)) free++
    return free
  }

  /** Throws Problem document.too-complex once there are more cells than any such table has. */
  cover({ row, column, rowSpan, columnSpan }: GridArea): void {
    this.#work += columnSpan
    if (this.#work > maxCells) throw new Problem('document.too-complex', { limit: maxCells })
    for (let c = column; c < column + columnSpan; c++) this.#until[c] = row + rowSpan
  }
}

function hasText({ text }: GridCell): boolean {
  return text.trim() !== ''
}

function usedColumns(texts: ReadonlyMap<number, readonly GridCell[]>): number[] {
  const columns = new Set<number>()
  for (const row of texts.values()) for (const { column } of row) columns.add(column)
  return [...columns].toSorted((a, b) => a - b)
}

function rowsWithCells(
  texts: ReadonlyMap<number, unknown>,
  areas: ReadonlyMap<number, unknown>,
  rowCount: number,
): number[] {
  const rows = new Set([...texts.keys(), ...areas.keys()].filter((row) => row < rowCount))
  return [...rows].toSorted((a, b) => a - b)
}

function clipped(
  area: GridArea | undefined,
  row: number,
  column: number,
  extent: { readonly rowCount: number; readonly columnCount: number },
): { rowSpan: number; columnSpan: number } {
  return {
    rowSpan: Math.max(1, Math.min(area?.rowSpan ?? 1, extent.rowCount - row)),
    columnSpan: Math.max(1, Math.min(area?.columnSpan ?? 1, extent.columnCount - column)),
  }
}

function maxOf(numbers: Iterable<number>): number {
  let max = -1
  for (const n of numbers) max = Math.max(max, n)
  return max
}
