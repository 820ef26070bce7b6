/** What a deployment stands on besides its database: the store of evidence and the base of its maps. */
import { join } from 'node:path'
import type { Config } from '../config.ts'
import type { MapBase } from '../contract/map.ts'
import { diskStore } from '../external/disk-store.ts'
import type { EvidenceStore } from '../external/evidence-store.ts'
import { s3Store } from '../external/s3-store.ts'
import { readMapBase } from './map-base.ts'

export type Surroundings = { readonly evidenceStore: EvidenceStore; readonly mapBase: MapBase }

/** Throws an Error that names BOUNDARIES_FILE where that cannot be used. */
export async function openSurroundings(config: Config): Promise<Surroundings> {
  const directory = join(config.dataDirectory, 'evidence')
  const evidenceStore = config.evidenceS3
    ? s3Store(config.evidenceS3, join(directory, 'incoming'))
    : diskStore(directory)
  return { evidenceStore, mapBase: await readMapBase(config) }
}
