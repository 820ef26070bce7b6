import type { CellRow } from '../../../contract/reporting.ts'
import { figureOf, type TypedActual } from '../../../domain/actual.ts'

/**
 * A block copied from a spreadsheet, from this cell downwards: the figure (“98/100” for a rate), and beside it the words.
 * Whether it was one; a single value is left to the browser.
 */
export function pasteColumn(
  text: string,
  cells: readonly CellRow[],
  change: (changes: readonly (readonly [CellRow, Partial<TypedActual>])[]) => void,
): boolean {
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/)
  if (lines.length === 1 && !text.includes('\t')) return false
  change(
    lines.slice(0, cells.length).flatMap((line, index) => {
      const cell = cells[index]
      return cell ? [[cell, fieldsOf(line, cell)] as const] : []
    }),
  )
  return true
}

export function fieldsOf(line: string, cell: Pick<CellRow, 'target'>): Partial<TypedActual> {
  const [figure = '', narrative] = line.split('\t').map((part) => part.trim())
  const words = narrative === undefined || narrative === '' ? {} : { narrative }
  const { figure: kind, staged } = figureOf(cell.target)
  if (staged) return { stage: figure, ...words }
  if (kind !== 'ratio' || !figure.includes('/')) return { value: figure, ...words }
  const [value = '', denominator = ''] = figure.split('/').map((part) => part.trim())
  return { value, denominator, ...words }
}
