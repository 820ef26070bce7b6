/**
 * Numbers of spreadsheets as the sheet shows them: the file holds 45260 and “yyyy"年"m"月"”, the reader of the sheet sees
 * 2023年11月. Format codes: ECMA-376 part 1, §18.8.30 and §18.8.31, as Excel shows them in Chinese.
 */
import { Big } from 'big.js'
import { dateParts, formatDate } from './date-format.ts'
import { parseFormat, type FormatToken, type TokenKind } from './format-code.ts'

/** The shortest decimal: no exponent, and without the noise that binary arithmetic leaves in the 16th digit. */
export function plainNumber(value: number): string {
  return Number.isFinite(value) ? new Big(value.toPrecision(15)).toFixed() : ''
}

/** `date1904`: days are counted from 1904, as old Macintosh files do. Exponents and fractions are shown as decimals. */
export function shownNumber(value: number, code: string, date1904: boolean): string {
  if (!Number.isFinite(value)) return ''
  const { parts, ownSign } = parseFormat(code, value)
  if (parts.some(({ kind }) => kind === 'date')) {
    const days = date1904 ? value + 1462 : value
    return dateParts(days) === undefined ? plainNumber(value) : formatDate(days, parts).trim()
  }
  if (parts.some(({ kind }) => kind === 'unknown')) return plainNumber(value)
  const shown = formatDecimal(new Big(value.toPrecision(15)).abs(), parts).trim()
  return shown !== '' && value < 0 && !ownSign ? `-${shown}` : shown
}

/** A comma between digits groups thousands; one behind the last digit divides by a thousand, as in 0!.0,"万". */
function formatDecimal(value: Big, parts: readonly FormatToken[]): string {
  const lastDigit = parts.findLastIndex(({ kind }) => kind === 'digit')
  const point = parts.findIndex(({ kind }) => kind === 'point')
  const endOfInteger = point === -1 ? parts.length : point
  const isScale = (part: FormatToken, i: number): boolean =>
    part.kind === 'comma' && (i > lastDigit || i === endOfInteger - 1)
  const percents = parts.filter(({ kind }) => kind === 'percent').length
  const scales = lastDigit === -1 ? 0 : parts.filter(isScale).length
  const scaled = value.times(new Big(10).pow(2 * percents - 3 * scales))
  const decimals = parts.filter(({ kind }, i) => kind === 'digit' && i > endOfInteger).length
  const [integer = '', fraction = ''] = scaled.toFixed(decimals).split('.')
  const grouped = parts.some((part, i) => part.kind === 'comma' && !isScale(part, i) && i < lastDigit)
  const head = formatInteger(integer === '0' ? '' : integer, parts.slice(0, endOfInteger), grouped)
  const general = plainNumber(Number(value.toString()))
  return `${head}${formatFraction(fraction, parts.slice(endOfInteger))}`.replace(generalMark, general)
}

const generalMark = '\u0000'

/** From the right, each digit into its place; the leftmost place takes all that remain. */
function formatInteger(digits: string, parts: readonly FormatToken[], grouped: boolean): string {
  const places = parts.filter(({ kind }) => kind === 'digit').length
  let rest = digits
  let place = 0
  let shown = ''
  const put = (digit: string): void => {
    const separator = grouped && digit !== '' && place > 0 && place % 3 === 0 ? ',' : ''
    shown = digit + separator + shown
    place++
  }
  for (const { kind, text } of parts.toReversed()) {
    if (kind === 'digit') {
      put(rest.at(-1) ?? (text === '0' ? '0' : ''))
      rest = rest.slice(0, -1)
      if (place >= places) for (; rest !== ''; rest = rest.slice(0, -1)) put(rest.at(-1) ?? '')
    } else shown = shownMark(kind, text) + shown
  }
  return shown
}

function formatFraction(digits: string, parts: readonly FormatToken[]): string {
  let rest = digits
  let shown = ''
  for (const { kind, text } of parts) {
    if (kind === 'point') shown += /[1-9]/.test(rest) || parts.some((part) => part.text === '0') ? '.' : ''
    else if (kind === 'digit') {
      shown += text === '0' || /[1-9]/.test(rest) ? rest.slice(0, 1) : ''
      rest = rest.slice(1)
    } else shown += shownMark(kind, text)
  }
  return shown
}

function shownMark(kind: TokenKind, text: string): string {
  if (kind === 'general') return generalMark
  return kind === 'literal' || kind === 'percent' ? text : ''
}
