/** Edges that were meant to be one: rounding, borders of their own and hand-drawn columns set them a little apart. */

/** Ascending, each the middle of its cluster. */
export function clusterPositions(positions: readonly number[], tolerance: number): number[] {
  return clustersOf(positions, (position) => position, tolerance).map(middleOf)
}

/** A cluster is at most twice the tolerance wide, so that a hatching does not become one line. */
export function clustersOf<Item>(
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

export function middleOf(positions: readonly number[]): number {
  return positions.reduce((sum, position) => sum + position, 0) / positions.length
}
