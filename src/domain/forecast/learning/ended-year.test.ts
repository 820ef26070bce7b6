import { describe, expect, it } from 'vitest'
import { decimal } from '../../values/decimal.ts'
import { monthOf } from '../../values/month.ts'
import { parsePlainDate } from '../../values/plain-date.ts'
import type { CellHistory } from '../cell-history.ts'
import { endedCell } from './ended-year.ts'

const cellOf = (figures: readonly number[], more: Partial<CellHistory> = {}): CellHistory => ({
  indicatorId: 'i',
  unitId: 'u',
  projectId: null,
  ledger: 'points',
  comparator: 'gte',
  target: decimal(100),
  plan: [],
  deadline: null,
  reports: figures.map((value, index) => ({
    month: monthOf(2022, index + 1),
    value: decimal(value),
    correctedIn: null,
  })),
  ...more,
})

describe('a year that is over', () => {
  it.each([
    // 100 of 100 in March, the year's end being the deadline.
    ['reached early', cellOf([10, 60, 100, 104]), { met: true, atDeadline: '104', reachedOn: '2022-03-31' }],
    ['not reached', cellOf([10, 60, 99.9]), { met: false, atDeadline: '99.9', reachedOn: null }],
    // By 28 February the last month that had begun is February: 60 of 100.
    [
      'reached after the deadline',
      cellOf([10, 60, 100], { deadline: parsePlainDate('2022-02-28') }),
      { met: false, atDeadline: '60', reachedOn: '2022-03-31' },
    ],
    [
      'a limit kept',
      cellOf([60, 90], { comparator: 'lte' }),
      { met: true, atDeadline: '90', reachedOn: null },
    ],
    [
      'a limit broken',
      cellOf([60, 120], { comparator: 'lte' }),
      { met: false, atDeadline: '120', reachedOn: null },
    ],
    ['nothing reported', cellOf([]), { met: false, atDeadline: '0', reachedOn: null }],
  ])('%s', (_, cell, truth) => {
    expect(endedCell(cell, 2022).truth).toMatchObject(truth)
  })
})
