/** The boundary of a district, in CGCS2000; rings without holes. */
import { toCgcs2000, type Datum } from './coordinates.ts'

export type Ring = readonly (readonly [longitude: number, latitude: number])[]
export type Boundary = { readonly name: string; readonly rings: readonly Ring[] }

/** What a map is drawn on: the boundaries, the approval number they must be shown with, and pictures of a tile service. */
export type MapGround = {
  readonly boundaries: readonly Boundary[]
  /** 审图号; null where the data has none. */
  readonly approval: string | null
  readonly tiles: { readonly url: string; readonly datum: Datum; readonly attribution: string } | null
}

type Feature = {
  readonly properties?: { readonly name?: unknown } | null
  readonly geometry?: { readonly type?: unknown; readonly coordinates?: unknown } | null
}

/** Reads GeoJSON. Throws RangeError where it is something else. */
export function readBoundaries(geoJson: unknown, datum: Datum): Boundary[] {
  const { features } = (geoJson ?? {}) as { features?: unknown }
  if (!Array.isArray(features)) throw new RangeError('the file of boundaries is no GeoJSON FeatureCollection')
  return (features as Feature[]).map(({ properties, geometry }) => {
    const { type, coordinates } = geometry ?? {}
    const name = properties?.name
    if (
      typeof name !== 'string' ||
      (type !== 'Polygon' && type !== 'MultiPolygon') ||
      !Array.isArray(coordinates)
    )
      throw new RangeError('each feature needs properties.name and a Polygon or MultiPolygon')
    const polygons = (type === 'Polygon' ? [coordinates] : coordinates) as [number, number][][][]
    return {
      name,
      rings: polygons.flatMap(([outer = []]) => [
        outer.map(([longitude, latitude]) => moved(longitude, latitude, datum)),
      ]),
    }
  })
}

function moved(longitude: number, latitude: number, datum: Datum): [number, number] {
  const at = toCgcs2000({ longitude, latitude }, datum)
  return [Math.round(at.longitude * 1e5) / 1e5, Math.round(at.latitude * 1e5) / 1e5]
}
