/** Containers by their first bytes, and formats people upload by mistake, so that the refusal can say what the file is. */
import type { ForeignFormat } from '../../domain/problems/problem.ts'

const compoundMagic = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const pdfMagic = [0x25, 0x50, 0x44, 0x46]
const zipMagics = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
]
/** Readers of PDF look for its header this far (ISO 32000-1, annex H.3). */
const pdfHeaderWithin = 1024

const magics: readonly (readonly [ForeignFormat, readonly number[]])[] = [
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', [0x47, 0x49, 0x46, 0x38]],
  ['image', [0x49, 0x49, 0x2a, 0x00]],
  ['archive', [0x52, 0x61, 0x72, 0x21]],
  ['archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['archive', [0x1f, 0x8b]],
]

export function isZip(bytes: Uint8Array): boolean {
  return zipMagics.some((magic) => startsWith(bytes, magic))
}

/** OLE2, which .doc, .xls and .wps are, and password-protected Office files. */
export function isCompoundFile(bytes: Uint8Array): boolean {
  return startsWith(bytes, compoundMagic)
}

export function isPdf(bytes: Uint8Array): boolean {
  if (startsWith(bytes, pdfMagic)) return true
  const start = bytes.subarray(0, pdfHeaderWithin)
  const at = Buffer.from(start.buffer, start.byteOffset, start.byteLength).indexOf('%PDF-1.')
  // A text may speak of it; only bytes that are no text stand before a real header.
  return at > 0 && start.subarray(0, at).includes(0)
}

/** What a zip without a document or workbook is, by the names of its parts. */
export function recogniseZip(names: readonly string[]): ForeignFormat {
  return names.some((name) => name.startsWith('ppt/')) ? 'pptx' : 'archive'
}

/** What the bytes are, or undefined when they may be text or are nothing known. */
export function findForeignFormat(bytes: Uint8Array): ForeignFormat | undefined {
  return magics.find(([, magic]) => startsWith(bytes, magic))?.[0]
}

/** A text that is a data file. */
export function isXml(text: string): boolean {
  return text.slice(0, 2000).trimStart().toLowerCase().startsWith('<?xml')
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, i) => bytes[i] === byte)
}
