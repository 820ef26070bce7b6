/** A laid-out table in a Word document: heads on every page, merged cells, hairlines. */
import {
  AlignmentType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
} from 'docx'
import type { TableColumn, TableGrid } from '../domain/values/table-grid.ts'
import { runFont } from './document-fonts.ts'

/** `tableWidth` in twips, `size` of the type in half-points. Lines fill their cell where it is `justified`. */
export type GridLook = { readonly tableWidth: number; readonly size: number; readonly justified: boolean }

export function gridTable({ columns, rows }: TableGrid, { tableWidth, size, justified }: GridLook): Table {
  const sum = columns.reduce((total, { width }) => total + width, 0)
  const widths = columns.map(({ width }) => Math.round((tableWidth * width) / sum))
  const cellOf = (column: TableColumn, lines: readonly string[], rowSpan: number, bold: boolean): TableCell =>
    new TableCell({
      rowSpan,
      verticalAlign: VerticalAlign.CENTER,
      children: paragraphsOf(column, lines, { bold, size, justified }),
    })
  const head = columns.map((column) => cellOf({ ...column, centred: true }, [column.head], 1, true))
  const body = rows.map((row) => {
    const children = columns.flatMap((column, i) => {
      const cell = row[i]
      return cell == null ? [] : [cellOf(column, cell.lines, cell.rowSpan, false)]
    })
    return new TableRow({ cantSplit: true, children })
  })
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    margins: { top: 45, bottom: 45, left: 70, right: 70 },
    rows: [new TableRow({ tableHeader: true, children: head }), ...body],
  })
}

function paragraphsOf(
  { centred }: TableColumn,
  lines: readonly string[],
  { bold, size, justified }: { readonly bold: boolean; readonly size: number; readonly justified: boolean },
): Paragraph[] {
  return (lines.length === 0 ? [''] : lines).map(
    (text) =>
      new Paragraph({
        alignment: centred ? AlignmentType.CENTER : justified ? AlignmentType.BOTH : AlignmentType.LEFT,
        children: text === '' ? [] : [new TextRun({ text, bold, size, font: runFont('table') })],
      }),
  )
}
