/** Ruling lines put together: borders are drawn cell by cell, twice where cells meet, double, dashed or as dots. */
import { clustersOf, middleOf } from './cluster-positions.ts'
import type { Ruling } from './pdf-page.ts'

/** Joins lines that lie within `tolerance` of each other; what stays shorter than 1.5 times that rules nothing. */
export function joinRulings(rulings: readonly Ruling[], tolerance: number): Ruling[] {
  return [true, false].flatMap((horizontal) => {
    const same = rulings.filter((ruling) => ruling.horizontal === horizontal)
    return levelsOf(same, tolerance)
      .flatMap((level) => joinLevel(level, tolerance))
      .filter(({ from, to }) => to - from > tolerance * 1.5)
  })
}

function levelsOf(rulings: readonly Ruling[], tolerance: number): Ruling[][] {
  return clustersOf(rulings, (ruling) => ruling.at, tolerance)
}

function joinLevel(level: readonly Ruling[], tolerance: number): Ruling[] {
  const joined: { horizontal: boolean; at: number; from: number; to: number }[] = []
  const at = middleOf(level.map((ruling) => ruling.at))
  for (const ruling of level.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1)
    if (last !== undefined && ruling.from <= last.to + tolerance) last.to = Math.max(last.to, ruling.to)
    else joined.push({ ...ruling, at })
  }
  return joined
}
