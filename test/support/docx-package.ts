/** Word documents written by hand, small enough to be read in a test. */
import { strToU8, zipSync, type Zippable } from 'fflate'

const transitional = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const officeDocument = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument'
const mainType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'

/** `body` is the content of w:body. `parts` adds parts or replaces them by name. */
export function docxOf(body: string, parts: Zippable = {}, namespace = transitional): Uint8Array {
  return zipSync({
    '[Content_Types].xml': strToU8(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${mainType}"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${officeDocument}" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': strToU8(wordXml('document', `<w:body>${body}</w:body>`, namespace)),
    ...parts,
  })
}

/** A part with the usual namespaces declared on its root. */
export function wordXml(root: string, content: string, namespace = transitional): string {
  const mc = 'http://schemas.openxmlformats.org/markup-compatibility/2006'
  const m = 'http://schemas.openxmlformats.org/officeDocument/2006/math'
  return `<?xml version="1.0" encoding="UTF-8"?><w:${root} xmlns:w="${namespace}" xmlns:mc="${mc}" xmlns:m="${m}">${content}</w:${root}>`
}

export function run(text: string, properties = ''): string {
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
}

export function paragraph(...content: readonly string[]): string {
  return `<w:p>${content.map((part) => (part.startsWith('<') ? part : run(part))).join('')}</w:p>`
}

/** A cell of the paragraphs given; plain texts become one. */
export function cell(content: string, properties = ''): string {
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith('<') ? content : paragraph(content)}</w:tc>`
}

export function row(...cells: readonly string[]): string {
  return `<w:tr>${cells.map((content) => (content.startsWith('<w:tc>') ? content : cell(content))).join('')}</w:tr>`
}

export function table(...rows: readonly string[]): string {
  return `<w:tbl>${rows.join('')}</w:tbl>`
}
