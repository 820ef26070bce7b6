/** Areas on the ground, as GeoJSON has them, and what lies in them. All positions in one datum. */
import type { Position } from './coordinates.ts'

/** A closed line: longitude and latitude, the first point again as the last. */
export type Ring = readonly (readonly number[])[]
/** Polygons, each its outer ring and then its holes. */
export type Area = readonly (readonly Ring[])[]

/** Whether a position lies in an area; what lies on a border counts as inside of one of its sides. */
export function isInside({ longitude, latitude }: Position, area: Area): boolean {
  // Even-odd: crossing a hole's ring takes a position out again.
  return area.some((rings) => rings.filter((ring) => crosses(longitude, latitude, ring)).length % 2 === 1)
}

/** Whether a ray to the east crosses the ring an odd number of times. */
function crosses(longitude: number, latitude: number, ring: Ring): boolean {
  let inside = false
  for (let index = 0; index < ring.length; index += 1) {
    const [fromLongitude = 0, fromLatitude = 0] = ring[index] ?? []
    const [toLongitude = 0, toLatitude = 0] = ring[(index + 1) % ring.length] ?? []
    if (fromLatitude > latitude === toLatitude > latitude) continue
    const along = (latitude - fromLatitude) / (toLatitude - fromLatitude)
    if (longitude < fromLongitude + along * (toLongitude - fromLongitude)) inside = !inside
  }
  return inside
}
