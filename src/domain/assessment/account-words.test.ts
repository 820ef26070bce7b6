import { describe, expect, it } from 'vitest'
import { decimal } from '../values/decimal.ts'
import { arithmeticInWords, factInWords, pointsInWords } from './account-words.ts'

describe('the arithmetic of a line', () => {
  const steps = ['813 ÷ 996 × 100 = 81.63', '81.63 × 15 ÷ 100 = 12.24']
  it.each([
    ['zh', steps, null, '12.24', '813 ÷ 996 × 100 = 81.63；81.63 × 15 ÷ 100 = 12.24'],
    ['en', steps, null, '12.24', '813 ÷ 996 × 100 = 81.63; 81.63 × 15 ÷ 100 = 12.24'],
    ['zh', ['10 × -0.2 = -2'], null, '-2', '10 × −0.2 = −2'],
    ['zh', ['44 × 0.5 = 22'], '5', '5', '44 × 0.5 = 22；加分合计不超过 5，这一项计 5'],
    ['en', ['5 × 0.5 = 2.5'], '5', '0', '5 × 0.5 = 2.5; bonuses at most 5 in all, of this 0'],
  ] as const)('in %s of %j limited to %s', (language, arithmetic, most, points, words) => {
    const limitedTo = most === null ? null : decimal(most)
    expect(arithmeticInWords({ arithmetic, limitedTo, points: decimal(points) }, language)).toBe(words)
  })
})

describe('a fact', () => {
  it.each([
    ['completion', null, '98.5', '98.5%', '98.5%'],
    ['progress', 'on-plan', '100', '达序时 100 分', 'on plan 100 points'],
    ['reporting', '82/83', null, '按时 82/83 项', '82/83 in time'],
    ['satisfaction', '人大测评', '90.5', '人大测评 90.5%', '人大测评 90.5%'],
    ['early', null, '6', '提前 6 个月', '6 months early'],
    ['early', null, '1', '提前 1 个月', '1 month early'],
    ['over', null, '283.6', '283.6%', '283.6%'],
    ['late', '0/83', null, '按时 0/83 项', '0/83 in time'],
    ['far-behind', 'far-behind', null, '严重滞后', 'far behind'],
    ['lapsed-order', '常政督〔2023〕3号', null, '常政督〔2023〕3号', '常政督〔2023〕3号'],
    ['false-report', null, null, '', ''],
  ] as const)('of %s with %s and %s', (rule, words, value, zh, en) => {
    const fact = { words, value: value === null ? null : decimal(value) }
    expect([factInWords(rule, fact, 'zh'), factInWords(rule, fact, 'en')]).toEqual([zh, en])
  })
})

it.each([
  ['84.8', '84.80'],
  ['-9', '−9.00'],
  ['0', '0.00'],
])('%s points are said as %s', (points, words) => {
  expect(pointsInWords(decimal(points))).toBe(words)
})
