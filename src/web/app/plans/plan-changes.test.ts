import { expect, it } from 'vitest'
import { decimal } from '../../../domain/values/decimal.ts'
import type { UnitId } from '../../../domain/values/ids.ts'
import { monthOf } from '../../../domain/values/month.ts'
import { plainDate } from '../../../domain/values/plain-date.ts'
import { changesOf } from './plan-changes.ts'

const share = (unit: string, value: number | null, levels: readonly number[], day?: number) => ({
  unitId: unit as UnitId,
  unit,
  value: value === null ? null : decimal(value),
  denominator: null,
  points: levels.map((level, at) => ({
    month: monthOf(2023, at + 1),
    value: decimal(level),
    denominator: null,
  })),
  stages: day === undefined ? [] : [{ stage: '开工', dueOn: plainDate(2023, 5, day) }],
})

it('names a unit whose share changes, comes or goes by its share alone', () => {
  expect(
    changesOf(
      [share('甲', 2, [1, 2]), share('乙', 3, [1, 3])],
      [share('甲', 5, [2, 5]), share('丙', 1, [0, 1])],
    ),
  ).toEqual([
    { unitId: '甲', unit: '甲', share: { before: '2', after: '5' }, steps: [] },
    { unitId: '乙', unit: '乙', share: { before: '3', after: null }, steps: [] },
    { unitId: '丙', unit: '丙', share: { before: null, after: '1' }, steps: [] },
  ])
})

it('names the months and stages that change where the share stays, and no unit that nothing changes for', () => {
  expect(
    changesOf(
      [share('甲', 2, [1, 2]), share('乙', 3, [1, 3]), share('丙', null, [], 1)],
      [share('甲', 2, [0, 2]), share('乙', 3, [1, 3]), share('丙', null, [], 31)],
    ),
  ).toEqual([
    { unitId: '甲', unit: '甲', share: null, steps: [{ of: '2023-01-01', before: '1', after: '0' }] },
    {
      unitId: '丙',
      unit: '丙',
      share: null,
      steps: [{ of: '开工', before: '2023-05-01', after: '2023-05-31' }],
    },
  ])
})
