/** How high rows of wrapped texts are: LibreOffice does not measure a row whose height is not stated, and Excel no merged cell. */
import { widthInCharacters } from '../domain/papers/official-paper.ts'
import type { TableGrid } from '../domain/values/table-grid.ts'

/** Of 11-point type, in points. */
const lineHeight = 15
/** What Excel allows (Excel specifications and limits). */
const mostHeight = 409
/** Fonts differ from machine to machine: a cell holds a little less than its width says. */
const filled = 0.92

/** In points. `widths` of the columns are in characters of figures, of which a Chinese character takes two. */
export function rowHeights(rows: TableGrid['rows'], widths: readonly number[]): number[] {
  const lines = rows.map((row) =>
    Math.max(1, ...row.map((cell, i) => (cell?.rowSpan === 1 ? linesOf(cell.lines, widths[i] ?? 0) : 1))),
  )
  for (const [top, row] of rows.entries())
    for (const [i, cell] of row.entries())
      if (cell && cell.rowSpan > 1) stretch(lines, top, cell, widths[i] ?? 0)
  return lines.map((count) => Math.min(mostHeight, count * lineHeight + 4))
}

/** What reaches over rows and needs more than they have makes the last of them higher. */
function stretch(
  lines: number[],
  top: number,
  cell: { readonly lines: readonly string[]; readonly rowSpan: number },
  width: number,
): void {
  const last = Math.min(top + cell.rowSpan, lines.length) - 1
  const had = lines.slice(top, last + 1).reduce((sum, count) => sum + count, 0)
  lines[last] = (lines[last] ?? 1) + Math.max(0, linesOf(cell.lines, width) - had)
}

export function linesOf(texts: readonly string[], width: number): number {
  const room = Math.max(1, width * filled)
  return texts.reduce((sum, text) => sum + Math.max(1, Math.ceil((widthInCharacters(text) * 2) / room)), 0)
}
