/** Documents drawn in a test, as the formats they could be published in. */
import { strToU8 } from 'fflate'
import type { SourceTable } from '../../src/domain/programme/source.ts'
import { cell, docxOf, paragraph, run } from './docx-package.ts'
import { table } from './drawn-table.ts'

/** A line, or the rows of a table: "^" continues the cell above, "<" the cell at its left. */
export type DrawnBlock = string | readonly (readonly string[])[]

/** What a document of some layout must read to, as `readingOf` tells it. */
export type Layout = { readonly blocks: readonly DrawnBlock[]; readonly reading: readonly string[] }

export const writers = { docx: toDocx, html: toHtml, txt: toText } as const
export type LayoutFormat = keyof typeof writers

/** Text has no room for merged heads. */
export function formatsOf({ blocks }: Layout): LayoutFormat[] {
  const tables = blocks.filter((block) => typeof block !== 'string')
  const inText =
    tables.length > 0 && tables.every((rows) => !(rows[1] ?? []).includes('^') || !rows[0]?.includes('<'))
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

function drawn(rows: readonly (readonly string[])[]): SourceTable {
  const block = table(rows)
  if (block.kind !== 'table') throw new Error('rows draw a table')
  return block
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
