import { expect, it } from 'vitest'
import { curveLevels } from '../plan/plan-curve.ts'
import { decimal } from '../values/decimal.ts'
import { monthOf } from '../values/month.ts'
import type { CellHistory } from './cell-history.ts'
import { defaultThreshold } from './early-warning.ts'
import { forecastProgramme } from './forecast.ts'
import { learnedModel } from './learned-model.ts'
import { turnedForecasts } from './turned-forecasts.ts'

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

const input = {
  year: 2023,
  month: monthOf(2023, 8),
  records: new Map(),
  model: learnedModel,
  threshold: defaultThreshold,
  cells: [
    cell('steady', 11, 22, 33, 44, 55, 66, 77, 88),
    cell('slow', 3, 6, 9, 12, 15, 18, 21, 24),
    // Ahead through July, and in August what was counted too much is taken back.
    cell('fallen', 15, 30, 45, 60, 75, 90, 105, 30),
    // Nothing through July, everything in August.
    cell('risen', 0, 0, 0, 0, 0, 0, 0, 120),
  ],
}

it('names the promises whose chance crossed the threshold, the worse first, with both chances as they are forecast', () => {
  const turned = turnedForecasts(input)
  expect(turned.map(({ indicatorId, way }) => [indicatorId, way])).toEqual([
    ['fallen', 'worse'],
    ['risen', 'better'],
  ])
  const chanceIn = (month: number) =>
    forecastProgramme({ ...input, month: monthOf(2023, month) }).indicators.find(
      ({ indicatorId }) => indicatorId === 'fallen',
    )?.probability
  expect(turned[0]).toMatchObject({ before: chanceIn(7), now: chanceIn(8) })
})

it('knows of no turn in January, when there is no month before', () => {
  expect(turnedForecasts({ ...input, month: monthOf(2023, 1) })).toEqual([])
})
