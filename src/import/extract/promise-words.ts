/** The words of a promise: what is done (action) and to what (object), and whom or what it takes them from. */
import type { Doubt } from '../../domain/programme/draft.ts'
import { resultVerbs } from './frame-words.ts'
import type { Frame } from './frame.ts'
import { beneficiaries, nounAfter, nounBefore, withoutWhole } from './object-text.ts'
import { countsPeople } from './pieces.ts'
import type { Piece } from './pieces.ts'
import type { Memory, Pattern } from './reading.ts'
import { findAnyVerb, levelBefore } from './verb-phrase.ts'
import type { VerbPhrase } from './verb-phrase.ts'
import { createWordTable, findWord } from './word-table.ts'

const results = createWordTable(resultVerbs)

export type PromiseWords = {
  readonly action: string
  readonly object: string
  /** 免费 was said. */
  readonly free: boolean
  readonly pattern: Pattern
  readonly doubts: readonly Doubt[]
}

/** `verb` is the piece's own; `isFirst` of its clause. What later pieces may share goes into `memory`. */
export function wordPromise(
  text: string,
  frame: Frame,
  piece: Piece,
  verb: VerbPhrase | null,
  isFirst: boolean,
  memory: Memory,
): PromiseWords {
  if (piece.ordered) {
    const { action, object } = memory
    return { action, object, free: false, pattern: 'ordered', doubts: ['shared-object'] }
  }
  const words =
    verb === null || (verb.start > piece.quantity.start && frame.preposition === '')
      ? wordBare(text, piece, memory)
      : isFirst && frame.preposition !== ''
        ? wordServed(text, frame, piece, verb, memory)
        : wordOwn(text, frame, piece, verb, memory)
  memory.object = words.object
  return frame.isPart ? { ...words, doubts: ['part-of', ...words.doubts] } : words
}

/** “新增公共停车泊位1.02万个”: a verb of its own. */
function wordOwn(text: string, frame: Frame, piece: Piece, verb: VerbPhrase, memory: Memory): PromiseWords {
  const subject = withoutWhole(text.slice(piece.start, Math.max(piece.start, verb.start)))
  const noun = piece.trailing
    ? nounBefore(text, verb.end, piece.quantity.start)
    : nounAfter(text, piece.quantity.end, piece.end)
  const object = subject + noun || withoutWhole(text.slice(frame.start, frame.verb?.start))
  Object.assign(memory, { action: verb.action, subject })
  const common = { action: verb.action, free: verb.free, pattern: patternOf(piece) }
  return object === '' && memory.object !== ''
    ? { ...common, object: memory.object, doubts: ['shared-object'] }
    : { ...common, object, doubts: [] }
}

/** “为1600名残疾儿童提供康复服务”: those served and what they get make the object together. */
function wordServed(
  text: string,
  frame: Frame,
  piece: Piece,
  verb: VerbPhrase,
  memory: Memory,
): PromiseWords {
  const { quantity, trailing } = piece
  Object.assign(memory, { action: verb.action, subject: '' })
  const common = { action: verb.action, free: verb.free }
  if (quantity.end > verb.start) {
    const served = beneficiaries(text.slice(frame.served, verb.start))
    const given = trailing
      ? nounAfter(text, verb.end, quantity.start)
      : nounAfter(text, quantity.end, piece.end)
    return { ...common, object: served + given, pattern: 'noun-number', doubts: [] }
  }
  const object = nounAfter(text, quantity.end, verb.start) + nounAfter(text, verb.end, piece.end)
  return countsPeople(text, quantity)
    ? { ...common, object, pattern: 'served', doubts: [] }
    : { ...common, object, pattern: 'place', doubts: ['scope-count'] }
}

/** No verb of its own: it shares the one before, or is a result or level that needs none. */
function wordBare(text: string, piece: Piece, memory: Memory): PromiseWords {
  const { quantity, trailing } = piece
  const noun = trailing
    ? nounBefore(text, piece.start, quantity.start)
    : nounAfter(text, quantity.end, piece.end)
  if (quantity.unitClass === 'percent' || quantity.unitClass === 'points') return wordLevel(text, piece, noun)
  const result = findWord(results, text, piece.start, quantity.start)
  if (result >= 0) return wordResult(text, piece, noun, result, memory)
  const pattern = patternOf(piece)
  if (memory.action !== '') {
    const object = (trailing ? memory.subject : '') + (noun === '' ? memory.object : noun)
    return { action: memory.action, object, free: false, pattern, doubts: ['shared-verb'] }
  }
  const action = findAnyVerb(text, piece.start, quantity.start)
  return { action, object: noun, free: false, pattern: action === '' ? 'no-verb' : pattern, doubts: [] }
}

/** 增长 of “产值增长5%”, 达到 of “覆盖率达到90%”; a rate may also stand bare. */
function wordLevel(text: string, piece: Piece, noun: string): PromiseWords {
  const ending = levelBefore(noun, noun.length)
  const action = ending || levelBefore(text, piece.quantity.numberStart)
  const object = ending === '' ? noun : noun.slice(0, -ending.length)
  return { action, object, free: false, pattern: patternOf(piece), doubts: [] }
}

/** “失业人员再就业5万人”, “受众达150万人次”: a bare 受众 is the audience of the promise before. */
function wordResult(text: string, piece: Piece, noun: string, at: number, memory: Memory): PromiseWords {
  const word = text.slice(at, at + results.at(text, at))
  const action = findAnyVerb(text, at, piece.quantity.start) || word
  const common = { action, free: false, pattern: patternOf(piece) }
  return at === piece.start && noun.length <= 2 && memory.object !== ''
    ? {
        ...common,
        object: memory.object.replace(/^各级各类|^各级|^各类/, '') + noun,
        doubts: ['shared-object'],
      }
    : { ...common, object: noun, doubts: [] }
}

function patternOf(piece: Piece): Pattern {
  return piece.trailing ? 'noun-number' : 'number-noun'
}
