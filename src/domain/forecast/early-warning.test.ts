import { expect, it } from 'vitest'
import { curveLevels } from '../plan/plan-curve.ts'
import { decimal } from '../values/decimal.ts'
import { monthOf } from '../values/month.ts'
import type { CellHistory } from './cell-history.ts'
import { defaultThreshold, earlyWarnings, type WarningInput } from './early-warning.ts'
import { forecastProgramme } from './forecast.ts'
import { learnedModel } from './learned-model.ts'

function cell(indicatorId: string, ...values: readonly number[]): CellHistory {
  return {
    indicatorId,
    unitId: 'u',
    projectId: null,
    ledger: 'beneficiaries',
    comparator: 'gte',
    target: decimal(120),
    plan: curveLevels(decimal(120), 'linear', 12, 0).map((value, index) => ({
      month: monthOf(2023, index + 1),
      value,
    })),
    deadline: null,
    reports: values.map((value, index) => ({
      month: monthOf(2023, index + 1),
      value: decimal(value),
      correctedIn: null,
    })),
  }
}

const input: WarningInput = {
  year: 2023,
  month: monthOf(2023, 8),
  records: new Map(),
  model: learnedModel,
  threshold: defaultThreshold,
  level: 'cells',
  cells: [
    cell('ahead', 15, 30, 45, 60, 75, 90, 105, 119),
    cell('slow', 6, 12, 18, 24, 30, 36, 42, 48),
    cell('stopped', 14, 28, 42, 42, 42, 42, 42, 42),
    cell('recovered', 0, 0, 0, 0, 60, 90, 110, 119),
  ],
}
const warnings = earlyWarnings(input)

it('names what will be missed and nothing else, worst first', () => {
  expect(warnings.map(({ forecast }) => forecast.indicatorId).toSorted()).toEqual(['slow', 'stopped'])
  const chances = warnings.map(({ forecast }) => Number(forecast.probability))
  expect(chances).toEqual(chances.toSorted((a, b) => a - b))
})

it('says when it could first have been seen: by what was known then', () => {
  const stopped = warnings.find(({ forecast }) => forecast.indicatorId === 'stopped')
  // It was ahead to March; nobody could have known.
  expect(stopped?.firstSeen && stopped.firstSeen > monthOf(2023, 3)).toBe(true)
  for (const { firstSeen, belowSince, forecast, probabilities } of warnings) {
    const first = probabilities.find(({ probability }) => Number(probability) < 0.5)
    expect(firstSeen).toBe(first?.month)
    expect(belowSince >= firstSeen).toBe(true)
    expect(
      probabilities
        .filter(({ month }) => month >= belowSince)
        .every(({ probability }) => Number(probability) < 0.5),
    ).toBe(true)
    const then = forecastProgramme({ ...input, month: firstSeen }).cells
    expect(then.find(({ indicatorId }) => indicatorId === forecast.indicatorId)?.probability).toBe(
      first?.probability,
    )
  }
})

it('says nothing of what is over', () => {
  expect(earlyWarnings({ ...input, month: monthOf(2023, 12) })).toEqual([])
})

it('ranks promises as well as cells', () => {
  const promises = earlyWarnings({ ...input, level: 'indicators' })
  expect(promises.map(({ forecast }) => forecast.unitId)).toEqual([null, null])
})
