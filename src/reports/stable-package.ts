/** Office packages whose bytes depend on their content alone, so that a file can be compared by its digest. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { FileMark } from '../domain/values/file-mark.ts'
import { markDocx, type PackageParts } from './mark-docx.ts'
import { printHeader } from './mark-sheet.ts'

/** The first day a zip entry can state; local time, so it is the same everywhere. */
const mtime = new Date(1980, 0, 1)

/** What is said of a document: its year stands in the properties, its mark on every page. */
export type PackageOf = { readonly title: string; readonly year: number; readonly mark: FileMark }

type Edits = Readonly<Record<string, (text: string) => string>>

/**
 * Packs again with one date for all parts, in the document's properties its year instead of the clock's time, and its mark.
 * `edits` change parts by name.
 */
export function stablePackage(bytes: Uint8Array, of: PackageOf, edits: Edits): Uint8Array {
  const parts = unzipSync(bytes)
  const all: Edits = { 'docProps/core.xml': () => coreProperties(of), ...edits }
  for (const [name, edit] of Object.entries(all)) {
    const part = parts[name]
    if (part !== undefined) parts[name] = strToU8(edit(strFromU8(part)))
  }
  return packed(parts['word/document.xml'] ? markDocx(parts, of.mark) : markSheets(parts, of.mark))
}

/** The bytes of a package; the same parts give the same bytes. */
export function packed(parts: PackageParts): Uint8Array {
  return zipSync({ ...parts }, { mtime })
}

function markSheets(parts: PackageParts, mark: FileMark): PackageParts {
  return Object.fromEntries(
    Object.entries(parts).map(([name, part]) => [
      name,
      /^xl\/worksheets\/[^/]+\.xml$/u.test(name)
        ? strToU8(strFromU8(part).replace('</worksheet>', () => `${printHeader(mark)}</worksheet>`))
        : part,
    ]),
  )
}

function coreProperties({ title, year }: PackageOf): string {
  const date = `<dcterms:created xsi:type="dcterms:W3CDTF">${year}-01-01T00:00:00Z</dcterms:created>`
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped(title)}</dc:title>${date}</cp:coreProperties>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
