/** Damaged copies of a file, as transfers, faulty programs and attackers make them. */
import { read, write } from 'cfb'
import fc from 'fast-check'
import { unzipSync, unzlibSync, zipSync } from 'fflate'

export type Mutation =
  | { readonly kind: 'overwrite'; readonly at: number; readonly bytes: Uint8Array }
  | { readonly kind: 'delete'; readonly at: number; readonly length: number }
  | { readonly kind: 'repeat'; readonly at: number; readonly length: number; readonly to: number }
  | { readonly kind: 'truncate'; readonly at: number }

/** Places are fractions of the file, so that one mutation fits a file of any size. */
const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true })
/** What formats are made of, so that many mutants still look right: digits, quotes, tags, extreme counts. */
const telling = fc.constantFrom(...'0|9|65535|-1|4294967295|"|<|>|/>|</|&|&#0;| |\n|\t|,|\0'.split('|'))
const bytes = fc.oneof(
  fc.uint8Array({ minLength: 1, maxLength: 8 }),
  telling.map((text) => Buffer.from(text)),
)
const length = fc.integer({ min: 1, max: 2000 })

const overwrite = fc.record({ kind: fc.constant('overwrite'), at: place, bytes })

/** One change or several; binary formats only survive those that move nothing, so half of all are such. */
export const mutations: fc.Arbitrary<readonly Mutation[]> = fc.oneof(
  fc.array(overwrite, { minLength: 1, maxLength: 3 }),
  fc.array(
    fc.oneof(
      { weight: 8, arbitrary: overwrite },
      { weight: 3, arbitrary: fc.record({ kind: fc.constant('delete'), at: place, length }) },
      { weight: 3, arbitrary: fc.record({ kind: fc.constant('repeat'), at: place, length, to: place }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('truncate'), at: place }) },
    ),
    { minLength: 1, maxLength: 12 },
  ),
)

export function mutate(file: Uint8Array, changes: readonly Mutation[]): Uint8Array {
  return changes.reduce(applied, file)
}

/** The same changes to one of the parts within a container, which is then made whole again. */
export function mutatePart(file: Uint8Array, part: number, changes: readonly Mutation[]): Uint8Array {
  if (file[0] === 0x50) return mutateZipped(file, part, changes)
  return file[0] === 0x25 ? mutatePage(file, part, changes) : mutateStream(file, part, changes)
}

function mutateZipped(zip: Uint8Array, part: number, changes: readonly Mutation[]): Uint8Array {
  const parts = unzipSync(zip)
  const names = Object.keys(parts).filter((name) => /\.xml$|\.rels$/.test(name))
  const name = names[part % names.length] ?? ''
  return zipSync({ ...parts, [name]: mutate(parts[name] ?? new Uint8Array(), changes) }, { level: 1 })
}

/** One of the packed streams of a PDF, which is left unpacked: drawing, a font, the tables of the file itself. */
function mutatePage(file: Uint8Array, part: number, changes: readonly Mutation[]): Uint8Array {
  const pdf = Buffer.from(file).toString('latin1')
  const streams = [
    ...pdf.matchAll(/<<([^<>]*)\/Filter\/FlateDecode([^<>]*)>>\r?\nstream\r?\n(.*?)\r?\nendstream/gs),
  ]
  const stream = streams[part % Math.max(1, streams.length)]
  if (stream === undefined) return mutate(file, changes)
  const [whole, before = '', behind = '', packed = ''] = stream
  const content = Buffer.from(mutate(unzlibSync(Buffer.from(packed, 'latin1')), changes)).toString('latin1')
  const entries = `${before}${behind}`.replace(/\/Length \d+( \d+ R)?/, '')
  const unpacked = `<<${entries}/Length ${content.length}>>\nstream\n${content}\nendstream`
  return Buffer.from(
    pdf.replace(whole, () => unpacked),
    'latin1',
  )
}

function mutateStream(file: Uint8Array, part: number, changes: readonly Mutation[]): Uint8Array {
  const container = read(Buffer.from(file), { type: 'buffer' })
  const streams = container.FileIndex.filter(({ type, size }) => type === 2 && size > 0)
  const stream = streams[part % streams.length]
  if (stream !== undefined) {
    stream.content = mutate(Buffer.from(stream.content), changes)
    stream.size = stream.content.length
  }
  return Uint8Array.from(write(container, { type: 'buffer' }) as Uint8Array)
}

function applied(file: Uint8Array, change: Mutation): Uint8Array {
  const at = Math.floor(change.at * file.length)
  switch (change.kind) {
    case 'overwrite':
      return Buffer.concat([file.subarray(0, at), change.bytes, file.subarray(at + change.bytes.length)])
    case 'delete':
      return Buffer.concat([file.subarray(0, at), file.subarray(at + change.length)])
    case 'repeat': {
      const to = Math.floor(change.to * file.length)
      return Buffer.concat([file.subarray(0, to), file.subarray(at, at + change.length), file.subarray(to)])
    }
    default:
      return file.subarray(0, at)
  }
}
