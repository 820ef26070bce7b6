import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Big } from 'big.js'
import { add, compareDecimals, decimal, type Decimal } from './decimal.ts'
import { splitByPercentages, splitByWeights, type Weighed } from './plan-split.ts'

const weighed = (weights: Record<string, number | string>): Weighed[] =>
  Object.entries(weights).map(([key, weight]) => ({ key, weight: decimal(weight) }))
const sumOf = (parts: Iterable<Decimal>): Decimal => [...parts].reduce<Decimal>(add, decimal(0))

describe('the parts of a figure', () => {
  it.each([
    // 100 / 3 = 33⅓ each: one step is left, and of equals the first key gets it
    ['of equals', '100', { a: 1, b: 1, c: 1 }, 0, { a: '34', b: '33', c: '33' }],
    // 10 × 3/10, 3/10, 4/10
    ['by weight', '10', { a: 3, b: 3, c: 4 }, 0, { a: '3', b: '3', c: '4' }],
    // 7 × 0.5/0.9 = 3.888…, 7 × 0.4/0.9 = 3.111…: the step left goes to the larger remainder
    ['by weights with decimals', '7', { a: '0.5', b: '0.4' }, 0, { a: '4', b: '3' }],
    // 10 / 3 = 3.333… in hundredths: 3.34 + 3.33 + 3.33
    ['of kilometres', '10', { a: 1, b: 1, c: 1 }, 2, { a: '3.34', b: '3.33', c: '3.33' }],
    ['of a figure finer than asked for', '0.5', { a: 1, b: 1 }, 0, { a: '0.3', b: '0.2' }],
    ['where nothing weighs anything', '5', { a: 0, b: 0 }, 0, { a: '3', b: '2' }],
    ['where one weighs nothing', '5', { a: 0, b: 2 }, 0, { a: '0', b: '5' }],
    [
      'beyond what a float holds',
      '123456789012345678',
      { a: 1, b: 1 },
      0,
      { a: '61728394506172839', b: '61728394506172839' },
    ],
  ] as const)('%s', (_, total, weights, decimals, parts) => {
    expect(Object.fromEntries(splitByWeights(decimal(total), weighed(weights), decimals))).toEqual(parts)
  })

  it('of nobody are none', () => {
    expect(splitByWeights(decimal(5), [], 0).size).toBe(0)
  })
})

describe('percentages', () => {
  it.each([
    ['of 100 make the figure', { a: 60, b: 40 }, '101'],
    ['above 100 make more', { a: 60, b: 50 }, '111'], // 110 % of 101 = 111.1
    ['below 100 make less', { a: 50, b: 40 }, '91'], // 90 % of 101 = 90.9
    ['of nothing make nothing', { a: 0, b: 0 }, '0'],
  ] as const)('%s', (_, percentages, sum) => {
    expect(sumOf(splitByPercentages(decimal(101), weighed(percentages), 0).values())).toBe(sum)
  })
  it('are exact where they divide evenly', () => {
    expect(
      Object.fromEntries(splitByPercentages(decimal(200), weighed({ a: '12.5', b: '87.5' }), 0)),
    ).toEqual({
      a: '25', // 200 × 12.5 %
      b: '175',
    })
  })
})

const decimals = fc.integer({ min: 0, max: 3 })
const total = fc
  .tuple(fc.nat(10_000_000), decimals)
  .map(([steps, digits]) => decimal(new Big(steps).div(new Big(10).pow(digits))))
const weights = fc.uniqueArray(
  fc.record({ key: fc.uuid(), weight: fc.nat(2_000_000).map((each) => decimal(new Big(each).div(100))) }),
  { minLength: 1, maxLength: 30, selector: ({ key }) => key },
)

describe('for any figure and any weights', () => {
  it('parts add up to it exactly and none is negative', () => {
    fc.assert(
      fc.property(total, weights, decimals, (figure, list, digits) => {
        const parts = splitByWeights(figure, list, digits)
        expect(sumOf(parts.values())).toBe(figure)
        expect([...parts.values()].every((part) => compareDecimals(part, decimal(0)) >= 0)).toBe(true)
      }),
    )
  })

  it('parts of a count are whole', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), weights, (count, list) => {
        expect(
          [...splitByWeights(decimal(count), list, 0).values()].filter((part) => part.includes('.')),
        ).toEqual([])
      }),
    )
  })

  it('every part is within one step of what it weighs', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), weights, (count, list) => {
        const all = list.reduce((sum, { weight }) => sum.plus(weight), new Big(0))
        fc.pre(all.gt(0))
        const parts = splitByWeights(decimal(count), list, 0)
        for (const { key, weight } of list) {
          const exact = new Big(count).times(weight).div(all)
          expect(
            exact
              .minus(parts.get(key) ?? -9)
              .abs()
              .lt(1),
          ).toBe(true)
        }
      }),
    )
  })

  it('the order of the list changes nothing', () => {
    fc.assert(
      fc.property(total, weights, fc.infiniteStream(fc.nat()), (figure, list, order) => {
        const ranks = new Map(list.map(({ key }) => [key, order.next().value ?? 0]))
        const shuffled = list.toSorted((a, b) => (ranks.get(a.key) ?? 0) - (ranks.get(b.key) ?? 0))
        const sorted = (parts: Map<string, Decimal>) => [...parts].toSorted(([a], [b]) => (a < b ? -1 : 1))
        expect(sorted(splitByWeights(figure, shuffled, 1))).toEqual(sorted(splitByWeights(figure, list, 1)))
      }),
    )
  })
})
