/** Reads the numbers of one clause as promises. */
import type { Doubt } from '../../domain/draft.ts'
import type { Comparator, TargetKind } from '../../domain/target.ts'
import { moneyNouns, resultVerbs } from './frame-words.ts'
import { lastDelimiter } from './decoys.ts'
import type { Frame } from './frame.ts'
import { beneficiaries, nounAfter, nounBefore, wholeAt, withoutWhole } from './object-text.ts'
import { countsPeople, cutPieces, keepTargets } from './pieces.ts'
import type { Piece } from './pieces.ts'
import type { Quantity } from './quantities.ts'
import type { Memory, Pattern, Reading } from './reading.ts'
import { findAnyVerb, levelBefore, readVerbPhrase } from './verb-phrase.ts'
import type { VerbPhrase } from './verb-phrase.ts'
import type { VerbGroup } from './verbs.ts'
import { createWordTable, findWord } from './word-table.ts'

const results = createWordTable(resultVerbs)
const moneys = createWordTable(moneyNouns)
const quotas = createWordTable(['每个', '每', '各', '全部', '所有'])

export function readNumbers(
  text: string,
  marks: Uint8Array,
  frame: Frame,
  quantities: readonly Quantity[],
  memory: Memory,
): Reading[] {
  const targets = keepTargets(text, marks, frame, quantities).filter(
    (target) => !dismissOwed(text, frame, target, quantities),
  )
  const pieces = cutPieces(text, marks, frame, targets)
  if (pieces.length === 0) return []
  const shared = sharedComparator(text, pieces)
  const verbs = pieces.map((piece, index) =>
    index === 0 ? frame.verb : readVerbPhrase(text, piece.start, piece.end),
  )
  const sharedSubject = frame.hasSubject && verbs.slice(1).some((verb) => verb !== null)
  return pieces.map((piece, index) => {
    const context = describe(
      text,
      frame,
      index === 0 && sharedSubject ? leaveSubject(piece, frame) : piece,
      verbs[index] ?? null,
      index,
      memory,
    )
    memory.object = context.object
    return toReading(text, frame, piece, context, shared)
  })
}

/** What one person gets when the persons are counted too (为5000人免费体检2次) is no target of its own. */
function dismissOwed(text: string, frame: Frame, target: Quantity, all: readonly Quantity[]): boolean {
  if (frame.preposition === '' || frame.verb === null || target.start < frame.verb.start) return false
  if (target.unit !== '次' || target.scale > 0 || target.value.length > 2) return false
  const counted = all.some(
    (other) => other.why === null && other.end <= target.start && countsPeople(text, other),
  )
  if (counted) target.why = 'entitlement'
  return counted
}

function leaveSubject(piece: Piece, frame: Frame): Piece {
  return frame.verb === null ? piece : { ...piece, start: frame.verb.start }
}

type Context = {
  readonly start: number
  readonly end: number
  readonly action: string
  readonly object: string
  readonly verbGroup: VerbGroup | null
  readonly doubts: readonly Doubt[]
  readonly free: boolean
  readonly pattern: Pattern
}

function describe(
  text: string,
  frame: Frame,
  piece: Piece,
  verb: VerbPhrase | null,
  index: number,
  memory: Memory,
): Context {
  if (piece.ordered) return describeOrdered(piece, memory)
  const { quantity } = piece
  const doubts: Doubt[] = frame.isPart ? ['part-of'] : []
  const common = { start: piece.start, end: piece.end }
  if (frame.preposition !== '' && verb !== null && index === 0)
    return { ...common, ...describeServed(text, frame, piece, verb, memory, doubts) }
  const leadsNumber = verb !== null && verb.start <= quantity.start
  if (verb !== null && leadsNumber) {
    const subject = text.slice(piece.start, Math.max(piece.start, verb.start))
    const noun = piece.trailing
      ? nounBefore(text, verb.end, quantity.start)
      : nounAfter(text, quantity.end, piece.end)
    const object = withoutWhole(subject) + noun || withoutWhole(text.slice(frame.start, frame.verb?.start))
    const carried = object === '' && memory.object !== ''
    if (carried) doubts.push('shared-object')
    Object.assign(memory, { action: verb.action, verbGroup: verb.group, subject: withoutWhole(subject) })
    return {
      ...common,
      action: verb.action,
      object: carried ? memory.object : object,
      verbGroup: verb.group,
      doubts,
      free: verb.free,
      pattern: piece.trailing ? 'noun-number' : 'number-noun',
    }
  }
  return { ...common, ...describeBare(text, piece, memory, doubts, index) }
}

function describeOrdered(piece: Piece, memory: Memory): Context {
  const { quantity } = piece
  return {
    start: quantity.start,
    end: quantity.end,
    action: memory.action,
    object: memory.object,
    verbGroup: memory.verbGroup,
    doubts: ['shared-object'],
    free: false,
    pattern: 'ordered',
  }
}

type Description = Omit<Context, 'start' | 'end'>

/** “为1600名残疾儿童提供康复服务”: those served and what they get make the object together. */
function describeServed(
  text: string,
  frame: Frame,
  piece: Piece,
  verb: VerbPhrase,
  memory: Memory,
  doubts: Doubt[],
): Description {
  const { quantity } = piece
  const inPhrase = quantity.end <= verb.start
  const served = inPhrase
    ? nounAfter(text, quantity.end, verb.start)
    : beneficiaries(text.slice(frame.served, verb.start))
  const given =
    inPhrase || piece.trailing
      ? nounAfter(text, verb.end, inPhrase ? piece.end : quantity.start)
      : nounAfter(text, quantity.end, piece.end)
  const counted = inPhrase && !countsPeople(text, quantity)
  if (counted) doubts.push('scope-count')
  Object.assign(memory, { action: verb.action, verbGroup: verb.group, subject: '' })
  return {
    action: verb.action,
    object: served + given,
    verbGroup: verb.group,
    doubts,
    free: verb.free,
    pattern: inPhrase ? (counted ? 'place' : 'served') : 'noun-number',
  }
}

/** No verb of its own: it shares the one before, or is a result or level that needs none. */
function describeBare(
  text: string,
  piece: Piece,
  memory: Memory,
  doubts: Doubt[],
  index: number,
): Description {
  const { quantity } = piece
  const noun = piece.trailing
    ? nounBefore(text, piece.start, quantity.start)
    : nounAfter(text, quantity.end, piece.end)
  const result = findWord(results, text, piece.start, quantity.start)
  const level = quantity.unitClass === 'percent' || quantity.unitClass === 'points'
  const pattern: Pattern = piece.trailing ? 'noun-number' : 'number-noun'
  if (memory.action !== '' && result < 0 && !level) {
    if (index > 0 || noun !== '') doubts.push('shared-verb')
    return {
      action: memory.action,
      object: (piece.trailing ? memory.subject : '') + (noun === '' ? memory.object : noun),
      verbGroup: memory.verbGroup,
      doubts,
      free: false,
      pattern,
    }
  }
  const own = level
    ? levelVerb(text, quantity, noun)
    : (findAnyVerb(text, Math.max(result, piece.start), quantity.start) ?? resultAt(text, result))
  const bareResult = result === piece.start && noun.length <= 2 && memory.object !== ''
  if (bareResult) doubts.push('shared-object')
  const kept = level && own !== null && noun.endsWith(own.word) ? noun.slice(0, -own.word.length) : noun
  const object = bareResult ? memory.object.replace(/^各级各类|^各级|^各类/, '') + noun : kept
  return {
    action: own?.word ?? '',
    object,
    verbGroup: own?.group ?? null,
    doubts,
    free: false,
    pattern: own === null && !level ? 'no-verb' : pattern,
  }
}

/** 增长 of “产值增长5%”, 达到 of “覆盖率达到90%”; a rate may also stand bare. */
function levelVerb(
  text: string,
  quantity: Quantity,
  noun: string,
): { word: string; group: VerbGroup } | null {
  const word = levelBefore(noun, noun.length) || levelBefore(text, quantity.numberStart)
  return word === '' ? null : { word, group: 'level' }
}

function resultAt(text: string, index: number): { word: string; group: VerbGroup } | null {
  return index < 0 ? null : { word: text.slice(index, index + results.at(text, index)), group: 'provide' }
}

/** 分别达到90%、95%以上: what is said of the last holds for all of the list. */
function sharedComparator(text: string, pieces: readonly Piece[]): Comparator | null {
  const last = pieces.at(-1)
  if (last === undefined || !last.ordered || last.quantity.after === '') return null
  const first = pieces.findLast((piece) => !piece.ordered)
  const together = first !== undefined && text.slice(first.start, first.quantity.start).includes('分别')
  return together ? last.quantity.comparator : null
}

/** 至少有1所, 不低于平均数的60%: the comparator does not touch its number. */
function distantComparator(text: string, { quantity, start }: Piece): Comparator {
  const from = lastDelimiter(text, start, quantity.start)
  if (findWord(atLeast, text, from, quantity.start) >= 0) return 'gte'
  if (text.charAt(quantity.numberStart - 1) !== '的') return 'eq'
  if (findWord(floors, text, from, quantity.start) >= 0) return 'gte'
  return findWord(ceilings, text, from, quantity.start) >= 0 ? 'lte' : 'eq'
}

const atLeast = createWordTable(['至少', '最少'])
const floors = createWordTable(['不低于', '不少于', '超过', '高于'])
const ceilings = createWordTable(['不高于', '不超过', '低于', '控制在'])

function toReading(
  text: string,
  frame: Frame,
  piece: Piece,
  context: Context,
  shared: Comparator | null,
): Reading {
  const { quantity } = piece
  const entitlement = isEntitlement(text, frame, quantity)
  const implied = quantity.unit === null
  const unit = unitOf(text, frame, piece)
  const doubts = [...context.doubts, ...(implied ? ['implied-unit' as const] : [])]
  if (['累计', '达到', '达'].some((word) => quantity.before === word) && quantity.unitClass !== 'percent')
    doubts.push('level-not-addition')
  return {
    kind: entitlement ? 'entitlement' : kindOf(quantity),
    action: entitlement && context.free ? `免费${context.action}` : context.action,
    object: context.object,
    comparator:
      quantity.comparator === 'eq' ? (shared ?? distantComparator(text, piece)) : quantity.comparator,
    value: quantity.value,
    valueMax: quantity.valueMax,
    unit,
    unitClass: quantity.unitClass,
    verbGroup: context.verbGroup,
    start: context.start,
    end: context.end,
    pattern: entitlement ? 'entitlement' : patternOf(quantity, context, unit),
    doubts,
  }
}

function kindOf(quantity: Quantity): TargetKind {
  return quantity.unitClass === 'percent' || quantity.unitClass === 'points' || quantity.unit === '成'
    ? 'rate'
    : 'quantity'
}

function patternOf(quantity: Quantity, context: Context, unit: string | null): Pattern {
  if (context.pattern === 'ordered') return 'ordered'
  if (quantity.unit === null) return 'bare-number'
  if (quantity.chinese) return 'word-number'
  if (kindOf(quantity) === 'rate') return 'rate'
  if (unit?.includes('/') === true) return 'ratio'
  return quantity.unitClass === 'money' ? 'money' : context.pattern
}

/** 为适龄妇女免费提供1次检查: what each gets, and nobody is counted. */
function isEntitlement(text: string, frame: Frame, quantity: Quantity): boolean {
  const { verb, preposition } = frame
  if (verb === null || verb.end > quantity.start || quantity.scale > 0 || quantity.value.length > 2)
    return false
  const each = findWord(perHead, text, frame.start, quantity.start) >= 0
  if (quantity.unit !== '次' && !each) return false
  return (
    ['为', '对', '向', '给'].includes(preposition) &&
    (quantity.unitClass === 'event' || quantity.unitClass === 'thing')
  )
}

/** Figures without a dimension: 利用系数达到0.58. */
const indexes = createWordTable(['系数', '指数', '系数提高', '指数提高', '强度', '比值', '评分'])
const perHead = createWordTable(['每人', '每名', '每位', '每户', '每个家庭'])

function unitOf(text: string, frame: Frame, piece: Piece): string | null {
  const { quantity } = piece
  if (quantity.unit === null) return impliedUnit(text, frame, quantity)
  if (quantity.unit.includes('/')) return quantity.unit
  const per = /每([十百千万]{1,2}|\d{1,4})(名|常住人口|人口|人|户|位|个)?/.exec(
    text.slice(frame.start, quantity.start),
  )
  if (per !== null) return `${quantity.unit}/${per[1] ?? ''}${per[2] ?? '人'}`
  const quota = quotaOf(text, piece)
  if (quota !== '') return `${quantity.unit}/${quota}`
  if (quantity.unit === '元' && text.slice(piece.start, quantity.start).includes('人均')) return '元/人'
  return quantity.unit
}

/** 每个街道建有1个…: so many for each 街道. */
function quotaOf(text: string, { start, quantity }: Piece): string {
  const length = quotas.at(text, start)
  if (length === 0 || quantity.value.length > 2 || quantity.scale > 0) return ''
  for (let index = start + length + 1; index < quantity.start; index++) {
    const verb = readVerbPhrase(text, index, quantity.start)
    if (verb === null) continue
    const noun = text.slice(start + length, index).replace(/（.*$/, '')
    return noun.length <= 6 ? noun.replace(/[均都各要]$/, '') : ''
  }
  return ''
}

function impliedUnit(text: string, frame: Frame, quantity: Quantity): string | null {
  const before = text.slice(Math.max(frame.start, quantity.start - 8), quantity.start)
  if (before.includes('人数') || before.endsWith('人口')) return '人'
  if (findWord(moneys, text, Math.max(frame.start, quantity.start - 8), quantity.start) >= 0) return '元'
  if (indexes.before(text, quantity.numberStart - quantity.before.length) > 0) return null
  if (countsPeople(text, quantity)) return '人'
  return '个'
}

export function startsWithWhole(text: string, index: number): boolean {
  return wholeAt(text, index) > 0
}
