import { describe, expect, it } from 'vitest'
import type { Programme, Task } from '../programme/programme.ts'
import type { Target } from '../programme/target.ts'
import { decimal } from '../values/decimal.ts'
import type { IndicatorId } from '../values/ids.ts'
import { plainDate, type PlainDate } from '../values/plain-date.ts'
import { carriedTable, isCrossYear, restOf } from './carry-over.ts'

const target = (value: string | null, over: Partial<Target> = {}): Target => ({
  kind: 'quantity',
  action: '新增',
  object: '托位数',
  comparator: value === null ? null : 'eq',
  value: value === null ? null : decimal(value),
  valueMax: null,
  unit: '个',
  deadline: null,
  ledger: 'points',
  ...over,
})

const figure = (value: string) => ({ value: decimal(value), denominator: null })

describe('what is left', () => {
  it.each([
    ['3400', '3000', {}, '400'],
    ['85.6', '80.1', {}, '5.5'],
    ['3400', '3400', {}, null],
    ['3400', '3500', {}, null],
    // Nothing was begun: the whole goes on.
    ['3400', '0', {}, null],
    ['98', '90', { kind: 'rate' }, null],
    ['20', '10', { comparator: 'lte' }, null],
    ['20', '15', { comparator: 'range', valueMax: decimal('25') }, null],
    ['20', '15', { comparator: 'gte' }, '5'],
  ] as const)('of %s after %s %o is %s', (value, done, over, rest) => {
    expect(restOf(target(value, over), figure(done))).toBe(rest)
  })

  it('is the whole where nothing was reviewed', () => {
    expect(restOf(target('20'), null)).toBeNull()
  })
})

it.each([
  [plainDate(2024, 6, 30), true],
  [plainDate(2023, 12, 31), false],
  [null, false],
])('a promise due %s reaches beyond 2023: %s', (deadline, crosses) => {
  expect(isCrossYear({ deadline }, 2023)).toBe(crosses)
})

const place = { block: 0, start: 0, end: 0 }

function task(
  no: string,
  text: string,
  spans: readonly (readonly [id: string, words: string, value: string | null])[],
  deadline: PlainDate | null = null,
): Task {
  return {
    id: no as Task['id'],
    no,
    text,
    deadline,
    place,
    leaders: [{ name: '狄志强', place, postId: 'p' as Task['leaders'][number]['postId'] }],
    leadUnits: [{ name: '市教育局', place, unitId: 'u' as Task['leadUnits'][number]['unitId'], members: [] }],
    cooperatingUnits: [],
    indicators: spans.map(([id, words, value]) => ({
      ...target(value),
      id: id as IndicatorId,
      start: text.indexOf(words),
      end: text.indexOf(words) + words.length,
      level: 'planned' as const,
      reported: null,
    })),
  }
}

const programme: Programme = {
  id: 'P' as Programme['id'],
  year: 2023,
  title: '2023年度常州市民生实事项目任务分解表',
  adoptedAt: '2023-01-31T00:00:00.000Z',
  amendmentNo: 0,
  document: { id: 'D' as Programme['document']['id'], fileName: 'a.docx' },
  projects: [
    {
      id: 'A' as Programme['projects'][number]['id'],
      no: 1,
      name: '善育',
      tasks: [task('1.1', '全部都已做完1件。', [['done', '全部都已做完1件', '1']])],
    },
    {
      id: 'B' as Programme['projects'][number]['id'],
      no: 2,
      name: '优学',
      tasks: [
        task('2.1', '新增普惠托班数176个、新增托位数3400个，提升质量。', [
          ['a', '新增普惠托班数176个', '176'],
          ['b', '新增托位数3400个', '3400'],
        ]),
        task(
          '2.2',
          '为2.7万名学生体检，建成2所学校、扩建2所学校各2所。',
          [
            ['c', '为2.7万名学生体检', '27000'],
            ['d', '建成2所学校、扩建2所学校各2所', '2'],
          ],
          plainDate(2024, 6, 30),
        ),
      ],
    },
  ],
}
const carry = (...carried: (readonly [string, string | null])[]) =>
  carriedTable(
    programme,
    carried.map(([id, rest]) => ({
      indicatorId: id as IndicatorId,
      rest: rest === null ? null : decimal(rest),
    })),
  )
const texts = (...carried: (readonly [string, string | null])[]) =>
  carry(...carried).projects.flatMap(({ tasks }) => tasks.map(({ no, text }) => `${no} ${text}`))

describe('the table of the next year', () => {
  it('holds what goes on, numbered anew, under the next year', () => {
    const table = carry(['a', null], ['b', null])
    expect(table).toMatchObject({ title: '2024年度常州市民生实事项目任务分解表', year: 2024 })
    expect(table.projects).toEqual([
      {
        no: 1,
        name: '优学',
        tasks: [
          {
            no: '1.1',
            text: '新增普惠托班数176个、新增托位数3400个，提升质量。',
            leaders: ['狄志强'],
            leadUnits: ['市教育局'],
            cooperatingUnits: [],
            deadline: null,
          },
        ],
      },
    ])
  })

  it.each([
    // One of two promises: its own words alone.
    [[['b', null]], ['1.1 新增托位数3400个。']],
    [[['b', '400']], ['1.1 新增托位数400个。']],
    [
      [
        ['a', '26'],
        ['b', '400'],
      ],
      ['1.1 新增普惠托班数26个、新增托位数400个，提升质量。'],
    ],
    // 2.7万 is 27,000; what is left stands in plain figures.
    [[['c', '3000']], ['1.1 为3000名学生体检。']],
    // The figure stands there three times: which one is meant, nobody can tell.
    [[['d', '1']], ['1.1 建成2所学校、扩建2所学校各2所。']],
  ] as const)('of %o says %o', (carried, expected) => {
    expect(texts(...carried)).toEqual(expected)
  })

  it('keeps the day of what was promised beyond the year', () => {
    expect(carry(['c', null]).projects[0]?.tasks[0]?.deadline).toBe('2024-06-30')
  })

  it('names its year where the title names none', () => {
    expect(carriedTable({ ...programme, title: '民生实事任务分解表' }, []).title).toBe(
      '2024年度民生实事任务分解表',
    )
  })
})
