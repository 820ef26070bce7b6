import { expect, it } from 'vitest'
import { defaultLightRules } from '../light/light-rules.ts'
import { decimal } from '../values/decimal.ts'
import type { IndicatorId, ProgrammeId, TaskId, UnitId } from '../values/ids.ts'
import { monthOf } from '../values/month.ts'
import { plainDate } from '../values/plain-date.ts'
import { asNewest, readSnapshot } from './kept-snapshot.ts'
import type { ReportedCell } from './reported-cell.ts'
import { canonicalJson, monthSnapshot } from './snapshot.ts'

const month = monthOf(2023, 10)
const head = {
  programme: { id: 'p' as ProgrammeId, title: '', year: 2023 },
  no: 1,
  frozenAt: '2023-11-10T00:00:00.000Z',
  period: {
    month,
    opensOn: plainDate(2023, 10, 20),
    dueOn: plainDate(2023, 11, 3),
    locksOn: plainDate(2023, 11, 10),
  },
  lights: [],
  colours: defaultLightRules.colours,
}
const programme = { projects: [] }

function coverage(unit: string): ReportedCell {
  return {
    indicatorId: 'i' as IndicatorId,
    unitId: unit as UnitId,
    unit,
    task: { id: 't' as TaskId, no: '1.3', project: '' },
    sentence: '先天性心脏病筛查全覆盖',
    target: {
      kind: 'rate',
      action: '',
      object: '先天性心脏病筛查',
      comparator: 'gte',
      value: decimal(100),
      valueMax: null,
      unit: '%',
      deadline: null,
      ledger: 'coverage',
    },
    semantics: 'cumulative',
    planVersion: 1,
    leadUnitId: 'lead' as UnitId,
    leadUnit: '市卫健委',
    closedOn: null,
    share: { value: decimal(100), denominator: null },
    plan: { value: decimal('83.3'), denominator: null },
    planBefore: null,
    stages: [],
    before: null,
    lastApproved: null,
    tally: null,
    evidence: 0,
    suspicions: [],
    draft: null,
    standing: null,
    versions: [],
  }
}

it('adds rates planned in per cent as rates: seven units at 83.3 % are 583.1 of 700, not 583.1', () => {
  const cells = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(coverage)
  const [indicator] = monthSnapshot(head, cells, programme, null).indicators
  expect(indicator?.plan).toEqual({ value: '583.1', denominator: '700' })
  expect(indicator?.cells[0]?.plan).toEqual({ value: '83.3', denominator: null })
})

it('keeps of every cell what the month before was frozen with, and how its lights stood', () => {
  const approved = { value: decimal(90), denominator: decimal(100) }
  const reported: ReportedCell = {
    ...coverage('a'),
    lastApproved: { month: monthOf(2023, 9), level: approved },
  }
  const september = monthSnapshot(
    {
      ...head,
      period: { ...head.period, month: monthOf(2023, 9) },
      lights: [
        {
          scope: 'indicator',
          subjectId: 'i' as IndicatorId,
          level: 'behind',
          clause: 'R3',
          reason: { code: 'unplanned' },
        },
      ],
    },
    [reported],
    programme,
    null,
  )
  expect(september.before).toBeNull()
  const october = monthSnapshot(head, [reported, coverage('b')], programme, september)
  expect(october.before).toEqual({ month: '2023-09-01', no: 1, levels: { i: 'behind' } })
  expect(october.indicators[0]?.cells.map(({ before }) => before)).toEqual([
    { approved, stage: null, narrative: null },
    null,
  ])
})

it('reads what was frozen before there were tables in it, its tasks made from its promises', () => {
  const now = monthSnapshot(head, ['a', 'b'].map(coverage), programme, null)
  expect(readSnapshot(canonicalJson(now))).toEqual(now)
  const { colours: _colours, before: _before, projects: _projects, lights: _lights, ...old } = now
  const first = asNewest({ ...old, format: 'jiannuo.month/1' })
  expect(first.lights).toEqual([])
  expect(first.projects).toMatchObject([
    {
      tasks: [
        { no: '1.3', text: '先天性心脏病筛查全覆盖', leadUnits: ['市卫健委'], cooperatingUnits: ['a', 'b'] },
      ],
    },
  ])
  expect(asNewest({ ...old, lights: now.lights, format: 'jiannuo.month/2' })).toEqual(first)
})
