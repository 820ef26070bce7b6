/** Tables of a source document, drawn as rows of texts. */
import type { SourceBlock, SourceCell } from '../../src/domain/programme/source.ts'

/**
 * Rows as they look: "^" continues the cell above, "<" the cell at its left. Nothing is merged when `merges` is lost.
 */
export function table(
  rows: readonly (readonly string[])[],
  merges: 'stated' | 'lost' = 'stated',
): SourceBlock {
  type Open = { -readonly [K in keyof SourceCell]: SourceCell[K] }
  const grid: Open[][] = []
  const cells: Open[] = []
  rows.forEach((texts, row) => {
    const line: Open[] = []
    texts.forEach((text, column) => {
      const above = grid[row - 1]?.[column]
      const left = line[column - 1]
      if (text === '^' && above !== undefined) {
        above.rowSpan = row - above.row + 1
        line.push(above)
      } else if (text === '<' && left !== undefined) {
        left.columnSpan = column - left.column + 1
        line.push(left)
      } else {
        const cell = { row, column, rowSpan: 1, columnSpan: 1, text }
        line.push(cell)
        cells.push(cell)
      }
    })
    grid.push(line)
  })
  const columnCount = Math.max(...rows.map((row) => row.length))
  return { kind: 'table', rowCount: rows.length, columnCount, merges, cells }
}
