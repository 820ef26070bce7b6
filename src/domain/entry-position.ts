/** Where an entry lies: read from what was typed, picked or stands in a file, and turned into CGCS2000 once, here. */
import { datums, toCgcs2000, type Datum, type Position } from './coordinates.ts'
import { compareDecimals, decimal, type Decimal } from './decimal.ts'
import type { EntryFault } from './entry-fault.ts'
import { plainText } from './entry-text.ts'
import { readTypedNumber } from './typed-number.ts'

export const positionSources = ['typed', 'map', 'photograph', 'file', 'feed'] as const
export type PositionSource = (typeof positionSources)[number]

/** As it is kept: CGCS2000 degrees, the datum they were given in, where they are from, and how exact they are in metres. */
export type EntryPosition = {
  readonly longitude: Decimal
  readonly latitude: Decimal
  readonly datum: Datum
  readonly source: PositionSource
  readonly accuracy: Decimal | null
}

/** The columns of a place on the map. */
export type PositionColumn = 'longitude' | 'latitude' | 'datum' | 'accuracy'
export type TypedPosition = Readonly<Partial<Record<PositionColumn, string>>>
export type PositionFault = EntryFault & { readonly column: PositionColumn }

/** A ten-millionth of a degree is a centimetre. */
const places = 7
/** All of China with its islands: whatever lies outside was mistyped. */
const china = { west: 73, east: 136, south: 3, north: 54 }
/** Further than this off it says nothing about the place. */
const worstAccuracy = decimal(10_000)

export type ReadPosition =
  | { readonly position: EntryPosition | null; readonly faults: readonly [] }
  | { readonly position: null; readonly faults: readonly PositionFault[] }

/** A datum alone says nothing and is passed over: whole columns are filled with it. */
export function readPosition(typed: TypedPosition, source: PositionSource): ReadPosition {
  const { longitude, latitude } = pairOf(typed)
  const [datum, accuracy] = [plainText(typed.datum ?? ''), plainText(typed.accuracy ?? '')]
  if (longitude === '' && latitude === '' && accuracy === '') return { position: null, faults: [] }
  const read = {
    longitude: readDegrees('longitude', longitude),
    latitude: readDegrees('latitude', latitude),
    datum: readDatum(datum),
    accuracy: readAccuracy(accuracy),
  }
  const faults = Object.values(read).filter((value) => isFault(value))
  if (isFault(read.longitude) || isFault(read.latitude)) return { position: null, faults }
  const given = { longitude: read.longitude, latitude: read.latitude }
  const misplaced = findMisplaced(given)
  if (misplaced.length > 0 || isFault(read.datum) || isFault(read.accuracy))
    return { position: null, faults: [...misplaced, ...faults] }
  const kept = toCgcs2000(given, read.datum)
  const position = {
    longitude: decimal(kept.longitude.toFixed(places)),
    latitude: decimal(kept.latitude.toFixed(places)),
    datum: read.datum,
    source,
    accuracy: read.accuracy,
  }
  return { position, faults: [] }
}

/** Maps copy both figures at once, “119.97,31.81”: in the field of the longitude they stand for both. */
function pairOf(typed: TypedPosition): { longitude: string; latitude: string } {
  const longitude = plainText(typed.longitude ?? '').normalize('NFKC')
  const latitude = plainText(typed.latitude ?? '').normalize('NFKC')
  const [, first, second] = /^([^,、\s]+)\s*[,、\s]\s*([^,、\s]+)$/.exec(longitude) ?? []
  if (latitude !== '' || first === undefined || second === undefined) return { longitude, latitude }
  return { longitude: first, latitude: second }
}

/** 119.97, 119.97°, 东经119.97度 and 119°58′12″. */
const degreeForm = /^(?:东经|北纬|[EN])?(-?\d{1,3}(?:\.\d{1,15})?)[°度]?(?:[EN])?$/i
const minuteForm =
  /^(?:东经|北纬|[EN])?(\d{1,3})[°度]([0-5]?\d(?:\.\d+)?)['′分](?:([0-5]?\d(?:\.\d+)?)(?:"|″|''|′′|秒))?(?:[EN])?$/i

function readDegrees(column: 'longitude' | 'latitude', text: string): number | PositionFault {
  if (text === '') return { column, code: 'missing' }
  const plain = text.replaceAll(/\s/g, '')
  const [, degrees] = degreeForm.exec(plain) ?? []
  if (degrees !== undefined) return Number(degrees)
  const [, whole, minutes, seconds = '0'] = minuteForm.exec(plain) ?? []
  if (whole === undefined) return { column, code: 'not-a-coordinate', value: text.slice(0, 40) }
  return Number(whole) + Number(minutes) / 60 + Number(seconds) / 3600
}

function readDatum(text: string): Datum | PositionFault {
  if (text === '') return { column: 'datum', code: 'datum-missing' }
  const plain = plainDatum(text)
  const known = datums.find((datum) => plainDatum(datum) === plain) ?? otherNames[plain]
  return known ?? { column: 'datum', code: 'not-a-datum', value: text.slice(0, 40) }
}

/** What officials and map services call them besides. */
const otherNames: Readonly<Record<string, Datum | undefined>> = {
  国家2000: 'CGCS2000',
  '2000国家大地': 'CGCS2000',
  天地图: 'CGCS2000',
  GPS: 'WGS-84',
  火星: 'GCJ-02',
  高德: 'GCJ-02',
  高德地图: 'GCJ-02',
  腾讯: 'GCJ-02',
  腾讯地图: 'GCJ-02',
  百度: 'BD-09',
  百度地图: 'BD-09',
}

function plainDatum(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s_-]|坐标系?$/g, '')
}

function readAccuracy(text: string): Decimal | null | PositionFault {
  if (text === '') return null
  const figure = readTypedNumber(text.replace(/(米|m)$/i, ''))
  if (figure === undefined) return { column: 'accuracy', code: 'not-a-number', value: text.slice(0, 40) }
  if (compareDecimals(figure, decimal(0)) < 0) return { column: 'accuracy', code: 'negative' }
  if (compareDecimals(figure, worstAccuracy) > 0) return { column: 'accuracy', code: 'too-coarse' }
  return figure
}

function findMisplaced({ longitude, latitude }: Position): PositionFault[] {
  if (isLongitude(longitude) && isLatitude(latitude)) return []
  if (isLongitude(latitude) && isLatitude(longitude))
    return [{ column: 'longitude', code: 'swapped', value: `${longitude},${latitude}` }]
  return [
    ...(isLongitude(longitude)
      ? []
      : [{ column: 'longitude', code: 'outside-china', value: String(longitude) } as const]),
    ...(isLatitude(latitude)
      ? []
      : [{ column: 'latitude', code: 'outside-china', value: String(latitude) } as const]),
  ]
}

const isLongitude = (degrees: number) => degrees >= china.west && degrees <= china.east
const isLatitude = (degrees: number) => degrees >= china.south && degrees <= china.north

function isFault(value: unknown): value is PositionFault {
  return typeof value === 'object' && value !== null && 'code' in value
}
