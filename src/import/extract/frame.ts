/** Reads the frame of a clause: where it really starts, its preposition, subject and predicate. */
import { notPrepositions, openings, prepositions } from './frame-words.ts'
import { readTime } from './deadlines.ts'
import { digitAt } from './numerals.ts'
import { findVerbPhrase, readVerbPhrase } from './verb-phrase.ts'
import type { VerbPhrase } from './verb-phrase.ts'
import type { Clause } from './clauses.ts'
import { createWordTable } from './word-table.ts'

export type Frame = {
  readonly start: number
  /** Where those served, or the place, start: behind the preposition. */
  readonly served: number
  readonly end: number
  /** 为, 对, 在 … that opens the clause, "" if none does. */
  readonly preposition: string
  readonly verb: VerbPhrase | null
  /** Words before the verb that name who or where: not a preposition's phrase. */
  readonly hasSubject: boolean
  /** 其中 was said. */
  readonly isPart: boolean
}

const openers = createWordTable(openings)
const preposition = createWordTable(prepositions)
const notPreposition = createWordTable(notPrepositions)
/** 免费为…: the adverb stands before the preposition. */
const adverbs = createWordTable(['免费', '优先', '重点', '继续', '持续', '全面'])
const numberings =
  /(?:[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[）)]|(?:\d{1,2})[、.．](?!\d)|[一二三四五六七八九十]{1,3}(?:是|、)|[①-⑳])/y

export function readFrame(text: string, marks: Uint8Array, clause: Clause): Frame {
  const { start, isPart } = skipOpening(text, clause.start, clause.end)
  const { end } = clause
  const phrase = start + adverbs.at(text, start)
  const length = notPreposition.at(text, phrase) > 0 ? 0 : preposition.at(text, phrase)
  if (length > 0) {
    const served = phrase + length
    const verb = findVerbPhrase(text, marks, served, end)
    return { start, served, end, preposition: text.slice(phrase, served), verb, hasSubject: false, isPart }
  }
  const verb = readVerbPhrase(text, start, end)
  if (verb !== null) return { start, served: start, end, preposition: '', verb, hasSubject: false, isPart }
  const predicate = findVerbPhrase(text, marks, start, end)
  return {
    start,
    served: start,
    end,
    preposition: '',
    verb: predicate,
    hasSubject: predicate !== null,
    isPart,
  }
}

/** Skips blanks, list numbers, time expressions and words like 力争 or 其中. */
function skipOpening(text: string, from: number, end: number): { start: number; isPart: boolean } {
  let start = from
  let isPart = false
  while (start < end) {
    const length = openingLength(text, start, end)
    if (length === 0) break
    if (text.startsWith('其中', start)) isPart = true
    start += length
  }
  return start < end ? { start, isPart } : { start: from, isPart }
}

function openingLength(text: string, index: number, end: number): number {
  if (/\s/.test(text.charAt(index))) return 1
  numberings.lastIndex = index
  const numbering = numberings.exec(text)
  if (numbering !== null) return numbering[0].length
  if (mayOpenTime(text, index)) {
    const time = readTime(text, index, null)
    if (time !== null && time.end <= end) return time.end - index
  }
  const opener = openers.at(text, index)
  return opener === 1 && readVerbPhrase(text, index + 1, end) === null ? 0 : opener
}

function mayOpenTime(text: string, index: number): boolean {
  return digitAt(text, index) >= 0 || '到至截今年上下于在第'.includes(text.charAt(index))
}
