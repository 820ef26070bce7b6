/**
 * A published document as its reader hands it over: paragraphs and tables in reading order, every character kept.
 * Lines and paragraphs inside a cell are joined by "\n". All offsets are UTF-16 code units.
 */
/** A table of a hundred pages is below 1 MB; photographs pasted in are what makes documents larger. */
export const maxDocumentMegabytes = 20

/** What documents are read from; the one list, for the wire too. */
export const sourceFormats = [
  'docx',
  'odt',
  'xlsx',
  'xls',
  'ods',
  'csv',
  'html',
  'txt',
  'pdf',
  'doc',
] as const

export type SourceFormat = (typeof sourceFormats)[number]

export type SourceDocument = { readonly format: SourceFormat; readonly blocks: readonly SourceBlock[] }

export type SourceBlock = SourceParagraph | SourceTable

export type SourceParagraph = {
  readonly kind: 'paragraph'
  /** The page it begins on, from 1, where the format has pages. */
  readonly page?: number
  readonly text: string
}

export type SourceTable = {
  readonly kind: 'table'
  /** The sheet of a workbook that it is: row 11, column 2 is then the sheet's own cell C12. */
  readonly sheet?: string
  /** The page it begins on, from 1, where the format has pages. */
  readonly page?: number
  readonly rowCount: number
  readonly columnCount: number
  /** Whether merged cells are stated by the file (docx) or lost in it (txt, csv: an empty cell may be a merged one). */
  readonly merges: 'stated' | 'lost'
  /** Each merged area once, at its top left corner, in reading order. */
  readonly cells: readonly SourceCell[]
}

export type SourceCell = {
  /** From 0. */
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  readonly text: string
}

/** A stretch of one paragraph's or one cell's text: `blocks[block]`, in a table the cell at (row, column). */
export type Place = {
  readonly block: number
  readonly row?: number
  readonly column?: number
  readonly start: number
  readonly end: number
}
