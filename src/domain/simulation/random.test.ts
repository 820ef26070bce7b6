import { expect, it } from 'vitest'
import { randomOf } from './random.ts'

const first = (count: number, ...name: string[]) => {
  const { next } = randomOf(...name)
  return Array.from({ length: count }, () => next())
}

it('is the same for the same name and another for another', () => {
  expect(first(5, 'a', 'b')).toEqual(first(5, 'a', 'b'))
  expect(first(5, 'a', 'b')).not.toEqual(first(5, 'ab'))
})

it('is even between 0 and 1, and normal where asked', () => {
  const values = first(20_000, 'even')
  expect(values.every((value) => value >= 0 && value < 1)).toBe(true)
  // The mean of n even numbers deviates by 1 / √(12 n) = 0.002: five of that.
  expect(values.reduce((sum, value) => sum + value, 0) / values.length).toBeCloseTo(0.5, 1.7)
  const random = randomOf('normal')
  const normal = Array.from({ length: 20_000 }, () => random.normal(3, 2))
  const mean = normal.reduce((sum, value) => sum + value, 0) / normal.length
  const variance = normal.reduce((sum, value) => sum + (value - mean) ** 2, 0) / normal.length
  expect(Math.abs(mean - 3)).toBeLessThan(0.07)
  expect(Math.abs(Math.sqrt(variance) - 2)).toBeLessThan(0.05)
})

it('picks as weighed', () => {
  const random = randomOf('pick')
  const picked = Array.from({ length: 10_000 }, () => random.pick({ a: 3, b: 1, never: 0 }))
  // √(0.75 × 0.25 / 10 000) = 0.0043: five of that
  expect(Math.abs(picked.filter((key) => key === 'a').length / 10_000 - 0.75)).toBeLessThan(0.022)
  expect(picked).not.toContain('never')
})
