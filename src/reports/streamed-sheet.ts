/** A sheet of any length as .xlsx or .csv, made while its rows come: texts as texts, numbers as numbers. */
import { strToU8, Zip, ZipDeflate } from 'fflate'
import type { FileMark } from '../domain/values/file-mark.ts'
import { printHeader } from './mark-sheet.ts'

export type SheetValue = string | { readonly figure: string } | null

export type StreamedSheet = {
  readonly name: string
  readonly mark: FileMark
  /** What stands above the heads, e.g. how to fill it in. */
  readonly note?: string
  readonly heads: readonly { readonly text: string; readonly width: number }[]
  readonly rows: AsyncIterable<readonly (readonly SheetValue[])[]>
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const types = 'http://schemas.openxmlformats.org/package/2006/content-types'
const spreadsheetml = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
/** The first day a zip entry can state: the same rows give the same bytes. */
const mtime = new Date(1980, 0, 1)

export async function* xlsxStream(sheet: StreamedSheet): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = []
  const zip = new Zip((error, piece) => {
    if (error) throw error
    ready.push(piece)
  })
  const takeReady = (): Uint8Array[] => {
    const taken = ready
    ready = []
    return taken
  }
  for (const [name, text] of Object.entries(fixedParts(sheet))) {
    const part = openPart(zip, name)
    part.push(strToU8(text), true)
  }
  const part = openPart(zip, 'xl/worksheets/sheet1.xml')
  part.push(strToU8(sheetStart(sheet)))
  let number = notesOf(sheet).length + 1
  for await (const rows of sheet.rows) {
    part.push(strToU8(rows.map((row) => rowXml(++number, row)).join('')))
    yield* takeReady()
  }
  part.push(strToU8(`</sheetData>${printHeader(sheet.mark)}</worksheet>`), true)
  zip.end()
  yield* takeReady()
}

function openPart(zip: Zip, name: string): ZipDeflate {
  const part = new ZipDeflate(name, { level: 6 })
  part.mtime = mtime
  zip.add(part)
  return part
}

function fixedParts({ name }: StreamedSheet): Record<string, string> {
  return {
    '[Content_Types].xml': `${declaration}<Types xmlns="${types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${spreadsheetml}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${spreadsheetml}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${spreadsheetml}.styles+xml"/></Types>`,
    '_rels/.rels': `${declaration}<Relationships xmlns="${packageRelations}"><Relationship Id="r1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${declaration}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="${escaped(sheetName(name))}" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${declaration}<Relationships xmlns="${packageRelations}"><Relationship Id="r1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    // 0 plain, 1 heads, 2 the note, 3 text, 4 the mark: Excel would read “3-5” as a date.
    'xl/styles.xml': `${declaration}<styleSheet xmlns="${main}"><fonts count="4"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font><font><sz val="10"/><color rgb="FF666666"/><name val="宋体"/></font><font><b/><sz val="11"/><color rgb="FFC00000"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf/><xf fontId="1" applyFont="1"/><xf fontId="2" applyFont="1"/><xf numFmtId="49" applyNumberFormat="1"/><xf fontId="3" applyFont="1"/></cellXfs></styleSheet>`,
  }
}

/** What stands above the heads, a row each. */
function notesOf({ mark, note }: StreamedSheet): readonly string[] {
  const marked = mark.words === '' ? [] : [textCell('A1', mark.words, 4)]
  return note === undefined ? marked : [...marked, textCell(`A${marked.length + 1}`, note, 2)]
}

function sheetStart(sheet: StreamedSheet): string {
  const { heads } = sheet
  const notes = notesOf(sheet)
  const head = notes.length + 1
  const columns = heads
    .map(
      ({ width }, index) =>
        `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1" style="3"/>`,
    )
    .join('')
  const noteRows = notes.map((cell, index) => `<row r="${index + 1}">${cell}</row>`).join('')
  const headRow = `<row r="${head}">${heads.map(({ text }, index) => textCell(`${letters(index)}${head}`, text, 1)).join('')}</row>`
  const view = `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${head}" topLeftCell="A${head + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`
  return `${declaration}<worksheet xmlns="${main}">${view}<cols>${columns}</cols><sheetData>${noteRows}${headRow}`
}

function rowXml(number: number, row: readonly SheetValue[]): string {
  const cells = row.map((value, index) => {
    if (value === null) return ''
    const at = `${letters(index)}${number}`
    return typeof value === 'string' ? textCell(at, value, 3) : `<c r="${at}"><v>${value.figure}</v></c>`
  })
  return `<row r="${number}">${cells.join('')}</row>`
}

function textCell(at: string, text: string, style: number): string {
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`
}

/** For as many columns as a ledger has. */
function letters(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : `A${String.fromCharCode(65 + index - 26)}`
}

/** What Excel takes for the name of a sheet. */
function sheetName(name: string): string {
  return name.replaceAll(/[[\]:*?/\\]/g, ' ').slice(0, 31)
}

function escaped(text: string): string {
  return text
    .replaceAll(/(?![\t\n])\p{Cc}/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** With the sign that makes Excel read it as UTF-8. What it is marked with is a column of its own: heads stay the first line. */
export async function* csvStream({
  heads,
  rows,
  mark,
}: Pick<StreamedSheet, 'heads' | 'rows' | 'mark'>): AsyncGenerator<Uint8Array> {
  const marked = (values: readonly SheetValue[]) =>
    csvLine(mark.words === '' ? values : [...values, mark.words])
  yield strToU8(`\uFEFF${marked(heads.map(({ text }) => text))}`)
  for await (const batch of rows) yield strToU8(batch.map(marked).join(''))
}

function csvLine(values: readonly SheetValue[]): string {
  return `${values.map((value) => (value === null ? '' : csvField(value))).join(',')}\r\n`
}

/** A text that a spreadsheet would run as a formula gets a mark in front (OWASP: CSV injection). */
function csvField(value: Exclude<SheetValue, null>): string {
  const text = typeof value === 'string' ? value.replace(/^[=+\-@\t\r]/, "'$&") : value.figure
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
