/** Reads one number, Arabic or Chinese, at a place of a text: “1,200”, “２.７万”, “300多万”, “1亿2000万”, “三十五”, “百”. */
import { Big } from 'big.js'
import { createCharacterSet } from './character-set.ts'

export type Numeral = {
  readonly end: number
  /** Fully expanded, as plain decimal text. */
  readonly value: string
  /** The multiplier in powers of ten written after Arabic digits: 4 for 2.7万; 0 if none. */
  readonly scale: number
  readonly chinese: boolean
  /** 多 or 余 stands inside: 300多万. */
  readonly inexact: boolean
}

const chineseDigits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const powers: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8 }

/** After these 千 belongs to the unit: 千米, 千瓦, 千伏, 千克, 千卡. */
const kiloUnits = '米瓦伏克卡'

/** No real figure has more multipliers or numerals in a row; the limits keep nonsense from overflowing. */
const longestScale = 4
const longestChinese = 16

/** The value of an Arabic digit, half or full width; −1 for anything else. */
export function digitAt(text: string, index: number): number {
  const code = text.charCodeAt(index)
  if (code >= 48 && code <= 57) return code - 48
  if (code >= 0xff10 && code <= 0xff19) return code - 0xff10
  return -1
}

/** Whether the character code is one of 零 to 九, 〇, 两, 十, 百, 千, 万, 亿. */
export const isChineseNumeral = createCharacterSet(Object.keys({ ...chineseDigits, ...powers }).join(''))

export function readNumeral(text: string, index: number): Numeral | null {
  if (digitAt(text, index) >= 0) return readArabic(text, index)
  return isChineseNumeral(text.charCodeAt(index)) ? readChinese(text, index) : null
}

function readArabic(text: string, start: number): Numeral {
  const digits = readDigits(text, start)
  const first = readScale(text, digits.end)
  let value = shift(digits.text, first.scale)
  let { end, inexact } = first
  // 1亿2000万: a smaller multiple follows at once.
  if (first.scale >= 8 && digitAt(text, end) >= 0) {
    const rest = readDigits(text, end)
    const second = readScale(text, rest.end)
    if (second.scale > 0 && second.scale < first.scale) {
      value = new Big(value).plus(shift(rest.text, second.scale)).toFixed()
      end = second.end
      inexact ||= second.inexact
    }
  }
  return { end, value, scale: first.scale, chinese: false, inexact }
}

function readDigits(text: string, start: number): { text: string; end: number } {
  let digits = ''
  let end = start
  for (;;) {
    const digit = digitAt(text, end)
    if (digit >= 0) digits += String(digit)
    else if (!isThousandsSeparator(text, start, end)) break
    end++
  }
  const point = text.charAt(end)
  if ((point === '.' || point === '．') && digitAt(text, end + 1) >= 0) {
    digits += '.'
    end++
    for (let digit = digitAt(text, end); digit >= 0; digit = digitAt(text, end)) {
      digits += String(digit)
      end++
    }
  }
  return { text: digits, end }
}

/** A comma between one to three digits and exactly three digits. */
function isThousandsSeparator(text: string, start: number, index: number): boolean {
  const character = text.charAt(index)
  if (character !== ',' && character !== '，') return false
  let before = 0
  while (before <= 3 && index - before > start && digitAt(text, index - before - 1) >= 0) before++
  if (before === 0 || before > 3) return false
  const three =
    digitAt(text, index + 1) >= 0 && digitAt(text, index + 2) >= 0 && digitAt(text, index + 3) >= 0
  return three && digitAt(text, index + 4) < 0
}

function readScale(text: string, start: number): { scale: number; end: number; inexact: boolean } {
  let end = start
  let scale = 0
  let inexact = false
  if (isSurplus(text, end) && isScale(text, end + 1)) {
    inexact = true
    end++
  }
  while (isScale(text, end) && end - start < longestScale) {
    scale += powers[text.charAt(end)] ?? 0
    end++
  }
  return { scale, end, inexact }
}

function isSurplus(text: string, index: number): boolean {
  return text.charAt(index) === '多' || text.charAt(index) === '余'
}

function isScale(text: string, index: number): boolean {
  const character = text.charAt(index)
  if (character === '千') return !kiloUnits.includes(text.charAt(index + 1) || '。')
  return character === '万' || character === '亿' || (character === '百' && text.charAt(index + 1) !== '分')
}

/** Moves the decimal point `places` to the right: exact, and far cheaper than a multiplication. */
export function shift(digits: string, places: number): string {
  const point = digits.indexOf('.')
  const fraction = point < 0 ? '' : digits.slice(point + 1)
  const whole = (point < 0 ? digits : digits.slice(0, point)) + fraction.slice(0, places).padEnd(places, '0')
  const rest = fraction.slice(places)
  return rest === '' ? whole : `${whole}.${rest}`
}

/** 二〇二五 by position; 三百二十, 两亿三千万, 十五 by multiples; a bare 百, 千, 万 or 亿 is one of it. */
function readChinese(text: string, start: number): Numeral {
  let total = 0
  let section = 0
  let digit = -1
  let positional = ''
  let lastPower = Infinity
  let end = start
  for (; end - start < longestChinese; end++) {
    const character = text.charAt(end)
    const power = powers[character]
    const value = chineseDigits[character]
    if (value !== undefined) {
      // 零 between multiples holds a place: 一百零八.
      const holdsPlace = digit === 0 && total + section > 0
      if (digit >= 0 && !holdsPlace) positional += String(digit)
      digit = value
      continue
    }
    if (power === undefined || (character === '百' && text.startsWith('百分', end))) break
    if (power < 4) section += (digit < 0 ? 1 : digit) * 10 ** power
    else {
      const multiplied = section + Math.max(digit, 0)
      // 两亿三千万 adds a smaller multiple; 三万亿 multiplies what stands before.
      if (power < lastPower) total += (total + multiplied === 0 ? 1 : multiplied) * 10 ** power
      else total = (total + multiplied) * 10 ** power
      section = 0
      lastPower = power
    }
    digit = -1
  }
  const last = Math.max(digit, 0)
  const value = positional === '' ? total + section + last : Number(positional + String(last))
  return { end, value: new Big(value).toFixed(), scale: 0, chinese: true, inexact: false }
}
