/** One table of an OpenDocument file. Repeated rows and cells are counted, and written out only where they hold text. */
import { Problem } from '../../domain/problems/problem.ts'
import type { SourceTable } from '../../domain/programme/source.ts'
import type { XmlAttributes } from './scan-xml.ts'
import { maxColumns, maxRows, SheetGrid } from './sheet-grid.ts'

type OpenCell = { readonly repeated: number; readonly lines: string[]; readonly value: string }

export class OpenDocumentTable {
  readonly hidden: boolean
  readonly #part: string
  readonly #sheet: string | undefined
  readonly #grid = new SheetGrid()
  #row = 0
  #column = 0
  #rowRepeated = 1
  #rowCells: { column: number; text: string }[] = []
  #cell: OpenCell | undefined

  /** `sheet` is its name in a spreadsheet; `part` is named when it is damaged. */
  constructor(part: string, sheet: string | undefined, hidden: boolean) {
    this.#part = part
    this.#sheet = sheet
    this.hidden = hidden
  }

  open(name: string, attributes: XmlAttributes): void {
    if (name === 'table:table-row') {
      this.#column = 0
      this.#rowCells = []
      this.#rowRepeated = repeats(attributes['table:number-rows-repeated'])
    } else if (name === 'table:table-cell') {
      this.#openCell(attributes)
    }
  }

  /** A place under a merged area. */
  cover(attributes: XmlAttributes): void {
    this.#column += repeats(attributes['table:number-columns-repeated'])
  }

  /** Whether a cell is open that the line of text is then part of. */
  takes(line: string): boolean {
    this.#cell?.lines.push(line)
    return this.#cell !== undefined
  }

  close(name: string): void {
    if (name === 'table:table-cell') this.#closeCell()
    else if (name === 'table:table-row') this.#closeRow()
  }

  /** Throws Problem document.too-complex. */
  build(): SourceTable | undefined {
    return this.#grid.table(this.#sheet)
  }

  #openCell(attributes: XmlAttributes): void {
    const columnSpan = repeats(attributes['table:number-columns-spanned'])
    const rowSpan = repeats(attributes['table:number-rows-spanned'])
    if (columnSpan > 1 || rowSpan > 1)
      this.#grid.merge({ row: this.#row, column: this.#column, rowSpan, columnSpan })
    const repeated = repeats(attributes['table:number-columns-repeated'])
    this.#cell = { repeated, lines: [], value: valueOf(attributes) }
  }

  #closeCell(): void {
    const { repeated, lines, value } = this.#cell ?? { repeated: 1, lines: [], value: '' }
    const text = lines.length === 0 ? value : lines.join('\n')
    this.#cell = undefined
    if (text.trim() !== '') {
      if (this.#column + repeated > maxColumns) throw this.#broken()
      for (let i = 0; i < repeated; i++) this.#rowCells.push({ column: this.#column + i, text })
    }
    this.#column += repeated
  }

  #closeRow(): void {
    if (this.#rowCells.length > 0) {
      if (this.#row + this.#rowRepeated > maxRows) throw this.#broken()
      for (let row = this.#row; row < this.#row + this.#rowRepeated; row++)
        for (const { column, text } of this.#rowCells) this.#grid.add(row, column, text)
    }
    this.#row += this.#rowRepeated
  }

  #broken(): Problem {
    return new Problem('document.broken', { part: this.#part })
  }
}

/** How often an element stands, or over how many places it reaches. */
function repeats(attribute: string | undefined): number {
  const number = Number.parseInt(attribute ?? '1', 10)
  return number >= 1 ? number : 1
}

/** What a cell without text holds: programs that write no text leave the showing to the reader (part 3, §19.385). */
function valueOf(attributes: XmlAttributes): string {
  const date = attributes['office:date-value']?.replace(/T00:00:00$/, '')
  return attributes['office:string-value'] ?? date ?? attributes['office:value'] ?? ''
}
