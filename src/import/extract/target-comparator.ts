/** Comparators that stand away from their number. */
import type { Comparator } from '../../domain/programme/target.ts'
import { lastDelimiter } from './decoys.ts'
import type { Piece } from './pieces.ts'
import { createWordTable, findWord } from './word-table.ts'

/** 分别达到90%、95%以上, 分别不低于90%、95%: what is said of the last or of the first holds for all of the list. */
export function sharedComparator(text: string, pieces: readonly Piece[]): Comparator | null {
  const last = pieces.at(-1)
  if (last === undefined || !last.ordered) return null
  const first = pieces.findLast((piece) => !piece.ordered)
  if (first === undefined || !text.slice(first.start, first.quantity.start).includes('分别')) return null
  if (last.quantity.after !== '') return last.quantity.comparator
  const { comparator, after } = first.quantity
  if (after !== '') return null
  return comparator === 'eq' ? distantComparator(text, first) : comparator
}

/** 至少有1所, 不低于平均数的60%: the comparator does not touch its number. */
export function distantComparator(text: string, { quantity, start }: Piece): Comparator {
  const from = lastDelimiter(text, start, quantity.start)
  if (findWord(atLeast, text, from, quantity.start) >= 0) return 'gte'
  const perTime = /每[人户名位生月年天次]{1,4}$|[人户月年]均$/.exec(text.slice(from, quantity.start))
  if (perTime !== null) {
    const end = from + perTime.index
    return floors.before(text, end) > 0 ? 'gte' : ceilings.before(text, end) > 0 ? 'lte' : 'eq'
  }
  if (text.charAt(quantity.numberStart - 1) !== '的') return 'eq'
  if (findWord(floors, text, from, quantity.start) >= 0) return 'gte'
  return findWord(ceilings, text, from, quantity.start) >= 0 ? 'lte' : 'eq'
}

const atLeast = createWordTable(['至少', '最少'])
const floors = createWordTable(['不低于', '不少于', '超过', '高于'])
const ceilings = createWordTable(['不高于', '不超过', '低于', '控制在'])
