import {
  array,
  assert,
  constantFrom,
  integer,
  nat,
  option,
  property,
  record,
  shuffledSubarray,
  tuple,
  uniqueArray,
} from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimal, compareDecimals } from '../values/decimal.ts'
import type { IndicatorId, UnitId } from '../values/ids.ts'
import { monthOf } from '../values/month.ts'
import { lightLevels } from '../light/light-level.ts'
import { assess } from './assess.ts'
import type { AssessedUnit } from './assessed-unit.ts'
import { rankUnits } from './ranking.ts'
import {
  bonusCodes,
  deductionCodes,
  defaultScheme,
  type AssessmentScheme,
  type DeductionCode,
} from './scheme.ts'

const unit = (name: string, percent: number, over: Partial<AssessedUnit> = {}): AssessedUnit => ({
  unitId: name as UnitId,
  unit: name,
  group: 'districts',
  projects: 1,
  promises: [
    { indicatorId: 'I' as IndicatorId, percent: decimal(percent), measured: true, monthsEarly: null },
  ],
  lights: [],
  reports: [],
  satisfaction: null,
  lapsedOrders: [],
  falseReports: [],
  ...over,
})
const ranks = (units: readonly AssessedUnit[], scheme = defaultScheme) =>
  rankUnits(units, scheme).map(({ group, accounts }) => [
    group,
    accounts.map(({ unit: name, rank }) => `${rank ?? '—'} ${name}`),
  ])

describe('ranking', () => {
  it.each([
    // Equal scores share a rank, and the next is skipped.
    [{ 甲: 90, 乙: 80, 丙: 90, 丁: 70 }, ['1 丙', '1 甲', '3 乙', '4 丁']],
    [{ 甲: 50, 乙: 50, 丙: 50 }, ['1 丙', '1 甲', '1 乙']],
    [{ 甲: 10 }, ['1 甲']],
    [{ 甲: 90, 乙: 80, 丙: 80, 丁: 80, 戊: 70 }, ['1 甲', '2 丙', '2 丁', '2 乙', '5 戊']],
  ])('of %o', (scores, order) => {
    const units = Object.entries(scores).map(([name, percent]) => unit(name, percent))
    const [district] = rankUnits(units, defaultScheme)
    const lines = district?.accounts.map(({ unit: name, rank }) => `${rank} ${name}`) ?? []
    expect(new Set(lines)).toEqual(new Set(order))
    expect(lines.map((line) => line.split(' ')[0])).toEqual(order.map((line) => line.split(' ')[0]))
  })

  it('compares what is printed: scores that differ in the third decimal are equal', () => {
    // 90.001 and 90.004 both print 90.
    expect(ranks([unit('甲', 90.001), unit('乙', 90.004)])).toEqual([
      ['districts', ['1 甲', '1 乙'].toSorted((a, b) => a.localeCompare(b, 'zh-CN'))],
    ])
  })

  it('keeps districts and departments apart, and lists what is excluded without a rank', () => {
    const units = [
      unit('甲', 90),
      unit('乙', 80),
      unit('市教育局', 10, { group: 'departments' }),
      unit('供电公司', 100, { group: 'departments' }),
    ]
    expect(ranks(units, { ...defaultScheme, excluded: ['供电公司' as UnitId, '甲' as UnitId] })).toEqual([
      ['districts', ['1 乙', '— 甲']],
      ['departments', ['1 市教育局', '— 供电公司']],
    ])
  })
})

const months = Array.from({ length: 12 }, (_, index) => monthOf(2023, index + 1))
const percents = integer({ min: 0, max: 3000 }).map((tenths) => decimal(tenths / 10))
const anyUnit = record({
  unitId: uniqueName(),
  projects: nat(10),
  promises: array(
    record({
      percent: percents,
      measured: constantFrom(true, false),
      monthsEarly: option(integer({ min: -12, max: 12 })),
    }),
    { maxLength: 12 },
  ),
  lights: array(record({ month: constantFrom(...months), level: constantFrom(...lightLevels) }), {
    maxLength: 12,
  }),
  reports: array(record({ month: constantFrom(...months), due: nat(20), missed: nat(20) }), {
    maxLength: 12,
  }),
  satisfaction: option(
    integer({ min: 0, max: 100 }).map((value) => ({ value: decimal(value), source: '测评' })),
  ),
  falseReports: array(
    record({ month: constantFrom(...months), indicatorId: constantFrom('I' as IndicatorId) }),
    { maxLength: 9 },
  ),
  lapsed: nat(9),
  group: constantFrom('districts' as const, 'departments' as const),
}).map(({ lapsed, ...made }): AssessedUnit => ({
  ...made,
  unit: made.unitId,
  promises: made.promises.map((each, index) => ({ ...each, indicatorId: `I${index}` as IndicatorId })),
  reports: made.reports.map(({ month, due, missed }) => ({ month, due, onTime: Math.max(0, due - missed) })),
  lapsedOrders: Array.from({ length: lapsed }, () => ({ order: '督办', month: monthOf(2023, 5) })),
}))
/** What each rule adds or takes away at most; some have no limit. */
const anyLimits = array(
  tuple(constantFrom(...bonusCodes, ...deductionCodes), constantFrom('0', '0.5', '2', '5', '100')),
).map((limits): AssessmentScheme['most'] =>
  Object.fromEntries(limits.map(([code, most]) => [code, decimal(most)])),
)
const withLimits = (most: AssessmentScheme['most']): AssessmentScheme => ({ ...defaultScheme, most })

function uniqueName() {
  return integer({ min: 1, max: 9999 }).map((no) => `U${no}` as UnitId)
}

describe('whatever the units', () => {
  it('more progress never lowers a score', () => {
    assert(
      property(anyUnit, nat(11), integer({ min: 1, max: 500 }), (one, at, more) => {
        const index = at % Math.max(1, one.promises.length)
        const better = {
          ...one,
          promises: one.promises.map((each, place) =>
            place === index ? { ...each, percent: decimal(Number(each.percent) + more / 10) } : each,
          ),
        }
        expect(
          compareDecimals(assess(better, defaultScheme).score, assess(one, defaultScheme).score),
        ).not.toBe(-1)
      }),
    )
  })

  it('a better light, a report in time, one doubt and one lapsed order less never lower it either', () => {
    assert(
      property(anyUnit, anyLimits, (one, most) => {
        const better = {
          ...one,
          lights: one.lights.map(({ month, level }) => ({
            month,
            level: level === 'far-behind' ? ('behind' as const) : level,
          })),
          reports: one.reports.map(({ month, due }) => ({ month, due, onTime: due })),
          falseReports: one.falseReports.slice(1),
          lapsedOrders: one.lapsedOrders.slice(1),
        }
        const scheme = withLimits(most)
        expect(compareDecimals(assess(better, scheme).score, assess(one, scheme).score)).not.toBe(-1)
      }),
    )
  })

  it('a limit never raises what is taken away or added, and leaves no score below nothing', () => {
    assert(
      property(anyUnit, anyLimits, (one, most) => {
        const limited = assess(one, withLimits(most))
        const unlimited = assess(one, withLimits({}))
        for (const { rule, points } of limited.lines) {
          const without = unlimited.lines.find((line) => line.rule === rule)?.points ?? decimal(0)
          // Less of one bonus may leave more of the other, never more than its own cases give.
          const whole = rule === 'over' ? Number(defaultScheme.mostBonus) : Math.abs(Number(without))
          expect(Math.abs(Number(points))).toBeLessThanOrEqual(whole)
          const own = Number(most[rule as DeductionCode] ?? Infinity)
          expect(Math.abs(Number(points))).toBeLessThanOrEqual(own)
        }
        expect(Number(limited.score)).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('the lines add up to the score, unless that would be below nothing', () => {
    assert(
      property(anyUnit, (one) => {
        const { lines, sum, score } = assess(one, defaultScheme)
        const hundredths = lines.reduce((total, { points }) => total + Math.round(Number(points) * 100), 0)
        expect(Math.round(Number(sum) * 100)).toBe(hundredths)
        expect(score).toBe(Number(sum) < 0 ? '0' : sum)
      }),
    )
  })

  it('their order does not matter, and equal scores have equal ranks', () => {
    const units = uniqueArray(anyUnit, { maxLength: 8, selector: ({ unitId }) => unitId })
    assert(
      property(
        units.chain((all) =>
          shuffledSubarray(all, { minLength: all.length }).map((mixed) => ({ all, mixed })),
        ),
        ({ all, mixed }) => {
          const groups = rankUnits(all, defaultScheme)
          expect(rankUnits(mixed, defaultScheme)).toEqual(groups)
          for (const { accounts } of groups)
            for (const one of accounts)
              for (const other of accounts) {
                const order = compareDecimals(one.score, other.score)
                expect(Math.sign((one.rank ?? 0) - (other.rank ?? 0))).toBe(order === 0 ? 0 : -order)
              }
        },
      ),
    )
  })
})
