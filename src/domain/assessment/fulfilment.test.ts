import { describe, expect, it } from 'vitest'
import type { ShareHistory } from '../light/history.ts'
import { defaultLightRules } from '../light/light-rules.ts'
import type { Target } from '../programme/target.ts'
import { decimal, type Decimal } from '../values/decimal.ts'
import type { UnitId } from '../values/ids.ts'
import { monthOf, monthsOfYear, type Month } from '../values/month.ts'
import { plainDate } from '../values/plain-date.ts'
import { fulfilmentOf, type Answered } from './fulfilment.ts'
import { defaultScheme } from './scheme.ts'

const parks: Target = {
  kind: 'quantity',
  action: '新建',
  object: '口袋公园',
  comparator: 'eq',
  value: decimal(200),
  valueMax: null,
  unit: '个',
  deadline: null,
  ledger: 'points',
}

type Levels = readonly (readonly [month: number, value: string, denominator?: string])[]

function cell(share: string | null, levels: Levels, over: Partial<ShareHistory> = {}): ShareHistory {
  const level = (value: string, denominator?: string) => ({
    value: decimal(value),
    denominator: denominator === undefined ? null : decimal(denominator),
  })
  return {
    unitId: 'U' as UnitId,
    unit: '武进区',
    share: share === null ? null : level(share),
    stages: [],
    plan: share === null ? [] : monthsOfYear(2023).map((month) => ({ month, level: level(share) })),
    approved: levels.map(([month, value, denominator]) => ({
      month: monthOf(2023, month),
      level: level(value, denominator),
      stage: null,
      correctedIn: null,
    })),
    reportedFor: levels.map(([month]) => monthOf(2023, month)),
    services: [],
    ...over,
  }
}

const at = (answered: Partial<Answered>, month: Month = monthOf(2023, 12)) =>
  fulfilmentOf(
    { target: parks, cells: [], own: false, ...answered },
    { month, pastDue: monthsOfYear(2023) },
    defaultLightRules,
    defaultScheme,
  )
const percentOf = (answered: Partial<Answered>, month?: Month): Decimal | undefined =>
  at(answered, month)?.percent

describe('how far a promise is fulfilled', () => {
  it.each([
    // (60 + 90) ÷ 200 = 75 %.
    [
      '75',
      {
        cells: [
          cell('100', [[6, '60']]),
          cell('100', [
            [6, '40'],
            [12, '90'],
          ]),
        ],
      },
    ],
    // Uncapped here: 566 ÷ 200 = 283 %.
    ['283', { cells: [cell('200', [[12, '566']])] }],
    ['0', { cells: [cell('200', [])] }],
    // A unit's share is measured against itself: 60 ÷ 100.
    ['60', { cells: [cell('100', [[6, '60']])], own: true }],
    // 190 of 200 is 95 %, of the promised 95 % the whole.
    [
      '100',
      {
        target: { ...parks, kind: 'rate', value: decimal(95), unit: '%' },
        cells: [cell('95', [[12, '190', '200']])],
      },
    ],
    // 90 % of promised 95 % is 94.7 %.
    [
      '94.7',
      {
        target: { ...parks, kind: 'rate', value: decimal(95), unit: '%' },
        cells: [cell('95', [[12, '180', '200']])],
      },
    ],
    // Not to exceed 200: below it is the whole, 10 % above takes 10 away.
    ['100', { target: { ...parks, comparator: 'lte' }, cells: [cell('200', [[12, '150']])] }],
    ['90', { target: { ...parks, comparator: 'lte' }, cells: [cell('200', [[12, '220']])] }],
    ['0', { target: { ...parks, comparator: 'lte' }, cells: [cell('200', [[12, '900']])] }],
  ] as const)('%s %%', (percent, answered) => {
    expect(percentOf(answered)).toBe(percent)
  })

  it('of stages is the one that was reached, as a part of all', () => {
    const stages = ['开工', '主体', '竣工', '投用'].map((stage, index) => ({
      stage,
      dueOn: plainDate(2023, 3 * index + 3, 1),
    }))
    const staged = (stage: string | null) =>
      cell(null, [], {
        stages,
        approved: [{ month: monthOf(2023, 6), level: null, stage, correctedIn: null }],
      })
    const target: Target = { ...parks, kind: 'milestone', comparator: null, value: null }
    // 2 of 4.
    expect(percentOf({ target, cells: [staged('主体')] })).toBe('50')
    expect(percentOf({ target, cells: [staged('投用')] })).toBe('100')
    expect(percentOf({ target, cells: [staged(null)] })).toBe('0')
    // (2 of 4 and 4 of 4) ÷ 2.
    expect(percentOf({ target, cells: [staged('主体'), staged('投用')] })).toBe('75')
  })

  it('of a service is what its light is worth', () => {
    const service = (outages: string) =>
      cell(null, [], {
        reportedFor: monthsOfYear(2023),
        services: [
          {
            month: monthOf(2023, 12),
            served: decimal(1000),
            outages: decimal(outages),
            complaints: decimal(0),
          },
        ],
      })
    const target: Target = { ...parks, kind: 'service', comparator: null, value: null, ledger: 'volumes' }
    expect(at({ target, cells: [service('0')] })).toEqual({
      percent: '100',
      measured: false,
      monthsEarly: null,
    })
    // One interruption is behind, worth 60.
    expect(percentOf({ target, cells: [service('1')] })).toBe('60')
  })

  it('is nothing to speak of before it is planned', () => {
    expect(at({ cells: [] })).toBeUndefined()
  })
})

describe('how early it was met', () => {
  it.each([
    // Met by the end of October, due by the end of the year.
    [
      2,
      null,
      [
        [6, '100'],
        [10, '200'],
        [12, '210'],
      ],
    ],
    [0, null, [[12, '200']]],
    [null, null, [[12, '199']]],
    // 99.95 % is printed as 100.0 %; met it is not.
    [null, null, [[12, '199.9']]],
    // Due in June, met in August.
    [-2, plainDate(2023, 6, 30), [[8, '200']]],
    [3, plainDate(2023, 6, 30), [[3, '200']]],
  ] as const)('%s months before', (months, deadline, levels) => {
    expect(at({ target: { ...parks, deadline }, cells: [cell('200', levels)] })?.monthsEarly).toBe(months)
  })

  it('of what is not to be exceeded says nothing', () => {
    expect(
      at({ target: { ...parks, comparator: 'lte' }, cells: [cell('200', [[1, '100']])] })?.monthsEarly,
    ).toBeNull()
  })
})
