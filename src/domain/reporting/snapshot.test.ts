import { expect, it } from 'vitest'
import { decimal } from '../values/decimal.ts'
import type { IndicatorId, ProgrammeId, TaskId, UnitId } from '../values/ids.ts'
import { monthOf } from '../values/month.ts'
import { plainDate } from '../values/plain-date.ts'
import type { ReportedCell } from './reported-cell.ts'
import { monthSnapshot } from './snapshot.ts'

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
}

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
  const [indicator] = monthSnapshot(head, cells).indicators
  expect(indicator?.plan).toEqual({ value: '583.1', denominator: '700' })
  expect(indicator?.cells[0]?.plan).toEqual({ value: '83.3', denominator: null })
})
