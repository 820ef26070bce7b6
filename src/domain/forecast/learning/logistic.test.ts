import { expect, it } from 'vitest'
import { fitLogistic } from './logistic.ts'

/** `met` of `count` cases with these columns. */
const cases = (columns: number[], met: number, count: number) =>
  Array.from({ length: count }, (_, index) => ({ columns, met: index < met, weight: 1 }))

it('finds the odds of two groups', () => {
  // 200 of 1000 without, 800 of 1000 with: ln(0.25) = −1.386, and ln(4) − ln(0.25) = 2.773, less for the ridge
  const fit = fitLogistic([...cases([0], 200, 1000), ...cases([1], 800, 1000)], [0])
  expect(Math.abs(fit.intercept + 1.386)).toBeLessThan(0.1)
  expect(Math.abs((fit.coefficients[0] ?? 0) - 2.773)).toBeLessThan(0.1)
})

it('leaves out what would count the wrong way', () => {
  const fit = fitLogistic([...cases([0], 800, 1000), ...cases([1], 200, 1000)], [1])
  expect(fit.coefficients).toEqual([0])
  // half of all: even odds
  expect(fit.intercept).toBeCloseTo(0, 3)
})

it('goes by weights', () => {
  const fit = fitLogistic(
    [
      { columns: [0], met: true, weight: 3 },
      { columns: [0], met: false, weight: 1 },
    ],
    [0],
  )
  expect(fit.intercept).toBeCloseTo(Math.log(3), 3)
})
