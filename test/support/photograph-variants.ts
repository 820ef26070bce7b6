/** What happens to a photograph on its way from one report into another. */
import sharp, { type Sharp } from 'sharp'

export const photographVariants: Readonly<Record<string, (picture: Sharp) => Sharp>> = {
  'compressed again at 30': (picture) => picture.jpeg({ quality: 30 }),
  'saved as WebP': (picture) => picture.webp({ quality: 50 }),
  'made half as wide': (picture) => picture.resize(320).jpeg(),
  'made a quarter as wide': (picture) => picture.resize(160).jpeg({ quality: 60 }),
  'a third brighter': (picture) => picture.modulate({ brightness: 1.3 }).jpeg(),
  'a third darker': (picture) => picture.modulate({ brightness: 0.7 }).jpeg(),
  'with more contrast': (picture) => picture.linear(1.3, -30).jpeg(),
  'without its colours': (picture) => picture.greyscale().jpeg(),
  'out of focus': (picture) => picture.blur(2).jpeg(),
  'with the time stamped into it': (picture) =>
    picture.composite([{ input: stamp('2023-02-14 09:30'), gravity: 'southwest' }]).jpeg(),
  'cropped by 1 % on every side': (picture) =>
    picture.extract({ left: 6, top: 5, width: 628, height: 470 }).jpeg(),
  'cropped by 3 % on every side': (picture) =>
    picture.extract({ left: 19, top: 14, width: 602, height: 452 }).jpeg(),
}

/** These are another picture to the hash: what it does not claim. */
export const strongVariants: typeof photographVariants = {
  'cropped by 10 % on every side': (picture) =>
    picture.extract({ left: 64, top: 48, width: 512, height: 384 }).jpeg(),
  mirrored: (picture) => picture.flop().jpeg(),
}

function stamp(text: string): Buffer {
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="40"><rect width="300" height="40" fill="black" opacity="0.5"/><text x="8" y="28" font-size="22" fill="white">${text}</text></svg>`,
  )
}

export const varied = (bytes: Buffer, change: (picture: Sharp) => Sharp): Promise<Buffer> =>
  change(sharp(bytes)).toBuffer()
