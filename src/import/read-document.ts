/** The door for documents: recognises the format by content, never by name, and hands the bytes to its reader. */
import { Problem, type ForeignFormat } from '../domain/problem.ts'
import { maxDocumentMegabytes, type SourceDocument } from '../domain/source.ts'
import { decodeText } from './decode-text.ts'
import { findForeignFormat, findMarkup, isEncryptedPackage, isZip, recogniseZip } from './foreign-format.ts'
import { findWordDocument, readDocx } from './read-docx.ts'
import { readText } from './read-text.ts'
import { openZipPackage } from './zip-package.ts'

export const maxDocumentBytes = maxDocumentMegabytes * 1024 * 1024

/**
 * Reads a published document. `fileName` is only for the sentences of problems.
 * Throws a Problem whose code starts with "document." for anything that cannot be read.
 */
export function readDocument(bytes: Uint8Array, fileName: string): SourceDocument {
  if (bytes.length > maxDocumentBytes) {
    throw new Problem('document.too-large', { limitMegabytes: maxDocumentMegabytes })
  }
  if (bytes.length === 0) throw new Problem('document.empty', { fileName })
  if (isZip(bytes)) return readZipped(bytes, fileName)
  if (isEncryptedPackage(bytes)) throw new Problem('document.encrypted', {})
  const text = findForeignFormat(bytes) === undefined ? decodeText(bytes) : undefined
  const foreign = text === undefined ? findForeignFormat(bytes) : findMarkup(text)
  if (text === undefined || foreign !== undefined) throw unknownFormat(fileName, foreign)
  if (text.trim() === '') throw new Problem('document.empty', { fileName })
  return readText(text)
}

function readZipped(bytes: Uint8Array, fileName: string): SourceDocument {
  const zip = openZipPackage(bytes)
  const main = findWordDocument(zip)
  if (main === undefined) throw unknownFormat(fileName, recogniseZip(zip.names))
  return readDocx(zip, main)
}

function unknownFormat(fileName: string, recognised: ForeignFormat | undefined): Problem {
  return new Problem('document.unknown-format', { fileName, recognised: recognised ?? null })
}
