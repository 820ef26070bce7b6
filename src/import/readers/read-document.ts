/** The door for documents: recognises the format by content, never by name, and hands the bytes to its reader. */
import { Problem, type ForeignFormat } from '../../domain/problems/problem.ts'
import { maxDocumentMegabytes, type SourceDocument } from '../../domain/programme/source.ts'
import { decodeText } from './decode-text.ts'
import { findForeignFormat, isCompoundFile, isPdf, isXml, isZip, recogniseZip } from './foreign-format.ts'
import { findWordDocument, readDocx } from './read-docx.ts'
import { readText } from './read-text.ts'
import { openCompoundFile } from './compound-file.ts'
import { findDelimiter, readCsv } from './read-csv.ts'
import { isDoc, readDoc } from './read-doc.ts'
import { isHtml, readHtml } from './read-html.ts'
import { findOpenDocument, readOpenDocument } from './read-opendocument.ts'
import { isXls, readXls } from './read-xls.ts'
import { findWorkbook, readXlsx } from './read-xlsx.ts'
import { openZipPackage } from './zip-package.ts'

export const maxDocumentBytes = maxDocumentMegabytes * 1024 * 1024

/**
 * Reads a published document. `fileName` is only for the sentences of problems.
 * Rejects with a Problem whose code starts with "document." for anything that cannot be read.
 */
export async function readDocument(bytes: Uint8Array, fileName: string): Promise<SourceDocument> {
  if (bytes.length > maxDocumentBytes) {
    throw new Problem('document.too-large', { limitMegabytes: maxDocumentMegabytes })
  }
  if (bytes.length === 0) throw new Problem('document.empty', { fileName })
  if (isPdf(bytes)) {
    const { readPdf } = await import('./read-pdf.ts') // pdf.js takes longer to load than others to read
    return readPdf(bytes)
  }
  if (isZip(bytes)) return readZipped(bytes, fileName)
  if (isCompoundFile(bytes)) return readCompound(bytes, fileName)
  return readCharacters(bytes, fileName)
}

function readZipped(bytes: Uint8Array, fileName: string): SourceDocument {
  const zip = openZipPackage(bytes)
  const document = findWordDocument(zip)
  if (document !== undefined) return readDocx(zip, document)
  const workbook = findWorkbook(zip)
  if (workbook !== undefined) return readXlsx(zip, workbook)
  const kind = findOpenDocument(zip)
  if (kind !== undefined) return readOpenDocument(zip, kind)
  throw unknownFormat(fileName, recogniseZip(zip.names))
}

/** What Office protects with a password is a compound file that holds the encrypted package (MS-OFFCRYPTO §2.3.4.4). */
function readCompound(bytes: Uint8Array, fileName: string): SourceDocument {
  const file = openCompoundFile(bytes)
  if (file.names.includes('EncryptedPackage')) throw new Problem('document.encrypted', {})
  if (isDoc(file)) return readDoc(file, fileName)
  if (isXls(file)) return readXls(file)
  throw unknownFormat(fileName, file.names.includes('MatOST') ? 'works' : undefined)
}

function readCharacters(bytes: Uint8Array, fileName: string): SourceDocument {
  const foreign = findForeignFormat(bytes)
  if (foreign !== undefined) throw unknownFormat(fileName, foreign)
  if (isHtml(bytes)) return readHtml(bytes)
  const text = decodeText(bytes)
  if (text === undefined) throw unknownFormat(fileName, undefined)
  if (isXml(text)) throw unknownFormat(fileName, 'xml')
  if (text.trim() === '') throw new Problem('document.empty', { fileName })
  const delimiter = findDelimiter(text)
  return delimiter === undefined ? readText(text) : readCsv(text, delimiter)
}

function unknownFormat(fileName: string, recognised: ForeignFormat | undefined): Problem {
  return new Problem('document.unknown-format', { fileName, recognised: recognised ?? null })
}
