/** How alike two texts are, by the pairs of neighbouring characters they share (Dice's coefficient). */

/** The neighbouring pairs of a text, figures and punctuation aside: what a promise is about, not how much of it. */
export function bigramsOf(text: string): ReadonlyMap<string, number> {
  const letters = text.replaceAll(/[\p{N}\p{P}\p{S}\s]/gu, '')
  const pairs = new Map<string, number>()
  for (let i = 0; i < letters.length; i++) {
    const pair = letters.slice(i, i + 2)
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  return pairs
}

/** 2 × shared pairs ÷ all pairs: 1 for equal, 0 for nothing shared or nothing there. */
export function diceOf(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let shared = 0
  for (const [pair, count] of a) shared += Math.min(count, b.get(pair) ?? 0)
  const all = sum(a) + sum(b)
  return all === 0 ? 0 : (2 * shared) / all
}

function sum(pairs: ReadonlyMap<string, number>): number {
  let total = 0
  for (const count of pairs.values()) total += count
  return total
}

type Described<Item> = { readonly item: Item; readonly pairs: ReadonlyMap<string, number> }

/**
 * Pairs off two lists, the most alike first, each item at most once. Only items whose texts share a pair of characters
 * are compared, so the work grows with what could match. `scoreOf` gets the texts' likeness (0–1) and answers the
 * score; pairs below `threshold` stay apart, and of equal scores the nearer in order win.
 */
export function matchLists<A, B>(
  left: readonly A[],
  right: readonly B[],
  texts: { readonly left: (a: A) => string; readonly right: (b: B) => string },
  scoreOf: (a: A, b: B, likeness: number) => number,
  threshold: number,
): Map<A, B> {
  const lefts: Described<A>[] = left.map((item) => ({ item, pairs: bigramsOf(texts.left(item)) }))
  const rights: Described<B>[] = right.map((item) => ({ item, pairs: bigramsOf(texts.right(item)) }))
  const holders = indexByPair(rights)
  const candidates = lefts.flatMap(({ item, pairs }, i) => {
    const others = new Set([...pairs.keys()].flatMap((pair) => holders.get(pair) ?? []))
    return [...others].flatMap((j) => {
      const other = rights[j]
      if (!other) return []
      const score = scoreOf(item, other.item, diceOf(pairs, other.pairs))
      return score < threshold ? [] : [{ i, j, score, a: item, b: other.item }]
    })
  })
  candidates.sort(
    (x, y) => y.score - x.score || Math.abs(x.i - x.j) - Math.abs(y.i - y.j) || x.i - y.i || x.j - y.j,
  )
  const matches = new Map<A, B>()
  const taken = { left: new Set<number>(), right: new Set<number>() }
  for (const { i, j, a, b } of candidates) {
    if (taken.left.has(i) || taken.right.has(j)) continue
    taken.left.add(i)
    taken.right.add(j)
    matches.set(a, b)
  }
  return matches
}

function indexByPair(described: readonly Described<unknown>[]): ReadonlyMap<string, readonly number[]> {
  const holders = new Map<string, number[]>()
  for (const [index, { pairs }] of described.entries()) {
    for (const pair of pairs.keys()) {
      const list = holders.get(pair)
      if (list) list.push(index)
      else holders.set(pair, [index])
    }
  }
  return holders
}
