/** Plain lists as a workbook: one sheet each, heads that stay in view, texts as texts and numbers as numbers. */
import writeExcelFile, { type Cell } from 'write-excel-file/node'
import { markRows } from './mark-sheet.ts'
import { stablePackage, type PackageOf } from './stable-package.ts'

export type SheetColumn = { readonly head: string; /** In characters. */ readonly width: number }

export type SheetList = {
  readonly name: string
  readonly columns: readonly SheetColumn[]
  /** One value a column; null leaves the cell empty. */
  readonly rows: readonly (readonly (string | number | null)[])[]
}

/** The bytes of an .xlsx; the same lists give the same bytes. */
export async function sheetsXlsx(of: PackageOf, lists: readonly SheetList[]): Promise<Uint8Array> {
  const bytes = await writeExcelFile(
    lists.map(({ name, columns, rows }) => {
      const above = markRows(of.mark, columns.length)
      return {
        sheet: name,
        columns: columns.map(({ width }) => ({ width })),
        stickyRowsCount: above.length + 1,
        data: [
          ...above,
          columns.map(({ head }): Cell => ({ value: head, fontWeight: 'bold' as const })),
          ...rows.map((row) => row.map(cellOf)),
        ],
      }
    }),
  ).toBuffer()
  return stablePackage(bytes, of, {})
}

/** Texts stay texts: Excel would read “3-5” as a date. */
function cellOf(value: string | number | null): Cell {
  if (value === null) return null
  return typeof value === 'number'
    ? { value }
    : { value, type: String, format: '@', wrap: true, alignVertical: 'top' }
}
