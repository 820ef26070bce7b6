/** Heads over more than one row: whether the next row is one of them, and what a lower head says. */
import type { SourceCell } from '../../domain/programme/source.ts'
import { findColumnRole, isPeriod, type ColumnRole } from './column-heads.ts'
import { isPlaceName } from './district-names.ts'

type Cells = readonly (SourceCell | undefined)[]

/** Two heads at least begin in it, nothing else does, and not those of the first row again. `heads` are those above. */
export function isRowOfHeads(cells: Cells, row: number, heads: readonly string[], above: Cells): boolean {
  const own = new Set(cells.filter((cell) => cell?.row === row && cell.text.trim() !== ''))
  if (own.size < 2) return false
  const repeats = cells.filter((cell, column) => {
    return cell?.row === row && cell.text.replaceAll(/\s/g, '') === heads[column]
  })
  if (repeats.length > own.size / 2 && repeats.length > 2) return false
  const areKnown = [...own].every(
    (cell) => cell !== undefined && (findColumnRole(cell.text) !== undefined || isPeriod(cell.text)),
  )
  return areKnown || dividesHeads(cells, row, above)
}

/** All that begins in the row lies under wider heads, while the other heads reach down beside it: no row of tasks does. */
function dividesHeads(cells: Cells, row: number, above: Cells): boolean {
  return cells.every((cell, column) => {
    if (cell?.row !== row) return cell !== undefined
    return (above[column]?.columnSpan ?? 1) > cell.columnSpan
  })
}

/** What a lower head says goes, unless it is no more than a time: 推进情况 over 1—10月. A place heads its share. */
export function roleBelow(
  cell: SourceCell | undefined,
  row: number,
  above: ColumnRole | undefined,
): ColumnRole | undefined {
  if (cell === undefined || cell.row !== row || cell.text.trim() === '') return above
  if (above !== undefined && isPeriod(cell.text)) return above
  return findColumnRole(cell.text) ?? (isPlaceName(cell.text) ? 'other' : above)
}
