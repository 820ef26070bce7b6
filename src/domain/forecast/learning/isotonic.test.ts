import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isotonic } from './isotonic.ts'

it.each([
  [[], []],
  [
    [1, 2, 3],
    [1, 2, 3],
  ],
  // 3 and 1 pool to 2
  [
    [3, 1],
    [2, 2],
  ],
  // 2 and 1 pool to 1.5, which is above 1.2: (2 + 1 + 1.2) / 3 = 1.4
  [
    [2, 1, 1.2, 5],
    [1.4, 1.4, 1.4, 5],
  ],
])('%o becomes %o', (values, expected) => {
  const result = isotonic(values.map((value) => ({ value, weight: 1 })))
  expect(result).toHaveLength(expected.length)
  result.forEach((value, index) => expect(value).toBeCloseTo(expected[index] ?? Number.NaN, 12))
})

it('weighs: 3 once and 1 three times are 1.5', () => {
  expect(
    isotonic([
      { value: 3, weight: 1 },
      { value: 1, weight: 3 },
    ]),
  ).toEqual([1.5, 1.5])
})

it('never falls and keeps the sum', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ value: fc.integer({ min: -9, max: 9 }), weight: fc.integer({ min: 1, max: 5 }) })),
      (blocks) => {
        const result = isotonic(blocks)
        result.forEach((value, index) => expect(value).toBeGreaterThanOrEqual(result[index - 1] ?? -9))
        const sum = (values: readonly number[]) =>
          values.reduce((total, value, index) => total + value * (blocks[index]?.weight ?? 0), 0)
        expect(sum(result)).toBeCloseTo(sum(blocks.map(({ value }) => value)), 6)
      },
    ),
  )
})
