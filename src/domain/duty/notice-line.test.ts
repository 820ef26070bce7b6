import { assert, array, boolean, constantFrom, integer, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { NoticeId, PostId, ProgrammeId, UnitId } from '../values/ids.ts'
import { monthOf } from '../values/month.ts'
import { noticeKinds, type Notice } from './notice.ts'
import { linesOf } from './notice-line.ts'
import { noticeSentence } from './notice-sentence.ts'

let next = 0
const notice = (fields: Partial<Notice>): Notice => ({
  id: `n${next++}` as NoticeId,
  postId: 'post-1' as PostId,
  kind: 'returned',
  programmeId: 'P' as ProgrammeId,
  indicatorId: null,
  unitId: null,
  month: monthOf(2023, 2),
  details: {},
  givenAt: '2023-03-01T01:00:00.000Z',
  done: false,
  ...fields,
})

describe('the lines of an inbox', () => {
  it('put together what is of one kind and month, and add up what each counts', () => {
    const [line, ...others] = linesOf([
      notice({ kind: 'overdue', postId: 'a' as PostId, unitId: 'U1' as UnitId, details: { count: 3 } }),
      notice({ kind: 'overdue', postId: 'b' as PostId, unitId: 'U2' as UnitId, details: { count: 4 } }),
    ])
    expect(others).toEqual([])
    // 3 + 4; of two units, so the line names none.
    expect(line).toMatchObject({ count: 7, unitId: null, postIds: ['b', 'a'] })
  })

  it('count once what two posts of one person were told', () => {
    const told = { unitId: 'U1' as UnitId, details: { count: 3 } }
    expect(
      linesOf([notice({ ...told, postId: 'a' as PostId }), notice({ ...told, postId: 'b' as PostId })]),
    ).toMatchObject([{ count: 3, unitId: 'U1' }])
  })

  it.each([
    ['kinds', { kind: 'overdue' }],
    ['months', { month: monthOf(2023, 3) }],
    ['programmes', { programmeId: 'Q' as ProgrammeId }],
    ['steps', { details: { step: 'office' } }],
    ['states', { done: true }],
  ] as const)('keep apart different %s', (_what, fields) => {
    expect(linesOf([notice({}), notice(fields)])).toHaveLength(2)
  })

  it('begin with the newest', () => {
    const lines = linesOf([
      notice({ kind: 'frozen', givenAt: '2023-03-01T01:00:00.000Z' }),
      notice({ kind: 'overdue', givenAt: '2023-03-02T01:00:00.000Z' }),
    ])
    expect(lines.map(({ kind }) => kind)).toEqual(['overdue', 'frozen'])
  })

  it('hold every notice once, whatever there is, and say something of each in both languages', () => {
    const any = record({
      kind: constantFrom(...noticeKinds),
      month: constantFrom(monthOf(2023, 2), monthOf(2023, 3), null),
      done: boolean(),
      details: record({ count: integer({ min: 0, max: 9 }), dueOn: constantFrom('2023-03-03', 7, null) }),
    })
    assert(
      property(array(any), (given) => {
        const notices = given.map(notice)
        const lines = linesOf(notices)
        expect(lines.flatMap((line) => line.noticeIds).toSorted()).toEqual(
          notices.map(({ id }) => id).toSorted(),
        )
        for (const line of lines) {
          expect(noticeSentence(line, 'zh')).toMatch(/\p{Script=Han}.*。$/u)
          expect(noticeSentence(line, 'en')).not.toMatch(/\p{Script=Han}|undefined|null/u)
        }
      }),
    )
  })
})

describe('the sentence of a line', () => {
  const sentences = (fields: Partial<Notice>) => {
    const [line] = linesOf([notice(fields)])
    return line && [noticeSentence(line, 'zh'), noticeSentence(line, 'en')]
  }
  it.each([
    [
      { kind: 'returned', details: { promise: '新建口袋公园20个', reason: '请核对竣工清单', step: 'lead' } },
      [
        '“新建口袋公园20个”2023年2月的数被牵头单位退回：请核对竣工清单',
        '“新建口袋公园20个” for February 2023 was returned by the lead unit: 请核对竣工清单',
      ],
    ],
    [
      { kind: 'due-soon', details: { count: 1, dueOn: '2023-03-03' } },
      [
        '2023年2月的月报3月3日截止，还有 1 项没有报送。',
        'February 2023 is due on 3 March: 1 figure is not submitted yet.',
      ],
    ],
    [
      { kind: 'to-review', details: { count: 12, unit: '武进区', step: 'lead' } },
      ['武进区2023年2月有 12 项数等待审核。', '12 figures of 武进区 for February 2023 wait for review.'],
    ],
    [
      {
        kind: 'plan-decided',
        month: null,
        details: { promise: '新增托位', decision: 'refuse', reason: '缺依据' },
      },
      [
        '督查室没有同意“新增托位”的分解调整：缺依据',
        'The office refused the change of the plan of “新增托位”: 缺依据',
      ],
    ],
    [
      {
        kind: 'order-given',
        month: null,
        details: {
          about: 'O',
          number: '政督〔2023〕1号',
          subject: '管网改造',
          step: 'blue',
          dueOn: '2023-03-08',
        },
      },
      [
        '督办单（蓝）：政督〔2023〕1号 管网改造，请于3月8日前反馈。',
        'Blue order: 政督〔2023〕1号 管网改造, due on 8 March.',
      ],
    ],
    [
      {
        kind: 'order-answered',
        month: null,
        details: { about: 'O', subject: '管网改造', decision: 'return', reason: '缺照片' },
      },
      ['督办“管网改造”退回了办结反馈：缺照片', 'The office returned the reply on “管网改造”: 缺照片'],
    ],
    [
      {
        kind: 'order-lapsed',
        month: null,
        details: { about: 'O', subject: '管网改造', dueOn: '2023-03-08', decision: 'climbs' },
      },
      [
        '督办“管网改造”已过3月8日的时限没有反馈，请决定是否升级。',
        'The order “管网改造” was due on 8 March and nothing was sent: decide whether the next step begins.',
      ],
    ],
  ] satisfies [Partial<Notice>, string[]][])('%o', (fields, expected) => {
    expect(sentences(fields)).toEqual(expected)
  })
})
