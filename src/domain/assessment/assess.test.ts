import { describe, expect, it } from 'vitest'
import { decimal } from '../values/decimal.ts'
import type { IndicatorId, UnitId } from '../values/ids.ts'
import { monthOf } from '../values/month.ts'
import { assess, type AssessmentRule } from './assess.ts'
import type { AssessedPromise, AssessedUnit } from './assessed-unit.ts'
import { arithmeticInWords } from './account-words.ts'
import { checkScheme, defaultScheme, schemeFor, type AssessmentScheme } from './scheme.ts'

const promise = (percent: string, over: Partial<AssessedPromise> = {}): AssessedPromise => ({
  indicatorId: `I${percent}` as IndicatorId,
  percent: decimal(percent),
  measured: true,
  monthsEarly: null,
  ...over,
})
const blank: AssessedUnit = {
  unitId: 'U' as UnitId,
  unit: '武进区',
  group: 'districts',
  projects: 1,
  promises: [],
  lights: [],
  reports: [],
  satisfaction: null,
  lapsedOrders: [],
  falseReports: [],
}
const light = (month: number, level: AssessedUnit['lights'][number]['level']) => ({
  month: monthOf(2023, month),
  level,
})
const report = (month: number, due: number, onTime: number) => ({ month: monthOf(2023, month), due, onTime })
const doubt = (month: number) => ({ indicatorId: 'I' as IndicatorId, month: monthOf(2023, month) })

const lineOf = (rule: AssessmentRule, unit: Partial<AssessedUnit>, over: Partial<AssessmentScheme> = {}) => {
  const line = assess({ ...blank, ...unit }, { ...defaultScheme, ...over }).lines.find(
    (each) => each.rule === rule,
  )
  return (
    line && [line.points, ...('times' in line.arithmetic ? [arithmeticInWords(line, 'zh')] : line.arithmetic)]
  )
}

describe('the default scheme: 50 completion, 25 progress, 15 reporting, 10 satisfaction', () => {
  const whole: AssessedUnit = {
    ...blank,
    promises: [promise('100'), promise('80')],
    lights: [light(1, 'on-plan'), light(2, 'behind')],
    reports: [report(1, 4, 4), report(2, 4, 4)],
    satisfaction: { value: decimal('90.5'), source: '人大测评' },
  }

  it('adds up what is printed', () => {
    const account = assess(whole, defaultScheme)
    expect(account.lines.map(({ rule, points, arithmetic }) => [rule, points, arithmetic])).toEqual([
      ['completion', '45', ['(100 + 80) ÷ 2 = 90', '90 × 50 ÷ 100 = 45']],
      ['progress', '20', ['(100 + 60) ÷ 2 = 80', '80 × 25 ÷ 100 = 20']],
      ['reporting', '15', ['8 ÷ 8 × 100 = 100', '100 × 15 ÷ 100 = 15']],
      // 90.5 × 10 ÷ 100 = 9.05
      ['satisfaction', '9.05', ['90.5 × 10 ÷ 100 = 9.05']],
    ])
    // 45 + 20 + 15 + 9.05
    expect(account).toMatchObject({ sum: '89.05', coefficient: '1', score: '89.05', leftOut: [] })
  })

  it('leaves out what nothing is known of, and takes the other weights to be the whole', () => {
    const { lines, leftOut, score } = assess(
      { ...whole, satisfaction: null, lights: [light(1, 'not-due')] },
      defaultScheme,
    )
    expect(leftOut).toEqual(['progress', 'satisfaction'])
    // The whole is 50 + 15 = 65: 90 × 50 ÷ 65 = 69.230… and 100 × 15 ÷ 65 = 23.076…
    expect(lines.map(({ points }) => points)).toEqual(['69.23', '23.08'])
    expect(score).toBe('92.31')
  })

  it('gives nothing for nothing', () => {
    expect(assess(blank, defaultScheme)).toMatchObject({ lines: [], sum: '0', score: '0' })
  })
})

describe('a component', () => {
  const alone = (rule: 'completion' | 'progress' | 'reporting' | 'satisfaction') => ({
    weights: {
      completion: decimal(0),
      progress: decimal(0),
      reporting: decimal(0),
      satisfaction: decimal(0),
      [rule]: decimal(100),
    },
  })
  it.each([
    // Over-fulfilment does not make up for what was not kept: (100 + 40) ÷ 2.
    ['completion', { promises: [promise('283.6'), promise('40')] }, '70'],
    ['completion', { promises: [promise('0')] }, '0'],
    // (100 + 100 + 33.3) ÷ 3 = 77.766…
    ['completion', { promises: [promise('100'), promise('100'), promise('33.3')] }, '77.77'],
    // (100 + 100 + 100 + 60 + 0) ÷ 5; a month in which nothing was due counts for nothing.
    [
      'progress',
      {
        lights: [
          light(1, 'reached'),
          light(2, 'ahead'),
          light(3, 'on-plan'),
          light(4, 'behind'),
          light(5, 'far-behind'),
          light(6, 'not-due'),
        ],
      },
      '72',
    ],
    // 5 of 7: 71.428…
    ['reporting', { reports: [report(1, 3, 3), report(2, 4, 2)] }, '71.43'],
    ['reporting', { reports: [report(1, 3, 0)] }, '0'],
    ['satisfaction', { satisfaction: { value: decimal('98.56'), source: '347 名代表' } }, '98.56'],
  ] as const)('%s of %o is worth %s of 100', (rule, unit, points) => {
    expect(lineOf(rule, unit, alone(rule))?.[0]).toBe(points)
  })
})

describe('a bonus', () => {
  it.each([
    // Met in the month it is due in is no early month; one before is.
    ['early', { promises: [promise('100', { monthsEarly: 0 })] }, {}, undefined],
    [
      'early',
      { promises: [promise('100', { monthsEarly: 1 }), promise('101', { monthsEarly: 4 })] },
      {},
      ['1', '2 项 × 0.5 分 ＝ 1 分'],
    ],
    ['early', { promises: [promise('100', { monthsEarly: 2 })] }, { earlyMonths: 3 }, undefined],
    ['over', { promises: [promise('119.9')] }, {}, undefined],
    ['over', { promises: [promise('120'), promise('283.6')] }, {}, ['1', '2 项 × 0.5 分 ＝ 1 分']],
    // What has no figure cannot be over-fulfilled.
    ['over', { promises: [promise('150', { measured: false })] }, {}, undefined],
    // 12 × 0.5 = 6 is more than 5.
    [
      'early',
      { promises: Array.from({ length: 12 }, (_, no) => promise(String(100 + no), { monthsEarly: 1 })) },
      {},
      ['5', '12 项 × 0.5 分 ＝ 6 分，加分合计只余 5 分，加 5 分'],
    ],
    [
      'early',
      { promises: [promise('100', { monthsEarly: 1 })] },
      { bonuses: { early: decimal(0), over: decimal(1) } },
      undefined,
    ],
  ] as const)('%s of %o by %o', (rule, unit, over, line) => {
    expect(lineOf(rule, unit, over)).toEqual(line)
  })

  it('is limited with the others together', () => {
    const unit = { ...blank, promises: Array.from({ length: 8 }, () => promise('130', { monthsEarly: 2 })) }
    const { lines } = assess(unit, defaultScheme)
    // 8 × 0.5 = 4 for early; of another 4 for over-fulfilled 1 is left of 5.
    expect(lines.map((line) => [line.rule, line.points, arithmeticInWords(line, 'zh')]).slice(1)).toEqual([
      ['early', '4', '8 项 × 0.5 分 ＝ 4 分'],
      ['over', '1', '8 项 × 0.5 分 ＝ 4 分，加分合计只余 1 分，加 1 分'],
    ])
  })
})

describe('a deduction', () => {
  it.each([
    // February alone came late.
    ['late', { reports: [report(1, 3, 3), report(2, 3, 2)] }, ['-1', '1 次 × 1 分 ＝ 1 分']],
    ['late', { reports: [report(1, 3, 3)] }, undefined],
    [
      'far-behind',
      { lights: [light(3, 'far-behind'), light(4, 'far-behind'), light(5, 'behind')] },
      ['-0.4', '2 次 × 0.2 分 ＝ 0.4 分'],
    ],
    [
      'lapsed-order',
      { lapsedOrders: [{ order: '督〔2023〕3号 橙', month: monthOf(2023, 5) }] },
      ['-1', '1 次 × 1 分 ＝ 1 分'],
    ],
    ['false-report', { falseReports: [doubt(3), doubt(4)] }, ['-4', '2 次 × 2 分 ＝ 4 分']],
  ] as const)('%s of %o', (rule, unit, line) => {
    expect(lineOf(rule, unit)).toEqual(line)
  })

  it('names what it rests on', () => {
    const { lines } = assess({ ...blank, falseReports: [doubt(3)] }, defaultScheme)
    expect(lines[0]?.facts).toEqual([{ indicatorId: 'I', month: '2023-03-01', words: null, value: null }])
  })
})

describe('a limit of one kind', () => {
  const doubts = (count: number) => ({ falseReports: Array.from({ length: count }, () => doubt(3)) })
  const early = (count: number) => ({
    promises: Array.from({ length: count }, (_, no) => promise(String(100 + no), { monthsEarly: 1 })),
  })
  it.each([
    // 3 × 5 = 15 is more than 10; 2 × 5 = 10 is not.
    ['false-report', doubts(3), '10', ['-10', '3 次 × 5 分 ＝ 15 分，最多扣 10 分，扣 10 分']],
    ['false-report', doubts(2), '10', ['-10', '2 次 × 5 分 ＝ 10 分']],
    ['false-report', doubts(3), undefined, ['-15', '3 次 × 5 分 ＝ 15 分']],
    ['false-report', doubts(1), '0', ['0', '1 次 × 5 分 ＝ 5 分，最多扣 0 分，扣 0 分']],
    ['early', early(6), '2', ['2', '6 项 × 0.5 分 ＝ 3 分，最多加 2 分，加 2 分']],
    // Of all bonuses together no more than 5: 12 × 0.5 = 6 is limited twice.
    ['early', early(12), '5.5', ['5', '12 项 × 0.5 分 ＝ 6 分，最多加 5.5 分，加分合计只余 5 分，加 5 分']],
  ] as const)('of %s of %o, %s, gives %o', (rule, unit, most, line) => {
    const over = {
      deductions: { ...defaultScheme.deductions, 'false-report': decimal(5) },
      most: most === undefined ? {} : { [rule]: decimal(most) },
    }
    expect(lineOf(rule, unit, over)).toEqual(line)
  })

  it('leaves a score no lower than nothing', () => {
    const scheme = { ...defaultScheme, most: {} }
    // 2 − 3 × 2 = −4.
    const unit = { ...blank, promises: [promise('4')], ...doubts(3), reports: [report(1, 1, 0)] }
    const { sum, score } = assess(unit, scheme)
    // 4 × 50 ÷ 65 = 3.08; 0 × 15 ÷ 65 = 0; 3.08 − 1 − 6 = −3.92.
    expect([sum, score]).toEqual(['-3.92', '0'])
  })
})

describe('the coefficient', () => {
  it.each([
    // 1 + 0.2 per extra project: of four projects 1.6.
    // 33.33 × 1.6 = 53.328, rounded half up 53.33.
    [4, '0.2', '2', '1.6', '53.33'],
    [1, '0.2', '2', '1', '33.33'],
    [0, '0.2', '2', '1', '33.33'],
    [10, '0.2', '2', '2', '66.66'],
    [10, '0', '2', '1', '33.33'],
  ])('of %i projects at %s, at most %s, is %s', (projects, perExtraProject, most, factor, score) => {
    const scheme = {
      ...defaultScheme,
      coefficient: { perExtraProject: decimal(perExtraProject), most: decimal(most) },
    }
    const account = assess({ ...blank, projects, promises: [promise('33.33')] }, scheme)
    expect(account.coefficient).toBe(factor)
    expect(account.score).toBe(score)
  })
})

describe('a scheme', () => {
  it('counts from its year on', () => {
    const scheme = { ...defaultScheme, earlyMonths: 3 }
    const recorded = [
      { no: 1, fromYear: 2023, scheme },
      { no: 2, fromYear: 2025, scheme: defaultScheme },
    ]
    expect(schemeFor(recorded, 2022).no).toBe(0)
    expect(schemeFor(recorded, 2024).scheme.earlyMonths).toBe(3)
    expect(schemeFor(recorded, 2025).no).toBe(2)
  })

  it.each([
    [{ weights: { ...defaultScheme.weights, progress: decimal('25.1') } }, 'assessment.weights'],
    [
      { levelPoints: { ...defaultScheme.levelPoints, 'far-behind': decimal(61) } },
      'assessment.levels-out-of-order',
    ],
    [{ coefficient: { perExtraProject: decimal(0), most: decimal('0.9') } }, 'assessment.coefficient'],
  ] as const)('%o is refused as %s', (over, code) => {
    expect(() => checkScheme({ ...defaultScheme, ...over })).toThrow(expect.objectContaining({ code }))
  })

  it('of the product is fine', () => {
    expect(() => checkScheme(defaultScheme)).not.toThrow()
  })
})
