import { array, assert, constantFrom, nat, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimal } from '../values/decimal.ts'
import { monthOf } from '../values/month.ts'
import { compareLevels, lightLevels, type LightLevel } from './light-level.ts'
import { checkLightRules, defaultLightRules, lightRulesFor } from './light-rules.ts'
import { lightSentence } from './light-sentence.ts'
import { rollUpLight, type LightPart } from './roll-up-light.ts'

const weight = { by: 'weight', behindFrom: decimal(10), farBehindFrom: decimal(20) } as const
const many = (level: LightLevel, count: number): LightLevel[] => Array.from({ length: count }, () => level)

describe('the light of a whole', () => {
  it.each([
    ['its worst part', ['on-plan', 'far-behind', 'reached'], 'far-behind'],
    ['its worst part, none lagging', ['reached', 'on-plan'], 'on-plan'],
    ['not due where nothing is', ['not-due', 'not-due'], 'not-due'],
    ['unplanned without parts', [], 'unplanned'],
  ] as [string, LightLevel[], LightLevel][])('by the worst is %s', (_, levels, expected) => {
    expect(rollUpLight(levels, { by: 'worst' }).level).toBe(expected)
  })

  it.each([
    ['1 of 11 behind is 9.1 %', [...many('on-plan', 10), 'behind'], 'on-plan'],
    ['1 of 10 behind is 10 %', [...many('on-plan', 9), 'behind'], 'behind'],
    ['2 of 10 far behind is 20 %', [...many('on-plan', 8), ...many('far-behind', 2)], 'far-behind'],
    ['1 far behind and 1 behind of 10', [...many('reached', 8), 'behind', 'far-behind'], 'behind'],
    ['what is not due weighs nothing', [...many('not-due', 90), ...many('on-plan', 9), 'behind'], 'behind'],
    ['all reached', many('reached', 3), 'reached'],
  ] as [string, LightLevel[], LightLevel][])('by weight: %s', (_, levels, expected) => {
    expect(rollUpLight(levels, weight).level).toBe(expected)
  })

  // Its own light may lag; of the whole it is kept, and told apart.
  it.each([
    ['closed and on plan', ['closed', 'on-plan'], 'on-plan', '共2项：达序时1项、已销号1项，取最差一项'],
    ['closed and behind', ['closed', 'behind'], 'behind', '共2项：滞后1项、已销号1项，取最差一项'],
    ['all closed', ['closed', 'closed'], 'reached', '共2项：已销号2项，取最差一项'],
    ['closed and not due', ['closed', 'not-due'], 'reached', '共2项：未到时点1项、已销号1项，取最差一项'],
  ] as [string, LightPart[], LightLevel, string][])('of what is %s', (_, parts, level, words) => {
    const light = rollUpLight(parts, { by: 'worst' })
    expect(light.level).toBe(level)
    expect(lightSentence(light, 'green', 'zh')).toBe(`${words}，按规则 R8 为绿。`)
  })

  it('never gets worse by closing', () => {
    const parts = array(constantFrom<LightPart>(...lightLevels, 'closed'), { minLength: 1, maxLength: 12 })
    const rules = constantFrom({ by: 'worst' } as const, weight)
    assert(
      property(parts, rules, nat(), (before, rule, at) => {
        const after = before.with(at % before.length, 'closed')
        const levelOf = (of: readonly LightPart[]) => rollUpLight(of, rule).level
        // What was not due or not planned is judged by what is closed from then on.
        const judged = before.some((part) => part !== 'unplanned' && part !== 'not-due')
        const atWorst = judged ? levelOf(before) : 'reached'
        expect(compareLevels(levelOf(after), atWorst)).toBeLessThanOrEqual(0)
      }),
    )
  })

  it('says how many of what', () => {
    const light = rollUpLight([...many('on-plan', 4), 'behind', 'far-behind'], { by: 'worst' })
    expect(lightSentence(light, 'red', 'zh')).toBe(
      '共6项：达序时4项、滞后1项、严重滞后1项，取最差一项，按规则 R8 为红。',
    )
  })
})

describe('rules', () => {
  const of = (no: number, month: number) => ({
    no,
    fromMonth: monthOf(2023, month),
    rules: { ...defaultLightRules, aheadFrom: decimal(no) },
  })
  it.each([
    [2, 0],
    [3, 1],
    [5, 2],
    [9, 3],
  ])('of month %i are number %i', (month, no) => {
    expect(lightRulesFor([of(1, 3), of(2, 4), of(3, 7)], monthOf(2023, month)).no).toBe(no)
  })

  it('whose bounds contradict each other are refused with the place', () => {
    const rules = { ...defaultLightRules, progress: { tolerance: decimal(30), farBehindOver: decimal(20) } }
    expect(() => checkLightRules(rules)).toThrow(/序时进度.*30.*20/)
    expect(() => checkLightRules(defaultLightRules)).not.toThrow()
  })
})
