/** Excel 97 workbooks written by hand, record by record (MS-XLS). */
import { utils, write } from 'cfb'

const begin = 0x0809
const end = 0x000a
const boundSheet = 0x0085

export type BinaryRecord = { readonly type: number; readonly data: Uint8Array }

export function record(type: number, ...parts: readonly (Uint8Array | readonly number[])[]): BinaryRecord {
  return { type, data: Buffer.concat(parts.map((part) => Uint8Array.from(part))) }
}

export function u16(...numbers: readonly number[]): Uint8Array {
  return Buffer.concat(numbers.map((number) => Uint8Array.of(number & 0xff, (number >> 8) & 0xff)))
}

export function u32(number: number): Uint8Array {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(number)
  return bytes
}

export function double(number: number): Uint8Array {
  const bytes = Buffer.alloc(8)
  bytes.writeDoubleLE(number)
  return bytes
}

/** Length, flags, characters of two bytes. */
export function string16(text: string): Uint8Array {
  return Buffer.concat([u16(text.length), Uint8Array.of(1), Buffer.from(text, 'utf16le')])
}

type Sheet = { readonly name: string; readonly records: readonly BinaryRecord[]; readonly state?: number }

/** `global` are the workbook's own records; `streams` are further ones beside the workbook. */
export function xlsOf(
  global: readonly BinaryRecord[],
  sheets: readonly Sheet[],
  streams: readonly string[] = [],
): Uint8Array {
  const start = record(begin, u16(0x0600, 0x0005))
  const entry = ({ name, state = 0 }: Sheet, at: number): BinaryRecord =>
    record(boundSheet, u32(at), [state, 0, name.length, 1], Buffer.from(name, 'utf16le'))
  const substreams = sheets.map(({ records }) => bytesOf([start, ...records, record(end)]))
  const withEntries = (positions: readonly number[]): Uint8Array =>
    bytesOf([start, ...global, ...sheets.map((sheet, i) => entry(sheet, positions[i] ?? 0)), record(end)])
  const positions: number[] = []
  let at = withEntries([]).length
  for (const { length } of substreams) {
    positions.push(at)
    at += length
  }
  const container = utils.cfb_new()
  utils.cfb_add(container, '/Workbook', Buffer.concat([withEntries(positions), ...substreams]))
  for (const stream of streams) utils.cfb_add(container, stream, Buffer.from('x'))
  return Uint8Array.from(write(container, { type: 'buffer' }) as Uint8Array)
}

function bytesOf(records: readonly BinaryRecord[]): Uint8Array {
  return Buffer.concat(records.flatMap(({ type, data }) => [u16(type, data.length), data]))
}
