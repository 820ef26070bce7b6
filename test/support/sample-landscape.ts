/** Pictures like those of places outdoors: light and dark at every scale below a brighter sky, which its seed decides. */
import sharp from 'sharp'

const width = 640
const height = 480

export function sampleLandscape(seed: number): Promise<Buffer> {
  const next = numbersFrom(seed)
  const scales = [4, 8, 16, 32, 64].map((size) => ({
    size,
    grid: Array.from({ length: (size + 1) ** 2 }, next),
  }))
  const horizon = 0.3 + 0.4 * next()
  const tint = [next(), next(), next()].map((share) => 0.6 + 0.4 * share)
  const pixels = Buffer.alloc(width * height * 3)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const sky = y / height < horizon ? 0.5 : 0
      const light = Math.min(1, sky + 0.6 * brightness(scales, x / width, y / height))
      tint.forEach((share, channel) => {
        pixels[(y * width + x) * 3 + channel] = Math.round(255 * light * share)
      })
    }
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 90 })
    .toBuffer()
}

type Scale = { readonly size: number; readonly grid: readonly number[] }

function brightness(scales: readonly Scale[], x: number, y: number): number {
  let sum = 0
  let share = 0.5
  for (const { size, grid } of scales) {
    const [column, row] = [Math.floor(x * size), Math.floor(y * size)]
    const [right, down] = [x * size - column, y * size - row]
    const at = (i: number, j: number) => grid[j * (size + 1) + i] ?? 0
    const above = at(column, row) * (1 - right) + at(column + 1, row) * right
    const below = at(column, row + 1) * (1 - right) + at(column + 1, row + 1) * right
    sum += share * (above * (1 - down) + below * down)
    share /= 1.6
  }
  return sum
}

function numbersFrom(seed: number): () => number {
  let state = (seed * 2_654_435_761) >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
