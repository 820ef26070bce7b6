/**
 * Places on the earth. Kept in CGCS2000, which agrees with WGS-84 to within centimetres; the two datums of Chinese map
 * services, GCJ-02 and Baidu's BD-09, are converted from and to at the edge only. Their formulas are public; the way back
 * has none and is found by iteration.
 */
export const datums = ['CGCS2000', 'WGS-84', 'GCJ-02', 'BD-09'] as const
export type Datum = (typeof datums)[number]

/** In degrees. */
export type Position = { readonly longitude: number; readonly latitude: number }

/** Krasovsky 1940, which GCJ-02 is computed on. */
const semiMajorAxis = 6_378_245
const eccentricitySquared = 0.006_693_421_622_965_943
const baiduTurn = (Math.PI * 3000) / 180
/** Baidu's own shift of what GCJ-02 gives. */
const baiduShift = { longitude: 0.0065, latitude: 0.006 }
const metresPerDegree = 111_319.49

export function toCgcs2000(position: Position, from: Datum): Position {
  if (from === 'BD-09') return fromGcj02(fromBd09(position))
  return from === 'GCJ-02' ? fromGcj02(position) : position
}

export function fromCgcs2000(position: Position, to: Datum): Position {
  if (to === 'BD-09') return toBd09(toGcj02(position))
  return to === 'GCJ-02' ? toGcj02(position) : position
}

/** Straight over the plane that touches the earth between the two: exact to the decimetre within a city. */
export function metresBetween(a: Position, b: Position): number {
  const north = (a.latitude - b.latitude) * metresPerDegree
  const middle = (((a.latitude + b.latitude) / 2) * Math.PI) / 180
  const east = (a.longitude - b.longitude) * metresPerDegree * Math.cos(middle)
  return Math.hypot(north, east)
}

function toGcj02(position: Position): Position {
  if (isAbroad(position)) return position
  const shift = gcj02Shift(position)
  return {
    longitude: position.longitude + shift.longitude,
    latitude: position.latitude + shift.latitude,
  }
}

function fromGcj02(position: Position): Position {
  return inverseOf(toGcj02, position)
}

/** The place that `forward` moves to `target`: each step takes off what the last guess was wrong by. */
function inverseOf(forward: (position: Position) => Position, target: Position): Position {
  let guess = target
  for (let step = 0; step < 10; step++) {
    const reached = forward(guess)
    guess = {
      longitude: guess.longitude + target.longitude - reached.longitude,
      latitude: guess.latitude + target.latitude - reached.latitude,
    }
  }
  return guess
}

function toBd09({ longitude, latitude }: Position): Position {
  const radius = Math.hypot(longitude, latitude) + 0.000_02 * Math.sin(latitude * baiduTurn)
  const angle = Math.atan2(latitude, longitude) + 0.000_003 * Math.cos(longitude * baiduTurn)
  return {
    longitude: radius * Math.cos(angle) + baiduShift.longitude,
    latitude: radius * Math.sin(angle) + baiduShift.latitude,
  }
}

function fromBd09(position: Position): Position {
  return inverseOf(toBd09, position)
}

/** GCJ-02 moves nothing outside this frame around China. */
function isAbroad({ longitude, latitude }: Position): boolean {
  return longitude < 72.004 || longitude > 137.8347 || latitude < 0.8293 || latitude > 55.8271
}

function gcj02Shift({ longitude, latitude }: Position): Position {
  const x = longitude - 105
  const y = latitude - 35
  const radians = (latitude / 180) * Math.PI
  const magic = 1 - eccentricitySquared * Math.sin(radians) ** 2
  const meridian = (semiMajorAxis * (1 - eccentricitySquared)) / (magic * Math.sqrt(magic))
  const parallel = (semiMajorAxis / Math.sqrt(magic)) * Math.cos(radians)
  return {
    longitude: (eastWaves(x, y) * 180) / (parallel * Math.PI),
    latitude: (northWaves(x, y) * 180) / (meridian * Math.PI),
  }
}

/** The eastward distortion in metres, as published. */
function eastWaves(x: number, y: number): number {
  const { PI, sin, sqrt, abs } = Math
  return (
    300 +
    x +
    2 * y +
    0.1 * x * x +
    0.1 * x * y +
    0.1 * sqrt(abs(x)) +
    ripples(x) +
    ((20 * sin(x * PI) + 40 * sin((x / 3) * PI)) * 2) / 3 +
    ((150 * sin((x / 12) * PI) + 300 * sin((x / 30) * PI)) * 2) / 3
  )
}

/** The northward distortion in metres, as published. */
function northWaves(x: number, y: number): number {
  const { PI, sin, sqrt, abs } = Math
  return (
    -100 +
    2 * x +
    3 * y +
    0.2 * y * y +
    0.1 * x * y +
    0.2 * sqrt(abs(x)) +
    ripples(x) +
    ((20 * sin(y * PI) + 40 * sin((y / 3) * PI)) * 2) / 3 +
    ((160 * sin((y / 12) * PI) + 320 * sin((y * PI) / 30)) * 2) / 3
  )
}

function ripples(x: number): number {
  return ((20 * Math.sin(6 * x * Math.PI) + 20 * Math.sin(2 * x * Math.PI)) * 2) / 3
}
