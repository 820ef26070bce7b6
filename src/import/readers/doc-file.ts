/**
 * A Word 97 to 2003 document's streams and the places in them that its header names (MS-DOC §2.5). Offsets that lead out
 * of a stream throw RangeError, as DataView does; read-doc.ts turns it into a Problem.
 */
import { Problem } from '../../domain/problems/problem.ts'
import type { CompoundFile } from './compound-file.ts'

export type Stretch = { readonly at: number; readonly length: number }

export type DocFile = {
  /** The stream "WordDocument". */
  readonly main: DataView
  /** "0Table" or "1Table", whichever the header names. */
  readonly table: DataView
  /** "Data", where properties too long for a page of their kind are. */
  readonly data: DataView | undefined
  /** Where in `table`: the piece table, and the pages of character and paragraph properties. */
  readonly pieces: Stretch
  readonly characterPages: Stretch
  readonly paragraphPages: Stretch
  /** How many characters each part has, in the order the parts follow each other in. */
  readonly partLengths: readonly number[]
}

export const mainStream = 'WordDocument'

const word97 = 0xa5ec
/** The first version whose header is laid out like this. */
const firstVersion = 0xc1
const encryptedFlag = 0x0100
const obfuscatedFlag = 0x8000
const secondTableFlag = 0x0200

/**
 * `fileName` is only for the sentences of problems. Throws Problem document.encrypted, document.macros, document.broken
 * or document.unknown-format.
 */
export function openDocFile(file: CompoundFile, fileName: string): DocFile {
  const main = viewOf(file, mainStream)
  if (main === undefined) throw new Problem('document.broken', { part: mainStream })
  const flags = main.getUint16(10, true)
  if (main.getUint16(0, true) !== word97 || main.getUint16(2, true) < firstVersion) {
    throw new Problem('document.unknown-format', { fileName, recognised: 'word95' })
  }
  if ((flags & (encryptedFlag | obfuscatedFlag)) !== 0) throw new Problem('document.encrypted', {})
  if (file.names.some((name) => /^Macros(\/|$)/.test(name))) throw new Problem('document.macros', {})
  const tableName = (flags & secondTableFlag) === 0 ? '0Table' : '1Table'
  const table = viewOf(file, tableName)
  if (table === undefined) throw new Problem('document.broken', { part: tableName })
  return {
    main,
    table,
    data: viewOf(file, 'Data'),
    characterPages: stretchAt(main, 0xfa),
    paragraphPages: stretchAt(main, 0x102),
    pieces: stretchAt(main, 0x1a2),
    partLengths: Array.from({ length: 8 }, (_, part) => main.getInt32(0x4c + 4 * part, true)),
  }
}

function viewOf(file: CompoundFile, name: string): DataView | undefined {
  const bytes = file.find(name)
  return bytes === undefined ? undefined : new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function stretchAt(main: DataView, at: number): Stretch {
  return { at: main.getUint32(at, true), length: main.getUint32(at + 4, true) }
}
