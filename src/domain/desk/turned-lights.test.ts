import { describe, expect, it } from 'vitest'
import type { LightLevel } from '../light/light-level.ts'
import type { LightReason } from '../light/light.ts'
import type { SubjectLight } from '../light/programme-lights.ts'
import { decimal } from '../values/decimal.ts'
import type { IndicatorId } from '../values/ids.ts'
import { monthOf } from '../values/month.ts'
import { compareLagging, countLevels, laggingPromises } from './lagging-promises.ts'
import { turnedLights } from './turned-lights.ts'

const march = monthOf(2023, 3)
const short = (gap: number): LightReason => ({
  code: 'progress',
  month: march,
  planned: { figure: { value: decimal(50), denominator: null }, percent: decimal(50) },
  done: null,
  gap: decimal(gap),
  unit: null,
})
const light = (id: string, level: LightLevel, reason: LightReason = { code: 'unplanned' }): SubjectLight => ({
  scope: 'indicator',
  subjectId: id as IndicatorId,
  level,
  clause: 'R3',
  reason,
})
const published = (id: string, level: LightLevel) => ({ ...light(id, level), colour: 'grey' as const })

describe('a light has turned', () => {
  it.each<[LightLevel, LightLevel, 'worse' | 'better' | undefined]>([
    ['on-plan', 'behind', 'worse'],
    ['behind', 'far-behind', 'worse'],
    ['far-behind', 'behind', 'better'],
    ['behind', 'reached', 'better'],
    ['reached', 'on-plan', 'worse'],
    ['behind', 'behind', undefined],
    // What nothing was due of kept to plan: it gets worse by lagging only.
    ['not-due', 'on-plan', undefined],
    ['not-due', 'reached', undefined],
    ['not-due', 'behind', 'worse'],
    ['unplanned', 'far-behind', 'worse'],
    ['behind', 'not-due', 'better'],
    ['ahead', 'not-due', undefined],
  ])('from %s to %s: %s', (before, now, way) => {
    expect(turnedLights([published('i', before)], [light('i', now)])[0]?.way).toBe(way)
  })

  it('only where there is a published one', () => {
    expect(turnedLights([], [light('i', 'far-behind')])).toEqual([])
  })

  it('what got worse stands first, the worst of it at its head', () => {
    const turned = turnedLights(
      [
        published('a', 'behind'),
        published('b', 'on-plan'),
        published('c', 'on-plan'),
        published('d', 'on-plan'),
      ],
      [
        light('a', 'on-plan'),
        light('b', 'behind'),
        light('c', 'far-behind', short(30)),
        light('d', 'far-behind', short(60)),
      ],
    )
    expect(turned.map(({ now }) => now.subjectId)).toEqual(['d', 'c', 'b', 'a'])
  })
})

describe('what lags', () => {
  it.each<[string, LightReason, LightReason]>([
    ['60 points before 30', short(60), short(30)],
    ['days of a stage', stage(20), stage(3)],
    ['silent months', silent(3), silent(2)],
  ])('stands worst first: %s', (_, worse, better) => {
    expect(compareLagging(light('a', 'behind', worse), light('b', 'behind', better))).toBeLessThan(0)
    // The level decides before the distance does.
    expect(compareLagging(light('a', 'behind', worse), light('b', 'far-behind', better))).toBeGreaterThan(0)
  })

  it('are promises that are behind or far behind, nothing else', () => {
    const task = { ...light('t', 'far-behind'), scope: 'task' as const }
    const subjects = [light('a', 'behind'), light('b', 'on-plan'), light('c', 'far-behind'), task]
    expect(laggingPromises(subjects).map(({ subjectId }) => subjectId)).toEqual(['c', 'a'])
  })

  it('is counted level by level, from the best', () => {
    expect(countLevels(['behind', 'reached', 'behind'])).toEqual([
      { level: 'reached', count: 1 },
      { level: 'behind', count: 2 },
    ])
  })
})

function stage(days: number): LightReason {
  return { code: 'stage', month: march, stage: '开工', dueOn: march, days, reached: null, units: [] }
}

function silent(months: number): LightReason {
  return { code: 'silent', months, units: [] }
}
