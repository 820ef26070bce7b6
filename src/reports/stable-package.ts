/** Office packages whose bytes depend on their content alone, so that a file can be compared by its digest. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** The first day a zip entry can state; local time, so it is the same everywhere. */
const mtime = new Date(1980, 0, 1)

type Edits = Readonly<Record<string, (text: string) => string>>

/**
 * Packs again with one date for all parts and, in the document's properties, its year instead of the clock's time.
 * `edits` change parts by name.
 */
export function stablePackage(
  bytes: Uint8Array,
  properties: { readonly title: string; readonly year: number },
  edits: Edits,
): Uint8Array {
  const parts = unzipSync(bytes)
  const all: Edits = { 'docProps/core.xml': () => coreProperties(properties), ...edits }
  for (const [name, edit] of Object.entries(all)) {
    const part = parts[name]
    if (part !== undefined) parts[name] = strToU8(edit(strFromU8(part)))
  }
  return zipSync(parts, { mtime })
}

function coreProperties({ title, year }: { title: string; year: number }): string {
  const date = `<dcterms:created xsi:type="dcterms:W3CDTF">${year}-01-01T00:00:00Z</dcterms:created>`
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped(title)}</dc:title>${date}</cp:coreProperties>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
