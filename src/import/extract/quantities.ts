/** Finds every number of a text with its unit, range and comparators; what the number means is decided elsewhere. */
import type { Comparator } from '../../domain/programme/target.ts'
import type { NotTargetReason } from '../../domain/programme/draft.ts'
import { createCharacterSet } from './character-set.ts'
import { readAfter, readBefore, readSurplus } from './comparators.ts'
import type { ReadComparator } from './comparators.ts'
import { digitAt, isChineseNumeral, readNumeral, shift } from './numerals.ts'
import type { Numeral } from './numerals.ts'
import { readUnit } from './read-unit.ts'
import type { UnitClass } from './units.ts'
import { isInsideWord } from './number-words.ts'

export type Quantity = {
  /** With comparators and unit. */
  start: number
  end: number
  /** Digits and unit alone. */
  readonly numberStart: number
  readonly numberEnd: number
  value: string
  readonly valueMax: string | null
  comparator: Comparator
  /** The level word just before (达到, 为, 不少于), "" if none. */
  readonly before: string
  unit: string | null
  unitClass: UnitClass | null
  readonly chinese: boolean
  scale: number
  /** 以上 or the like stands after it. */
  readonly after: string
  why: NotTargetReason | null
}

const rangeMarks = '—－-–~～至到―─∼'

const opensNumber = createCharacterSet('0123456789０１２３４５６７８９零〇一二两三四五六七八九十百千万亿')

/** All numbers in order of place, none overlapping another. Chinese numerals inside plain words are left out. */
export function readQuantities(text: string): Quantity[] {
  const found: Quantity[] = []
  let floor = 0
  for (let index = 0; index < text.length; index++) {
    if (!opensNumber(text.charCodeAt(index))) continue
    const quantity = readQuantity(text, index, floor)
    if (quantity === null) continue
    found.push(quantity)
    floor = quantity.end
    index = quantity.end - 1
  }
  shareUnits(text, found)
  return found
}

/** 3、5、8个 and 分别达2400、450亿元: a bare number of a list takes unit and multiplier from the next. */
function shareUnits(text: string, found: Quantity[]): void {
  for (let index = found.length - 2; index >= 0; index--) {
    const [own, next] = [found[index], found[index + 1]]
    if (own === undefined || next === undefined || own.unit !== null || own.end + 1 !== next.start) continue
    if (next.unit === null || !'、和'.includes(text.charAt(own.end)) || own.chinese) continue
    Object.assign(own, { unit: next.unit, unitClass: next.unitClass })
    if (own.scale === 0 && next.scale > 0)
      Object.assign(own, { value: shift(own.value, next.scale), scale: next.scale })
  }
}

function readQuantity(text: string, index: number, floor: number): Quantity | null {
  const percent = text.startsWith('百分之', index) ? readNumeral(text, index + 3) : null
  if (percent !== null) {
    const unit = { unit: '%', unitClass: 'percent', end: percent.end } as const
    return complete(text, index, floor, { low: percent, high: null, numberEnd: percent.end, unit })
  }
  const low = readNumeral(text, index)
  if (low === null) return null
  const range = readRange(text, low)
  const high = range?.high ?? null
  const last = high ?? low
  const surplusEnd = readSurplus(text, last.end)
  const inner = surplusEnd > last.end ? null : readAfter(text, last.end)
  const unit =
    range?.unit ?? readPerMany(text, last) ?? readUnit(text, unitStart(text, low, surplusEnd, inner))
  if (low.chinese && isInsideWord(text, index, last.end, unit)) return null
  const inexact = surplusEnd > last.end || last.inexact
  return complete(text, index, floor, { low, high, numberEnd: unit?.end ?? last.end, unit, inexact, inner })
}

/** Behind 余 or 以上, and behind a blank after digits. */
function unitStart(text: string, low: Numeral, surplusEnd: number, inner: ReadComparator | null): number {
  const start = Math.max(surplusEnd, inner?.edge ?? 0)
  return text.charAt(start) === ' ' && !low.chinese ? start + 1 : start
}

/** 15/10万: so many in a hundred thousand. */
function readPerMany(text: string, low: Numeral): Unit | null {
  const slash = text.charAt(low.end)
  if ((slash !== '/' && slash !== '／') || digitAt(text, low.end + 1) < 0) return null
  const many = readNumeral(text, low.end + 1)
  return many === null || many.scale === 0
    ? null
    : { unit: `/${text.slice(low.end + 1, many.end)}`, unitClass: 'percent', end: many.end }
}

type Unit = { readonly unit: string; readonly unitClass: UnitClass; readonly end: number }
type Parts = {
  readonly low: Numeral
  readonly high: Numeral | null
  readonly numberEnd: number
  readonly unit: Unit | null
  readonly inexact?: boolean
  readonly inner?: ReadComparator | null
}

function complete(text: string, numberStart: number, floor: number, parts: Parts): Quantity {
  const pre = readBefore(text, numberStart)
  const before = pre !== null && pre.edge >= floor ? pre : null
  const bareSurplus =
    parts.unit === null && parts.inexact === true ? readSurplus(text, parts.numberEnd) : parts.numberEnd
  const post = parts.inner ?? readAfter(text, bareSurplus)
  const high = parts.high
  const lowScale = high !== null && high.scale > 0 && parts.low.scale === 0 && sharesScale(parts.low, high)
  const stated = post?.comparator ?? (parts.inexact === true ? 'approx' : (before?.comparator ?? 'eq'))
  return {
    start: before === null || before.comparator === 'eq' ? numberStart : before.edge,
    end: Math.max(parts.numberEnd, bareSurplus, post?.edge ?? 0),
    numberStart,
    numberEnd: parts.numberEnd,
    value: lowScale ? shift(parts.low.value, high.scale) : parts.low.value,
    valueMax: high?.value ?? null,
    comparator: high === null ? stated : 'range',
    before: before?.word ?? '',
    unit: parts.unit?.unit ?? null,
    unitClass: parts.unit?.unitClass ?? null,
    chinese: parts.low.chinese,
    scale: parts.low.scale,
    after: post?.word ?? '',
    why: null,
  }
}

/** 5-10万: the multiplier of the second number holds for the first too, unless the first is the larger as written. */
function sharesScale(low: Numeral, high: Numeral): boolean {
  const written = Number(high.value) / 10 ** high.scale
  return Number(low.value) < written
}

/** “10—20人”, “5%-8%”, “三至五家”: a second number of the same kind, at once behind a dash or 至. */
function readRange(text: string, low: Numeral): { high: Numeral; unit: Unit | null } | null {
  const lowUnit = readUnit(text, low.end)
  for (const end of lowUnit === null ? [low.end] : [low.end, lowUnit.end]) {
    const mark = text.charAt(end)
    if (mark === '' || !rangeMarks.includes(mark)) continue
    const next = text.charAt(end + 1) === mark ? end + 2 : end + 1
    const isNumber = low.chinese ? isChineseNumeral(text.charCodeAt(next)) : digitAt(text, next) >= 0
    const high = isNumber ? readNumeral(text, next) : null
    if (high === null) continue
    const highUnit = readUnit(text, high.end)
    if (end !== low.end && highUnit?.unit !== lowUnit?.unit) continue
    return { high, unit: highUnit }
  }
  return null
}
