/** The records of Excel 97's binary format (MS-XLS, §2.1.4 and §2.5). All numbers are little-endian. */

/** The types that are read. */
export const recordType = {
  formula: 0x0006,
  endOfFile: 0x000a,
  dateMode: 0x0022,
  filePass: 0x002f,
  continued: 0x003c,
  boundSheet: 0x0085,
  mulRk: 0x00bd,
  richString: 0x00d6,
  format: 0x00e0, // a cell's format, XF
  mergeCells: 0x00e5,
  sharedStrings: 0x00fc,
  labelShared: 0x00fd,
  number: 0x0203,
  label: 0x0204,
  boolOrError: 0x0205,
  string: 0x0207,
  rk: 0x027e,
  numberFormat: 0x041e,
  beginOfFile: 0x0809,
} as const

export type XlsRecord = { readonly type: number; readonly data: RecordData }

/**
 * The records of the substream that begins at `start`, without those of charts within it. Throws RangeError when there
 * is none or it ends early, and when substreams overlap so much that the stream would be read over and over.
 */
export type SubstreamReader = (start: number) => Generator<XlsRecord>

export function substreamReader(stream: Uint8Array): SubstreamReader {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength)
  let budget = 2 * stream.length
  return (start) =>
    recordsFrom(stream, view, start, (size) => {
      budget -= size
      if (budget < 0) throw new RangeError('substreams overlap')
    })
}

function* recordsFrom(
  stream: Uint8Array,
  view: DataView,
  start: number,
  spend: (bytes: number) => void,
): Generator<XlsRecord> {
  let depth = 0
  for (let at = start; ;) {
    const type = view.getUint16(at, true)
    if (depth === 0 && type !== recordType.beginOfFile) throw new RangeError('no substream begins here')
    const segments: Uint8Array[] = []
    do {
      const length = view.getUint16(at + 2, true)
      if (at + 4 + length > stream.length) throw new RangeError('the stream ends in a record')
      spend(4 + length)
      segments.push(stream.subarray(at + 4, at + 4 + length))
      at += 4 + length
    } while (at + 4 <= stream.length && view.getUint16(at, true) === recordType.continued)
    if (type === recordType.beginOfFile) depth++
    if (type === recordType.endOfFile) depth--
    if (depth === 0) return
    if (depth === 1) yield { type, data: new RecordData(segments) }
  }
}

/** A record's bytes, read from the front; long records go on in further segments. Reading beyond throws RangeError. */
export class RecordData {
  readonly #segments: readonly Uint8Array[]
  #segment = 0
  #at = 0

  constructor(segments: readonly Uint8Array[]) {
    this.#segments = segments
  }

  get left(): number {
    return this.#segments
      .slice(this.#segment)
      .reduce((sum, { length }, i) => sum + length - (i === 0 ? this.#at : 0), 0)
  }

  u8(): number {
    const byte = this.#current()[this.#at++]
    if (byte === undefined) throw new RangeError('the record ends early')
    return byte
  }

  u16(): number {
    return this.u8() | (this.u8() << 8)
  }

  u32(): number {
    return (this.u16() | (this.u16() << 16)) >>> 0
  }

  double(): number {
    const view = new DataView(new ArrayBuffer(8))
    for (let i = 0; i < 8; i++) view.setUint8(i, this.u8())
    return view.getFloat64(0, true)
  }

  /** An integer or the upper half of a double, either in hundredths or not (§2.5.217). */
  rk(): number {
    const packed = this.u32()
    const view = new DataView(new ArrayBuffer(8))
    view.setUint32(4, packed & 0xfffffffc, true)
    const number = (packed & 2) === 0 ? view.getFloat64(0, true) : (packed | 0) >> 2
    return (packed & 1) === 0 ? number : number / 100
  }

  skip(bytes: number): void {
    for (let rest = bytes; rest > 0;) {
      const here = Math.min(rest, this.#current().length - this.#at)
      if (here === 0) throw new RangeError('the record ends early')
      this.#at += here
      rest -= here
    }
  }

  /** Characters of one byte or two; where they go on in another segment, that says again which (§2.5.293). */
  characters(length: number, wide: boolean): string {
    const parts: string[] = []
    let isWide = wide
    for (let rest = length; rest > 0;) {
      if (this.#atEnd()) {
        this.#nextSegment()
        isWide = (this.u8() & 1) === 1
      }
      const segment = this.#current()
      const width = isWide ? 2 : 1
      const count = Math.min(rest, Math.floor((segment.length - this.#at) / width))
      if (count === 0) throw new RangeError('the record ends early')
      const bytes = segment.subarray(this.#at, this.#at + count * width)
      parts.push(isWide ? utf16.decode(bytes) : latin1(bytes))
      this.#at += count * width
      rest -= count
    }
    return parts.join('')
  }

  #atEnd(): boolean {
    return this.#at >= (this.#segments[this.#segment]?.length ?? 0)
  }

  #nextSegment(): void {
    this.#segment++
    this.#at = 0
    if (this.#segment >= this.#segments.length) throw new RangeError('the record ends early')
  }

  #current(): Uint8Array {
    while (this.#atEnd()) this.#nextSegment()
    return this.#segments[this.#segment] ?? new Uint8Array()
  }
}

const utf16 = new TextDecoder('utf-16le', { ignoreBOM: true })

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}
