import { describe, expect, it } from 'vitest'
import { decimal } from '../values/decimal.ts'
import { monthOf } from '../values/month.ts'
import { plainDate } from '../values/plain-date.ts'
import type { CellHistory } from './cell-history.ts'
import { courseAt, mannerOf, monthNumber, readHistory, sumOfCourses } from './course.ts'

const cell: CellHistory = {
  indicatorId: 'i',
  unitId: 'u',
  projectId: null,
  ledger: 'points',
  comparator: 'gte',
  target: decimal(40),
  plan: [],
  deadline: null,
  reports: [],
}
const reported = (...values: (number | null)[]): CellHistory['reports'] =>
  values.flatMap((value, index) =>
    value === null ? [] : [{ month: monthOf(2023, index + 1), value: decimal(value), correctedIn: null }],
  )
const planned = (...values: number[]): CellHistory['plan'] =>
  values.map((value, index) => ({ month: monthOf(2023, index + 1), value: decimal(value) }))
const course = (part: Partial<CellHistory>, month: number) =>
  courseAt(readHistory({ ...cell, ...part }, 2023), month)

describe('the course of a cell', () => {
  it('is in parts of its target, a month without a figure as the one before', () => {
    // 10/40, nothing, 30/40, nothing yet
    const { levels, silent } = course({ reports: reported(10, null, 30) }, 4)
    expect(levels).toEqual([0, 0.25, 0.25, 0.75, 0.75])
    expect(silent).toBe(1)
  })

  it.each([
    ['straight to the deadline where there is no plan', {}, [0, 1 / 12]],
    ['the last point where a month has none', { plan: planned(0, 20) }, [0, 0, 0.5, 0.5]],
    [
      'the target at the deadline whatever the plan says',
      { plan: planned(10), deadline: plainDate(2023, 2, 15) },
      [0, 0.25, 1],
    ],
  ] as const)('has as its plan %s', (_, part, levels) => {
    expect(course(part, 1).plan.slice(0, levels.length)).toEqual(levels)
  })

  it('knows a correction from the month it came in', () => {
    const reports = [
      ...reported(10, 30, 32),
      { month: monthOf(2023, 2), value: decimal(20), correctedIn: monthOf(2023, 3) },
    ]
    expect(course({ reports }, 2)).toMatchObject({ levels: [0, 0.25, 0.75], corrections: 0 })
    expect(course({ reports }, 3)).toMatchObject({ levels: [0, 0.25, 0.5, 0.8], corrections: 1 })
  })

  it('counts earlier months with the plan’s very number, where the plan asked for more', () => {
    // February and April are the plan’s; January’s came from nothing, March asked for nothing more, May is today.
    const part = { plan: planned(5, 10, 10, 20, 25), reports: reported(5, 10, 10, 20, 25) }
    expect(course(part, 5).asPlanned).toBe(2)
  })

  it('is turned round where a figure has to come down', () => {
    // from 20 down to 10: at 15 half the way is done
    const part = {
      comparator: 'lte',
      target: decimal(10),
      plan: planned(20, 18),
      reports: reported(20, 15),
    } as const
    expect(course(part, 2)).toMatchObject({ levels: [0, 0, 0.5], origin: 20, span: -10 })
    expect(course(part, 2).plan.slice(0, 3)).toEqual([0, 0, 0.2])
  })
})

it.each([
  ['gte', 'points', planned(10, 40), 'progress'],
  ['gte', 'coverage', planned(40, 40), 'steady'],
  ['gte', 'points', planned(40, 40), 'progress'],
  ['lte', 'volumes', planned(10, 40), 'consumption'],
  ['lte', 'volumes', planned(60, 50), 'progress'],
  ['lte', 'volumes', planned(40, 40), 'steady'],
] as const)('“%s” of %s with the plan %o is %s', (comparator, ledger, plan, manner) => {
  expect(mannerOf({ ...cell, comparator, ledger, plan })).toBe(manner)
})

it('the sum of cells is weighted by their targets', () => {
  const sum = sumOfCourses([
    course({ reports: reported(20) }, 1),
    course({ target: decimal(60), reports: reported(15) }, 1),
  ])
  // (20 + 15) / (40 + 60)
  expect(sum).toMatchObject({ span: 100, levels: [0, 0.35] })
})

it.each([
  [plainDate(2023, 1, 31), 1],
  [plainDate(2023, 12, 1), 12],
  [plainDate(2024, 2, 1), 14],
  [plainDate(2022, 12, 1), 0],
])('%s lies in month %i of 2023', (day, month) => {
  expect(monthNumber(day, 2023)).toBe(month)
})
