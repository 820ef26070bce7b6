import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { add, compareDecimals, decimal, multiply } from './decimal.ts'

describe('a decimal', () => {
  it.each([
    ['3400', '3400'],
    ['85.60', '85.6'],
    ['1.02e4', '10200'],
    ['-0', '0'],
    ['007', '7'],
  ])('writes %s as %s', (given, canonical) => {
    expect(decimal(given)).toBe(canonical)
  })

  it.each(['', 'abc', '1,000', '１２', 'NaN', 'Infinity'])('refuses “%s”', (given) => {
    expect(() => decimal(given)).toThrow(RangeError)
  })

  it('is exact where floats are not', () => {
    expect(add(decimal('0.1'), decimal('0.2'))).toBe('0.3') // 0.1 + 0.2 = 0.30000000000000004 in floats
    expect(multiply(decimal('1.02'), 10_000)).toBe('10200') // 1.02 × 10,000
    expect(multiply(decimal('2.24'), 10_000)).toBe('22400') // 2.24 × 10,000 = 22400.000000000004 in floats
  })

  it('orders by value, not by text', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (a, b) => {
        expect(compareDecimals(decimal(a), decimal(b))).toBe(Math.sign(a - b))
      }),
    )
  })
})
