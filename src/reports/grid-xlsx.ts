/** A laid-out table as a workbook of one sheet: title, heads that stay in view and come on every printed page, merged cells. */
import writeExcelFile, { type Row } from 'write-excel-file/node'
import type { TableColumn, TableGrid } from '../domain/values/table-grid.ts'
import { markRows } from './mark-sheet.ts'
import { rowHeights } from './row-heights.ts'
import { stablePackage, type PackageOf } from './stable-package.ts'

const font = '仿宋'
const titleFont = '方正小标宋简体'
/** In characters: what an A4 page in landscape holds at this size of type. */
const pageCharacters = 130
const border = { borderStyle: 'thin', borderColor: '#808080' } as const

/** `sheet` names it. */
export type SheetOf = PackageOf & {
  readonly sheet: string
  readonly grid: TableGrid
}

/** The bytes of an .xlsx; the same table gives the same bytes. */
export async function gridXlsx({ sheet, grid, ...of }: SheetOf): Promise<Uint8Array> {
  const { columns, rows } = grid
  const sum = columns.reduce((total, { width }) => total + width, 0)
  const widths = columns.map(({ width }) => Math.round((pageCharacters * width) / sum))
  const titleRow: Row = [
    {
      value: of.title,
      columnSpan: columns.length,
      fontFamily: titleFont,
      fontSize: 18,
      height: 32,
      align: 'center',
      alignVertical: 'center',
    },
    ...columns.slice(1).map(() => null),
  ]
  const above = [titleRow, ...markRows(of.mark, columns.length)]
  const [headHeight = 0] = rowHeights(
    [columns.map((column) => ({ lines: [column.head], rowSpan: 1 }))],
    widths,
  )
  const head: Row = columns.map((column) => ({
    ...styleOf({ ...column, centred: true }),
    value: column.head,
    fontWeight: 'bold',
    height: headHeight,
  }))
  const heights = rowHeights(rows, widths)
  const body = rows.map((row, no): Row => {
    return columns.map((column, i) => {
      const cell = row[i]
      if (cell == null) return null
      return { ...styleOf(column), ...valueOf(cell.lines), rowSpan: cell.rowSpan, height: heights[no] ?? 0 }
    })
  })
  const bytes = await writeExcelFile([...above, head, ...body], {
    sheet,
    orientation: 'landscape',
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: above.length + 1,
    showGridLines: false,
  }).toBuffer()
  return stablePackage(bytes, of, {
    'xl/workbook.xml': (text) => withPrintTitles(text, sheet, above.length + 1),
    'xl/worksheets/sheet1.xml': onePageWide,
  })
}

function styleOf({ centred }: TableColumn) {
  const align = centred ? ('center' as const) : ('left' as const)
  return { fontFamily: font, fontSize: 11, wrap: true, align, alignVertical: 'center' as const, ...border }
}

/** Texts stay texts: Excel would read “3-5” as a date. */
function valueOf(lines: readonly string[]) {
  return lines.length === 0 ? {} : { value: lines.join('\n'), type: String, format: '@' }
}

/** The heads come again on every printed page (ECMA-376 part 1, §18.2.5). */
function withPrintTitles(workbook: string, sheet: string, row: number): string {
  const name = `<definedName name="_xlnm.Print_Titles" localSheetId="0">'${sheet}'!$${row}:$${row}</definedName>`
  return workbook.replace('<definedNames/>', `<definedNames>${name}</definedNames>`)
}

/** As wide as the page, over as many as it takes (ECMA-376 part 1, §18.3.1.65, §18.3.1.63). */
function onePageWide(sheet: string): string {
  return sheet
    .replace('<sheetViews>', '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>')
    .replace('<pageSetup ', '<pageSetup fitToHeight="0" ')
}
