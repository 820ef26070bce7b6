import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readNumeral } from './numerals.ts'

describe('readNumeral expands a number as written', () => {
  it.each([
    ['176', '176'],
    ['2.7万', '27000'],
    ['1.02万', '10200'],
    ['85.6', '85.6'],
    ['1,200', '1200'],
    ['12,345,678', '12345678'],
    ['３４００', '3400'],
    ['２．５万', '25000'],
    ['1.5万亿', '1500000000000'],
    ['1亿2000万', '120000000'], // 100000000 + 20000000
    ['300多万', '3000000'],
    ['12千', '12000'],
    ['三', '3'],
    ['十五', '15'],
    ['二十', '20'],
    ['三百二十', '320'],
    ['一万二千', '12000'],
    ['两亿三千万', '230000000'],
    ['三万亿', '3000000000000'],
    ['一百零八', '108'],
    ['一千零二十', '1020'],
    ['三万零五十', '30050'],
    ['二〇二五', '2025'],
    ['百', '100'],
    ['千', '1000'],
  ])('%s is %s', (text, value) => {
    expect(readNumeral(text, 0)).toMatchObject({ value, end: text.length })
  })

  it('leaves 千 to the units that begin with it', () => {
    expect(readNumeral('500千瓦', 0)).toMatchObject({ value: '500', end: 3 })
  })

  it('takes a comma for a separator only before exactly three digits', () => {
    expect(readNumeral('10,2000', 0)).toMatchObject({ value: '10', end: 2 })
  })

  it('reads any whole number back, with and without thousands separators', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), (number) => {
        expect(readNumeral(String(number), 0)?.value).toBe(String(number))
        expect(readNumeral(number.toLocaleString('en-US'), 0)?.value).toBe(String(number))
      }),
    )
  })

  it('reads any whole number back as it is written in Chinese', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), (number) => {
        expect(readNumeral(inChinese(number), 0)).toMatchObject({ value: String(number) })
      }),
    )
  })

  it('reads nonsense of any length without overflowing', () => {
    expect(Number.isFinite(Number(readNumeral('亿'.repeat(1000), 0)?.value))).toBe(true)
  })
})

/** 20608 as 二万零六百零八. */
function inChinese(number: number): string {
  if (number >= 10_000) {
    const rest = number % 10_000
    const zero = rest > 0 && rest < 1000 ? '零' : ''
    return `${inChinese(Math.floor(number / 10_000))}万${zero}${rest === 0 ? '' : inChinese(rest)}`
  }
  const digits = Array.from(String(number), Number)
  const words = digits.map((digit, i) =>
    digit === 0
      ? '零'
      : `${'一二三四五六七八九'.charAt(digit - 1)}${['', '十', '百', '千'][digits.length - 1 - i] ?? ''}`,
  )
  return words.join('').replaceAll(/零+/g, '零').replace(/零$/, '')
}
