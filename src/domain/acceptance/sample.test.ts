import { assert, integer, nat, property, record } from 'fast-check'
import { expect, it } from 'vitest'
import { checkSampleRule, defaultSampleRule, sampleRuleInForce, sampleSize } from './sample.ts'

it.each([
  [0, 0],
  // Fewer than three there are: all of them.
  [2, 2],
  [3, 3],
  // 10 % of 21 is 2.1, rounded up 3; at least 3.
  [21, 3],
  // 10 % of 41 is 4.1, rounded up 5.
  [41, 5],
  [150, 15],
  // 10 % of 100,000 is 10,000; at most 20.
  [100_000, 20],
])('of %i entries %i are drawn by the default rule', (population, size) => {
  expect(sampleSize(defaultSampleRule, population)).toBe(size)
})

it('is never more than there are, nor more than the most, nor fewer than the least where there are so many', () => {
  const rules = record({
    least: integer({ min: 1, max: 50 }),
    percent: integer({ min: 0, max: 100 }),
    more: nat(50),
  })
  assert(
    property(rules, nat(100_000), ({ least, percent, more }, population) => {
      const rule = { least, percent, most: least + more }
      const size = sampleSize(rule, population)
      expect(size).toBeLessThanOrEqual(Math.min(population, rule.most))
      expect(size).toBeGreaterThanOrEqual(Math.min(population, least))
      expect(sampleSize(rule, population + 1)).toBeGreaterThanOrEqual(size)
    }),
  )
})

it('follows the rule with the highest number', () => {
  const rules = [
    { no: 2, least: 5, percent: 20, most: 30 },
    { no: 1, least: 4, percent: 20, most: 30 },
  ]
  expect(sampleRuleInForce(rules).no).toBe(2)
  expect(sampleRuleInForce([])).toBe(defaultSampleRule)
})

it('refuses at least more than at most', () => {
  expect(() => checkSampleRule({ least: 5, percent: 1, most: 4 })).toThrow(
    expect.objectContaining({ code: 'acceptance.rule-out-of-order' }),
  )
  expect(() => checkSampleRule({ least: 4, percent: 1, most: 4 })).not.toThrow()
})
