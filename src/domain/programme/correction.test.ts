import { describe, expect, it } from 'vitest'
import { foldCorrections, type Correction } from './correction.ts'
import { decimal } from '../values/decimal.ts'
import type { DraftIndicator, DraftProgramme } from './draft.ts'
import type { ProblemCode } from '../problems/problem.ts'
import type { Target } from './target.ts'

const text = '新建公园3个、绿道5公里。'
const place = { block: 0, start: 0, end: text.length }

function target(object: string, value: string, unit: string): Target {
  return {
    kind: 'quantity',
    action: '新建',
    object,
    comparator: 'eq',
    value: decimal(value),
    valueMax: null,
    unit,
    deadline: null,
    ledger: 'points',
  }
}

function indicator(key: string, start: number, end: number, of: Target): DraftIndicator {
  return { ...of, key, start, end, confidence: 0.8, doubts: ['shared-verb'], origin: 'read' }
}

const parks = indicator('i1.1.1', 0, 6, target('公园', '3', '个'))
const paths = indicator('i1.1.2', 7, 12, target('绿道', '5', '公里'))

const draft: DraftProgramme = {
  title: '任务分解表',
  titlePlace: null,
  year: 2030,
  projects: [
    {
      key: 'p1',
      no: 1,
      noPlace: null,
      name: '绿化工程',
      place,
      tasks: [
        {
          key: 't1.1',
          no: '1.1',
          text,
          place,
          leaders: [],
          leadUnits: [],
          cooperatingUnits: [],
          deadline: null,
          deadlinePlace: null,
          indicators: [parks, paths],
          notTargets: [],
          milestones: [],
          reported: [],
        },
      ],
    },
  ],
  rules: [],
  otherTables: [],
  ignored: [],
  warnings: [],
}

function indicatorsAfter(...corrections: Correction[]) {
  const task = foldCorrections(draft, corrections).draft.projects[0]?.tasks[0]
  return task?.indicators.map(({ key, start, end, value, origin, doubts }) => ({
    key,
    start,
    end,
    value,
    origin,
    doubts,
  }))
}

describe('a corrected draft', () => {
  it('is what was read when nothing was corrected', () => {
    expect(foldCorrections(draft, [])).toEqual({ draft, unitChoices: {}, depth: 0 })
  })

  it('keeps a confirmed reading and takes its doubts away', () => {
    expect(indicatorsAfter({ type: 'confirm', indicator: 'i1.1.1' })?.[0]).toMatchObject({
      origin: 'confirmed',
      doubts: [],
      value: '3',
    })
  })

  it('confirms a whole task at once, but only what needed a look', () => {
    const first: Correction = {
      type: 'change-target',
      indicator: 'i1.1.1',
      target: target('公园', '4', '个'),
    }
    const after = indicatorsAfter(first, { type: 'confirm-task', task: 't1.1' })
    expect(after?.map(({ key, origin }) => [key, origin])).toEqual([
      ['i1.1.1', 'corrected'],
      ['i1.1.2', 'confirmed'],
    ])
  })

  it('holds a changed target in its old place', () => {
    const change: Correction = {
      type: 'change-target',
      indicator: 'i1.1.1',
      target: target('公园', '4', '个'),
    }
    expect(indicatorsAfter(change)?.[0]).toEqual({
      key: 'i1.1.1',
      start: 0,
      end: 6,
      value: '4',
      origin: 'corrected',
      doubts: [],
    })
  })

  it('states a dismissed reading as not a target', () => {
    const state = foldCorrections(draft, [{ type: 'not-a-target', indicator: 'i1.1.1' }])
    expect(state.draft.projects[0]?.tasks[0]?.notTargets).toEqual([{ start: 0, end: 6, why: 'dismissed' }])
    expect(indicatorsAfter({ type: 'not-a-target', indicator: 'i1.1.1' })).toHaveLength(1)
  })

  it('splits one reading into its parts, in the order of the text', () => {
    const split: Correction = {
      type: 'split',
      indicator: 'i1.1.1',
      parts: [
        { key: 'b', start: 4, end: 6, target: target('公园', '3', '个') },
        { key: 'a', start: 0, end: 4, target: target('新公园', '1', '个') },
      ],
    }
    expect(indicatorsAfter(split)?.map(({ key }) => key)).toEqual(['a', 'b', 'i1.1.2'])
  })

  it('merges two readings over both stretches and keeps the first target', () => {
    expect(indicatorsAfter({ type: 'merge', indicator: 'i1.1.1', with: 'i1.1.2' })).toEqual([
      { key: 'i1.1.1', start: 0, end: 12, value: '3', origin: 'corrected', doubts: [] },
    ])
  })

  it('adds a target where a number was left out, and the number is no longer left out', () => {
    const state = foldCorrections(draft, [
      { type: 'not-a-target', indicator: 'i1.1.1' },
      { type: 'add-target', task: 't1.1', key: 'new', start: 2, end: 6, target: target('公园', '3', '个') },
    ])
    expect(state.draft.projects[0]?.tasks[0]?.notTargets).toEqual([])
    expect(state.draft.projects[0]?.tasks[0]?.indicators[0]).toMatchObject({ key: 'new', origin: 'added' })
  })

  it('remembers what a printed unit name stands for', () => {
    const choice = { kind: 'new', name: '市园林局', unitKind: 'department' } as const
    expect(foldCorrections(draft, [{ type: 'choose-unit', name: '园林', choice }]).unitChoices).toEqual({
      园林: choice,
    })
  })

  it('takes corrections back one by one, newest first', () => {
    const first: Correction = { type: 'confirm', indicator: 'i1.1.1' }
    const second: Correction = { type: 'confirm', indicator: 'i1.1.2' }
    expect(foldCorrections(draft, [first, second, { type: 'undo' }])).toEqual(foldCorrections(draft, [first]))
    expect(foldCorrections(draft, [first, second, { type: 'undo' }, { type: 'undo' }])).toEqual(
      foldCorrections(draft, []),
    )
  })

  const refused: [string, Correction, ProblemCode][] = [
    ['an indicator that is not there', { type: 'confirm', indicator: 'i9' }, 'correction.not-found'],
    [
      'a task that is not there',
      { type: 'add-target', task: 't9', key: 'n', start: 0, end: 2, target: parks },
      'correction.not-found',
    ],
    ['a split into one', { type: 'split', indicator: 'i1.1.1', parts: [] }, 'correction.split-needs-parts'],
    [
      'a part outside the promise',
      {
        type: 'split',
        indicator: 'i1.1.1',
        parts: [
          { key: 'a', start: 0, end: 3, target: parks },
          { key: 'b', start: 3, end: 9, target: parks },
        ],
      },
      'correction.bad-span',
    ],
    [
      'a stretch beyond the text',
      { type: 'add-target', task: 't1.1', key: 'n', start: 0, end: 99, target: parks },
      'correction.bad-span',
    ],
    [
      'a key that is taken',
      { type: 'add-target', task: 't1.1', key: 'i1.1.2', start: 0, end: 2, target: parks },
      'correction.key-taken',
    ],
    [
      'a quantity without a value',
      { type: 'change-target', indicator: 'i1.1.1', target: { ...parks, value: null, comparator: null } },
      'target.no-value',
    ],
    [
      'a value without a comparator',
      { type: 'change-target', indicator: 'i1.1.1', target: { ...parks, comparator: null } },
      'target.value-without-comparator',
    ],
    [
      'a range with one end',
      { type: 'change-target', indicator: 'i1.1.1', target: { ...parks, comparator: 'range' } },
      'target.range-ends',
    ],
    [
      'a range that ends before it begins', // 20 > 10, though "20" < "3" as text
      {
        type: 'change-target',
        indicator: 'i1.1.1',
        target: { ...parks, comparator: 'range', value: decimal(20), valueMax: decimal(10) },
      },
      'target.range-ends',
    ],
    [
      'a promise of nothing',
      { type: 'change-target', indicator: 'i1.1.1', target: { ...parks, object: ' ' } },
      'target.no-object',
    ],
    ['an undo of nothing', { type: 'undo' }, 'correction.nothing-to-undo'],
  ]
  it.each(refused)('refuses %s', (_what, correction, code) => {
    expect(() => foldCorrections(draft, [correction])).toThrowError(expect.objectContaining({ code }))
  })
})
