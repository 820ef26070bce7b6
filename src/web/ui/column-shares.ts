/** How wide the columns of a source table are on screen, by what they hold. */
import type { SourceTable } from '../../domain/programme/source.ts'

/** A column is as wide as its longest line wants, within these numbers of characters. */
const [narrowest, widest] = [4, 36]

/** Percentages of the width, one for each column; together 100. */
export function columnShares(table: SourceTable): number[] {
  const wants = Array.from({ length: table.columnCount }, () => narrowest)
  for (const { column, columnSpan, text } of table.cells) {
    if (columnSpan > 1) continue
    const longest = Math.max(...text.split('\n').map((line) => line.length))
    wants[column] = Math.max(wants[column] ?? narrowest, Math.min(longest + 3, widest))
  }
  const all = wants.reduce((sum, want) => sum + want, 0)
  return wants.map((want) => (100 * want) / all)
}
