/** Timing for ratios: runs are interleaved by the caller, so that both sides meet the same machine. */

/** The median time of one call in milliseconds. */
export async function medianMilliseconds(runs: number, work: () => unknown): Promise<number> {
  const times: number[] = []
  for (let run = 0; run < runs; run++) {
    const begin = performance.now()
    await work()
    times.push(performance.now() - begin)
  }
  return median(times)
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** Medians of two works run by turns, after both were warmed. */
export async function compare(runs: number, ours: () => unknown, yardstick: () => unknown) {
  for (let warm = 0; warm < Math.min(5, runs); warm++) {
    await ours()
    await yardstick()
  }
  const times: { ours: number[]; yardstick: number[] } = { ours: [], yardstick: [] }
  for (let run = 0; run < runs; run++) {
    times.ours.push(await medianMilliseconds(1, ours))
    times.yardstick.push(await medianMilliseconds(1, yardstick))
  }
  return { ours: median(times.ours), yardstick: median(times.yardstick) }
}
