/**
 * WordprocessingML as paragraphs and tables (ECMA-376 part 1, §17, transitional and strict): what Word would print with
 * all tracked changes accepted. Deleted and hidden text is left out; a nested table's or text box's text goes into the
 * cell or the place it stands in.
 */
import { Problem } from '../../domain/problems/problem.ts'
import type { SourceBlock } from '../../domain/programme/source.ts'
import { findAttribute, scanXml, type XmlAttributes, type XmlName } from './scan-xml.ts'
import { layOutTable, type RawCell, type RawRow } from './table-grid.ts'

const wordprocessing = new Set([
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
])
const compatibility = 'http://schemas.openxmlformats.org/markup-compatibility/2006'
/** Formulas and drawings hold text of their own, in an element also called t. */
const otherText = new Set([
  'http://schemas.openxmlformats.org/officeDocument/2006/math',
  'http://purl.oclc.org/ooxml/officeDocument/math',
  'http://schemas.openxmlformats.org/drawingml/2006/main',
  'http://purl.oclc.org/ooxml/drawingml/main',
])

/** Word itself stops at 63 columns. */
const maxColumns = 1000

const characters: Readonly<Record<string, string>> = {
  tab: '\t',
  ptab: '\t',
  br: '\n',
  cr: '\n',
  noBreakHyphen: '-',
}

/** What is not printed: changes taken out, field instructions, the reading printed above a character. */
const unprinted = new Set(['del', 'moveFrom', 'delText', 'instrText', 'delInstrText', 'rt'])

/** Paragraphs without a character are left out. Throws Problem document.broken, naming the part. */
export function readWordprocessingBlocks(bytes: Uint8Array, part: string): SourceBlock[] {
  const reader = new BlockReader(part)
  scanXml(bytes, part, reader)
  return reader.blocks
}

class BlockReader {
  readonly blocks: SourceBlock[] = []
  readonly #part: string
  readonly #path: string[] = []
  /** How deep we are inside something that is not printed; 0 outside. */
  #skipped = 0
  #rows: RawRow[] | undefined
  #nestedTables = 0
  #cell: RawCell | undefined
  readonly #paragraphs: { text: string; endDeleted: boolean }[] = []
  /** A paragraph whose end was deleted runs on into the next. */
  #runOn = ''
  readonly #hiddenRuns: boolean[] = []
  readonly #choiceTaken: boolean[] = []
  #inText = false

  constructor(part: string) {
    this.#part = part
  }

  readonly open = ({ local, uri }: XmlName, attributes: XmlAttributes): void => {
    this.#path.push(local)
    if (this.#skipped > 0) this.#skipped++
    else if (wordprocessing.has(uri)) this.#openWord(local, attributes)
    else if (uri === compatibility) this.#openAlternative(local)
    else if (local === 't' && otherText.has(uri)) this.#inText = true
  }

  readonly text = (text: string): void => {
    if (this.#inText && this.#skipped === 0) this.#write(text)
  }

  readonly close = ({ local, uri }: XmlName): void => {
    this.#path.pop()
    if (this.#skipped > 0) this.#skipped--
    else if (local === 't') this.#inText = false
    else if (wordprocessing.has(uri)) this.#closeWord(local)
    else if (uri === compatibility && local === 'AlternateContent') this.#choiceTaken.pop()
  }

  #openWord(name: string, attributes: XmlAttributes): void {
    const character = characters[name]
    if (unprinted.has(name)) this.#openUnprinted(name)
    else if (name === 't') this.#inText = true
    else if (name === 'p') this.#openParagraph()
    else if (name === 'r') this.#hiddenRuns.push(false)
    else if (name === 'vanish') this.#hideRun(attributes)
    else if (character !== undefined && this.#parent() === 'r') this.#write(character)
    else if (name === 'sym') this.#write(symbolOf(attributes))
    else if (name === 'tbl') this.#openTable()
    else if (this.#nestedTables === 0) this.#openTablePart(name, attributes)
  }

  #openUnprinted(name: string): void {
    this.#skipped = 1
    if (name !== 'del' && name !== 'moveFrom') return
    const row = this.#rows?.at(-1)
    const paragraph = this.#paragraphs.at(-1)
    if (this.#parent() === 'trPr' && this.#nestedTables === 0 && row !== undefined) row.deleted = true
    if (this.#parent() === 'rPr' && this.#path.at(-3) === 'pPr' && paragraph !== undefined) {
      paragraph.endDeleted = true
    }
  }

  #openParagraph(): void {
    this.#paragraphs.push({ text: this.#runOn, endDeleted: false })
    this.#runOn = ''
  }

  #hideRun(attributes: XmlAttributes): void {
    if (this.#parent() !== 'rPr' || this.#path.at(-3) !== 'r') return
    this.#hiddenRuns[this.#hiddenRuns.length - 1] = !['0', 'false', 'off'].includes(
      findAttribute(attributes, 'val') ?? '',
    )
  }

  #openTable(): void {
    if (this.#rows === undefined) this.#rows = []
    else this.#nestedTables++
  }

  #openTablePart(name: string, attributes: XmlAttributes): void {
    const row = this.#rows?.at(-1)
    const cell = this.#cell
    if (name === 'tr') {
      this.#rows?.push({ skippedColumns: 0, deleted: false, cells: [] })
    } else if (name === 'tc' && row !== undefined) {
      this.#cell = { columns: 1, continuesAbove: false, continuesLeft: false, lines: [] }
      row.cells.push(this.#cell)
    } else if (name === 'gridBefore' && row !== undefined) {
      row.skippedColumns = this.#columns(attributes, 0)
    } else if (cell === undefined) {
      return
    } else if (name === 'gridSpan') {
      cell.columns = this.#columns(attributes, 1)
    } else if (name === 'vMerge') {
      cell.continuesAbove = findAttribute(attributes, 'val') !== 'restart' // a bare vMerge continues
    } else if (name === 'hMerge') {
      cell.continuesLeft = findAttribute(attributes, 'val') !== 'restart'
    }
  }

  #openAlternative(name: string): void {
    if (name === 'AlternateContent') this.#choiceTaken.push(false)
    else if (name === 'Choice' && this.#choiceTaken.at(-1) === false) {
      this.#choiceTaken[this.#choiceTaken.length - 1] = true
    } else if (this.#choiceTaken.at(-1) === true) this.#skipped = 1
  }

  #closeWord(name: string): void {
    if (name === 'p') this.#closeParagraph()
    else if (name === 'r') this.#hiddenRuns.pop()
    else if (name === 'tbl' && this.#nestedTables > 0) this.#nestedTables--
    else if (name === 'tbl') this.#closeTable()
    else if (name === 'tc' && this.#nestedTables === 0) this.#cell = undefined
  }

  #closeParagraph(): void {
    const paragraph = this.#paragraphs.pop()
    if (paragraph === undefined) return
    if (paragraph.endDeleted) this.#runOn = paragraph.text
    else if (this.#cell !== undefined) this.#cell.lines.push(paragraph.text)
    else if (paragraph.text !== '') this.blocks.push({ kind: 'paragraph', text: paragraph.text })
  }

  #closeTable(): void {
    const rows = (this.#rows ?? []).filter((row) => !row.deleted && row.cells.length > 0)
    this.#rows = undefined
    if (rows.length === 0) return
    const table = layOutTable(rows)
    if (table.columnCount > maxColumns) throw new Problem('document.broken', { part: this.#part })
    this.blocks.push(table)
  }

  #write(text: string): void {
    const paragraph = this.#paragraphs.at(-1)
    if (paragraph !== undefined && this.#hiddenRuns.at(-1) !== true) paragraph.text += text
  }

  #parent(): string | undefined {
    return this.#path.at(-2)
  }

  #columns(attributes: XmlAttributes, least: number): number {
    const columns = Number.parseInt(findAttribute(attributes, 'val') ?? '', 10)
    if (columns > maxColumns) throw new Problem('document.broken', { part: this.#part })
    return Math.max(least, Number.isNaN(columns) ? least : columns)
  }
}

/** A character of a symbol font, by its code in the font; Word shifts these into the private use area (§17.3.3.30). */
function symbolOf(attributes: XmlAttributes): string {
  const code = Number.parseInt(findAttribute(attributes, 'char') ?? '', 16)
  return code > 0 && code <= 0xffff ? String.fromCharCode(code) : ''
}
