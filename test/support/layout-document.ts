/** Documents drawn in a test, as the formats they could be published in. */
import { strToU8 } from 'fflate'
import type { SourceTable } from '../../src/domain/programme/source.ts'
import { cell, docxOf, paragraph, run } from './docx-package.ts'
import { table } from './drawn-table.ts'
import { covered, odfCell, odfRow, odfTable, openDocumentOf } from './opendocument-package.ts'
import { sheetOf, textCell, xlsxOf } from './workbook-package.ts'

/** A line, or the rows of a table: "^" continues the cell above, "<" the cell at its left. */
export type DrawnBlock = string | readonly (readonly string[])[]

/** What a document of some layout must read to, as `readingOf` tells it. */
export type Layout = {
  readonly blocks: readonly DrawnBlock[]
  /** The names of the tables, where they are the sheets of a workbook. */
  readonly sheets?: readonly string[]
  /** Whether its empty cells are empty, and not merged with those above: text cannot tell. */
  readonly emptyCells?: true
  readonly reading: readonly string[]
}

type Writer = (blocks: readonly DrawnBlock[], sheets?: readonly string[]) => Uint8Array
export const writers = {
  docx: toDocx,
  html: toHtml,
  txt: toText,
  xlsx: toWorkbook,
  ods: toOpenDocument,
} as const satisfies Record<string, Writer>
export type LayoutFormat = keyof typeof writers

/** Text has no room for merged heads. */
export function formatsOf({ blocks, sheets, emptyCells }: Layout): LayoutFormat[] {
  if (sheets !== undefined) return ['xlsx', 'ods']
  if (emptyCells === true) return ['docx', 'html']
  const tables = blocks.filter((block) => typeof block !== 'string')
  const inText = tables.every((rows) => !(rows[1] ?? []).includes('^') || !rows[0]?.includes('<'))
  return inText ? ['docx', 'html', 'txt'] : ['docx', 'html']
}

function toDocx(blocks: readonly DrawnBlock[]): Uint8Array {
  return docxOf(
    blocks.map((b) => (typeof b === 'string' ? paragraph(run(escaped(b))) : docxTable(drawn(b)))).join(''),
  )
}

function docxTable({ rowCount, cells }: SourceTable): string {
  const rows = Array.from({ length: rowCount }, (_, row) => {
    const own = cells
      .filter((c) => c.row <= row && row < c.row + c.rowSpan)
      .toSorted((a, b) => a.column - b.column)
    const texts = own.map((c) => {
      const span = c.columnSpan > 1 ? `<w:gridSpan w:val="${c.columnSpan}"/>` : ''
      const merge = c.rowSpan === 1 ? '' : c.row === row ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>'
      const lines = c.row === row ? c.text.split('\n') : ['']
      return cell(lines.map((line) => paragraph(run(escaped(line)))).join(''), span + merge)
    })
    return `<w:tr>${texts.join('')}</w:tr>`
  })
  return `<w:tbl>${rows.join('')}</w:tbl>`
}

function toHtml(blocks: readonly DrawnBlock[]): Uint8Array {
  const body = blocks.map((b) => (typeof b === 'string' ? `<p>${escaped(b)}</p>` : htmlTable(drawn(b))))
  return strToU8(
    `<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>${body.join('\n')}</body></html>`,
  )
}

function htmlTable({ rowCount, cells }: SourceTable): string {
  const rows = Array.from({ length: rowCount }, (_, row) => {
    const own = cells.filter((c) => c.row === row)
    const texts = own.map(
      (c) =>
        `<td rowspan="${c.rowSpan}" colspan="${c.columnSpan}">${escaped(c.text).replaceAll('\n', '<br>')}</td>`,
    )
    return `<tr>${texts.join('')}</tr>`
  })
  return `<table border="1">${rows.join('')}</table>`
}

/** Merged cells are lost: what continues another cell is empty. */
function toText(blocks: readonly DrawnBlock[]): Uint8Array {
  const lines = blocks.flatMap((block) => {
    if (typeof block === 'string') return [block]
    return block.map((row) => row.map((text) => (text === '^' || text === '<' ? '' : text)).join('\t'))
  })
  return strToU8(lines.join('\n'))
}

function toWorkbook(blocks: readonly DrawnBlock[], names: readonly string[] = []): Uint8Array {
  const sheets = tablesOf(blocks).map(({ rowCount, cells }, i) => {
    const rows = Array.from({ length: rowCount }, (_, row) => {
      const own = cells.filter((c) => c.row === row && c.text !== '')
      return `<row r="${row + 1}">${own.map((c) => textCell(cellName(c.row, c.column), escaped(c.text))).join('')}</row>`
    })
    const areas = cells.filter((c) => c.rowSpan * c.columnSpan > 1)
    const merged = areas.map(
      (c) =>
        `<mergeCell ref="${cellName(c.row, c.column)}:${cellName(c.row + c.rowSpan - 1, c.column + c.columnSpan - 1)}"/>`,
    )
    const merges = merged.length === 0 ? '' : `<mergeCells>${merged.join('')}</mergeCells>`
    return { ...sheetOf(rows, merges), name: names[i] ?? `Sheet${i + 1}` }
  })
  return xlsxOf({ sheets })
}

/** A1, C12; no drawn table has more than 26 columns. */
function cellName(row: number, column: number): string {
  return `${String.fromCharCode('A'.charCodeAt(0) + column)}${row + 1}`
}

function toOpenDocument(blocks: readonly DrawnBlock[], names: readonly string[] = []): Uint8Array {
  const sheets = tablesOf(blocks).map(({ rowCount, columnCount, cells }, i) => {
    const rows = Array.from({ length: rowCount }, (_, row) =>
      odfRow(
        Array.from({ length: columnCount }, (__, column) => {
          const own = cells.find((c) => c.row === row && c.column === column)
          if (own === undefined) return covered
          const lines = own.text.split('\n').map((line) => `<text:p>${escaped(line)}</text:p>`)
          const spans = `table:number-rows-spanned="${own.rowSpan}" table:number-columns-spanned="${own.columnSpan}"`
          return odfCell(own.text === '' ? '' : lines.join(''), spans)
        }),
      ),
    )
    return odfTable(rows, names[i])
  })
  return openDocumentOf('ods', sheets.join(''))
}

function tablesOf(blocks: readonly DrawnBlock[]): SourceTable[] {
  return blocks.flatMap((block) => (typeof block === 'string' ? [] : [drawn(block)]))
}

function drawn(rows: readonly (readonly string[])[]): SourceTable {
  const block = table(rows)
  if (block.kind !== 'table') throw new Error('rows draw a table')
  return block
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
