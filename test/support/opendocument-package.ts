/** OpenDocument files written by hand, small enough to be read in a test. */
import { strToU8, zipSync, type Zippable } from 'fflate'

const names = {
  office: 'office',
  style: 'style',
  text: 'text',
  table: 'table',
  draw: 'drawing',
  svg: 'svg-compatible',
} as const
const namespaces = Object.entries(names)
  .map(([prefix, name]) => `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ')
const types = { odt: 'text', ods: 'spreadsheet' } as const

/** `body` is the content of office:text or office:spreadsheet, `styles` that of office:automatic-styles. */
export function openDocumentOf(
  kind: 'odt' | 'ods',
  body: string,
  { styles = '', parts = {} }: { readonly styles?: string; readonly parts?: Zippable } = {},
): Uint8Array {
  const type = types[kind]
  return zipSync({
    mimetype: strToU8(`application/vnd.oasis.opendocument.${type}`),
    'content.xml': strToU8(
      `<office:document-content ${namespaces}><office:automatic-styles>${styles}</office:automatic-styles>` +
        `<office:body><office:${type}>${body}</office:${type}></office:body></office:document-content>`,
    ),
    ...parts,
  })
}

export function odfTable(rows: readonly string[], name = 'Sheet1', style = ''): string {
  return `<table:table table:name="${name}" table:style-name="${style}">${rows.join('')}</table:table>`
}

/** A row of cells; plain texts become one each. */
export function odfRow(cells: readonly string[], attributes = ''): string {
  const content = cells.map((cell) => (cell.startsWith('<table:') ? cell : odfCell(cell)))
  return `<table:table-row ${attributes}>${content.join('')}</table:table-row>`
}

export function odfCell(content: string, attributes = ''): string {
  const paragraphs = content === '' || content.startsWith('<') ? content : `<text:p>${content}</text:p>`
  return `<table:table-cell ${attributes}>${paragraphs}</table:table-cell>`
}

export const covered = '<table:covered-table-cell/>'
