/** Which numbers of a clause are promised, and which stretch of the clause each promise takes. */
import { meansPrepositions, personNouns, placePrepositions } from './frame-words.ts'
import { sizeNouns } from './decoy-words.ts'
import { isTrailing, joinAt } from './decoys.ts'
import type { Frame } from './frame.ts'
import type { Quantity } from './quantities.ts'
import { findVerbPhrase } from './verb-phrase.ts'
import type { VerbGroup } from './verbs.ts'
import { createWordTable, findWord, wordList } from './word-table.ts'

export type Piece = {
  readonly quantity: Quantity
  readonly start: number
  readonly end: number
  /** The noun stands before the number (“管网85公里”) and not after it (“85公里管网”). */
  readonly trailing: boolean
  /** One position of a list such as “分别达到30%、50%”. */
  readonly ordered: boolean
}

const sizes = createWordTable(sizeNouns)
const persons = createWordTable(personNouns)
const conditions = createWordTable(['以上的', '以下的', '以内的', '以上且', '以上并', '及以上的', '以上或'])
/** How far before a number its own noun may begin. */
const longestNoun = 96

/** Marks the numbers that only say where or how large (`why`), and returns the rest. */
export function keepTargets(
  text: string,
  marks: Uint8Array,
  frame: Frame,
  quantities: readonly Quantity[],
): Quantity[] {
  const candidates = quantities.filter((quantity) => quantity.why === null)
  for (const [index, quantity] of candidates.entries()) {
    if (quantity.why !== null) continue // described by the number before it
    if (isCondition(text, frame, quantity)) quantity.why = 'item-size'
    else if (isManner(frame, quantity) || isMeans(frame, quantity)) quantity.why = 'scope'
    const next = candidates[index + 1]
    if (quantity.why !== null || next === undefined) continue
    if (isPlace(text, frame, quantity, next)) quantity.why = 'scope'
    else if (!isTrailing(text, quantity.end)) settlePair(text, marks, quantity, next)
  }
  markListedPlaces(text, candidates)
  return candidates.filter((quantity) => quantity.why === null)
}

/** 6个镇、31个村1.7万人: where one place of a list only says where, the others do too. */
function markListedPlaces(text: string, candidates: readonly Quantity[]): void {
  for (let index = candidates.length - 1; index > 0; index--) {
    const [before, own] = [candidates[index - 1], candidates[index]]
    if (before?.why !== null || own?.why !== 'scope' || own.unitClass !== 'place') continue
    const noun = text.slice(before.end, own.start)
    if (
      before.unitClass === 'place' &&
      noun.length < 8 &&
      settlements.at(text, before.end) > 0 &&
      noun.endsWith('、')
    )
      before.why = 'scope'
  }
}

/** 对年销售额2万元以上的…, 1万名老人以上的街道: the number tells which, not how many. */
function isCondition(text: string, frame: Frame, quantity: Quantity): boolean {
  if (quantity.comparator === 'range') return false
  const sized = sizes.before(text, quantity.start) > 0
  const leading = !isTrailing(text, quantity.end)
  if (leading && (sized || quantity.after.startsWith('以下'))) return true
  if (conditions.at(text, quantity.numberEnd) > 0) {
    const before = frame.verb === null || quantity.start < frame.verb.start
    return before && (frame.preposition === '对' || sized)
  }
  const nounEnd = Math.min(frame.end, quantity.numberEnd + 6)
  return leading && quantity.after === '' && findWord(conditions, text, quantity.numberEnd + 1, nounEnd) >= 0
}

/** 深化三项制度改革, 推进两个专项: a number in words counts only with a verb that makes or adds something. */
function isManner({ verb }: Frame, { chinese, unit, value }: Quantity): boolean {
  if (!chinese || verb === null) return false
  if ((unit === '项' || unit === '件') && value.length < 3) return !makers.has(verb.group)
  return verb.group === 'advance' || verb.group === 'aim'
}

/** 依托3个平台, 利用5处场地: with what it is done. */
function isMeans({ served, preposition }: Frame, { start }: Quantity): boolean {
  return start === served && meansPrepositions.includes(preposition)
}

const makers = new Set<VerbGroup>(['finish', 'found', 'build', 'add'])

/** 在8个县建设基地6万亩: the place is counted, and so is the thing. */
function isPlace(text: string, frame: Frame, quantity: Quantity, next: Quantity): boolean {
  const { verb, preposition } = frame
  if (preposition === '' || verb === null || quantity.start > verb.start || next.start < verb.end)
    return false
  if (placePrepositions.includes(preposition)) return true
  return quantity.unitClass === 'place' || (quantity.unitClass === 'thing' && !countsPeople(text, quantity))
}

export function countsPeople(text: string, quantity: Quantity): boolean {
  if (quantity.unitClass === 'person' || quantity.unitClass === 'household') return true
  return (
    quantity.unit === null &&
    findWord(persons, text, quantity.end, Math.min(text.length, quantity.end + 14)) >= 0
  )
}

/**
 * Two numbers without a delimiter between them. “25个3000户” and “25个涉及3000户” state both; with a noun between,
 * one of the two describes the other's noun.
 */
function settlePair(text: string, marks: Uint8Array, first: Quantity, second: Quantity): void {
  const gap = first.end
  const settlement = settlements.before(text, first.numberEnd) > 0
  const adjacent = gap === second.start && !settlement
  const trailing = isTrailing(text, second.end)
  if (adjacent && !trailing && second.after !== '') second.why = 'item-size' // 230个50户以上村寨
  if (adjacent || additions.at(text, gap) > 0) return
  if (hasDelimiter(text, marks, gap, second.start)) return
  if (first.unitClass === 'percent' || (first.unitClass === 'money' && second.unitClass === 'money')) return
  const sizeWord = findWord(sizes, text, gap, Math.min(gap + 4, second.start)) >= 0
  if (sizeWord || (!trailing && isSize(text, second))) second.why = 'item-size'
  else if (findVerbPhrase(text, marks, gap, second.start) !== null) return
  else if (trailing) first.why = 'item-size'
  else if (second.after !== '') second.why = 'item-size'
  else if (first.unitClass === 'place') first.why = 'scope' // 3个街道12个社区5000户
}

const settlements = createWordTable(['村', '社区', '街道', '乡镇', '镇', '小区', '县'])
const needs = createWordTable(
  wordList('问题 难题 需求 条件 安全 保障 困难 出行 用水 用电 用气 饮水 就业 生活 住房 居住 取暖 就医'),
)
const longestNeed = 9
const additions = createWordTable(['涉及', '惠及', '共', '计', '总', '建筑面积'])

/** 200张床位以上的机构, 面积500平方米的场馆. */
function isSize(text: string, quantity: Quantity): boolean {
  if (sizes.before(text, quantity.start) > 0) return true
  if (text.startsWith('的', quantity.end) && !hasNeed(text, quantity)) return true
  return findWord(conditions, text, quantity.numberEnd, quantity.end + 6) >= 0
}

/** 1.7万人的饮水问题 counts whom it helps, 300人的会议室 how large it is. */
function hasNeed(text: string, { unitClass, end }: Quantity): boolean {
  const counted = unitClass === 'person' || unitClass === 'household'
  return counted && findWord(needs, text, end + 1, Math.min(text.length, end + longestNeed)) >= 0
}

function hasDelimiter(text: string, marks: Uint8Array, from: number, to: number): boolean {
  for (let index = from; index < to; index++) {
    if (marks[index] === 0 && (text.charAt(index) === '、' || joinAt(text, index) > 0)) return true
  }
  return false
}

/** Gives each promised number its stretch of the clause. */
export function cutPieces(
  text: string,
  marks: Uint8Array,
  frame: Frame,
  targets: readonly Quantity[],
): Piece[] {
  const pieces: Piece[] = []
  let start = frame.start
  for (const [index, quantity] of targets.entries()) {
    const next = targets[index + 1]
    const trailing = standsBehind(text, quantity, next)
    const previous = pieces.at(-1)
    const end = trailing ? quantity.end : cutBefore(text, marks, frame, quantity, next)
    const ordered =
      previous !== undefined && previous.trailing && trailing && isBare(text, previous.quantity, quantity)
    pieces.push({
      quantity,
      start: Math.min(start, quantity.start),
      end: Math.max(end, quantity.end),
      trailing,
      ordered,
    })
    start = skipJoins(text, end, next?.start ?? frame.end)
  }
  return pieces
}

/** The counted noun stands before the number, or before both of 25个3000户. */
function standsBehind(text: string, quantity: Quantity, next: Quantity | undefined): boolean {
  if (isTrailing(text, quantity.end)) return true
  return next !== undefined && next.start === quantity.end && isTrailing(text, next.end)
}

/** Where the stretch of a number ends whose noun follows: before the next number's, or with the clause. */
function cutBefore(
  text: string,
  marks: Uint8Array,
  frame: Frame,
  quantity: Quantity,
  next: Quantity | undefined,
): number {
  if (next === undefined) return frame.end
  for (let index = next.start - 1; index >= Math.max(quantity.end, next.start - longestNoun); index--) {
    if (marks[index] === 0 && (text.charAt(index) === '、' || joinAt(text, index) > 0)) return index
  }
  return quantity.end
}

/** Nothing but a delimiter stands between the two numbers: a list by position. */
function isBare(text: string, previous: Quantity, quantity: Quantity): boolean {
  return skipJoins(text, previous.end, quantity.start) >= quantity.start
}

function skipJoins(text: string, from: number, to: number): number {
  let index = from
  while (index < to) {
    const join = joinAt(text, index)
    if (join > 0) index += join
    else if ('、，, '.includes(text.charAt(index))) index++
    else break
  }
  return index
}
