/** Ruling lines put together: borders are drawn cell by cell, twice where cells meet, double, dashed or as dots. */
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

/** Positions that are one when drawn with care: ascending, each the middle of its cluster. */
export function clusterPositions(positions: readonly number[], tolerance: number): number[] {
  return clustersOf(positions, (position) => position, tolerance).map(middleOf)
}

function levelsOf(rulings: readonly Ruling[], tolerance: number): Ruling[][] {
  return clustersOf(rulings, (ruling) => ruling.at, tolerance)
}

/** A cluster is at most twice the tolerance wide, so that a hatching does not become one line. */
function clustersOf<Item>(
  items: readonly Item[],
  positionOf: (item: Item) => number,
  tolerance: number,
): Item[][] {
  const clusters: Item[][] = []
  let first = -Infinity
  let last = -Infinity
  for (const item of items.toSorted((a, b) => positionOf(a) - positionOf(b))) {
    const position = positionOf(item)
    if (position - last <= tolerance && position - first <= 2 * tolerance) clusters.at(-1)?.push(item)
    else {
      clusters.push([item])
      first = position
    }
    last = position
  }
  return clusters
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

function middleOf(positions: readonly number[]): number {
  return positions.reduce((sum, position) => sum + position, 0) / positions.length
}
