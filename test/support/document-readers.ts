/** Each reader of a format by the ending of its files, from bytes on. */
import type { SourceDocument } from '../../src/domain/programme/source.ts'
import { decodeText } from '../../src/import/readers/decode-text.ts'
import { findWordDocument, readDocx } from '../../src/import/readers/read-docx.ts'
import { openCompoundFile } from '../../src/import/readers/compound-file.ts'
import { findDelimiter, readCsv } from '../../src/import/readers/read-csv.ts'
import { readDoc } from '../../src/import/readers/read-doc.ts'
import { readHtml } from '../../src/import/readers/read-html.ts'
import { findOpenDocument, readOpenDocument } from '../../src/import/readers/read-opendocument.ts'
import { readPdf } from '../../src/import/readers/read-pdf.ts'
import { readXls } from '../../src/import/readers/read-xls.ts'
import { findWorkbook, readXlsx } from '../../src/import/readers/read-xlsx.ts'
import { openZipPackage } from '../../src/import/readers/zip-package.ts'

export const readers: Readonly<Record<string, (bytes: Uint8Array) => SourceDocument>> = {
  docx(bytes) {
    const zip = openZipPackage(bytes)
    return readDocx(zip, findWordDocument(zip) ?? 'word/document.xml')
  },
  odt: readPackedOpenDocument,
  ods: readPackedOpenDocument,
  xlsx(bytes) {
    const zip = openZipPackage(bytes)
    return readXlsx(zip, findWorkbook(zip) ?? 'xl/workbook.xml')
  },
  xls: (bytes) => readXls(openCompoundFile(bytes)),
  csv(bytes) {
    const text = decodeText(bytes) ?? ''
    return readCsv(text, findDelimiter(text) ?? ',')
  },
  html: readHtml,
  doc: (bytes) => readDoc(openCompoundFile(bytes), 'a.doc'),
}

/** Any format's, those included whose libraries take their time. */
export async function readAs(format: string, bytes: Uint8Array): Promise<SourceDocument> {
  const reader = format === 'pdf' ? readPdf : readers[format]
  if (reader === undefined) throw new Error(`no reader for ${format}`)
  return reader(bytes)
}

function readPackedOpenDocument(bytes: Uint8Array): SourceDocument {
  const zip = openZipPackage(bytes)
  return readOpenDocument(zip, findOpenDocument(zip) ?? 'odt')
}
