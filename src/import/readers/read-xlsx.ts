/**
 * Excel's .xlsx: one table for each sheet that holds text, visible sheets before hidden ones; text boxes stand as
 * paragraphs before their sheet's table, where titles in them belong. Hidden rows and columns are read; comments, page
 * headers and page footers are not. Format: ECMA-376 part 1, §18, transitional and strict.
 */
import { Problem } from '../../domain/problems/problem.ts'
import type { SourceBlock, SourceDocument } from '../../domain/programme/source.ts'
import { findAttribute, scanXml } from './scan-xml.ts'
import type { ZipPackage } from './zip-package.ts'
import { readDrawingText } from './drawing-text.ts'
import { findMainPart, hasMacros, type Relationship, relationshipsOf } from './office-open-xml.ts'
import type { NumberFormats } from './number-formats.ts'
import { readSharedStrings } from './xlsx-strings.ts'
import { readNumberFormats } from './xlsx-styles.ts'
import { readSheetCells } from './xlsx-sheet.ts'

type SheetEntry = { readonly name: string; readonly id: string; readonly hidden: boolean }

/** The name of the workbook part, undefined when the package is something else. */
export function findWorkbook(zip: ZipPackage): string | undefined {
  const main = findMainPart(zip) ?? 'xl/workbook.xml'
  return zip.names.includes(main) && main.startsWith('xl/') && main.endsWith('.xml') ? main : undefined
}

/** Throws Problem document.macros, document.broken, document.expands-too-far or document.too-complex. */
export function readXlsx(zip: ZipPackage, main: string): SourceDocument {
  if (hasMacros(zip, main)) throw new Problem('document.macros', {})
  const relationships = relationshipsOf(zip, main)
  const partOf = (type: string): Uint8Array | undefined => {
    const target = relationships.find((relationship) => relationship.type === type)?.target
    return target === undefined ? undefined : zip.find(target)
  }
  const { sheets, date1904 } = readWorkbook(zip.find(main) ?? new Uint8Array(), main)
  const strings = readSharedStrings(partOf('sharedStrings'))
  const formats = readNumberFormats(partOf('styles'), date1904)
  const blocks = sheets.flatMap((sheet) => readSheet(zip, relationships, sheet, strings, formats))
  return { format: 'xlsx', blocks }
}

function readWorkbook(bytes: Uint8Array, part: string): { sheets: SheetEntry[]; date1904: boolean } {
  const sheets: SheetEntry[] = []
  let date1904 = false
  scanXml(bytes, part, {
    open({ local }, attributes) {
      if (local === 'workbookPr') date1904 = /^(1|true)$/.test(attributes['date1904'] ?? '')
      if (local !== 'sheet') return
      const id = findAttribute(attributes, 'id') ?? ''
      const hidden = /hidden$/i.test(attributes['state'] ?? '')
      sheets.push({ name: attributes['name'] ?? '', id, hidden })
    },
    close: () => undefined,
    text: () => undefined,
  })
  return { sheets: [...sheets.filter((sheet) => !sheet.hidden), ...sheets.filter((s) => s.hidden)], date1904 }
}

function readSheet(
  zip: ZipPackage,
  relationships: readonly Relationship[],
  { name, id }: SheetEntry,
  strings: readonly string[],
  formats: NumberFormats,
): SourceBlock[] {
  const entry = relationships.find(
    (relationship) => relationship.id === id && relationship.type === 'worksheet',
  )
  const bytes = entry === undefined ? undefined : zip.find(entry.target)
  if (entry === undefined || bytes === undefined) return []
  const table = readSheetCells(bytes, entry.target, strings, formats).table(name)
  const drawings = relationshipsOf(zip, entry.target).filter(({ type }) => type === 'drawing')
  const boxes = drawings.flatMap(({ target }) => readDrawingText(zip.find(target), target))
  const paragraphs = boxes.map((text): SourceBlock => ({ kind: 'paragraph', text }))
  return table === undefined ? paragraphs : [...paragraphs, table]
}
