/**
 * The zip container read in pieces, with the distrust of readers/zip-package.ts: sizes are counted while inflating and
 * never believed, checksums are held to, and a part that unpacks too far is a bomb. Format: PKWARE APPNOTE 6.3.10, §4.3.
 */
import { crc32 } from 'node:zlib'
import { Inflate } from 'fflate'
import { Problem } from '../../domain/problem.ts'
import { piecesOf, type ByteSource } from './byte-source.ts'

/** A hundred thousand rows of thirty columns are about 300 MB of SpreadsheetML. */
export const maxPartMegabytes = 500
const maxPartBytes = maxPartMegabytes * 1024 * 1024
/** Beyond this a part above `ratioFreeBytes` is a bomb, whatever it claims to be. */
const maxRatio = 250
const ratioFreeBytes = 4 * 1024 * 1024
const maxEntries = 10_000
/** A deflated piece unpacks a thousand times at most: this keeps the worst one at 16 MB. */
const packedPiece = 16 * 1024

const endOfDirectory = 0x06054b50
const directoryEntry = 0x02014b50
const localEntry = 0x04034b50
const endOfDirectorySize = 22
const maxCommentSize = 0xffff
const encryptedFlag = 1
/** The directory of ten thousand parts. */
const maxDirectoryBytes = 2 * 1024 * 1024

type Entry = {
  readonly name: string
  readonly method: number
  readonly crc: number
  readonly compressedSize: number
  readonly offset: number
}

export type ZipParts = {
  readonly names: readonly string[]
  /** A part's bytes as they are unpacked; nothing where there is no such part. Throws Problem document.*. */
  readonly pieces: (name: string) => AsyncGenerator<Uint8Array>
}

/** Throws Problem document.broken, document.encrypted or document.expands-too-far. */
export async function openZipParts(source: ByteSource): Promise<ZipParts> {
  const entries = await readDirectory(source)
  return {
    names: [...entries.keys()],
    async *pieces(name) {
      const entry = entries.get(name)
      if (entry) yield* unpack(source, entry)
    },
  }
}

async function readDirectory(source: ByteSource): Promise<Map<string, Entry>> {
  const tailStart = Math.max(0, source.size - endOfDirectorySize - maxCommentSize)
  const tail = viewOf(await source.read(tailStart, source.size - tailStart))
  const end = findEndOfDirectory(tail)
  const count = tail.getUint16(end + 10, true)
  const size = tail.getUint32(end + 12, true)
  if (count > maxEntries || size > maxDirectoryBytes) throw expandsTooFar()
  const bytes = await source.read(tail.getUint32(end + 16, true), size)
  return parseDirectory(bytes, count)
}

function parseDirectory(bytes: Uint8Array, count: number): Map<string, Entry> {
  const decoder = new TextDecoder()
  const view = viewOf(bytes)
  const entries = new Map<string, Entry>()
  let at = 0
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== directoryEntry) throw broken('zip')
    const nameEnd = at + 46 + view.getUint16(at + 28, true)
    const name = decoder.decode(bytes.subarray(at + 46, nameEnd)).replaceAll('\\', '/')
    if ((view.getUint16(at + 8, true) & encryptedFlag) !== 0) throw new Problem('document.encrypted', {})
    entries.set(name, {
      name,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      compressedSize: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true),
    })
    at = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

function findEndOfDirectory(view: DataView): number {
  for (let at = view.byteLength - endOfDirectorySize; at >= 0; at--) {
    if (view.getUint32(at, true) === endOfDirectory) return at
  }
  throw broken('zip')
}

async function* unpack(source: ByteSource, entry: Entry): AsyncGenerator<Uint8Array> {
  const head = viewOf(await source.read(entry.offset, 30))
  if (head.byteLength < 30 || head.getUint32(0, true) !== localEntry) throw broken(entry.name)
  if (entry.method !== 0 && entry.method !== 8) throw broken(entry.name)
  const start = entry.offset + 30 + head.getUint16(26, true) + head.getUint16(28, true)
  const limit = Math.min(maxPartBytes, Math.max(ratioFreeBytes, entry.compressedSize * maxRatio))
  let unpacked: Uint8Array[] = []
  let size = 0
  let crc = 0
  const take = (piece: Uint8Array): void => {
    size += piece.length
    if (size > limit) throw expandsTooFar()
    crc = crc32(piece, crc)
    unpacked.push(piece)
  }
  const inflate = entry.method === 8 ? new Inflate(take) : undefined
  for await (const piece of piecesOf(source, start, start + entry.compressedSize, packedPiece)) {
    if (inflate) push(inflate, piece, entry.name)
    else take(piece)
    const ready = unpacked
    unpacked = []
    yield* ready
  }
  // The last block is only let go when nothing more can come.
  if (inflate) push(inflate, new Uint8Array(), entry.name, true)
  yield* unpacked
  if (crc !== entry.crc) throw broken(entry.name)
}

function push(inflate: Inflate, piece: Uint8Array, name: string, isLast = false): void {
  try {
    inflate.push(piece, isLast)
  } catch (cause) {
    throw cause instanceof Problem ? cause : broken(name, cause)
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function expandsTooFar(): Problem {
  return new Problem('document.expands-too-far', { limitMegabytes: maxPartMegabytes })
}

function broken(part: string, cause?: unknown): Problem {
  return new Problem('document.broken', { part }, { cause })
}
