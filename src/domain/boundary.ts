/** The outline of a district, in CGCS2000. */
import type { Area, Ring } from './areas.ts'
import { toCgcs2000, type Datum } from './coordinates.ts'

export type Boundary = { readonly name: string; readonly rings: readonly Ring[] }

/** The outer rings of named areas given in a datum; holes within a district belong to nobody else. */
export function boundariesOf(
  areas: readonly { readonly name: string; readonly area: Area }[],
  datum: Datum,
): Boundary[] {
  return areas.map(({ name, area }) => ({
    name,
    rings: area.flatMap(([outer = []]) => [
      outer.map(([longitude = 0, latitude = 0]) => {
        const at = toCgcs2000({ longitude, latitude }, datum)
        return [at.longitude, at.latitude]
      }),
    ]),
  }))
}
