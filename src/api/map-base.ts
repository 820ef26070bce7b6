/** What lies below every map, read once when the server starts. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Config } from '../config.ts'
import { boundariesSchema, type MapBase } from '../contract/map.ts'
import { boundariesOf, type Boundary } from '../domain/ledger/boundary.ts'

/** A sketch of Changzhou's districts; seed/boundaries says where it is from. */
const sketch = join(import.meta.dirname, '../../seed/boundaries/changzhou.geojson')

/** Throws an Error that names BOUNDARIES_FILE where that cannot be used. */
export async function readMapBase({ boundariesFile, tiles }: Config): Promise<MapBase> {
  const boundaries = await readBoundaries(boundariesFile ?? sketch)
  return { boundaries, tiles: { ...tiles, urls: [...tiles.urls] } }
}

async function readBoundaries(path: string): Promise<MapBase['boundaries']> {
  try {
    const read = boundariesSchema.safeParse(JSON.parse(await readFile(path, 'utf8')))
    if (read.success) return read.data
    throw new Error(z.prettifyError(read.error))
  } catch (cause) {
    throw new Error(`BOUNDARIES_FILE: ${path} is no GeoJSON of named districts: ${String(cause)}`, { cause })
  }
}

/** The districts' outlines as places are held against them. */
export function boundariesIn({ boundaries: { features, datum } }: MapBase): Boundary[] {
  return boundariesOf(
    features.map(({ properties, geometry }) => ({
      name: properties.name,
      area: geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates,
    })),
    datum,
  )
}
