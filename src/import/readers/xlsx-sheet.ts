/** The cells of one sheet of a workbook (ECMA-376 part 1, §18.3). */
import { Problem } from '../../domain/problems/problem.ts'
import { scanXml, type XmlAttributes, type XmlName } from './scan-xml.ts'
import { parseAreaReference, parseCellReference } from './cell-reference.ts'
import type { NumberFormats } from './number-formats.ts'
import { SheetGrid } from './sheet-grid.ts'
import { RichText, unescapeString } from './xlsx-strings.ts'

/** Formulas stand as their last result. Throws Problem document.broken, document.expands-too-far or document.too-complex. */
export function readSheetCells(
  bytes: Uint8Array,
  part: string,
  strings: readonly string[],
  formats: NumberFormats,
): SheetGrid {
  const reader = new SheetReader(part, strings, formats)
  scanXml(bytes, part, reader)
  return reader.grid
}

class SheetReader {
  readonly grid = new SheetGrid()
  readonly #part: string
  readonly #strings: readonly string[]
  readonly #formats: NumberFormats
  readonly #inline = new RichText()
  #row = -1
  #column = -1
  #type = 'n'
  #style = 0
  #value = ''
  #inValue = false

  constructor(part: string, strings: readonly string[], formats: NumberFormats) {
    this.#part = part
    this.#strings = strings
    this.#formats = formats
  }

  readonly open = ({ local }: XmlName, attributes: XmlAttributes): void => {
    if (local === 'row') this.#openRow(attributes['r'])
    else if (local === 'c') this.#openCell(attributes)
    else if (local === 'v') this.#inValue = true
    else if (local === 'mergeCell') this.#merge(attributes['ref'] ?? '')
    else this.#inline.open(local)
  }

  readonly close = ({ local }: XmlName): void => {
    if (local === 'v') this.#inValue = false
    else if (local === 'c') this.#closeCell()
    else this.#inline.close(local)
  }

  readonly text = (text: string): void => {
    if (this.#inValue) this.#value += text
    else this.#inline.write(text)
  }

  /** A row or cell that does not say where it stands follows the one before. */
  #openRow(number: string | undefined): void {
    const at = number === undefined ? undefined : parseCellReference(`A${number}`)
    if (number !== undefined && at === undefined) throw this.#broken()
    this.#row = at?.row ?? this.#row + 1
    this.#column = -1
  }

  #openCell(attributes: XmlAttributes): void {
    const reference = attributes['r']
    const at = reference === undefined ? undefined : parseCellReference(reference)
    if (reference !== undefined && at === undefined) throw this.#broken()
    this.#row = at?.row ?? Math.max(0, this.#row)
    this.#column = at?.column ?? this.#column + 1
    this.#type = attributes['t'] ?? 'n'
    this.#style = Number(attributes['s'] ?? 0)
    this.#value = ''
  }

  #closeCell(): void {
    const inline = this.#inline.take()
    this.grid.add(this.#row, this.#column, this.#type === 'inlineStr' ? inline : this.#shown())
  }

  #shown(): string {
    const value = this.#value
    switch (this.#type) {
      case 's':
        return this.#strings[Number(value)] ?? ''
      case 'b':
        return value.trim() === '1' ? 'TRUE' : value.trim() === '' ? '' : 'FALSE'
      case 'd':
        return value.trim().replace(/T00:00(:00(\.0+)?)?Z?$/, '')
      case 'n': {
        const number = Number(value)
        return value.trim() === '' ? '' : Number.isNaN(number) ? value : this.#formats(number, this.#style)
      }
      default:
        return unescapeString(value)
    }
  }

  #merge(reference: string): void {
    const area = parseAreaReference(reference)
    if (area === undefined) throw this.#broken()
    this.grid.merge(area)
  }

  #broken(): Problem {
    return new Problem('document.broken', { part: this.#part })
  }
}
