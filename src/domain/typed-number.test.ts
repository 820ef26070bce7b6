import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readTypedNumber } from './typed-number.ts'

it.each([
  ['176', '176'],
  ['2.7万', '27000'], // 2.7 × 10 000
  ['１．０２万', '10200'], // full-width figures are the same figures
  ['22,400', '22400'],
  ['１２，０００', '12000'],
  ['1.5亿', '150000000'],
  ['3千', '3000'],
  [' 85.60 ', '85.6'],
  ['100', '100'],
  ['-0.5', '-0.5'],
])('reads %s as %s', (typed, value) => {
  expect(readTypedNumber(typed)).toBe(value)
})

it.each([[''], ['万'], ['二十'], ['12个'], ['1.2.3'], ['1e5'], ['1234567890123456789'], ['100000000000亿']])(
  'does not take “%s” for a figure',
  (typed) => {
    expect(readTypedNumber(typed)).toBeUndefined()
  },
)

it('gives back every whole figure it is given', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), (n) => {
      expect(readTypedNumber(String(n))).toBe(String(n))
      expect(readTypedNumber(`${n}万`)).toBe(n === 0 ? '0' : `${n}0000`)
    }),
  )
})
