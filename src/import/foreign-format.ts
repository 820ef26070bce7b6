/** Formats people upload by mistake, recognised by content so that the refusal can say what the file is. */
import type { ForeignFormat } from '../domain/problem.ts'

const officeBinary = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const zipMagics = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
]

const magics: readonly (readonly [ForeignFormat, readonly number[]])[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', [0x47, 0x49, 0x46, 0x38]],
  ['image', [0x49, 0x49, 0x2a, 0x00]],
  ['archive', [0x52, 0x61, 0x72, 0x21]],
  ['archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['archive', [0x1f, 0x8b]],
]

/** Streams of an OLE2 compound file are named in UTF-16. */
const binaryStreams: readonly (readonly [string, ForeignFormat])[] = [
  ['WordDocument', 'doc'],
  ['Workbook', 'xls'],
  ['MatOST', 'works'],
]

const zippedParts: readonly (readonly [RegExp, ForeignFormat])[] = [
  [/^xl\//, 'xlsx'],
  [/^ppt\//, 'pptx'],
  [/^META-INF\/manifest\.xml$/, 'opendocument'],
]

export function isZip(bytes: Uint8Array): boolean {
  return zipMagics.some((magic) => startsWith(bytes, magic))
}

/** A compound file holding an encrypted package: how Office protects .docx with a password (MS-OFFCRYPTO §2.3.4.4). */
export function isEncryptedPackage(bytes: Uint8Array): boolean {
  return startsWith(bytes, officeBinary) && includesUtf16(bytes, 'EncryptedPackage')
}

/** What a zip without a text document is, by the names of its parts. */
export function recogniseZip(names: readonly string[]): ForeignFormat {
  return zippedParts.find(([part]) => names.some((name) => part.test(name)))?.[1] ?? 'archive'
}

/** What the bytes are, or undefined when they may be plain text or are nothing known. */
export function findForeignFormat(bytes: Uint8Array): ForeignFormat | undefined {
  if (startsWith(bytes, officeBinary)) {
    return binaryStreams.find(([stream]) => includesUtf16(bytes, stream))?.[1]
  }
  return magics.find(([, magic]) => startsWith(bytes, magic))?.[0]
}

/** What a text is that is more than plain: a page or a data file. */
export function findMarkup(text: string): ForeignFormat | undefined {
  const start = text.slice(0, 2000).trimStart().toLowerCase()
  if (/^(<!doctype html|<html)/.test(start) || (start.startsWith('<') && start.includes('<table')))
    return 'html'
  return start.startsWith('<?xml') ? 'xml' : undefined
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, i) => bytes[i] === byte)
}

function includesUtf16(bytes: Uint8Array, text: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(text, 0, 'utf16le')
}
