import { expect, it } from 'vitest'
import { decimal } from '../../../domain/values/decimal.ts'
import type { IndicatorId, ProgrammeId, UnitId } from '../../../domain/values/ids.ts'
import { isUnsettled, shareState } from './share-state.ts'

const share = {
  unitId: 'u' as UnitId,
  unit: '天宁区',
  programmeId: 'p' as ProgrammeId,
  indicatorId: 'i' as IndicatorId,
  value: decimal(27),
}

it.each([
  ['27 of 30 are 3 too few', [share], '-3', 'short', '3', true], // 27 − 30 = −3
  ['32 of 30 are 2 too many', [share], '2', 'over', '2', true], // 32 − 30 = 2
  ['half a kilometre short', [share], '-0.5', 'short', '0.5', true],
  ['30 of 30 are even', [share], '0', 'even', null, false],
  ['without a district nobody bears it', [], null, 'nobody', null, true],
  ['shares without a sum are not added', [share], null, 'not-added', null, false],
] as const)('%s', (_, shares, difference, state, by, unsettled) => {
  const promise = { shares: [...shares], difference: difference === null ? null : decimal(difference) }
  expect(shareState(promise)).toEqual({ state, by: by === null ? null : decimal(by) })
  expect(isUnsettled(promise)).toBe(unsettled)
})
