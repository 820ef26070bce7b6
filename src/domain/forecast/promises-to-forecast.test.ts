import { describe, expect, it } from 'vitest'
import type { IndicatorHistory, ProgrammeHistory, ShareHistory } from '../light/history.ts'
import type { IndicatorId, ProgrammeId, ProjectId, TaskId, UnitId } from '../values/ids.ts'
import { decimal } from '../values/decimal.ts'
import { monthOf } from '../values/month.ts'
import type { Quantity } from '../values/quantity.ts'
import { cellsToForecast } from './promises-to-forecast.ts'

const q = (value: number, denominator: number | null = null): Quantity => ({
  value: decimal(value),
  denominator: denominator === null ? null : decimal(denominator),
})
const [january, february] = [monthOf(2023, 1), monthOf(2023, 2)]

function share(unit: string, over: Partial<ShareHistory>): ShareHistory {
  return {
    unitId: unit as UnitId,
    unit,
    share: null,
    stages: [],
    plan: [],
    approved: [],
    reportedFor: [],
    services: [],
    ...over,
  }
}

function programme(
  target: Partial<IndicatorHistory['target']>,
  cells: readonly ShareHistory[],
): ProgrammeHistory {
  return {
    id: 'p' as ProgrammeId,
    title: '',
    year: 2023,
    projects: [{ id: 'project' as ProjectId, no: 1, name: '' }],
    tasks: [{ id: 'task' as TaskId, projectId: 'project' as ProjectId, no: '1.1', leaders: [] }],
    units: [],
    indicators: [
      {
        id: 'promise' as IndicatorId,
        taskId: 'task' as TaskId,
        sentence: '',
        leadUnitId: 'lead' as UnitId,
        closedOn: null,
        target: {
          kind: 'quantity',
          action: '',
          object: '',
          comparator: 'gte',
          value: decimal(100),
          valueMax: null,
          unit: '个',
          deadline: null,
          ledger: 'points',
          ...target,
        },
        cells,
      },
    ],
  }
}

const reported = (month: typeof january, level: Quantity | null) => ({
  month,
  level,
  stage: null,
  correctedIn: null,
})

describe('what can be foreseen', () => {
  it('is each share of a quantity, against the share; a share of nothing is left out', () => {
    const cells = cellsToForecast(
      programme({}, [
        share('a', {
          share: q(60),
          plan: [{ month: january, level: q(5) }],
          approved: [reported(january, q(4)), reported(february, null)],
        }),
        share('b', { share: q(0) }),
      ]),
    )
    expect(cells).toEqual([
      expect.objectContaining({
        unitId: 'a',
        projectId: 'project',
        target: '60',
        plan: [{ month: january, value: '5' }],
        reports: [{ month: january, value: '4', correctedIn: null }],
      }),
    ])
  })

  it('is a rate as a whole: 30/40 + 10/40 in January is 50 %, with 20/40 in February 62.5 %', () => {
    const cells = cellsToForecast(
      programme({ kind: 'rate', unit: '%' }, [
        share('a', { plan: [{ month: january, level: q(80) }], approved: [reported(january, q(30, 40))] }),
        share('b', {
          plan: [{ month: january, level: q(60) }],
          approved: [reported(january, q(10, 40)), reported(february, q(20, 40))],
        }),
      ]),
    )
    expect(cells).toEqual([
      expect.objectContaining({
        unitId: 'lead',
        target: '100',
        // Planned in per cent: (80 + 60) / 2.
        plan: [{ month: january, value: '70' }],
        reports: [
          { month: january, value: '50', correctedIn: null },
          { month: february, value: '62.5', correctedIn: null },
        ],
      }),
    ])
  })

  it.each([
    // 19,999 / 20,000 = 99.995 %: not all of it, however it is rounded.
    ['gte', 19_999, 20_000, '99.99'],
    // 1 / 3 = 33.333… %: above a limit of 33.33 %.
    ['lte', 1, 3, '33.34'],
  ] as const)(
    'is a rate that no rounding brings to its target: %s, %d of %d',
    (comparator, part, whole, rate) => {
      const approved = [reported(january, q(part, whole))]
      const [cell] = cellsToForecast(
        programme({ kind: 'rate', unit: '%', comparator }, [share('a', { approved })]),
      )
      expect(cell?.reports).toEqual([{ month: january, value: rate, correctedIn: null }])
    },
  )

  it.each([
    ['a milestone', { kind: 'milestone', value: null, comparator: null }],
    ['a service', { kind: 'service' }],
  ] as const)('is not %s', (_, target) => {
    expect(cellsToForecast(programme(target, [share('a', { share: q(60) })]))).toEqual([])
  })
})
