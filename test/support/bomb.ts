/** Workbooks of which a part unpacks to gigabytes: deflated pieces are put one after the other, so that none is ever whole. */
import { constants, crc32, deflateRawSync } from 'node:zlib'
import { strToU8, unzipSync } from 'fflate'
import type { ByteSource } from '../../src/import/rows/byte-source.ts'
import { sheetOf, xlsxOf } from './workbook-package.ts'

export type Bomb = { readonly bytes: Buffer; readonly unpacked: number }

type Blown = {
  readonly part: string
  readonly before: string
  readonly piece: string
  readonly times: number
}

/** A workbook whose named part holds `piece` so many times. */
export function bombOf({ part, before, piece, times }: Blown): Bomb {
  const ordinary = unzipSync(xlsxOf({ sheets: [sheetOf([])] }))
  const packed = (text: string) =>
    deflateRawSync(strToU8(text), { level: 9, finishFlush: constants.Z_FULL_FLUSH })
  // A full flush forgets what came before: the same bytes unpack to the same text again and again.
  const repeated = packed(piece)
  const blown = Buffer.concat([
    packed(before),
    ...Array.from({ length: times }, () => repeated),
    deflateRawSync(strToU8('')),
  ])
  const others = Object.entries(ordinary).filter(([name]) => name !== part)
  const files = [
    ...others.map(([name, bytes]) => ({ name, packed: deflateRawSync(bytes), crc: crc32(bytes) })),
    { name: part, packed: blown, crc: 0 },
  ]
  return { bytes: zipOf(files), unpacked: Buffer.byteLength(before) + Buffer.byteLength(piece) * times }
}

type Packed = { readonly name: string; readonly packed: Buffer; readonly crc: number }

/** PKWARE APPNOTE 6.3.10, §4.3; the sizes it states are lies or nothing, as a bomb's are. */
function zipOf(files: readonly Packed[]): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, packed, crc } of files) {
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(8, 8)
    local.writeUInt16LE(Buffer.byteLength(name), 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(crc, 16)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt16LE(Buffer.byteLength(name), 28)
    entry.writeUInt32LE(at, 42)
    locals.push(local, Buffer.from(name), packed)
    directory.push(entry, Buffer.from(name))
    at += 30 + Buffer.byteLength(name) + packed.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(Buffer.concat(directory).length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...locals, ...directory, end])
}

/** Bytes in memory, and how many of them were read. */
export function countedSource(bytes: Buffer): ByteSource & { readonly taken: () => number } {
  let taken = 0
  return {
    size: bytes.length,
    read: async (offset, length) => {
      const piece = await Promise.resolve(bytes.subarray(offset, offset + length))
      taken += piece.length
      return piece
    },
    taken: () => taken,
  }
}
