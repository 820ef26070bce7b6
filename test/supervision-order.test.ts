import { describe, expect, it } from 'vitest'
import { calendar, day, fact, once, ordered, unitId } from './support/sample-order.ts'
import { draftWords } from '../src/domain/order/order-draft.ts'
import { orderNumberWords } from '../src/domain/order/order-number.ts'
import {
  deadlineOf,
  isDueSoon,
  nextFeedbackOn,
  orderStanding,
  phaseOfOrder,
  type FeedbackCycle,
  type OrderFact,
} from '../src/domain/order/order.ts'

describe('a matter', () => {
  const reply = { kind: 'reply', text: '已办', unitId, day: day('2023-03-07') } as const
  const asked = {
    kind: 'extension',
    text: '完成一半',
    reason: '材料未到',
    unitId,
    dueOn: day('2023-03-20'),
    day: day('2023-03-08'),
  } as const

  it.each([
    // Due on the 8th: that day it is not late, the day after it is.
    ['on its last day', [], '2023-03-08', 'under-way'],
    ['a day late', [], '2023-03-09', 'lapsed'],
    ['with a reply that waits', [reply], '2023-04-30', 'reply-waiting'],
    ['with an extension that waits', [asked], '2023-04-30', 'extension-waiting'],
    [
      'returned until the 10th, on the 10th',
      [reply, { kind: 'return', dueOn: day('2023-03-10') }],
      '2023-03-10',
      'under-way',
    ],
    [
      'returned until the 10th, on the 11th',
      [reply, { kind: 'return', dueOn: day('2023-03-10') }],
      '2023-03-11',
      'lapsed',
    ],
    [
      'extended to the 20th, on the 20th',
      [asked, { kind: 'extend', dueOn: day('2023-03-20') }],
      '2023-03-20',
      'under-way',
    ],
    [
      'extended to the 20th, on the 21st',
      [asked, { kind: 'extend', dueOn: day('2023-03-20') }],
      '2023-03-21',
      'lapsed',
    ],
    [
      'refused with the 13th left, on the 14th',
      [asked, { kind: 'refuse', dueOn: day('2023-03-13') }],
      '2023-03-14',
      'lapsed',
    ],
    ['accepted', [reply, { kind: 'accept' }], '2023-04-30', 'closed'],
    ['closed by the office', [{ kind: 'close' }], '2023-04-30', 'closed'],
    ['taken back', [{ kind: 'withdraw' }], '2023-04-30', 'withdrawn'],
    ['with its ladder stopped', [{ kind: 'hold' }], '2023-03-09', 'lapsed'],
  ] satisfies [string, Partial<OrderFact>[], string, string][])(
    '%s stands where its facts say',
    (_name, facts, today, phase) => {
      expect(phaseOfOrder(ordered(facts), calendar, day(today))).toBe(phase)
    },
  )

  it('begins with a step', () => {
    expect(() => orderStanding([])).toThrow(RangeError)
    expect(() => orderStanding([fact({ kind: 'reply' })])).toThrow(RangeError)
  })

  it.each([
    // Every 3 working days from Wednesday the 1st: the 2nd, 3rd, 6th.
    [{ kind: 'days', days: 3 }, [], '2023-03-06', '2023-03-06'],
    // After a feedback on Thursday the 2nd: the 3rd, 6th, 7th.
    [{ kind: 'days', days: 3 }, [{ kind: 'feedback', day: day('2023-03-02') }], '2023-03-07', '2023-03-07'],
    // The last working day of March is Friday the 31st, after the whole is due on the 8th.
    [{ kind: 'monthly', days: null }, [], '2023-03-31', '2023-03-08'],
    // What was said on the 31st is for March; 30 April is a holiday and the 28th the last working day.
    [
      { kind: 'monthly', days: null },
      [{ kind: 'feedback', day: day('2023-03-31') }],
      '2023-04-28',
      '2023-03-08',
    ],
    [once, [], null, '2023-03-08'],
  ] satisfies [FeedbackCycle, Partial<OrderFact>[], string | null, string][])(
    'whose feedback is %o is due when the first of both is',
    (feedback, facts, next, deadline) => {
      const order = ordered(facts, feedback)
      expect(nextFeedbackOn(order, calendar)).toBe(next)
      expect(deadlineOf(order, calendar)).toBe(deadline)
    },
  )

  it('is due soon from three days before', () => {
    // 8 − 3 = 5 March.
    expect(isDueSoon(ordered([]), calendar, day('2023-03-04'))).toBe(false)
    expect(isDueSoon(ordered([]), calendar, day('2023-03-05'))).toBe(true)
    expect(isDueSoon(ordered([]), calendar, day('2023-03-09'))).toBe(false)
    expect(isDueSoon(ordered([reply]), calendar, day('2023-03-08'))).toBe(false)
  })
})

it('a number names its series, year and place in it', () => {
  expect(orderNumberWords({ series: '常政督', year: 2023, no: 5 })).toBe('常政督〔2023〕5号')
})

it.each([
  [
    'light',
    '新建口袋公园20个',
    '11月底应完成92%。',
    '“新建口袋公园20个”进度滞后',
    '11月底应完成92%。请查明滞后原因，提出追赶措施和时间安排，并按时限反馈整改情况。',
  ],
  [
    'instruction',
    null,
    '请抓紧。',
    '落实领导批示',
    '批示：请抓紧。\n请按批示要求抓好落实，并按时限反馈办理情况。',
  ],
  ['hand', null, null, '', ''],
] as const)('of a %s the words are drafted', (origin, promise, ground, subject, content) => {
  expect(draftWords(origin, promise, ground)).toEqual({ subject, content })
})
