/**
 * Walks through the characters of one part of a Word 97 document and puts its paragraphs and tables together (MS-DOC
 * §2.4.3). As in read-docx.ts, what Word would print with all tracked changes accepted: deleted and hidden text is left
 * out, of a field only its result is kept, and a nested table's text goes into the cell it stands in.
 */
import type { SourceBlock } from '../../domain/programme/source.ts'
import type { Marks } from './doc-marks.ts'
import type { Piece } from './doc-pieces.ts'
import { type DocCell, rowOf, tableOf } from './doc-rows.ts'

const special = {
  cellEnd: 7,
  lineBreak: 11,
  pageBreak: 12,
  paragraphEnd: 13,
  columnBreak: 14,
  fieldBegin: 19,
  fieldResult: 20,
  fieldEnd: 21,
  hyphen: 30,
}

/** What stands for characters below the blank. */
const printed: Readonly<Record<number, string>> = {
  9: '\t',
  [special.lineBreak]: '\n',
  [special.columnBreak]: '\n',
  [special.hyphen]: '-',
}

/** Other control characters are anchors of pictures and notes, or damage. */
function textOf(character: number): string {
  return character < 32 || (character >= 0x7f && character < 0xa0) ? '' : String.fromCharCode(character)
}

export class DocBlockReader {
  readonly blocks: SourceBlock[] = []
  readonly #marks: Marks
  #text = ''
  #lines: string[] = []
  #cells: string[][] = []
  #rows: DocCell[][] = []
  /** For each field that is open, whether its result has begun. */
  #fields: boolean[] = []

  constructor(marks: Marks) {
    this.#marks = marks
  }

  /** Reads the characters of a piece from `start` to `end`. */
  read(piece: Piece, start: number, end: number): void {
    for (let index = start; index < end; index++) {
      const character = piece.text.charCodeAt(index)
      if (character === special.cellEnd) this.#endCell(piece, index)
      else if (character === special.paragraphEnd || character === special.pageBreak)
        this.#endParagraph(piece, index)
      else this.#take(character, piece, index)
    }
  }

  /** Closes what a part that is complete has closed already. */
  finish(): SourceBlock[] {
    this.#closeTable()
    this.#closeParagraph()
    return this.blocks
  }

  #take(character: number, piece: Piece, index: number): void {
    const { deleted, hidden, symbol } = this.#marks.character(piece, index)
    if (character === special.fieldBegin) this.#fields.push(false)
    else if (character === special.fieldResult) this.#fields[this.#fields.length - 1] = true
    else if (character === special.fieldEnd) this.#fields.pop()
    else if (!deleted && !hidden && !this.#fields.includes(false)) {
      this.#text += symbol ?? printed[character] ?? textOf(character)
    }
  }

  #endParagraph(piece: Piece, index: number): void {
    if (this.#marks.character(piece, index).deleted) return
    const { depth, innerRowEnd } = this.#marks.paragraph(piece, index)
    if (depth === 0) {
      this.#closeTable()
      this.#closeParagraph()
    } else if (!innerRowEnd) this.#closeLine()
  }

  #endCell(piece: Piece, index: number): void {
    const { rowEnd, properties } = this.#marks.paragraph(piece, index)
    this.#fields = []
    if (!rowEnd) {
      this.#closeLine()
      this.#cells.push(this.#lines)
      this.#lines = []
      return
    }
    const { deleted } = this.#marks.character(piece, index)
    if (!deleted && this.#cells.length > 0) this.#rows.push(rowOf(this.#cells, properties))
    this.#cells = []
    this.#text = ''
  }

  #closeLine(): void {
    this.#lines.push(this.#text.toWellFormed())
    this.#text = ''
  }

  /** Cells without the end of their row are the text of a damaged document, and kept. */
  #closeTable(): void {
    if (this.#rows.length > 0) this.blocks.push(tableOf(this.#rows))
    for (const text of [...this.#cells.flat(), ...this.#lines]) this.#push(text)
    this.#rows = []
    this.#cells = []
    this.#lines = []
  }

  #closeParagraph(): void {
    this.#push(this.#text)
    this.#text = ''
  }

  #push(text: string): void {
    if (text !== '') this.blocks.push({ kind: 'paragraph', text: text.toWellFormed() })
  }
}
