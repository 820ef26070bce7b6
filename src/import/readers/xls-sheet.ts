/** The cells of one sheet of an Excel 97 workbook (MS-XLS, §2.1.7.20.5). */
import type { NumberFormats } from './number-formats.ts'
import { SheetGrid } from './sheet-grid.ts'
import { type RecordData, recordType, type XlsRecord } from './xls-records.ts'
import { readString } from './xls-strings.ts'

const errorNames: Readonly<Record<number, string>> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
}

/** Formulas stand as their last result. Throws RangeError for a sheet that is cut short. */
export function readXlsSheet(
  records: Iterable<XlsRecord>,
  strings: readonly string[],
  formats: NumberFormats,
): SheetGrid {
  const reader = new SheetRecords(strings, formats)
  for (const { type, data } of records) reader.read(type, data)
  return reader.grid
}

class SheetRecords {
  readonly grid = new SheetGrid()
  readonly #strings: readonly string[]
  readonly #formats: NumberFormats
  /** A formula whose text is in the record that follows. */
  #formula: { row: number; column: number } | undefined

  constructor(strings: readonly string[], formats: NumberFormats) {
    this.#strings = strings
    this.#formats = formats
  }

  read(type: number, data: RecordData): void {
    switch (type) {
      case recordType.labelShared:
        return this.#cell(data, () => this.#strings[data.u32()] ?? '')
      case recordType.label:
      case recordType.richString:
        return this.#cell(data, () => readString(data, data.u16()))
      case recordType.number:
        return this.#cell(data, (style) => this.#formats(data.double(), style))
      case recordType.rk:
        return this.#cell(data, (style) => this.#formats(data.rk(), style))
      case recordType.mulRk:
        return this.#numbersInRow(data)
      case recordType.boolOrError:
        return this.#cell(data, () => shownResult(data.u8(), data.u8() === 1))
      case recordType.formula:
        return this.#openFormula(data)
      case recordType.string:
        if (this.#formula !== undefined)
          this.grid.add(this.#formula.row, this.#formula.column, readString(data, data.u16()))
        this.#formula = undefined
        return
      case recordType.mergeCells:
        return this.#merge(data)
    }
  }

  #cell(data: RecordData, text: (style: number) => string): void {
    const row = data.u16()
    const column = data.u16()
    this.grid.add(row, column, text(data.u16()))
  }

  #numbersInRow(data: RecordData): void {
    const row = data.u16()
    for (let column = data.u16(); data.left >= 8; column++) {
      const style = data.u16()
      this.grid.add(row, column, this.#formats(data.rk(), style))
    }
  }

  /** The result is a number, or, marked by 0xffff at its end, something else (§2.5.133). */
  #openFormula(data: RecordData): void {
    const row = data.u16()
    const column = data.u16()
    const style = data.u16()
    const bytes = Uint8Array.from({ length: 8 }, () => data.u8())
    const view = new DataView(bytes.buffer)
    const [kind, , value = 0] = bytes
    this.#formula = undefined
    if (view.getUint16(6, true) !== 0xffff) {
      this.grid.add(row, column, this.#formats(view.getFloat64(0, true), style))
    } else if (kind === 0) this.#formula = { row, column }
    else if (kind !== 3) this.grid.add(row, column, shownResult(value, kind === 2))
  }

  #merge(data: RecordData): void {
    for (let count = data.u16(); count > 0; count--) {
      const row = data.u16()
      const rowSpan = data.u16() - row + 1
      const column = data.u16()
      const columnSpan = data.u16() - column + 1
      this.grid.merge({ row, column, rowSpan, columnSpan })
    }
  }
}

function shownResult(value: number, isError: boolean): string {
  if (isError) return errorNames[value] ?? '#N/A'
  return value === 0 ? 'FALSE' : 'TRUE'
}
