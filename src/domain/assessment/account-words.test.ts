import { describe, expect, it } from 'vitest'
import { decimal } from '../values/decimal.ts'
import { arithmeticInWords, factInWords, pointsInWords } from './account-words.ts'
import { countingOf } from './counting.ts'

describe('the arithmetic of a line', () => {
  const steps = ['813 ÷ 996 × 100 = 81.63', '81.63 × 15 ÷ 100 = 12.24']
  it.each([
    ['zh', '813 ÷ 996 × 100 = 81.63；81.63 × 15 ÷ 100 = 12.24'],
    ['en', '813 ÷ 996 × 100 = 81.63; 81.63 × 15 ÷ 100 = 12.24'],
  ] as const)('in %s, step by step', (language, words) => {
    expect(arithmeticInWords({ rule: 'reporting', arithmetic: steps }, language)).toBe(words)
  })

  it.each([
    // Limited by nothing, by the rule, by what is left of all bonuses.
    ['far-behind', 10, '0.2', undefined, null, '10 次 × 0.2 分 ＝ 2 分', '10 × 0.2 = 2'],
    [
      'late',
      3,
      '5',
      '10',
      null,
      '3 次 × 5 分 ＝ 15 分，最多扣 10 分，扣 10 分',
      '3 × 5 = 15, at most 10: 10',
    ],
    [
      'early',
      12,
      '0.5',
      undefined,
      '5',
      '12 项 × 0.5 分 ＝ 6 分，加分合计只余 5 分，加 5 分',
      '12 × 0.5 = 6, 5 left of all bonuses: 5',
    ],
  ] as const)('of %s, so many times so much', (rule, times, each, most, left, zh, en) => {
    const counting = countingOf(times, decimal(each), most === undefined ? most : decimal(most))
    const arithmetic = { ...counting, left: left === null ? left : decimal(left) }
    expect(arithmeticInWords({ rule, arithmetic }, 'zh')).toBe(zh)
    expect(arithmeticInWords({ rule, arithmetic }, 'en')).toBe(en)
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
