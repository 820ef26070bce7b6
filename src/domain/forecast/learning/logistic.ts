/**
 * Logistic regression with coefficients of fixed sign, drawn towards 0 (a ridge, which is a normal prior: kinds and
 * ramps that were seen little say little). Newton’s method; each quadratic step is solved by coordinate descent within
 * the signs, which converges (Tseng, “Convergence of a Block Coordinate Descent Method”, JOTA 109, 2001).
 */
export type Example = { readonly columns: readonly number[]; readonly met: boolean; readonly weight: number }

export type Fit = { readonly intercept: number; readonly coefficients: readonly number[] }

const steps = 12
const sweeps = 100
const ridge = 2

export function fitLogistic(examples: readonly Example[], signs: readonly (-1 | 0 | 1)[]): Fit {
  const width = signs.length + 1
  // The first column is the intercept: of any sign, and free.
  const bounds = [0, ...signs]
  const rows = examples.map(sparse)
  let beta = new Float64Array(width)
  for (let step = 0; step < steps; step++) {
    const { gram, target } = normalEquations(rows, beta, width)
    for (let column = 1; column < width; column++)
      gram[column * width + column] = (gram[column * width + column] ?? 0) + ridge
    const next = descend(gram, target, beta, bounds)
    const moved = Math.max(...next.map((value, column) => Math.abs(value - (beta[column] ?? 0))))
    beta = next
    if (moved < 1e-4) break
  }
  return { intercept: beta[0] ?? 0, coefficients: Array.from(beta.subarray(1)) }
}

/** What of a row is not 0: ramps often are. */
type Sparse = {
  readonly at: Int32Array
  readonly values: Float64Array
  readonly met: number
  readonly weight: number
}

function sparse({ columns, met, weight }: Example): Sparse {
  const filled = [1, ...columns].flatMap((value, column) => (value === 0 ? [] : [[column, value] as const]))
  return {
    at: Int32Array.from(filled, ([column]) => column),
    values: Float64Array.from(filled, ([, value]) => value),
    met: met ? 1 : 0,
    weight,
  }
}

/** Iteratively reweighted least squares: the quadratic that touches the likelihood at `beta`. */
function normalEquations(rows: readonly Sparse[], beta: Float64Array, width: number) {
  const gram = new Float64Array(width * width)
  const target = new Float64Array(width)
  for (const { at, values, met, weight } of rows) {
    let index = 0
    for (let one = 0; one < at.length; one++) index += (values[one] ?? 0) * (beta[at[one] ?? 0] ?? 0)
    const chance = 1 / (1 + Math.exp(-index))
    const curvature = Math.max(1e-4, chance * (1 - chance)) * weight
    const response = curvature * index + weight * (met - chance)
    for (let one = 0; one < at.length; one++) {
      const [column, value] = [at[one] ?? 0, values[one] ?? 0]
      target[column] = (target[column] ?? 0) + value * response
      const scaled = value * curvature
      // Columns rise, so this is the upper half; the lower is its mirror.
      for (let other = one; other < at.length; other++) {
        const place = column * width + (at[other] ?? 0)
        gram[place] = (gram[place] ?? 0) + scaled * (values[other] ?? 0)
      }
    }
  }
  for (let row = 0; row < width; row++) {
    for (let column = 0; column < row; column++) gram[row * width + column] = gram[column * width + row] ?? 0
  }
  return { gram, target }
}

function descend(
  gram: Float64Array,
  target: Float64Array,
  start: Float64Array,
  bounds: readonly number[],
): Float64Array<ArrayBuffer> {
  const width = bounds.length
  const beta = Float64Array.from(start)
  for (let sweep = 0; sweep < sweeps; sweep++) {
    let moved = 0
    for (let column = 0; column < width; column++) {
      const offset = column * width
      const diagonal = gram[offset + column] ?? 0
      if (diagonal === 0) continue
      let rest = target[column] ?? 0
      for (let other = 0; other < width; other++) rest -= (gram[offset + other] ?? 0) * (beta[other] ?? 0)
      const old = beta[column] ?? 0
      const free = old + rest / diagonal
      const sign = bounds[column] ?? 0
      const next = sign === 0 ? free : sign > 0 ? Math.max(0, free) : Math.min(0, free)
      beta[column] = next
      moved = Math.max(moved, Math.abs(next - old))
    }
    if (moved < 1e-5) break
  }
  return beta
}
