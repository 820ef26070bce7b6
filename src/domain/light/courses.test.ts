import { describe, expect, it } from 'vitest'
import { decimal } from '../values/decimal.ts'
import type { IndicatorId, TaskId, UnitId } from '../values/ids.ts'
import { monthOf } from '../values/month.ts'
import { parsePlainDate } from '../values/plain-date.ts'
import type { IndicatorHistory, ShareHistory } from './history.ts'
import { milestoneCourses } from './milestone-course.ts'
import { progressCourse } from './progress-course.ts'

const month = (no: number) => monthOf(2023, no)
const level = (value: number, denominator: number | null = null) => ({
  value: decimal(value),
  denominator: denominator === null ? null : decimal(denominator),
})

function share(over: Partial<ShareHistory>): ShareHistory {
  return {
    unitId: 'u' as UnitId,
    unit: '武进区',
    share: null,
    stages: [],
    plan: [],
    approved: [],
    reportedFor: [],
    services: [],
    ...over,
  }
}

function promise(over: Partial<IndicatorHistory['target']>, ...cells: ShareHistory[]): IndicatorHistory {
  return {
    id: 'i' as IndicatorId,
    taskId: 't' as TaskId,
    sentence: '',
    leadUnitId: null,
    closedOn: null,
    cells,
    target: {
      kind: 'quantity',
      action: '新增',
      object: '托位',
      comparator: 'gte',
      value: decimal(100),
      valueMax: null,
      unit: '个',
      deadline: null,
      ledger: 'points',
      ...over,
    },
  }
}

const approved = (
  no: number,
  value: number | null,
  stage: string | null = null,
  of: number | null = null,
) => ({
  month: month(no),
  level: value === null ? null : level(value, of),
  stage,
  correctedIn: null,
})

describe('the course of a figure', () => {
  const plan = [
    { month: month(1), level: level(10) },
    { month: month(6), level: level(60) },
  ]

  it('adds its units up month by month; a month without a figure has the one before it', () => {
    const course = progressCourse(
      promise({}, share({ plan, approved: [approved(2, 20)] }), share({ plan, approved: [approved(3, 5)] })),
      2023,
      month(4),
    )
    expect(course).toHaveLength(12)
    // Planned 10 + 10 from January, 60 + 60 from June.
    expect(course.map(({ planned }) => planned)).toEqual([...Array(5).fill('20'), ...Array(7).fill('120')])
    // Nothing in January; 20; 20 + 5; the same in April; not known from May on.
    expect(course.map(({ done }) => done)).toEqual([null, '20', '25', '25', ...Array(8).fill(null)])
  })

  it('of a rate is Σ over Σ in per cent', () => {
    const course = progressCourse(
      promise(
        { kind: 'rate', value: decimal(95) },
        share({ approved: [approved(1, 90, null, 100)] }),
        share({ approved: [approved(1, 30, null, 60)] }),
      ),
      2023,
      month(1),
    )
    // (90 + 30) / (100 + 60) = 75 %, no mean of 90 % and 50 %.
    expect(course[0]?.done).toBe('75')
  })

  it('goes on where the plan does, and is none without a figure', () => {
    const next = [{ month: monthOf(2024, 3), level: level(100) }]
    expect(progressCourse(promise({}, share({ plan: next })), 2023, month(1)).at(-1)).toEqual({
      month: monthOf(2024, 3),
      planned: '100',
      done: null,
    })
    expect(progressCourse(promise({ kind: 'activity', value: null }), 2023, month(1))).toEqual([])
  })
})

describe('the course of stages', () => {
  const stages = [
    { stage: '开工', dueOn: parsePlainDate('2023-03-31') },
    { stage: '竣工', dueOn: parsePlainDate('2023-09-30') },
  ]
  const courseOf = (today: string, ...cells: ShareHistory[]) =>
    milestoneCourses(
      { indicators: [promise({ kind: 'milestone', value: null }, ...cells)] },
      parsePlainDate(today),
    )[0]?.stages.map(({ stage, reached, units, reachedIn, state }) => [
      stage,
      `${reached}/${units}`,
      reachedIn,
      state,
    ])

  it.each([
    ['on the due day nothing is late', '2023-03-31', [], [], ['to-come', '0/2'], ['to-come', '0/2']],
    ['the day after it is', '2023-04-01', [], [], ['late', '0/2'], ['to-come', '0/2']],
    [
      'late while one unit is',
      '2023-04-01',
      [approved(3, null, '开工')],
      [],
      ['late', '1/2'],
      ['to-come', '0/2'],
    ],
    [
      'reached when the last unit has; a later stage says so too',
      '2023-04-01',
      [approved(3, null, '开工')],
      [approved(4, null, '竣工')],
      ['reached', '2/2'],
      ['to-come', '1/2'],
    ],
  ] as const)('%s', (_, today, first, second, begun, built) => {
    const course = courseOf(today, share({ stages, approved: first }), share({ stages, approved: second }))
    expect(course?.map(([, counts, , state]) => [state, counts])).toEqual([begun, built])
  })

  it('names the month in which the last unit reached it, and what was stated later does not move it', () => {
    const first = share({ stages, approved: [approved(2, null, '开工'), approved(3, null, '开工')] })
    const second = share({ stages, approved: [approved(4, null, '开工')] })
    expect(courseOf('2023-05-01', first)?.[0]?.[2]).toBe(month(2))
    expect(courseOf('2023-05-01', first, second)?.[0]?.[2]).toBe(month(4))
  })

  it('has nothing of a promise without stages', () => {
    expect(courseOf('2023-05-01', share({}))).toBeUndefined()
  })
})
