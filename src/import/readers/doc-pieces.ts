/**
 * The text, put together from the pieces that saving left it in (MS-DOC §2.4.1, §2.8.35 and §2.9.177). A piece is in
 * Windows-1252 or UTF-16 and may carry properties that were given to it later.
 */
import { Problem } from '../../domain/problems/problem.ts'
import type { DocFile } from './doc-file.ts'
import { code, part, propertiesIn, type Property } from './doc-properties.ts'

export type Piece = {
  /** Position of its first character among all characters of the document. */
  readonly start: number
  readonly text: string
  /** Where the character at an index of `text` stands in the stream "WordDocument". */
  readonly placeOf: (index: number) => number
  /** Changes to whatever the characters and paragraphs in it are stated to be. */
  readonly changes: readonly Property[]
}

const propertyList = 1
const pieceTable = 2
const compressedFlag = 0x40000000

/** Changes that fit into a piece's own two bytes, by their short codes (MS-DOC §2.9.215). */
const shortCodes: Readonly<Record<number, number>> = {
  0x18: code.inTable,
  0x19: code.rowEnd,
  0x41: code.deleted,
  0x5c: code.hidden,
}

export function readPieces({ main, table, pieces }: DocFile): Piece[] {
  const lists: DataView[] = []
  const end = pieces.at + pieces.length
  let at = pieces.at
  while (at < end && table.getUint8(at) === propertyList) {
    const length = table.getUint16(at + 1, true)
    lists.push(part(table, at + 3, length))
    at += 3 + length
  }
  if (at >= end || table.getUint8(at) !== pieceTable) throw broken()
  const count = Math.floor((table.getUint32(at + 1, true) - 4) / 12)
  const positions = at + 5
  const read: Piece[] = []
  let characters = 0
  for (let index = 0; index < count; index++) {
    const start = table.getUint32(positions + 4 * index, true)
    const length = table.getUint32(positions + 4 * index + 4, true) - start
    characters += Math.max(0, length)
    if (characters > main.byteLength) throw broken() // no two pieces are made of the same bytes
    const descriptor = positions + 4 * (count + 1) + 8 * index
    const changes = changesOf(table.getUint16(descriptor + 6, true), lists)
    read.push({ start, changes, ...textAt(main, table.getUint32(descriptor + 2, true), length) })
  }
  return read
}

function textAt(main: DataView, location: number, length: number): Pick<Piece, 'text' | 'placeOf'> {
  const compressed = (location & compressedFlag) !== 0
  const place = compressed ? (location & ~compressedFlag) >>> 1 : location
  const width = compressed ? 1 : 2
  const bytes = part(main, place, Math.max(0, length) * width)
  const text = new TextDecoder(compressed ? 'windows-1252' : 'utf-16le', { ignoreBOM: true }).decode(bytes)
  return { text, placeOf: (index) => place + index * width }
}

function changesOf(modifier: number, lists: readonly DataView[]): Property[] {
  if ((modifier & 1) === 1) {
    const list = lists[modifier >> 1]
    return list === undefined ? [] : [...propertiesIn(list)]
  }
  const property = shortCodes[(modifier >> 1) & 0x7f]
  if (property === undefined) return []
  return [{ code: property, operand: new DataView(Uint8Array.of(modifier >> 8).buffer) }]
}

function broken(): Problem {
  return new Problem('document.broken', { part: 'CLX' })
}
