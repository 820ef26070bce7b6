/** An HTML table's cells on its grid (HTML, §4.9.12), as browsers show it. */
import type { SourceCell, SourceTable } from '../../domain/programme/source.ts'
import { attributeOf, childrenOf, type HtmlElement } from './html-tree.ts'
import { CoveredColumns } from './sheet-grid.ts'

/** The standard's own limits (§4.9.11). */
const maxColumnSpan = 1000
const maxRowSpan = 65_534

/**
 * Undefined when no cell holds text. The head comes first and the foot last, wherever they stand; cells end with their
 * group of rows. `textOf` gives a cell's text. Throws Problem document.too-complex.
 */
export function layOutHtmlTable(
  table: HtmlElement,
  textOf: (cell: HtmlElement) => string,
): SourceTable | undefined {
  const groups = ['thead', 'tbody', 'tfoot'].flatMap((name) => childrenOf(table, name))
  const cells: SourceCell[] = []
  const covered = new CoveredColumns()
  let row = 0
  let columnCount = 0
  for (const group of groups) {
    const rows = childrenOf(group, 'tr')
    const end = row + rows.length
    for (const element of rows) {
      let column = 0
      for (const cell of childrenOf(element, 'td', 'th')) {
        while (covered.has(row, column)) column++
        const columnSpan = covered.free(row, column, columnSpanOf(cell))
        const placed = { row, column, rowSpan: rowSpanOf(cell, end - row), columnSpan }
        covered.cover(placed)
        cells.push({ ...placed, text: textOf(cell) })
        column += columnSpan
      }
      columnCount = Math.max(columnCount, column)
      row++
    }
  }
  if (cells.every(({ text }) => text.trim() === '')) return undefined
  return { kind: 'table', rowCount: row, columnCount, merges: 'stated', cells }
}

function columnSpanOf(cell: HtmlElement): number {
  const span = Number.parseInt(attributeOf(cell, 'colspan') ?? '1', 10)
  return span >= 1 ? Math.min(span, maxColumnSpan) : 1
}

/** 0 reaches to the end of the group. */
function rowSpanOf(cell: HtmlElement, left: number): number {
  const span = Number.parseInt(attributeOf(cell, 'rowspan') ?? '1', 10)
  if (span === 0) return left
  return span >= 1 ? Math.min(span, maxRowSpan, left) : 1
}
