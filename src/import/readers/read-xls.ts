/**
 * Excel 97 to 2003's .xls: one table for each sheet that holds text, visible sheets before hidden ones, as read-xlsx.ts
 * has them; text boxes are not read. Format: MS-XLS.
 */
import { Problem } from '../../domain/problems/problem.ts'
import type { SourceDocument } from '../../domain/programme/source.ts'
import type { CompoundFile } from './compound-file.ts'
import { type NumberFormats, numberFormats } from './number-formats.ts'
import { recordType, type SubstreamReader, substreamReader } from './xls-records.ts'
import { readXlsSheet } from './xls-sheet.ts'
import { readString, readStringTable } from './xls-strings.ts'

type SheetEntry = { readonly name: string; readonly start: number; readonly hidden: boolean }

type Workbook = {
  readonly sheets: readonly SheetEntry[]
  readonly strings: readonly string[]
  readonly formats: NumberFormats
}

const workbookStream = 'Workbook'

/** Excel 95 and before have the stream "Book" instead, in another format. */
export function isXls(file: CompoundFile): boolean {
  return file.names.includes(workbookStream)
}

/** Throws Problem document.encrypted, document.macros, document.broken or document.too-complex. */
export function readXls(file: CompoundFile): SourceDocument {
  const stream = file.find(workbookStream) ?? new Uint8Array()
  if (file.names.some((name) => name.startsWith('_VBA_PROJECT_CUR'))) throw new Problem('document.macros', {})
  try {
    const substream = substreamReader(stream)
    const { sheets, strings, formats } = readWorkbook(substream)
    const blocks = sheets.flatMap(
      ({ name, start }) => readXlsSheet(substream(start), strings, formats).table(name) ?? [],
    )
    return { format: 'xls', blocks }
  } catch (cause) {
    if (cause instanceof RangeError) throw new Problem('document.broken', { part: workbookStream }, { cause })
    throw cause
  }
}

function readWorkbook(substream: SubstreamReader): Workbook {
  const sheets: SheetEntry[] = []
  const codes = new Map<number, string>()
  const styles: number[] = []
  let strings: string[] = []
  let date1904 = false
  for (const { type, data } of substream(0)) {
    if (type === recordType.filePass) throw new Problem('document.encrypted', {})
    else if (type === recordType.dateMode) date1904 = data.u16() === 1
    else if (type === recordType.numberFormat) codes.set(data.u16(), readString(data, data.u16()))
    else if (type === recordType.sharedStrings) strings = readStringTable(data)
    else if (type === recordType.format) {
      data.u16()
      styles.push(data.u16())
    } else if (type === recordType.boundSheet) {
      const start = data.u32()
      const hidden = (data.u8() & 3) !== 0
      const isWorksheet = data.u8() === 0
      if (isWorksheet) sheets.push({ name: readString(data, data.u8()), start, hidden })
    }
  }
  return {
    sheets: [...sheets.filter(({ hidden }) => !hidden), ...sheets.filter(({ hidden }) => hidden)],
    strings,
    formats: numberFormats(styles, codes, date1904),
  }
}
