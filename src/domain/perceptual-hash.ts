/**
 * Whether two pictures show the same: 64 bits that hardly change when a picture is resized, compressed again or
 * brightened (pHash: the low frequencies of the cosine transform, each above or below their median).
 */
export const greySide = 32
const lowFrequencies = 8

/** `grey` holds 32 × 32 brightnesses row by row. 64 characters of 0 and 1, as the database keeps them. */
export function perceptualHash(grey: ArrayLike<number>): string {
  if (grey.length !== greySide ** 2) throw new RangeError(`${grey.length} brightnesses instead of 32 × 32`)
  const low: number[] = []
  for (let v = 0; v < lowFrequencies; v++)
    for (let u = 0; u < lowFrequencies; u++) low.push(frequency(grey, u, v))
  // The first is the brightness of the whole and says nothing of what is seen.
  const rest = low.slice(1).toSorted((a, b) => a - b)
  const median = rest[Math.floor(rest.length / 2)] ?? 0
  return low.map((value, index) => (index > 0 && value > median ? '1' : '0')).join('')
}

/** In how many bits they differ: 0 for the same picture, around 32 for any two. */
export function hashDistance(a: string, b: string): number {
  return Array.from(a).filter((bit, index) => bit !== b[index]).length
}

/** A picture of one colour looks like every other one and proves nothing: fewer bits than this are no hash. */
export function isTelling(grey: ArrayLike<number>): boolean {
  const values = Array.from(grey)
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length
  return Math.sqrt(variance) >= flattest
}

/** Standard deviation of 256 brightnesses below which there is nothing to be recognised by. */
const flattest = 4

const cosines = Array.from({ length: lowFrequencies }, (_, u) =>
  Array.from({ length: greySide }, (__, x) => Math.cos(((2 * x + 1) * u * Math.PI) / (2 * greySide))),
)

function frequency(grey: ArrayLike<number>, u: number, v: number): number {
  let sum = 0
  for (let y = 0; y < greySide; y++)
    for (let x = 0; x < greySide; x++)
      sum += (grey[y * greySide + x] ?? 0) * (cosines[u]?.[x] ?? 0) * (cosines[v]?.[y] ?? 0)
  return sum
}
