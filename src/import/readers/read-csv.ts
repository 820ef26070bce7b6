/**
 * Tables as text with delimiters (RFC 4180, and what Excel and WPS make of it). Rows and columns are those of the sheet it
 * was saved from; merged cells are lost in it.
 */
import { parse } from 'csv-parse/sync'
import { Problem } from '../../domain/problems/problem.ts'
import type { SourceDocument } from '../../domain/programme/source.ts'
import { areTaskHeads } from '../recognise/task-table.ts'
import { cellText } from './cell-text.ts'
import { maxCells } from './sheet-grid.ts'

/** In a Chinese text a semicolon or tab is no punctuation, a half-width comma hardly ever. */
const delimiters = [',', '\t', ';'] as const
type Delimiter = (typeof delimiters)[number]

/** Title and notes come before the heads. */
const headsWithin = 12

/**
 * The delimiter of a text that is a table: it sets a row of heads of a task table apart, or it stands equally often in
 * all of several rows. Tabs must do so in all rows, since texts copied from documents have them too (read-text.ts).
 */
export function findDelimiter(text: string): Delimiter | undefined {
  const sample = text.slice(0, 65_536)
  return delimiters.find((delimiter) => {
    const rows = parseRows(sample, delimiter, 200)
    const isEven = rows.length >= 3 && rows.every(({ length }) => length > 1 && length === rows[0]?.length)
    return isEven || (delimiter !== '\t' && rows.slice(0, headsWithin).some(areTaskHeads))
  })
}

/** `text` has "\n" line ends. Throws Problem document.too-complex. */
export function readCsv(text: string, delimiter: Delimiter): SourceDocument {
  if (countOf(delimiter, text) + countOf('\n', text) > maxCells) throw tooComplex()
  const rows = parseRows(text, delimiter)
  while (rows.at(-1)?.every((cell) => cell.trim() === '') === true) rows.pop()
  const columnCount = rows.reduce((most, { length }) => Math.max(most, length), 0)
  if (rows.length * columnCount > maxCells) throw tooComplex()
  const cells = rows.flatMap((texts, row) =>
    Array.from({ length: columnCount }, (_, column) => {
      return { row, column, rowSpan: 1, columnSpan: 1, text: cellText(texts[column] ?? '') }
    }),
  )
  if (cells.length === 0) return { format: 'csv', blocks: [] }
  return {
    format: 'csv',
    blocks: [{ kind: 'table', rowCount: rows.length, columnCount, merges: 'lost', cells }],
  }
}

function countOf(mark: string, text: string): number {
  let count = 0
  for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + 1)) count++
  return count
}

function tooComplex(): Problem {
  return new Problem('document.too-complex', { limit: maxCells })
}

/** Quotation marks that are not in pairs are taken for text, and then every line is a row. */
function parseRows(text: string, delimiter: Delimiter, to?: number): string[][] {
  const options = {
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    ...(to === undefined ? {} : { to }),
  }
  try {
    return parse(text, options)
  } catch {
    return parse(text, { ...options, quote: false })
  }
}
