/** Evidence in a directory: written aside, flushed, then moved to its place, so that what is there is whole. */
import { createReadStream } from 'node:fs'
import { mkdir, open, rename, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { storedPath, type EvidenceStore } from './evidence-store.ts'

export function diskStore(directory: string): EvidenceStore {
  const placeOf = (path: string) => join(directory, path)
  return {
    incoming: join(directory, 'incoming'),
    keep: async (key, path) => {
      const place = placeOf(storedPath(key))
      await mkdir(dirname(place), { recursive: true })
      await flush(path)
      await rename(path, place)
      await flush(dirname(place))
    },
    open: async (key) => {
      const place = placeOf(storedPath(key))
      const found = await stat(place).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return undefined
        throw error
      })
      return found && createReadStream(place)
    },
  }
}

/** A folder's own entry is flushed as well, where the system can (Windows cannot and needs not). */
async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r+').catch(() => open(path, 'r').catch(() => undefined))
  try {
    await handle?.sync()
  } catch (error) {
    if (process.platform !== 'win32') throw error
  } finally {
    await handle?.close()
  }
}
