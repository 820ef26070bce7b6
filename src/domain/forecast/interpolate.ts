/** Values between values that are known. */

/** At `x` between rising `xs`, straight; constant beyond both ends. */
export function interpolate(x: number, xs: readonly number[], ys: readonly number[]): number {
  const { low, part } = place(x, xs)
  const [from, to] = [ys[low] ?? 0, ys[low + 1] ?? ys[low] ?? 0]
  return from + (to - from) * part
}

/** The same for rows of values. */
export function interpolateRows(
  x: number,
  xs: readonly number[],
  rows: readonly (readonly number[])[],
): readonly number[] {
  const { low, part } = place(x, xs)
  const from = rows[low] ?? []
  const to = rows[low + 1] ?? from
  return from.map((value, index) => value + ((to[index] ?? value) - value) * part)
}

function place(x: number, xs: readonly number[]): { low: number; part: number } {
  const next = xs.findIndex((known) => known > x)
  if (next === 0) return { low: 0, part: 0 }
  if (next === -1) return { low: Math.max(0, xs.length - 1), part: 0 }
  const [low, high] = [xs[next - 1] ?? 0, xs[next] ?? 0]
  return { low: next - 1, part: high === low ? 0 : (x - low) / (high - low) }
}

export type Weighted = { readonly value: number; readonly weight: number }

/** The value below which `share` of the weight lies; between two values straight, by the middles of their weights. */
export function quantileOf(atoms: readonly Weighted[], share: number): number {
  const sorted = atoms.filter(({ weight }) => weight > 0).toSorted((a, b) => a.value - b.value)
  let below = 0
  const middles = sorted.map(({ weight }) => {
    below += weight
    return below - weight / 2
  })
  return interpolate(
    share * below,
    middles,
    sorted.map(({ value }) => value),
  )
}

export function meanOf(atoms: readonly Weighted[]): number {
  const all = atoms.reduce((sum, { weight }) => sum + weight, 0)
  return atoms.reduce((sum, { value, weight }) => sum + value * weight, 0) / all
}
