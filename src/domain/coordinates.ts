/**
 * Places on the ground and the datums they come in (glossary: 坐标系). Everything is kept in CGCS2000, which is WGS-84 within a
 * metre; Chinese street maps and their pickers give GCJ-02, Baidu's give BD-09. The formulas of both are no standard but
 * public and used by all; they are good to about a metre, which is why what was given is kept beside what was made of it.
 * Degrees are measurements, not published figures: floating point is exact enough for them by eight orders.
 */
export const datums = ['CGCS2000', 'WGS-84', 'GCJ-02', 'BD-09'] as const
export type Datum = (typeof datums)[number]

/** Degrees; which datum they are in, the code around it says. */
export type Position = { readonly longitude: number; readonly latitude: number }

/** Krasovsky 1940, which the GCJ-02 formula was written for: semi-major axis in metres, first eccentricity squared. */
const axis = 6_378_245
const eccentricity = 0.006_693_421_622_965_943
/** Baidu turns by this besides. */
const turn = (Math.PI * 3000) / 180
const meanRadius = 6_371_008.8

/** CGCS2000 degrees of a position given in a datum. */
export function toCgcs2000(position: Position, datum: Datum): Position {
  switch (datum) {
    case 'GCJ-02':
      return undoGcj02(position)
    case 'BD-09':
      return undoGcj02(undoBd09(position))
    default:
      return position
  }
}

/** The other way: for showing a kept position on a map of that datum. */
export function fromCgcs2000(position: Position, datum: Datum): Position {
  switch (datum) {
    case 'GCJ-02':
      return gcj02Of(position)
    case 'BD-09':
      return bd09Of(gcj02Of(position))
    default:
      return position
  }
}

/** Metres along a great circle. */
export function distanceInMetres(from: Position, to: Position): number {
  const [fromLatitude, toLatitude] = [radians(from.latitude), radians(to.latitude)]
  const half =
    Math.sin((toLatitude - fromLatitude) / 2) ** 2 +
    Math.cos(fromLatitude) * Math.cos(toLatitude) * Math.sin(radians(to.longitude - from.longitude) / 2) ** 2
  return 2 * meanRadius * Math.asin(Math.min(1, Math.sqrt(half)))
}

/** The rectangle that the makers of the formulas leave alone outside. */
function isShifted({ longitude, latitude }: Position): boolean {
  return longitude >= 72.004 && longitude <= 137.8347 && latitude >= 0.8293 && latitude <= 55.8271
}

function gcj02Of(position: Position): Position {
  if (!isShifted(position)) return position
  const x = position.longitude - 105
  const y = position.latitude - 35
  const latitude = radians(position.latitude)
  const bend = 1 - eccentricity * Math.sin(latitude) ** 2
  const perNorth = radians((axis * (1 - eccentricity)) / bend ** 1.5)
  const perEast = radians((axis / Math.sqrt(bend)) * Math.cos(latitude))
  return {
    longitude: position.longitude + eastward(x, y) / perEast,
    latitude: position.latitude + northward(x, y) / perNorth,
  }
}

/** Metres to the east, of degrees from 105° E, 35° N. */
function eastward(x: number, y: number): number {
  const slope = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x))
  return slope + ripple(x) + wave(x, 20, 1) + wave(x, 40, 3) + wave(x, 150, 12) + wave(x, 300, 30)
}

/** Metres to the north. */
function northward(x: number, y: number): number {
  const slope = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x))
  return slope + ripple(x) + wave(y, 20, 1) + wave(y, 40, 3) + wave(y, 160, 12) + wave(y, 320, 30)
}

/** Both directions tremble with the longitude alike. */
function ripple(x: number): number {
  return wave(x, 20, 1 / 6) + wave(x, 20, 1 / 2)
}

function wave(z: number, height: number, halfLength: number): number {
  return (height * Math.sin((z / halfLength) * Math.PI) * 2) / 3
}

function bd09Of({ longitude, latitude }: Position): Position {
  const radius = Math.hypot(longitude, latitude) + 0.000_02 * Math.sin(latitude * turn)
  const angle = Math.atan2(latitude, longitude) + 0.000_003 * Math.cos(longitude * turn)
  return { longitude: radius * Math.cos(angle) + 0.0065, latitude: radius * Math.sin(angle) + 0.006 }
}

function undoBd09(position: Position): Position {
  return undo(bd09Of, position)
}

function undoGcj02(position: Position): Position {
  return isShifted(position) ? undo(gcj02Of, position) : position
}

/** The position that a shift moves here: the shift changes so slowly that each round gains three digits. */
function undo(shift: (position: Position) => Position, target: Position): Position {
  let guess = target
  for (let round = 0; round < 8; round += 1) {
    const reached = shift(guess)
    guess = {
      longitude: guess.longitude + target.longitude - reached.longitude,
      latitude: guess.latitude + target.latitude - reached.latitude,
    }
  }
  return guess
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180
}
