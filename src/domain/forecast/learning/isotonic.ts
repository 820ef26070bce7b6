/**
 * Isotonic regression by pooling adjacent violators (Ayer et al., “An Empirical Distribution Function for Sampling with
 * Incomplete Information”, Ann. Math. Stat. 26, 1955): the never-falling values nearest to those given.
 */
export type Block = { readonly value: number; readonly weight: number }

/** As many values as blocks, in their order. */
export function isotonic(blocks: readonly Block[]): number[] {
  const pools: { value: number; weight: number; count: number }[] = []
  for (const { value, weight } of blocks) {
    pools.push({ value, weight, count: 1 })
    for (;;) {
      const last = pools.at(-1)
      const before = pools.at(-2)
      if (last === undefined || before === undefined || before.value <= last.value) break
      const weight2 = before.weight + last.weight
      pools.splice(-2, 2, {
        value: (before.value * before.weight + last.value * last.weight) / weight2,
        weight: weight2,
        count: before.count + last.count,
      })
    }
  }
  return pools.flatMap(({ value, count }) => Array.from({ length: count }, () => value))
}
