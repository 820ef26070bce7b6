/** A ledger's own template as a unit fills it in a spreadsheet: rows under its heads, saved as .xlsx or .csv. */
import * as xlsx from '@e965/xlsx'

/** One row, by the head of its column without the mark of what is needed. */
export type TemplateRow = Readonly<Record<string, string | number>>

export type FileName = `${string}.xlsx` | `${string}.csv`
export type FilledFile = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }

/** Throws where a row names a column that the template does not have. */
export function fillTemplate(template: Buffer, name: FileName, rows: readonly TemplateRow[]): FilledFile {
  const book = xlsx.read(template)
  const sheet = book.Sheets[book.SheetNames[0] ?? '']
  if (!sheet) throw new Error('the template has no sheet')
  const lines = xlsx.utils.sheet_to_json<(string | null)[]>(sheet, { header: 1 })
  // A note on how to fill it stands above the heads.
  const at = lines.findIndex((line) => line.some((cell) => cell?.endsWith(' *')))
  const heads = (lines[at] ?? []).map((head) => (head ?? '').replace(/ \*$/, ''))
  for (const head of rows.flatMap((row) => Object.keys(row)))
    if (!heads.includes(head)) throw new Error(`${head} is no column of the template: ${heads.join('、')}`)
  xlsx.utils.sheet_add_aoa(
    sheet,
    rows.map((row) => heads.map((head) => row[head] ?? null)),
    { origin: { r: at + 1, c: 0 } },
  )
  const csv = name.endsWith('.csv')
  const buffer: Buffer = csv
    ? Buffer.from(`\uFEFF${xlsx.utils.sheet_to_csv(sheet)}`)
    : xlsx.write(book, { type: 'buffer', bookType: 'xlsx' })
  return { name, mimeType: 'application/octet-stream', buffer }
}
