/** Word 97 documents in the making, with what word processors of today no longer write (MS-DOC §2.4 and §2.8). */
import { utils, write } from 'cfb'

export type DocPiece = {
  readonly text: string
  /** One byte a character, in Windows-1252. */
  readonly compressed?: boolean
  /** Its Prm: properties given to the piece later. */
  readonly modifier?: number
}

export type DocParts = {
  /** In the order they are read; in the file each stands before the one that precedes it here. */
  readonly pieces: readonly DocPiece[]
  /** By the paragraph's number, counted by its marks: its properties. */
  readonly paragraphs?: Readonly<Record<number, readonly number[]>>
  /** Properties of all characters of the piece with that number. */
  readonly characters?: Readonly<Record<number, readonly number[]>>
  /** Lists of properties that modifiers refer to. */
  readonly lists?: readonly (readonly number[])[]
  readonly data?: readonly number[]
  /** Characters of the main text, when other parts follow it: [footnotes, headers, macros, comments, endnotes, boxes]. */
  readonly otherParts?: readonly number[]
  readonly flags?: number
  readonly ident?: number
  readonly otherStreams?: readonly string[]
  /** Where the piece table says that the text begins. */
  readonly textStart?: number
}

const textStart = 0x800
const pageLength = 512
/** What ends a paragraph: its own mark, a page break, the end of a cell. */
const marks = new Set(['\r', '\f', '\u0007'])

type Placed = DocPiece & { readonly place: number; readonly width: number }
type Run = { readonly start: number; readonly end: number; readonly properties: readonly number[] }

export function docOf(parts: DocParts): Uint8Array {
  const placed = placePieces(parts.pieces)
  const textEnd = Math.max(...placed.map(({ text, place, width }) => place + text.length * width))
  const characterPage = Math.ceil(textEnd / pageLength)
  const main = Buffer.alloc((characterPage + 2) * pageLength)
  const total = parts.pieces.reduce((sum, { text }) => sum + text.length, 0)
  const others = parts.otherParts ?? []
  main.writeUInt16LE(parts.ident ?? 0xa5ec, 0)
  main.writeUInt16LE(0xc1, 2)
  main.writeUInt16LE(0x0200 | (parts.flags ?? 0), 10)
  ;[total - others.reduce((sum, length) => sum + length, 0), ...others].forEach((length, index) =>
    main.writeUInt32LE(length, 0x4c + 4 * index),
  )
  for (const { text, place, width } of placed) main.write(text, place, width === 1 ? 'latin1' : 'utf16le')
  main.set(pageOf(characterRuns(placed, parts), 1), characterPage * pageLength)
  main.set(pageOf(paragraphRuns(placed, parts), 13), (characterPage + 1) * pageLength)
  const shift = (parts.textStart ?? textStart) - textStart
  const stated = placed.map((piece) => ({ ...piece, place: piece.place + shift }))
  const table = tableOf(main, stated, parts.lists ?? [], characterPage)
  return containerOf(main, table, parts)
}

function placePieces(pieces: readonly DocPiece[]): Placed[] {
  let place = textStart
  const reversed = pieces.toReversed().map((piece): Placed => {
    const width = piece.compressed === true ? 1 : 2
    const placed = { ...piece, place, width }
    place += piece.text.length * width
    place += place % 2
    return placed
  })
  return reversed.toReversed()
}

function characterRuns(pieces: readonly Placed[], { characters = {} }: DocParts): Run[] {
  return pieces.map(({ place, text, width }, index) => ({
    start: place,
    end: place + text.length * width,
    properties: characters[index] ?? [],
  }))
}

function paragraphRuns(pieces: readonly Placed[], { paragraphs = {} }: DocParts): Run[] {
  let number = 0
  return pieces.flatMap(({ place, text, width }) => {
    const ends = Array.from({ length: text.length }, (_, index) => index + 1).filter((end) =>
      marks.has(text.charAt(end - 1)),
    )
    return ends.map((end, order) => ({
      start: place + (order === 0 ? 0 : (ends[order - 1] ?? 0)) * width,
      end: place + end * width,
      properties: paragraphs[number++] ?? [],
    }))
  })
}

/** A page of formatted runs: their ends, where their properties are, the properties from the end backwards. */
function pageOf(runs: readonly Run[], slotLength: 1 | 13): Buffer {
  const sorted = runs.toSorted((a, b) => a.start - b.start)
  const page = Buffer.alloc(pageLength)
  let free = pageLength - 1
  sorted.forEach(({ start, end, properties }, slot) => {
    page.writeUInt32LE(start, 4 * slot)
    page.writeUInt32LE(end, 4 * slot + 4)
    // A paragraph's list begins with its style and counts words, with a byte in front where the count is even.
    const body = slotLength === 1 ? [properties.length, ...properties] : paragraphList(properties)
    free = (free - body.length) & ~1
    page.set(body, free)
    page.writeUInt8(properties.length === 0 ? 0 : free / 2, 4 * (sorted.length + 1) + slotLength * slot)
  })
  page.writeUInt8(sorted.length, pageLength - 1)
  return page
}

function paragraphList(properties: readonly number[]): number[] {
  const list = [0, 0, ...properties]
  return list.length % 2 === 1 ? [(list.length + 1) / 2, ...list] : [0, list.length / 2, ...list]
}

function tableOf(
  main: Buffer,
  pieces: readonly Placed[],
  lists: readonly (readonly number[])[],
  characterPage: number,
): Buffer {
  const number = (value: number, bytes: number): number[] =>
    Array.from({ length: bytes }, (_, index) => (value >>> (8 * index)) & 0xff)
  let position = 0
  const positions = [0, ...pieces.map(({ text }) => (position += text.length))].flatMap((at) => number(at, 4))
  const descriptors = pieces.flatMap(({ place, width, modifier = 0 }) => [
    ...number(0, 2),
    ...number(width === 1 ? (place * 2) | 0x40000000 : place, 4),
    ...number(modifier, 2),
  ])
  const pieceTable = [...positions, ...descriptors]
  const prefixed = lists.flatMap((list) => [1, ...number(list.length, 2), ...list])
  const pieceList = [...prefixed, 2, ...number(pieceTable.length, 4), ...pieceTable]
  const pages = [characterPage, characterPage + 1].map((page) => [
    ...number(0, 4),
    ...number(0x7fffffff, 4),
    ...number(page, 4),
  ])
  let at = 0
  for (const [field, content] of [
    [0xfa, pages[0]],
    [0x102, pages[1]],
    [0x1a2, pieceList],
  ] as const) {
    main.writeUInt32LE(at, field)
    main.writeUInt32LE(content?.length ?? 0, field + 4)
    at += content?.length ?? 0
  }
  return Buffer.from([...pages.flat(), ...pieceList])
}

function containerOf(main: Buffer, table: Buffer, { data, otherStreams = [] }: DocParts): Uint8Array {
  const container = utils.cfb_new()
  utils.cfb_add(container, '/WordDocument', main)
  utils.cfb_add(container, '/1Table', table)
  if (data !== undefined) utils.cfb_add(container, '/Data', Buffer.from(data))
  for (const name of otherStreams) utils.cfb_add(container, name, Buffer.from('x'))
  return Uint8Array.from(write(container, { type: 'buffer' }) as Uint8Array)
}
