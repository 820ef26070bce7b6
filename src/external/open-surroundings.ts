/** What a deployment stands on besides its database: the store of evidence and the ground of its maps. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readBoundaries, type MapGround } from '../domain/boundary.ts'
import type { Datum } from '../domain/coordinates.ts'
import { diskStore } from './disk-store.ts'
import type { EvidenceStore } from './evidence-store.ts'
import { s3Store, type S3Settings } from './s3-store.ts'

type Settings = {
  readonly dataDirectory: string
  readonly evidenceS3: S3Settings | null
  readonly boundaries: {
    readonly file: string | null
    readonly approval: string | null
    readonly datum: Datum
  }
  readonly mapTiles: MapGround['tiles']
}

const demonstrationBoundaries = join(import.meta.dirname, '../../seed/boundaries/changzhou.geojson')

/** Rejects with an Error that says which file of boundaries cannot be read. */
export async function openSurroundings(
  settings: Settings,
): Promise<{ evidenceStore: EvidenceStore; mapGround: MapGround }> {
  const directory = join(settings.dataDirectory, 'evidence')
  const { file, approval, datum } = settings.boundaries
  const path = file ?? demonstrationBoundaries
  const boundaries = await readFile(path, 'utf8')
    .then((text) => readBoundaries(JSON.parse(text), datum))
    .catch((error: unknown) => {
      throw new Error(`The boundaries in ${path} cannot be read`, { cause: error })
    })
  return {
    evidenceStore: settings.evidenceS3
      ? s3Store(settings.evidenceS3, join(directory, 'incoming'))
      : diskStore(directory),
    mapGround: { boundaries, approval, tiles: settings.mapTiles },
  }
}
