/**
 * Narrow columns break names over lines and justified ones spread them. Which breaks are inside a name is decided by
 * what the directory knows: the reading with the fewest unknown names wins, and of equals the one with more breaks.
 */
import { recogniseUnit } from '../directory/recognise-unit.ts'
import type { Piece } from './piece.ts'

/** No name seen in the field was broken over more lines. */
const longestJoin = 5

type Certainty = 'listed' | 'by-ending' | 'unknown'

/** What a name costs when it stands for itself, and when it is put together. A listed body is never worth joining on to. */
const cost = { listed: 0, 'by-ending': 1, unknown: 4 } as const
const joinCost = { listed: 1, 'by-ending': 3, unknown: Infinity } as const

/** `fragments` are the parts of a list between blanks and line breaks. */
export function joinBrokenNames(fragments: readonly Piece[]): Piece[] {
  const best: { cost: number; from: number }[] = [{ cost: 0, from: 0 }]
  for (let end = 1; end <= fragments.length; end++) {
    let cheapest = { cost: Infinity, from: end - 1 }
    for (let from = end - 1; from >= Math.max(0, end - longestJoin); from--) {
      const before = best[from]?.cost ?? Infinity
      if (before + (end - from - 1) * joinCost.listed >= cheapest.cost) continue // even a listed name would cost more
      const total = before + costOf(fragments.slice(from, end))
      if (total < cheapest.cost) cheapest = { cost: total, from }
    }
    best.push(cheapest)
  }
  const names: Piece[] = []
  for (let end = fragments.length; end > 0; end = best[end]?.from ?? 0) {
    names.push(joined(fragments.slice(best[end]?.from ?? 0, end)))
  }
  return names.toReversed()
}

function costOf(fragments: readonly Piece[]): number {
  const [only, ...more] = fragments
  if (only !== undefined && more.length === 0) return cost[certaintyOf(only.name)]
  const certainty = certaintyOf(fragments.map((f) => f.name).join(''))
  if (certainty === 'by-ending' && fragments.some((f) => certaintyOf(f.name) === 'listed')) return Infinity
  return joinCost[certainty] * (fragments.length - 1)
}

function certaintyOf(name: string): Certainty {
  const unit = recogniseUnit(name)
  if (unit === null) return 'unknown'
  return unit.body !== null || unit.kind === 'group' ? 'listed' : 'by-ending'
}

function joined(fragments: readonly Piece[]): Piece {
  return {
    name: fragments.map((f) => f.name).join(''),
    start: fragments[0]?.start ?? 0,
    end: fragments.at(-1)?.end ?? 0,
  }
}
