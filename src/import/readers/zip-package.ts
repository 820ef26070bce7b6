/**
 * The zip container of office documents, read with distrust: sizes are counted while inflating and never believed,
 * only the parts asked for are inflated, and checksums are held to. Format: PKWARE APPNOTE 6.3.10, §4.3.
 */
import { crc32, inflateRawSync } from 'node:zlib'
import { Problem } from '../../domain/problems/problem.ts'

/** No ordinary document comes near it: the text of a 500-page book is about 5 MB of WordprocessingML. */
export const maxInflatedMegabytes = 50
const maxInflatedBytes = maxInflatedMegabytes * 1024 * 1024
/** Office XML packs 10 to 60 times. Beyond this a part above `ratioFreeBytes` is a bomb, whatever it claims to be. */
const maxRatio = 250
const ratioFreeBytes = 4 * 1024 * 1024
/** Word writes a dozen parts and one for each picture. */
const maxEntries = 10_000

const endOfDirectory = 0x06054b50
const directoryEntry = 0x02014b50
const localEntry = 0x04034b50
const endOfDirectorySize = 22
const maxCommentSize = 0xffff
const encryptedFlag = 1

type Entry = {
  readonly method: number
  readonly crc: number
  readonly compressedSize: number
  readonly size: number
  readonly offset: number
}

export type ZipPackage = {
  readonly names: readonly string[]
  /** A part's bytes; undefined when there is no such part. Throws Problem document.broken or document.expands-too-far. */
  readonly find: (name: string) => Uint8Array | undefined
}

/** Opens a zip. Throws Problem document.broken, document.encrypted or document.expands-too-far. */
export function openZipPackage(bytes: Uint8Array): ZipPackage {
  const entries = readDirectory(bytes)
  let budget = maxInflatedBytes
  return {
    names: [...entries.keys()],
    find(name) {
      const entry = entries.get(name)
      if (entry === undefined) return undefined
      const part = inflate(bytes, name, entry, budget)
      budget -= part.length
      return part
    },
  }
}

function readDirectory(bytes: Uint8Array): Map<string, Entry> {
  const decoder = new TextDecoder()
  const view = viewOf(bytes)
  const end = findEndOfDirectory(view)
  const count = view.getUint16(end + 10, true)
  if (count > maxEntries) throw expandsTooFar()
  const entries = new Map<string, Entry>()
  let at = view.getUint32(end + 16, true)
  let claimed = 0
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== directoryEntry) throw broken('zip')
    const nameEnd = at + 46 + view.getUint16(at + 28, true)
    const name = decoder.decode(bytes.subarray(at + 46, nameEnd)).replaceAll('\\', '/') // as some libraries write
    if ((view.getUint16(at + 8, true) & encryptedFlag) !== 0) throw new Problem('document.encrypted', {})
    const size = view.getUint32(at + 24, true)
    entries.set(name, {
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      compressedSize: view.getUint32(at + 20, true),
      size,
      offset: view.getUint32(at + 42, true),
    })
    claimed += size
    at = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  if (claimed > maxInflatedBytes * 2) throw expandsTooFar() // pictures and fonts are allowed as much again
  return entries
}

function findEndOfDirectory(view: DataView): number {
  const last = view.byteLength - endOfDirectorySize
  for (let at = last; at >= Math.max(0, last - maxCommentSize); at--) {
    if (view.getUint32(at, true) === endOfDirectory) return at
  }
  throw broken('zip')
}

function inflate(bytes: Uint8Array, name: string, entry: Entry, budget: number): Uint8Array {
  const packed = packedBytes(bytes, name, entry)
  const limit = Math.min(budget, Math.max(ratioFreeBytes, packed.length * maxRatio))
  const part = entry.method === 0 ? packed : inflateUpTo(packed, limit, name)
  if (part.length > limit) throw expandsTooFar()
  if (part.length !== entry.size || crc32(part) !== entry.crc) throw broken(name)
  return part
}

function packedBytes(bytes: Uint8Array, name: string, entry: Entry): Uint8Array {
  const view = viewOf(bytes)
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== localEntry)
    throw broken(name)
  if (entry.method !== 0 && entry.method !== 8) throw broken(name)
  const start =
    entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true)
  if (start + entry.compressedSize > bytes.length) throw broken(name)
  return bytes.subarray(start, start + entry.compressedSize)
}

function inflateUpTo(packed: Uint8Array, limit: number, name: string): Uint8Array {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, limit) })
  } catch (error) {
    throw isTooLarge(error) ? expandsTooFar() : broken(name, error)
  }
}

function isTooLarge(error: unknown): boolean {
  return error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function expandsTooFar(): Problem {
  return new Problem('document.expands-too-far', { limitMegabytes: maxInflatedMegabytes })
}

function broken(part: string, cause?: unknown): Problem {
  return new Problem('document.broken', { part }, { cause })
}
