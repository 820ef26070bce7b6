import { describe, expect, it } from 'vitest'
import { decimal } from './decimal.ts'
import { monthOf } from './month.ts'
import { checkSum } from './plan-check.ts'
import { indicatorLevel } from './programme.ts'
import { defaultStageNames, spreadStages } from './plan-default.ts'
import { planMonths, planState, shareDecimals } from './plan.ts'
import { plainDate } from './plain-date.ts'
import type { Comparator, Target, TargetKind } from './target.ts'

function target(
  kind: TargetKind,
  comparator: Comparator | null,
  value: number | null,
  unit = '个',
  valueMax?: number,
): Target {
  return {
    kind,
    action: '新建',
    object: '公园',
    comparator,
    value: value === null ? null : decimal(value),
    valueMax: valueMax === undefined ? null : decimal(valueMax),
    unit,
    deadline: null,
    ledger: 'points',
  }
}
const shares = (...values: (number | null)[]) =>
  values.map((value) => ({ value: value === null ? null : decimal(value), denominator: null }))

describe('the sum of the shares against the target', () => {
  it.each([
    ['eq', target('quantity', 'eq', 10), shares(4, 6), 'even', '10', '0'],
    ['eq', target('quantity', 'eq', 10), shares(4, 5), 'under', '9', '-1'],
    ['eq', target('quantity', 'eq', 10), shares(4, 9), 'over', '13', '3'],
    ['gte', target('quantity', 'gte', 10), shares(4, 9), 'enough', '13', '3'],
    ['gte', target('quantity', 'gte', 10), shares(9), 'under', '9', '-1'],
    ['lte', target('quantity', 'lte', 10), shares(9), 'enough', '9', '-1'],
    ['lte', target('quantity', 'lte', 10), shares(11), 'over', '11', '1'],
    ['range', target('quantity', 'range', 10, '人', 20), shares(15), 'enough', '15', '5'],
    ['range', target('quantity', 'range', 10, '人', 20), shares(23), 'over', '23', '3'], // 23 − 20
    ['range', target('quantity', 'range', 10, '人', 20), shares(8), 'under', '8', '-2'],
    ['approx', target('quantity', 'approx', 100), shares(96), 'enough', '96', '-4'], // within 5
    ['approx', target('quantity', 'approx', 100), shares(94), 'under', '94', '-6'],
    ['approx', target('quantity', 'approx', 100), shares(106), 'over', '106', '6'],
    ['a rate by its lowest', target('rate', 'eq', 100, '%'), shares(100, 98), 'under', '98', '-2'],
    ['no figure', target('service', null, null), shares(null), 'not-added', null, null],
    ['an entitlement', target('entitlement', 'eq', 3, '次'), shares(3, 3), 'not-added', null, null],
  ] as const)('%s', (_, of, list, state, sum, difference) => {
    expect(checkSum(of, list)).toEqual({ state, sum, difference })
  })

  it('of a rate with denominators is what is covered of all there is', () => {
    const parts = [
      { value: decimal(90), denominator: decimal(100) },
      { value: decimal(300), denominator: decimal(300) },
    ]
    expect(checkSum(target('rate', 'eq', 100, '%'), parts)).toMatchObject({ sum: '97.5', state: 'under' }) // 390 / 400
  })
})

it.each([
  ['个', 5, 0],
  ['公里', 5, 2],
  ['万平方米', '3.125', 3],
  ['万元', 8, 2],
  ['人次', 70_000, 0],
] as const)('shares of %s of %s have %i decimals', (unit, value, decimals) => {
  expect(shareDecimals({ ...target('quantity', 'eq', 1, unit), value: decimal(value) })).toBe(decimals)
})

it.each([
  ['none is due in December', null, 12, '2023-12-01'],
  ['June', plainDate(2023, 6, 30), 6, '2023-06-01'],
  ['the middle of October', plainDate(2023, 10, 15), 10, '2023-10-01'],
  ['the year after', plainDate(2024, 3, 31), 15, '2024-03-01'],
  ['long ago', plainDate(2020, 1, 1), 1, '2023-01-01'],
  ['far off', plainDate(2035, 12, 31), 36, '2025-12-01'],
] as const)('months of a plan whose deadline is %s', (_, deadline, count, last) => {
  const months = planMonths(2023, deadline)
  expect([months.length, months[0], months.at(-1)]).toEqual([count, monthOf(2023, 1), last])
})

it('stages are spread over the months and end at the deadline', () => {
  const deadline = plainDate(2023, 12, 20)
  const stages = spreadStages(
    defaultStageNames(target('milestone', null, null)),
    planMonths(2023, deadline),
    deadline,
  )
  // six stages in twelve months: every second month
  expect(stages.map(({ stage, dueOn }) => `${stage} ${dueOn}`)).toEqual([
    '立项 2023-02-28',
    '开工 2023-04-30',
    '主体 2023-06-30',
    '竣工 2023-08-31',
    '验收 2023-10-31',
    '投用 2023-12-20',
  ])
  expect(defaultStageNames({ ...target('milestone', null, null), action: '设立' })).toEqual(['完成'])
})

it.each([
  [undefined, false, 'to-plan'],
  [[null, 'sign'], false, 'to-sign'],
  [['sign', 'sign'], false, 'signed'],
  [['sign', 'object'], false, 'objected'],
  [['sign', 'sign'], true, 'to-consent'],
] as const)('a plan with %j is %s', (decisions, awaits, state) => {
  expect(planState(decisions, awaits)).toBe(state)
})

it.each([
  [null, 'to-plan'],
  [{ shares: 7, signed: 6 }, 'to-sign'],
  [{ shares: 7, signed: 7 }, 'planned'],
] as const)('a promise with %j is %s', (plan, level) => {
  expect(indicatorLevel(plan)).toBe(level)
})
