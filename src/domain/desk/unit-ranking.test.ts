import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lightLevels, type LightLevel } from '../light/light-level.ts'
import type { IndicatorId, ProjectId, TaskId, UnitId } from '../values/ids.ts'
import { plainDate } from '../values/plain-date.ts'
import { lightMatrix } from './light-matrix.ts'
import { unitAnswers, type UnitAnswer } from './unit-answers.ts'
import { rankUnits } from './unit-ranking.ts'

const levels = {
  k: 'on-plan',
  a: 'ahead',
  r: 'reached',
  b: 'behind',
  f: 'far-behind',
  n: 'not-due',
  u: 'unplanned',
} as const satisfies Record<string, LightLevel>

function answersOf(units: Readonly<Record<string, string>>, isLead = false) {
  return {
    units: Object.keys(units).map((name) => ({ id: name as UnitId, name })),
    answers: new Map(
      Object.entries(units).map(([name, marks]): [UnitId, UnitAnswer[]] => [
        name as UnitId,
        marks.split('').map((mark, index) => ({
          indicatorId: `${index}` as IndicatorId,
          projectId: 'p' as ProjectId,
          isLead,
          // In capitals: closed since.
          isClosed: mark !== mark.toLowerCase(),
          level: levels[mark.toLowerCase() as keyof typeof levels],
        })),
      ]),
    ),
  }
}

describe('units are ranked', () => {
  it.each<[string, Record<string, string>, Record<string, number | null>]>([
    ['by the share kept', { 甲: 'kb', 乙: 'kkb', 丙: 'k' }, { 丙: 1, 乙: 2, 甲: 3 }], // 1/1, 2/3, 1/2
    ['reached and ahead count as kept', { 甲: 'ra', 乙: 'kb' }, { 甲: 1, 乙: 2 }],
    ['equal shares by the share far behind', { 甲: 'kf', 乙: 'kkbb' }, { 乙: 1, 甲: 2 }], // 1/2 each; 1/2 and 0/4 far behind
    [
      'full equals share a rank and the next is skipped',
      { 甲: 'kb', 乙: 'kkbb', 丙: 'b' },
      { 甲: 1, 乙: 1, 丙: 3 },
    ],
    [
      'three equals, then the fourth',
      { 甲: 'k', 乙: 'kk', 丙: 'kkk', 丁: 'b' },
      { 甲: 1, 乙: 1, 丙: 1, 丁: 4 },
    ],
    ['two pairs', { 甲: 'k', 乙: 'k', 丙: 'b', 丁: 'b', 戊: 'f' }, { 甲: 1, 乙: 1, 丙: 3, 丁: 3, 戊: 5 }],
    ['what was not due or not planned weighs nothing', { 甲: 'knnuu', 乙: 'kb' }, { 甲: 1, 乙: 2 }], // 1/1, 1/2
    ['what is closed is due and kept, whatever its light', { 甲: 'FNb', 乙: 'kkb' }, { 甲: 1, 乙: 1 }], // 2/3 each
    ['nobody without anything due', { 甲: 'nu', 乙: 'f', 丙: '' }, { 乙: 1, 甲: null, 丙: null }],
    ['thirds compare exactly', { 甲: 'kbb', 乙: 'kkbbbb', 丙: 'kkkbbbbbb' }, { 甲: 1, 乙: 1, 丙: 1 }],
  ])('%s', (_, units, expected) => {
    const { units: named, answers } = answersOf(units)
    const { carriers } = rankUnits(named, answers)
    expect(Object.fromEntries(carriers.map(({ name, rank }) => [name, rank]))).toEqual(expected)
  })

  it('those that lead apart from those that carry shares', () => {
    const lead = answersOf({ 甲: 'b' }, true)
    const carrier = answersOf({ 乙: 'k' })
    const ranking = rankUnits(
      [...lead.units, ...carrier.units],
      new Map([...lead.answers, ...carrier.answers]),
    )
    expect(ranking.leads.map(({ name, rank }) => [name, rank])).toEqual([['甲', 1]])
    expect(ranking.carriers.map(({ name, rank }) => [name, rank])).toEqual([['乙', 1]])
  })

  it('so that a rank says how many stand before, and neither a better light nor closing ever lowers it', () => {
    const marks = fc
      .array(fc.constantFrom(...Object.keys(levels)), { maxLength: 6 })
      .map((all) => all.join(''))
    fc.assert(
      fc.property(fc.array(marks, { minLength: 1, maxLength: 6 }), (each) => {
        const all = Object.fromEntries(each.map((text, index) => [`单位${index}`, text]))
        const { units, answers } = answersOf(all)
        const { carriers } = rankUnits(units, answers)
        for (const unit of carriers.filter(({ rank }) => rank !== null)) {
          const better = carriers.filter(({ rank }) => rank !== null && rank < (unit.rank ?? 0)).length
          expect(unit.rank).toBe(better + 1)
        }
        const rankOf = (ranked: typeof carriers) => ranked.find(({ name }) => name === '单位0')?.rank
        const before = rankOf(carriers)
        if (before === null || before === undefined) return
        // Mended, and closed as it is.
        for (const turned of ['k', 'B', 'F', 'N', 'U']) {
          const after = answersOf({ ...all, 单位0: (all['单位0'] ?? '').replace(/[bf]/, turned) })
          expect(rankOf(rankUnits(after.units, after.answers).carriers)).toBeLessThanOrEqual(before)
        }
      }),
    )
  })
})

describe('the matrix of lights', () => {
  const judged = {
    programme: {
      tasks: [
        { id: 't1' as TaskId, projectId: 'p1' as ProjectId },
        { id: 't2' as TaskId, projectId: 'p2' as ProjectId },
      ],
      units: ['局', '区', '闲'].map((name) => ({ id: name as UnitId, name })),
      indicators: [
        { id: 'i1' as IndicatorId, taskId: 't1' as TaskId, leadUnitId: '局' as UnitId, closedOn: null },
        { id: 'i2' as IndicatorId, taskId: 't2' as TaskId, leadUnitId: '局' as UnitId, closedOn: null },
      ],
    },
    subjects: [
      { scope: 'indicator' as const, subjectId: 'i1' as IndicatorId, level: 'behind' as const },
      { scope: 'indicator' as const, subjectId: 'i2' as IndicatorId, level: 'on-plan' as const },
      { scope: 'task' as const, subjectId: 't1' as TaskId, level: 'far-behind' as const },
    ],
    shares: [
      { indicatorId: 'i1' as IndicatorId, unitId: '区' as UnitId, level: 'far-behind' as const },
      // What a unit leads it answers for as a whole, not by its share.
      { indicatorId: 'i1' as IndicatorId, unitId: '局' as UnitId, level: 'far-behind' as const },
    ],
  }

  it('has for each unit what it leads and its shares of the rest; nobody without either', () => {
    const projects = [{ id: 'p1' as ProjectId }, { id: 'p2' as ProjectId }]
    const { rows } = lightMatrix(judged.programme.units, projects, unitAnswers(judged))
    expect(rows).toEqual([
      {
        unitId: '局',
        name: '局',
        cells: [
          { count: 1, lagging: 1, worst: 'behind' },
          { count: 1, lagging: 0, worst: 'on-plan' },
        ],
        total: { count: 2, lagging: 1, worst: 'behind' },
      },
      {
        unitId: '区',
        name: '区',
        cells: [{ count: 1, lagging: 1, worst: 'far-behind' }, null],
        total: { count: 1, lagging: 1, worst: 'far-behind' },
      },
    ])
  })

  it('has nothing lagging in what is closed, nor in the shares of it', () => {
    const indicators = judged.programme.indicators.map((each) => ({
      ...each,
      closedOn: each.id === 'i1' ? plainDate(2023, 9, 1) : null,
    }))
    const answers = unitAnswers({ ...judged, programme: { ...judged.programme, indicators } })
    const { rows } = lightMatrix(judged.programme.units, [{ id: 'p1' as ProjectId }], answers)
    expect(rows.map(({ name, total }) => [name, total])).toEqual([
      ['局', { count: 2, lagging: 0, worst: 'on-plan' }],
      ['区', { count: 1, lagging: 0, worst: 'reached' }],
    ])
  })

  it('knows every level', () => {
    expect(new Set(Object.values(levels))).toEqual(new Set(lightLevels))
  })
})
