/**
 * The rows of a workbook's first visible sheet, piece by piece: 100,000 rows take the memory of a few hundred, and of the
 * texts that the workbook holds once and names by number. Dates come as 2023-03-05, numbers as they are, not as shown.
 */
import { SaxesParser } from 'saxes'
import { Problem } from '../../domain/problems/problem.ts'
import { cellText } from '../readers/cell-text.ts'
import { dateParts } from '../readers/date-format.ts'
import { parseFormat } from '../readers/format-code.ts'
import { plainNumber } from '../readers/number-format.ts'
import { hasMacros, relationshipsOf } from '../readers/office-open-xml.ts'
import { findAttribute, scanXml } from '../readers/scan-xml.ts'
import { readCellStyles } from '../readers/xlsx-styles.ts'
import { RichText, unescapeString } from '../readers/xlsx-strings.ts'
import type { ZipPackage } from '../readers/zip-package.ts'
import type { SheetRow } from './sheet-row.ts'
import type { ZipParts } from './zip-parts.ts'

/** Of a ledger; beyond them a row belongs to no template. */
const maxColumns = 200
const maxTextLength = 4_000
/** Texts named by number are held: these are more than 100,000 rows of ten texts have. */
const maxSharedCharacters = 60_000_000
/** Of text without a tag that ends it: a text is held until then, and Excel's longest has 32,767 characters. */
const maxRun = 1_000_000
const stretch = 256 * 1024
/** A sheet of Excel has no more; empty ones count too. */
const maxRows = 1_048_576
const maxSmallPart = 8 * 1024 * 1024

/** Throws Problem document.*. */
export async function* readXlsxRows(parts: ZipParts): AsyncGenerator<readonly SheetRow[]> {
  const small = await smallParts(parts)
  const workbook = relationshipsOf(small, '').find(({ type }) => type === 'officeDocument')?.target
  if (workbook === undefined || small.find(workbook) === undefined)
    throw new Problem('document.broken', { part: 'xl/workbook.xml' })
  if (hasMacros(small, workbook)) throw new Problem('document.macros', {})
  const { sheetId, date1904 } = readWorkbook(small.find(workbook) ?? new Uint8Array(), workbook)
  const relationships = relationshipsOf(small, workbook)
  const sheet = relationships.find(({ id, type }) => id === sheetId && type === 'worksheet')?.target
  if (sheet === undefined) throw new Problem('document.broken', { part: workbook })
  const partOf = (kind: string) => relationships.find(({ type }) => type === kind)?.target
  const styles = readCellStyles(small.find(partOf('styles') ?? ''))
  const strings = await readStrings(parts, partOf('sharedStrings'))
  yield* scanRows(parts, sheet, new SheetScanner(strings, styles, date1904))
}

/** All but sheets, strings and pictures, whole. */
async function smallParts(parts: ZipParts): Promise<ZipPackage> {
  const wanted = parts.names.filter(
    (name) =>
      name.endsWith('.rels') || /(^|\/)(workbook|styles)\.xml$/.test(name) || name === '[Content_Types].xml',
  )
  const read = new Map<string, Uint8Array>()
  for (const name of wanted.slice(0, 200)) read.set(name, await wholePart(parts, name))
  return { names: parts.names, find: (name) => read.get(name) }
}

async function wholePart(parts: ZipParts, name: string): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of parts.pieces(name)) {
    size += piece.length
    if (size > maxSmallPart) throw new Problem('document.broken', { part: name })
    pieces.push(piece)
  }
  const whole = new Uint8Array(size)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

function readWorkbook(bytes: Uint8Array, part: string): { sheetId: string; date1904: boolean } {
  const ids: string[] = []
  let date1904 = false
  scanXml(bytes, part, {
    open({ local }, attributes) {
      if (local === 'workbookPr') date1904 = /^(1|true)$/.test(attributes['date1904'] ?? '')
      if (local === 'sheet' && !/hidden$/i.test(attributes['state'] ?? ''))
        ids.push(findAttribute(attributes, 'id') ?? '')
    },
    close: () => undefined,
    text: () => undefined,
  })
  return { sheetId: ids[0] ?? '', date1904 }
}

async function readStrings(parts: ZipParts, name: string | undefined): Promise<string[]> {
  const strings: string[] = []
  if (name === undefined) return strings
  const text = new RichText()
  let held = 0
  let run = 0
  await scanPieces(parts, name, {
    open: (local) => text.open(local),
    close(local) {
      text.close(local)
      if (local !== 'si') return
      const whole = text.take()
      run = 0
      held += whole.length
      if (held > maxSharedCharacters)
        throw new Problem('document.too-complex', { limit: maxSharedCharacters })
      strings.push(whole)
    },
    text(piece) {
      run += piece.length
      if (run > maxRun) throw new RangeError('a text has an end')
      text.write(piece)
    },
  })
  return strings
}

type Scanner = {
  readonly open: (local: string, attributes: Readonly<Record<string, string>>) => void
  readonly close: (local: string) => void
  readonly text: (text: string) => void
}

async function scanPieces(parts: ZipParts, name: string, scanner: Scanner): Promise<void> {
  const scan = scanning(name, scanner)
  for await (const piece of stretches(parts, name)) scan.write(piece)
  scan.end()
}

/** What 16 KB unpack to may be 16 MB: two hundred thousand rows, if they were taken at once. */
async function* stretches(parts: ZipParts, name: string): AsyncGenerator<Uint8Array> {
  for await (const piece of parts.pieces(name))
    for (let at = 0; at < piece.length; at += stretch) yield piece.subarray(at, at + stretch)
}

async function* scanRows(parts: ZipParts, name: string, scanner: SheetScanner): AsyncGenerator<SheetRow[]> {
  const scan = scanning(name, scanner)
  for await (const piece of stretches(parts, name)) {
    scan.write(piece)
    const rows = scanner.takeRows()
    if (rows.length > 0) yield rows
  }
  scan.end()
  const rest = scanner.takeRows()
  if (rest.length > 0) yield rest
}

/** XML in pieces, with the distrust of readers/scan-xml.ts. */
function scanning(part: string, scanner: Scanner) {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false })
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const localNames = new Map<string, string>()
  const localOf = (name: string): string => {
    const known = localNames.get(name) ?? name.slice(name.indexOf(':') + 1)
    localNames.set(name, known)
    return known
  }
  const guarded = (work: () => void): void => {
    try {
      work()
    } catch (cause) {
      throw cause instanceof Problem ? cause : new Problem('document.broken', { part }, { cause })
    }
  }
  let run = 0
  /** What has no end is a bomb: it would be held whole. */
  const measure = (text: string): string => {
    const tag = text.lastIndexOf('<')
    run = tag < 0 ? run + text.length : text.length - tag
    if (run > maxRun) throw new RangeError('a text ends with a tag')
    return text
  }
  parser.on('error', (cause) => {
    throw cause
  })
  parser.on('doctype', () => {
    throw new Problem('document.broken', { part })
  })
  parser.on('opentag', ({ name, attributes }) => scanner.open(localOf(name), attributes))
  parser.on('closetag', ({ name }) => scanner.close(localOf(name)))
  parser.on('text', (text) => scanner.text(text))
  parser.on('cdata', (text) => scanner.text(text))
  return {
    write: (piece: Uint8Array) =>
      guarded(() => parser.write(measure(decoder.decode(piece, { stream: true })))),
    end: () => guarded(() => parser.write(decoder.decode()).close()),
  }
}

/** Collects the rows of a sheet from its tags. */
class SheetScanner implements Scanner {
  readonly #strings: readonly string[]
  readonly #styles: readonly string[]
  readonly #date1904: boolean
  readonly #dates = new Map<number, boolean>()
  readonly #inline = new RichText()
  #rows: SheetRow[] = []
  #cells: string[] = []
  #number = 0
  #column = -1
  #type = 'n'
  #style = 0
  #value = ''
  #inValue = false
  #held = 0
  #rowCount = 0

  constructor(strings: readonly string[], styles: readonly string[], date1904: boolean) {
    this.#strings = strings
    this.#styles = styles
    this.#date1904 = date1904
  }

  takeRows(): SheetRow[] {
    const rows = this.#rows
    this.#rows = []
    return rows
  }

  open(local: string, attributes: Readonly<Record<string, string>>): void {
    if (local === 'c') {
      const at = attributes['r']
      this.#column = at === undefined ? this.#column + 1 : columnOf(at)
      this.#type = attributes['t'] ?? 'n'
      this.#style = Number(attributes['s'] ?? 0)
      this.#value = ''
      this.#held = 0
    } else if (local === 'v') this.#inValue = true
    else if (local === 'row') {
      const number = Number(attributes['r'] ?? this.#number + 1)
      if (!Number.isSafeInteger(number) || number < 1) throw new RangeError('a row has a number')
      if (++this.#rowCount > maxRows) throw new RangeError('a sheet has so many rows')
      this.#number = number
      this.#cells = []
      this.#column = -1
    } else this.#inline.open(local)
  }

  close(local: string): void {
    if (local === 'v') this.#inValue = false
    else if (local === 'c') this.#closeCell()
    else if (local === 'row') {
      if (this.#cells.length > 0) this.#rows.push({ number: this.#number, cells: this.#cells })
    } else this.#inline.close(local)
  }

  text(text: string): void {
    this.#held += text.length
    if (this.#held > maxRun) throw new RangeError('a cell has an end')
    if (this.#inValue) this.#value += text
    else if (this.#type === 'inlineStr') this.#inline.write(text)
  }

  #closeCell(): void {
    const text = this.#type === 'inlineStr' ? this.#inline.take() : this.#shown()
    if (text === '' || this.#column >= maxColumns) return
    while (this.#cells.length < this.#column) this.#cells.push('')
    this.#cells[this.#column] = text.length > maxTextLength ? text.slice(0, maxTextLength) : text
  }

  #shown(): string {
    const value = this.#value
    switch (this.#type) {
      case 's':
        return this.#strings[Number(value)] ?? ''
      case 'n':
        return value.trim() === '' ? '' : this.#figure(Number(value), value)
      case 'd':
        return value.trim().replace(/T00:00(:00(\.0+)?)?Z?$/, '')
      case 'b':
        return value.trim() === '1' ? 'TRUE' : 'FALSE'
      case 'str':
        return unescapeString(value)
      default:
        return cellText(value)
    }
  }

  #figure(number: number, written: string): string {
    if (Number.isNaN(number)) return cellText(written)
    if (Number.isInteger(number) && this.#style === 0) return plainNumber(number)
    const date = this.#isDate(this.#style) ? dateParts(this.#date1904 ? number + 1462 : number) : undefined
    if (!date || date.day === 0) return plainNumber(number)
    return `${date.year}-${String(date.month).padStart(2, '0')}-${String(date.day).padStart(2, '0')}`
  }

  #isDate(style: number): boolean {
    const known = this.#dates.get(style)
    if (known !== undefined) return known
    const { parts } = parseFormat(this.#styles[style] ?? 'General', 1)
    const isDate = parts.some(({ kind, text }) => kind === 'date' && /^[ymde]/.test(text))
    this.#dates.set(style, isDate)
    return isDate
  }
}

/** From A on; the row is that of the row element. */
function columnOf(reference: string): number {
  let column = 0
  for (let i = 0; i < reference.length; i++) {
    const code = reference.charCodeAt(i) & ~32
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  if (column === 0 || column > 16_384) throw new RangeError('a cell has a column')
  return column - 1
}
