/** Photographs made for tests: a scene of shapes that its seed decides, with what a camera writes into it. */
import sharp from 'sharp'

export type CameraFacts = {
  /** 2023:02:14 09:30:00, as cameras write it. */
  readonly takenAt?: string
  readonly longitude?: number
  readonly latitude?: number
}

export async function samplePhotograph(
  seed: number,
  facts: CameraFacts = {},
  { width = 640, quality = 85 }: { width?: number; quality?: number } = {},
): Promise<Buffer> {
  let picture = sharp(Buffer.from(scene(seed)))
    .resize(width)
    .flatten({ background: '#ffffff' })
  const { takenAt, longitude, latitude } = facts
  picture = picture.withExif({
    IFD0: { Make: 'Jiannuo', Model: 'Test <b>1</b>' },
    ...(takenAt !== undefined && { IFD2: { DateTimeOriginal: takenAt } }),
    ...(longitude !== undefined &&
      latitude !== undefined && {
        IFD3: {
          GPSLatitudeRef: 'N',
          GPSLatitude: sexagesimal(latitude),
          GPSLongitudeRef: 'E',
          GPSLongitude: sexagesimal(longitude),
        },
      }),
  })
  return picture.jpeg({ quality }).toBuffer()
}

function sexagesimal(degrees: number): string {
  const whole = Math.floor(degrees)
  const minutes = Math.floor((degrees - whole) * 60)
  const seconds = Math.round(((degrees - whole) * 60 - minutes) * 60 * 10_000)
  return `${whole}/1 ${minutes}/1 ${seconds}/10000`
}

function scene(seed: number): string {
  let state = seed * 2_654_435_761 + 1
  const next = (most: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state % most
  }
  const shapes = Array.from({ length: 24 }, () => {
    const colour = `rgb(${next(256)},${next(256)},${next(256)})`
    return next(2) === 0
      ? `<rect x="${next(600)}" y="${next(440)}" width="${40 + next(260)}" height="${30 + next(200)}" fill="${colour}"/>`
      : `<circle cx="${next(640)}" cy="${next(480)}" r="${20 + next(120)}" fill="${colour}"/>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480">${shapes.join('')}</svg>`
}
