import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimal, type Decimal } from '../values/decimal.ts'
import type { UnitId } from '../values/ids.ts'
import { monthOf } from '../values/month.ts'
import { plainDate } from '../values/plain-date.ts'
import type { Quantity } from '../values/quantity.ts'
import { compareLevels } from './light-level.ts'
import { cellLight, lightOf, noService, type LightCell } from './light.ts'
import { defaultLightRules as rules } from './light-rules.ts'
import { lightSentence } from './light-sentence.ts'

const november = monthOf(2023, 11)
const moment = { month: november, pastDue: [] }
const q = (value: number | string, denominator: number | null = null): Quantity => ({
  value: decimal(value),
  denominator: denominator === null ? null : decimal(denominator),
})

function cell(over: Partial<LightCell>): LightCell {
  return {
    unitId: 'a' as UnitId,
    unit: '天宁区',
    share: null,
    plan: null,
    approved: null,
    stage: null,
    stages: [],
    reportedFor: november,
    service: noService,
    ...over,
  }
}

const quantity = {
  kind: 'quantity',
  comparator: 'gte',
  value: decimal(98),
  unit: '个',
  deadline: plainDate(2023, 12, 31),
} as const

describe('the light of a promise', () => {
  it.each([
    // The target is 98. Planned 90: 90/98 = 91.8 %.
    ['71 of 90: 91.8 − 72.4 = 19.4 points', 90, 71, 'behind', 'R3', '19.4'],
    ['70 of 90: 91.8 − 71.4 = 20.4 points', 90, 70, 'far-behind', 'R3', '20.4'],
    ['86 of 90: 91.8 − 87.8 = 4.1 points, within five', 90, 86, 'on-plan', 'R2', '4.1'],
    ['85 of 90: 91.8 − 86.7 = 5.1 points', 90, 85, 'behind', 'R3', '5.1'],
    ['90 of 90', 90, 90, 'on-plan', 'R2', '0'],
    ['70 of 60: 61.2 − 71.4 = −10.2', 60, 70, 'ahead', 'R2', '-10.2'],
    ['98 of 98 is the target', 98, 98, 'reached', 'R1', '0'],
    ['278 of 98 is 283.7 %, not capped', 98, 278, 'reached', 'R1', '-183.7'],
  ] as const)('%s', (_, plan, approved, level, clause, gap) => {
    const light = lightOf(quantity, [cell({ plan: q(plan), approved: q(approved) })], moment, rules)
    expect(light).toMatchObject({ level, clause, reason: { code: 'progress', gap } })
  })

  it('of two units is that of their sums: 30 + 20 of 40 + 40, target 98: 81.6 − 51.0 = 30.6', () => {
    const cells = [cell({ plan: q(40), approved: q(30) }), cell({ plan: q(40), approved: q(20) })]
    expect(lightOf(quantity, cells, moment, rules)).toMatchObject({
      level: 'far-behind',
      reason: { gap: '30.6' },
    })
  })

  it('of a rate compares rates: 30/40 + 10/40 is 50 %, planned 90 % of each, 40 points', () => {
    const rate = { ...quantity, kind: 'rate', value: decimal(100), unit: '%' } as const
    const cells = [cell({ plan: q(90), approved: q(30, 40) }), cell({ plan: q(90), approved: q(10, 40) })]
    expect(lightOf(rate, cells, moment, rules)).toMatchObject({
      level: 'far-behind',
      reason: { gap: '40', planned: { percent: '90' }, done: { percent: '50' } },
    })
    const covered = [cell({ plan: q(90), approved: q(40, 40) })]
    expect(lightOf(rate, covered, moment, rules).level).toBe('reached')
  })

  it.each([
    // Not to exceed 50; 40 allowed by November.
    ['40 of 40 allowed', 40, 'on-plan', 'R2'],
    ['42 of 40: 84 − 80 = 4 points over', 42, 'behind', 'R5'],
    ['46 of 40: 92 − 80 = 12 points over', 46, 'far-behind', 'R5'],
  ] as const)('that must not be exceeded: %s', (_, approved, level, clause) => {
    const ceiling = { ...quantity, comparator: 'lte', value: decimal(50) } as const
    const light = lightOf(ceiling, [cell({ plan: q(40), approved: q(approved) })], moment, rules)
    expect(light).toMatchObject({ level, clause })
  })

  it('that was not exceeded is reached when its time is over, not before', () => {
    const ceiling = { ...quantity, comparator: 'lte', value: decimal(50) } as const
    const cells = [cell({ plan: q(50), approved: q(48) })]
    expect(lightOf(ceiling, cells, moment, rules).level).toBe('on-plan')
    const december = { month: monthOf(2023, 12), pastDue: [] }
    expect(lightOf(ceiling, cells, december, rules)).toMatchObject({ level: 'reached', clause: 'R1' })
  })

  const stages = [
    { stage: '开工', dueOn: plainDate(2023, 3, 31) },
    { stage: '竣工', dueOn: plainDate(2023, 10, 31) },
    { stage: '投用', dueOn: plainDate(2023, 12, 31) },
  ]
  const building = { ...quantity, kind: 'milestone', value: null, comparator: null, unit: null } as const
  it.each([
    ['at 竣工, due', '竣工', 'on-plan'],
    ['at 开工, 竣工 30 days late', '开工', 'behind'],
    ['未启动, 开工 244 days late', null, 'far-behind'],
    ['投用 already, the last stage', '投用', 'reached'],
  ] as const)('by stages: %s', (_, stage, level) => {
    expect(lightOf(building, [cell({ stages, stage })], moment, rules).level).toBe(level)
  })

  it('by stages is ahead when a later stage is reached, and not due before the first', () => {
    const may = { month: monthOf(2023, 5), pastDue: [] }
    expect(lightOf(building, [cell({ stages, stage: '竣工' })], may, rules).level).toBe('ahead')
    const january = { month: monthOf(2023, 1), pastDue: [] }
    expect(lightOf(building, [cell({ stages, stage: null })], january, rules).level).toBe('not-due')
  })

  it.each([
    ['no interruption', '0', '0', 'on-plan'],
    ['one interruption', '1', '0', 'behind'],
    ['five interruptions', '5', '0', 'far-behind'],
    ['4 complaints of 1,000: below five', '0', '4', 'on-plan'],
    ['5 complaints of 1,000', '0', '5', 'behind'],
    ['20 complaints of 1,000', '0', '20', 'far-behind'],
  ] as const)('of a service: %s', (_, outages, complaints, level) => {
    const service = { served: decimal(1000), outages: decimal(outages), complaints: decimal(complaints) }
    const light = lightOf({ ...building, kind: 'service' }, [cell({ service })], moment, rules)
    expect(light).toMatchObject({ level, clause: 'R6' })
  })

  it.each([
    ['one month past due', 10, 'behind'],
    ['two months past due', 9, 'far-behind'],
  ] as const)('of what is on plan and not reported for %s', (_, last, level) => {
    const silent = cell({ plan: q(90), approved: q(90), reportedFor: monthOf(2023, last) })
    const late = { month: november, pastDue: [monthOf(2023, 9), monthOf(2023, 10), november] }
    expect(lightOf(quantity, [silent], late, rules)).toMatchObject({ level, clause: 'R7' })
    const other = cell({ plan: q(0), approved: q(0) })
    expect(lightOf(quantity, [silent, other], late, rules).clause).toBe('R2')
  })

  it('says so where nothing is planned or due', () => {
    expect(lightOf(quantity, [], moment, rules)).toMatchObject({ level: 'unplanned', clause: 'R0' })
    expect(lightOf(quantity, [cell({ plan: q(0) })], moment, rules).level).toBe('not-due')
  })

  it('of one share is measured against the share: 20 of 25, planned 25: 100 − 80 = 20 points', () => {
    const own = cell({ share: q(25), plan: q(25), approved: q(20) })
    expect(cellLight(quantity, own, moment, rules)).toMatchObject({ level: 'behind', reason: { gap: '20' } })
  })
})

describe('more progress', () => {
  const amounts = fc.integer({ min: 0, max: 300 })
  it('never worsens a light', () => {
    const levelAt = (plan: number, value: number) =>
      lightOf(quantity, [cell({ plan: q(plan), approved: q(value) })], moment, rules).level
    const neverWorse = fc.property(amounts, amounts, amounts, (plan, approved, more) => {
      // Before anything is due there is nothing to be better or worse than.
      fc.pre(plan > 0)
      return goodness(levelAt(plan, approved + more)) >= goodness(levelAt(plan, approved))
    })
    expect(() => fc.assert(neverWorse)).not.toThrow()
  })

  it('of any unit, in any order of units, neither', () => {
    const levels = fc.array(fc.tuple(amounts, amounts), { minLength: 1, maxLength: 8 })
    const neverWorse = fc.property(levels, amounts, fc.nat(), (units, more, which) => {
      const cellsOf = (extra: number) =>
        units.map(([plan, approved], index) =>
          cell({
            plan: q(plan + 1),
            approved: q(index === which % units.length ? approved + extra : approved),
          }),
        )
      const light = lightOf(quantity, cellsOf(0), moment, rules).level
      const turned = lightOf(quantity, cellsOf(0).toReversed(), moment, rules).level
      const better = lightOf(quantity, cellsOf(more), moment, rules).level
      return turned === light && goodness(better) >= goodness(light)
    })
    expect(() => fc.assert(neverWorse)).not.toThrow()
  })

  function goodness(level: Parameters<typeof compareLevels>[0]): number {
    return -compareLevels(level, 'reached')
  }
})

describe('the sentence of a light', () => {
  const light = lightOf(quantity, [cell({ plan: q(90), approved: q(70) })], moment, rules)
  it('holds its numbers and cites its rule', () => {
    expect(lightSentence(light, 'red', 'zh')).toBe(
      '11月底应完成91.8%（90个），实际71.4%（70个），差20.4个百分点，按规则 R3 为红。',
    )
    expect(lightSentence(light, 'red', 'en')).toBe(
      'Due by the end of November: 91.8% (90 个); done 71.4% (70 个); 20.4 points short: red by rule R3.',
    )
  })

  it('of large figures groups their digits', () => {
    const target = { ...quantity, value: decimal(22400), unit: '套' } as const
    const many = lightOf(target, [cell({ plan: q(11200), approved: q(11200) })], moment, rules)
    expect(lightSentence(many, 'green', 'zh')).toBe(
      '11月底应完成50%（11,200套），实际50%（11,200套），与计划持平，按规则 R2 为绿。',
    )
  })

  it('of a rate planned in per cent says the per cent alone, of seven units as of one', () => {
    const rate = { ...quantity, kind: 'rate', value: decimal(100), unit: '%' } as const
    const cells = Array.from({ length: 7 }, () => cell({ plan: q('83.3'), approved: q(9, 10) }))
    expect(lightSentence(lightOf(rate, cells, moment, rules), 'green', 'zh')).toBe(
      // 90 − 83.3 = 6.7
      '11月底应完成83.3%，实际90%（63/70），超6.7个百分点，按规则 R2 为绿。',
    )
  })

  it('of a service without an incident counts none', () => {
    const service = lightOf(
      { ...quantity, kind: 'service', value: null, comparator: null },
      [cell({})],
      moment,
      rules,
    )
    expect(lightSentence(service, 'green', 'zh')).toBe('11月没有中断和诉求的记录，按规则 R6 为绿。')
  })

  it('of a stage names the stage, its day and the delay: from 31 October to 30 November are 30 days', () => {
    const stages = [{ stage: '竣工', dueOn: plainDate(2023, 10, 31) }]
    const late = lightOf(
      { ...quantity, kind: 'milestone', value: null as Decimal | null, comparator: null },
      [cell({ stages, stage: null })],
      moment,
      rules,
    )
    expect(lightSentence(late, 'yellow', 'zh')).toBe(
      '“竣工”应于10月31日前完成，到11月底已过30天，还没有审定的节点，按规则 R4 为黄。',
    )
  })
})
