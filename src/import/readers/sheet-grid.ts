/** Cells and merged areas as spreadsheets and OpenDocument state them, laid out as one table. */
import { Problem } from '../../domain/problems/problem.ts'
import type { SourceCell, SourceTable } from '../../domain/programme/source.ts'
import { maxInflatedMegabytes } from './zip-package.ts'

export type GridArea = {
  /** From 0, as in the sheet itself. */
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
}

type GridCell = { readonly row: number; readonly column: number; readonly text: string }

/** The sheets of every spreadsheet program end here; a cell beyond is a damaged file. */
export const maxRows = 1_048_576
export const maxColumns = 16_384

/** A hundred pages of task table have about 20,000 cells. */
export const maxCells = 500_000
const maxCharacters = maxInflatedMegabytes * 1024 * 1024

/** Collects the cells and merged areas of one sheet, in any order. */
export class SheetGrid {
  readonly #cells: GridCell[] = []
  readonly #areas: GridArea[] = []
  #characters = 0

  /** Empty texts are passed over. Throws Problem document.too-complex or document.expands-too-far. */
  add(row: number, column: number, text: string): void {
    this.#characters += text.length
    if (this.#characters > maxCharacters)
      throw new Problem('document.expands-too-far', { limitMegabytes: maxInflatedMegabytes })
    if (text.trim() === '') return
    if (this.#cells.push({ row, column, text }) > maxCells) throw tooComplex()
  }

  /** Throws Problem document.too-complex. */
  merge(area: GridArea): void {
    if (this.#areas.push(area) > maxCells) throw tooComplex()
  }

  /**
   * The table from the sheet's first row and column to the last that hold text; undefined when none does. Empty cells
   * beside text are stated too, as word processors state them, but not in columns without any text: one mark far to
   * the right makes no wide table. Text below a merged area is shown by no program and left out.
   * Throws Problem document.too-complex.
   */
  table(sheet?: string): SourceTable | undefined {
    if (this.#cells.length === 0) return undefined
    const texts = Map.groupBy(this.#cells, ({ row }) => row)
    const areas = Map.groupBy(this.#areas, ({ row }) => row)
    const columns = ascending(this.#cells.map(({ column }) => column))
    const rows = ascending([...texts.keys(), ...areas.keys()])
    const rowCount = 1 + this.#cells.reduce((last, { row }) => Math.max(last, row), 0)
    const columnCount = 1 + (columns.at(-1) ?? 0)
    const covered = new CoveredColumns()
    const cells: SourceCell[] = []
    for (const row of rows.filter((r) => r < rowCount)) {
      const textAt = new Map(texts.get(row)?.map(({ column, text }) => [column, text]))
      const areaAt = new Map(areas.get(row)?.map((area) => [area.column, area]))
      for (const column of columns) {
        if (covered.has(row, column)) continue
        const area = areaAt.get(column)
        const rowSpan = clip(area?.rowSpan, rowCount - row)
        const columnSpan = covered.free(row, column, clip(area?.columnSpan, columnCount - column))
        covered.cover({ row, column, rowSpan, columnSpan })
        if (textAt.size > 0 || area !== undefined)
          cells.push({ row, column, rowSpan, columnSpan, text: textAt.get(column) ?? '' })
      }
    }
    const name = sheet === undefined ? {} : { sheet }
    return { kind: 'table', ...name, rowCount, columnCount, merges: 'stated', cells }
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
    if (this.#work > maxCells) throw tooComplex()
    for (let c = column; c < column + columnSpan; c++) this.#until[c] = row + rowSpan
  }
}

function ascending(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].toSorted((a, b) => a - b)
}

function clip(span: number | undefined, left: number): number {
  return Math.max(1, Math.min(span ?? 1, left))
}

function tooComplex(): Problem {
  return new Problem('document.too-complex', { limit: maxCells })
}
