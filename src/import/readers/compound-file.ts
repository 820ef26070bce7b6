/** OLE2 compound files, which .xls and .doc are (MS-CFB): their streams by path. */
import { read } from 'cfb'
import { Problem } from '../../domain/problems/problem.ts'

export type CompoundFile = {
  /** Paths below the root, with "/" between storages and streams. */
  readonly names: readonly string[]
  readonly find: (name: string) => Uint8Array | undefined
}

/** Throws Problem document.broken. */
export function openCompoundFile(bytes: Uint8Array): CompoundFile {
  const container = parse(bytes)
  const names = container.FullPaths.map((path) => path.replace(/^[^/]*\//, ''))
  return {
    names,
    find(name) {
      const content = container.FileIndex[names.indexOf(name)]?.content
      return content === undefined ? undefined : Uint8Array.from(content)
    },
  }
}

function parse(bytes: Uint8Array): ReturnType<typeof read> {
  try {
    return read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { type: 'buffer' })
  } catch (cause) {
    throw new Problem('document.broken', { part: 'OLE2' }, { cause })
  }
}
