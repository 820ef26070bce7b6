/**
 * What a picture says of itself (EXIF), read from the original bytes before anything is resized; then a small picture of it
 * and the hash it is recognised by.
 */
import { readFile } from 'node:fs/promises'
import readExif from 'exif-reader'
import sharp from 'sharp'
import { greySide, isTelling, perceptualHash } from '../domain/perceptual-hash.ts'

export type PictureFacts = {
  /** As the camera's clock stood, without a zone: 2023-02-14 09:30:00. */
  readonly takenAt: string | null
  readonly longitude: number | null
  readonly latitude: number | null
  readonly camera: string | null
}

export type ReadPicture = PictureFacts & {
  readonly width: number
  readonly height: number
  /** Null for a picture of one colour. */
  readonly perceptualHash: string | null
  readonly thumbnail: Buffer
}

/** Pictures beyond this many pixels are refused: a small file can unfold to gigabytes. */
const mostPixels = 200_000_000
const thumbnailSide = 480

/** Throws whatever the decoder throws where the picture is broken. */
export async function readPicture(path: string): Promise<ReadPicture> {
  const picture = () => sharp(path, { limitInputPixels: mostPixels, failOn: 'error' })
  const { width, height, exif, orientation = 1 } = await picture().metadata()
  const facts = exif ? factsOf(exif) : nothingSaid
  const upright = picture().autoOrient()
  const thumbnail = await upright
    .clone()
    .resize(thumbnailSide, thumbnailSide, { fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 75 })
    .toBuffer()
  const grey = await upright
    .clone()
    .flatten({ background: '#ffffff' })
    .greyscale()
    .resize(greySide, greySide, { fit: 'fill' })
    .raw()
    .toBuffer()
  const turned = orientation >= 5
  return {
    ...facts,
    width: turned ? height : width,
    height: turned ? width : height,
    perceptualHash: isTelling(grey) ? perceptualHash(grey) : null,
    thumbnail,
  }
}

/** HEIC is not decoded here; its EXIF block lies in the file as it is in a JPEG. */
export async function readHeicFacts(path: string): Promise<PictureFacts> {
  const bytes = await readFile(path)
  for (const order of ['II*\0', 'MM\0*']) {
    const at = bytes.indexOf(`Exif\0\0${order}`, 0, 'latin1')
    if (at >= 0) return factsOf(bytes.subarray(at))
  }
  return nothingSaid
}

export const nothingSaid: PictureFacts = { takenAt: null, longitude: null, latitude: null, camera: null }

/** Cameras write all kinds of things: what cannot be read is taken as not said. */
function factsOf(block: Buffer): PictureFacts {
  try {
    const { Image, Photo, GPSInfo } = readExif(block)
    const taken = Photo?.DateTimeOriginal ?? Photo?.DateTimeDigitized ?? null
    const place = placeOf(GPSInfo)
    const camera = [Image?.Make, Image?.Model]
      .map(plain)
      .filter((text) => text !== '')
      .join(' ')
    return { takenAt: instantOf(taken), ...place, camera: camera === '' ? null : camera.slice(0, 200) }
  } catch {
    return nothingSaid
  }
}

function instantOf(taken: unknown): string | null {
  if (!(taken instanceof Date) || Number.isNaN(taken.getTime())) return null
  const year = taken.getUTCFullYear()
  if (year < 1990 || year > 2199) return null
  return taken.toISOString().slice(0, 19).replace('T', ' ')
}

type Gps = NonNullable<ReturnType<typeof readExif>['GPSInfo']>

function placeOf(gps: Gps | undefined): Pick<PictureFacts, 'longitude' | 'latitude'> {
  const latitude = degrees(gps?.GPSLatitude, gps?.GPSLatitudeRef === 'S', 90)
  const longitude = degrees(gps?.GPSLongitude, gps?.GPSLongitudeRef === 'W', 180)
  // Phones without a fix write zeros: an island of nobody in the Gulf of Guinea.
  if (latitude === null || longitude === null || (latitude === 0 && longitude === 0))
    return { longitude: null, latitude: null }
  return { longitude, latitude }
}

function degrees(parts: unknown, negative: boolean, most: number): number | null {
  if (!Array.isArray(parts)) return null
  const [whole = Number.NaN, minutes = 0, seconds = 0] = parts.map(Number)
  const value = Math.round((whole + minutes / 60 + seconds / 3600) * 1e7) / 1e7
  if (!Number.isFinite(value) || value < 0 || value > most) return null
  return negative ? -value : value
}

function plain(text: unknown): string {
  return typeof text === 'string' ? text.replaceAll(/[\p{Cc}\p{Cf}]/gu, '').trim() : ''
}
