/** Decides from the words around a number whether it can be a target at all. Looks a fixed distance to both sides. */
import type { NotTargetReason } from '../../domain/programme/draft.ts'
import * as wordsOf from './decoy-words.ts'
import { BRACKETED, longestEnclosure, QUOTED } from './enclosures.ts'
import { digitAt } from './numerals.ts'
import type { Quantity } from './quantities.ts'
import type { UnitClass } from './units.ts'
import { createWordTable, findWord, wordList } from './word-table.ts'
import type { WordTable } from './word-table.ts'

const nameAfter = createWordTable(wordsOf.nameAfter)
const orderBefore = createWordTable(wordsOf.orderBefore)
const programmeAfter = createWordTable(wordsOf.programmeAfter)
const dividedInto = createWordTable(wordsOf.dividedIntoWords)
const capBefore = createWordTable(wordsOf.capBefore)
const entitlementBefore = createWordTable(wordsOf.entitlementBefore)
const totalBefore = createWordTable(wordsOf.totalBefore)
const raisedBefore = createWordTable(wordsOf.raisedBefore)
const perHeadBefore = createWordTable(wordsOf.perHeadBefore)
const singleBefore = createWordTable(wordsOf.singleBefore)
const measuredTimes = createWordTable(wordsOf.measuredTimes)
const perBefore = createWordTable(wordsOf.perBefore)
const bracketTargets = createWordTable(['其中', '含', '包括', '新增', '新建'])

/** 周边200米范围内 */
const surroundings = createWordTable(['范围', '以内范围', '内范围', '半径'])
const opened = createWordTable(['开放'])
const paidOut = createWordTable(['发放', '发给', '给付', '领取', '支付'])
const longestPaidToOne = 5

/** A share of a cost that is paid: 按费用的20%给予补助. */
const shares = createWordTable(['按', '给予'])
const payments = createWordTable([
  '给予',
  '补助',
  '补贴',
  '报销',
  '执行',
  '奖励',
  '支付',
  '减免',
  '贴息',
  '比例',
])

const reach = 12
/** What a whole falls into is listed before its number. */
const divisionReach = 40
const delimiters = '，。；、：！？,;\n（('
const latin = /[A-Za-zＡ-Ｚａ-ｚ]/

/** Why the number is no target, or null if it may be one. */
export function findDecoy(text: string, marks: Uint8Array, quantity: Quantity): NotTargetReason | null {
  const { numberStart, numberEnd } = quantity
  const mark = marks[numberStart] ?? 0
  if (isListNumber(text, quantity)) return 'numbering'
  if ((mark & BRACKETED) !== 0) return decoyInBrackets(text, quantity)
  if ((mark & QUOTED) !== 0) return 'name'
  const previous = text.charAt(numberStart - 1)
  const next = text.charAt(numberEnd)
  if ('+＋×xX*/:∶·'.includes(previous || '。') && digitAt(text, numberStart - 2) >= 0) return 'name'
  if ('+＋×*∶:'.includes(next || '。') && /[\d０-９]/.test(text.charAt(numberEnd + 1))) return 'name'
  if (quantity.unit === null) return decoyWithoutUnit(text, quantity, previous, next)
  if (isNamedByLetter(text, numberStart) || isRoute(text, quantity)) return 'name'
  if (perBefore.before(text, quantity.start) > 0 && quantity.unitClass !== 'time') return 'other'
  if (orderBefore.before(text, numberStart) > 0) return quantity.unitClass === 'time' ? 'time' : 'numbering'
  if (
    programmeAfter.at(text, numberEnd) > 0 &&
    (quantity.unitClass === 'thing' || quantity.unitClass === 'kinds')
  )
    return 'programme-items'
  if (isCap(text, quantity)) return 'cap'
  if (text.charAt(quantity.numberEnd) === '制') return 'name'
  return decoyByUnit(text, quantity) ?? (isNameOfPlan(text, quantity) ? 'name' : null)
}

function isListNumber(text: string, { numberStart, numberEnd, unit, chinese }: Quantity): boolean {
  if (unit !== null) return false
  const before = text.charAt(numberStart - 1)
  const after = text.charAt(numberEnd)
  const bracketed = (before === '（' || before === '(') && (after === '）' || after === ')')
  if (bracketed && opensText(text, numberStart - 1)) return true
  const opens = opensText(text, numberStart)
  if (chinese) return opens && (after === '是' || after === '、')
  return opens && numberEnd - numberStart <= 2 && '、.．)）'.includes(after || '。')
}

function opensText(text: string, index: number): boolean {
  const before = text.charAt(index - 1)
  return before === '' || '。；;，：:\n '.includes(before)
}

function decoyInBrackets(text: string, quantity: Quantity): NotTargetReason | null {
  if (/[〔［[]/.test(text.charAt(quantity.numberStart - 1))) return 'document-number'
  const open = findOpening(text, quantity.numberStart)
  if (quantity.unit !== null && bracketTargets.at(text, open + 1) > 0) return decoyByUnit(text, quantity)
  return quantity.unitClass === 'time' ? 'time' : 'other'
}

/** K5路, S206省道: one letter before the number; AED500台 counts. */
function isNamedByLetter(text: string, numberStart: number): boolean {
  return latin.test(text.charAt(numberStart - 1)) && !latin.test(text.charAt(numberStart - 2))
}

/** 301路、K5路公交线路 */
function isRoute(text: string, { unit, numberEnd }: Quantity): boolean {
  return (
    unit === '路' && /^(?:[、和及][A-Za-z]?\d+路)*(?:公交|线)/.test(text.slice(numberEnd, numberEnd + reach))
  )
}

/** The bracket that opens before `index`; no enclosure is longer than `longestEnclosure`. */
function findOpening(text: string, index: number): number {
  let open = index - 1
  while (open > index - longestEnclosure && !'（('.includes(text.charAt(open) || '（')) open--
  return open
}

/** A bare number is a target only with a multiplier or a comparator, or at the end of its phrase behind a noun. */
function decoyWithoutUnit(
  text: string,
  quantity: Quantity,
  previous: string,
  next: string,
): NotTargetReason | null {
  if (latin.test(previous)) return 'name'
  if (/[AaＡ]/.test(next)) return 'grade'
  if (latin.test(next) || '—-－.'.includes(next || '。')) return 'name'
  if (orderBefore.before(text, quantity.numberStart) > 0) return 'numbering'
  if (nameAfter.at(text, quantity.numberEnd) > 0) return 'name'
  if (/〕|］|]/.test(previous)) return 'document-number'
  const bounded = quantity.scale > 0 || quantity.before !== '' || quantity.after !== ''
  if (quantity.chinese) return 'name'
  if (bounded) return null
  if (next === '、' && digitAt(text, quantity.numberEnd + 1) >= 0) return 'name' // 110、119: no unit in all the list
  return isTrailing(text, quantity.end) && /\p{Script=Han}/u.test(previous) && quantity.value.length <= 4
    ? null
    : 'name'
}

function decoyByUnit(text: string, quantity: Quantity): NotTargetReason | null {
  if (quantity.unitClass === null) return null
  return byClass[quantity.unitClass]?.(text, quantity, isTrailing(text, quantity.end)) ?? null
}

type ClassRule = (text: string, quantity: Quantity, trailing: boolean) => NotTargetReason | null

/** Classes of units that are targets only in certain places; the others always may be. */
const byClass: Partial<Record<UnitClass, ClassRule>> = {
  age: (text, quantity) => (isMeasuredTime(text, quantity) ? null : 'age'),
  time: (text, quantity) => (isMeasuredTime(text, quantity) ? null : 'time'),
  grade: () => 'grade',
  kinds: (text, quantity, trailing) =>
    trailing && !quantity.chinese && !isDivision(text, quantity) ? null : 'item-kinds',
  temperature: (_, { before }, trailing) => (trailing && before !== '' ? null : 'item-size'),
  share: (_, { unit }) => (unit === '折' ? 'entitlement' : null),
  length: (text, { numberEnd }) => (surroundings.at(text, numberEnd) > 0 ? 'item-size' : null),
  power: (_, { unit }) => (unit === '千伏' || unit === '伏' || unit === 'kV' ? 'item-size' : null),
  money: decoyOfMoney,
  percent: (text, quantity, trailing) => (!trailing && isPaidShare(text, quantity) ? 'entitlement' : null),
  event: (_, { unit }, trailing) => (unit === '届' || (unit === '期' && !trailing) ? 'name' : null),
}

/** 涉及就业、教育等8个方面: into how many kinds a whole falls. */
function isDivision(text: string, { start }: Quantity): boolean {
  let from = start
  while (from > 0 && from > start - divisionReach && !'，。；！？\n'.includes(text.charAt(from - 1))) from--
  return findWord(dividedInto, text, from, start) >= 0
}

function isPaidShare(text: string, quantity: Quantity): boolean {
  const paid = findWord(payments, text, quantity.end, Math.min(text.length, quantity.end + 6)) >= 0
  return paid && findWord(shares, text, windowStart(text, quantity), quantity.start) >= 0
}

function isMeasuredTime(text: string, quantity: Quantity): boolean {
  if (!isTrailing(text, quantity.end)) return false
  const from = windowStart(text, quantity)
  if (findWord(measuredTimes, text, from, quantity.start) >= 0) return true
  const bounded = quantity.before !== '' || quantity.after !== ''
  if (bounded && findWord(opened, text, from, quantity.start) >= 0) return true
  return /(?:压减|压缩|缩短|缩减|减少)[至到为]$/.test(text.slice(from, quantity.numberStart))
}

function decoyOfMoney(text: string, quantity: Quantity): NotTargetReason | null {
  const has = (words: WordTable): boolean =>
    findWord(words, text, windowStart(text, quantity), quantity.numberStart) >= 0
  if (has(singleBefore)) return 'cap'
  if (has(raisedBefore)) return null
  if (has(perHeadBefore)) return 'entitlement'
  if (isPaidToOne(quantity) && findWord(paidOut, text, quantity.start - 4, quantity.numberStart) >= 0)
    return 'entitlement'
  if (has(totalBefore)) return null
  return has(entitlementBefore) ? 'entitlement' : null
}

/** 发放3600元: sums of a programme are stated in 万 and 亿. */
function isPaidToOne({ scale, value }: Quantity): boolean {
  return scale === 0 && value.length <= longestPaidToOne
}

/** Where the phrase before the number starts, at most `reach` characters back. */
function windowStart(text: string, quantity: Quantity): number {
  return lastDelimiter(text, Math.max(0, quantity.start - reach), quantity.start)
}

/** 最高500万元, 上限100名: the word stands close before the number. */
function isCap(text: string, { start, numberStart }: Quantity): boolean {
  const from = lastDelimiter(text, Math.max(0, start - 6), numberStart)
  return findWord(capBefore, text, from, numberStart) >= 0
}

/** 万名干部下基层行动, 百村示范工程: a bare Chinese multiple that opens the name of a plan. */
function isNameOfPlan(text: string, quantity: Quantity): boolean {
  if (!quantity.chinese || quantity.numberEnd - quantity.numberStart > 2) return false
  let end = quantity.numberEnd
  while (end < text.length && end < quantity.numberEnd + 20 && !delimiters.includes(text.charAt(end))) end++
  return /(行动|计划|工程|活动|专项)$/.test(text.slice(quantity.numberEnd, end))
}

/** The place just behind the last delimiter in `from`–`end`, or `from`. */
export function lastDelimiter(text: string, from: number, end: number): number {
  for (let index = end - 1; index >= from; index--) {
    if (delimiters.includes(text.charAt(index))) return index + 1
  }
  return from
}

const joinWords = createWordTable(['和', '及', '以及', '并', '与', '且', '或', '等', '同时'])
const joinLookalikes = createWordTable(
  wordList(`和美 和谐 和平 和睦 及时 及格 及早 并网 并联 并购 与会 等级 等候 或有`),
)

/** Length of the 和, 及, 并 … that starts at `index`, 0 where the character begins another word (和美). */
export function joinAt(text: string, index: number): number {
  return joinLookalikes.at(text, index) > 0 ? 0 : joinWords.at(text, index)
}

/** Nothing of the counted noun follows: the noun stood before the number. */
export function isTrailing(text: string, end: number): boolean {
  const next = text.charAt(end)
  return next === '' || '，。；、：！？,;:!?)）(（”" \n\t—'.includes(next) || joinAt(text, end) > 0
}
