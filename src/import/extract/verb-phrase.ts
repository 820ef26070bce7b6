/** Finds the action of a promise: adverbs, a verb, and verbs joined to it (“新辟、优化调整”, “培育发展”). */
import {
  ambiguousVerbs,
  droppedAdverbs,
  keptAdverbs,
  lightVerbs,
  nounHeads,
  plainVerbs,
  verbGroups,
} from './verbs.ts'
import type { VerbGroup } from './verbs.ts'
import { createWordTable } from './word-table.ts'

export type VerbPhrase = {
  /** Where the phrase starts, dropped adverbs included. */
  readonly start: number
  readonly end: number
  /** The action as promised: kept adverbs and verbs. */
  readonly action: string
  /** 免费 was said. */
  readonly free: boolean
  /** Sense of the first verb. */
  readonly group: VerbGroup
}

const groupOf = new Map<string, VerbGroup>()
for (const [group, words] of Object.entries(verbGroups)) {
  for (const word of words) if (!groupOf.has(word)) groupOf.set(word, group as VerbGroup)
}
const verbs = createWordTable(groupOf.keys())
const lights = new Set<string>(lightVerbs)
const ambiguous = new Set(ambiguousVerbs)
const kept = createWordTable(keptAdverbs)
const dropped = createWordTable(droppedAdverbs)
const plain = createWordTable(plainVerbs)
const heads = createWordTable(nounHeads)
const levels = createWordTable(verbGroups.level)
const joiners = '、和或及与并'
const longestPhrase = 24

/** The verb phrase that starts exactly at `start`, read no further than `end`; null if there is none. */
export function readVerbPhrase(text: string, start: number, end: number): VerbPhrase | null {
  let from = start
  let actionStart = -1
  let free = false
  for (;;) {
    const keep = kept.at(text, from)
    const drop = dropped.at(text, from)
    const verb = verbs.at(text, from)
    const length = Math.max(keep, drop)
    if (length === 0 || verb > length || (verb === length && followsVerb(text, from + verb, end))) break
    if (text.startsWith('免费', from)) free = true
    if (keep >= drop && actionStart < 0) actionStart = from
    if (drop > keep) actionStart = -1
    from += length
  }
  const length = verbs.at(text, from)
  if (length === 0 || from + length > end) return null
  const first = text.slice(from, from + length)
  const verbEnd = readJoined(text, from + length, end, lights.has(first))
  const begin = actionStart < 0 ? from : actionStart
  return {
    start,
    end: verbEnd,
    action: text.slice(begin, verbEnd),
    free,
    group: groupOf.get(first) ?? 'hold',
  }
}

/** A word that is adverb and verb at once (推进, 确保) is a verb when no other verb follows. */
function followsVerb(text: string, index: number, end: number): boolean {
  return index >= end || verbs.at(text, index) === 0
}

/**
 * Verbs in a row or joined by 、和或: “新建或改造更新”. The last one stays with the noun when nothing else would be left.
 * A `light` verb is joined by a word only: 完善和落实, but 完成|改造.
 */
function readJoined(text: string, start: number, end: number, light: boolean): number {
  let reached = start
  while (reached - start < longestPhrase) {
    const joined = joiners.includes(text.charAt(reached)) ? reached + 1 : reached
    const length = verbs.at(text, joined)
    const next = joined + length
    if (light && joined === reached) break
    if (length < 2 || next >= end || heads.at(text, next) > 0) break
    if (/[\d０-９一二三四五六七八九十百千万，。；、]/.test(text.charAt(next))) break
    reached = next
    if (lights.has(text.slice(joined, next))) break
  }
  return reached
}

/**
 * The first predicate inside `from`–`to`, skipping quoted and bracketed words and verbs that are part of a noun.
 * Used after a subject (“平台新接入…”) and after 为, 对, 在.
 */
export function findVerbPhrase(text: string, marks: Uint8Array, from: number, to: number): VerbPhrase | null {
  for (let index = from; index < to; index++) {
    if (marks[index] !== 0) continue
    const length = plain.at(text, index)
    if (length === 0 || index + length > to || isNominal(text, index, index + length)) continue
    const start = startOfAdverbs(text, index, from)
    const phrase = readVerbPhrase(text, start, to)
    if (phrase !== null) return phrase
  }
  return null
}

function isNominal(text: string, start: number, end: number): boolean {
  const word = text.slice(start, end)
  if (word === '有' || word === '做') {
    return !/[各都均至共费]|\d/.test(text.charAt(start - 1) + text.charAt(end))
  }
  if (text.startsWith('就业', end) && !lights.has(word)) return true
  return ambiguous.has(word) ? heads.at(text, end) > 0 : '的率者性'.includes(text.charAt(end) || '。')
}

/** Steps back over adverbs in front of a verb: 免费|开展, 新|接入. */
function startOfAdverbs(text: string, index: number, from: number): number {
  let start = index
  for (;;) {
    const length = Math.max(kept.before(text, start), dropped.before(text, start))
    if (length === 0 || start - length < from) return start
    start -= length
  }
}

/** The verb of rising, falling or reaching that a noun ends in: 能耗|降低, 覆盖率|达到. */
export function levelBefore(text: string, end: number): string {
  const length = levels.before(text, end)
  return text.slice(end - length, end)
}

/** The first verb of two or more characters in `from`–`to`, part of a noun or not; "" if there is none. */
export function findAnyVerb(text: string, from: number, to: number): string {
  for (let index = from; index < to; index++) {
    const length = verbs.at(text, index)
    if (length >= 2 && index + length <= to) return text.slice(index, index + length)
  }
  return ''
}
