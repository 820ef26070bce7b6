import { array, assert, constantFrom, integer, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { UnitId } from '../values/ids.ts'
import { parsePlainDate, type PlainDate } from '../values/plain-date.ts'
import { monthOf } from '../values/month.ts'
import { statutoryHolidays } from '../reporting/statutory-holidays.ts'
import { addDays, workingCalendar } from '../reporting/working-day.ts'
import { Problem } from '../problems/problem.ts'
import { ladderSteps, nextStep, type LadderStep } from './ladder.ts'
import { checkLadderRules, defaultLadderRules, ladderRulesFor, type LadderRules } from './ladder-rules.ts'
import { climbBySelf, dayAfterAnswer, decideAct, lapseDay, type NewFact, type OrderAct } from './order-act.ts'
import { draftWords } from './order-draft.ts'
import { orderNumberWords } from './order-number.ts'
import {
  deadlineOf,
  hasLapsed,
  isDueSoon,
  nextFeedbackOn,
  orderStanding,
  phaseOfOrder,
  type FeedbackCycle,
  type OrderFact,
} from './order.ts'

const day = parsePlainDate
const calendar = workingCalendar(statutoryHolidays)
const unitId = 'U' as UnitId
const once: FeedbackCycle = { kind: 'once', days: null }

const fact = (fields: Partial<OrderFact>): OrderFact => ({
  no: 1,
  kind: 'step',
  step: null,
  dueOn: null,
  text: null,
  reason: null,
  unitId: null,
  ruleNo: null,
  day: day('2023-03-01'),
  ...fields,
})
/** Issued on Wednesday 1 March 2023, due on Wednesday 8 March. */
const issued = fact({ step: 'reminder', dueOn: day('2023-03-08') })
const ordered = (facts: readonly Partial<OrderFact>[], feedback = once) => ({
  feedback,
  standing: orderStanding([issued, ...facts.map((fields, index) => fact({ no: index + 2, ...fields }))]),
})
const act = (fields: Partial<OrderAct>): OrderAct => ({
  kind: 'reply',
  text: '',
  reason: '',
  dueOn: null,
  unitId: null,
  seen: 1,
  ...fields,
})
const nowOn = (today: string, rules: LadderRules = defaultLadderRules) => ({
  today: day(today),
  calendar,
  rules,
})
const codeOf = (work: () => unknown): string => {
  try {
    work()
  } catch (error) {
    if (error instanceof Problem) return error.code
    throw error
  }
  return 'done'
}

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

describe('an act', () => {
  const reply = fact({ no: 2, kind: 'reply', text: '已办', unitId, day: day('2023-03-07') })
  const asked = fact({ no: 2, kind: 'extension', dueOn: day('2023-03-20'), unitId, day: day('2023-03-07') })
  const held = fact({ no: 2, kind: 'hold', reason: '等上级意见' })
  const ended = fact({ no: 2, kind: 'close', reason: '已查明' })

  it.each([
    ['a reply', [], { kind: 'reply', text: '已办' }, '2023-03-07', 'done'],
    ['a late reply', [], { kind: 'reply', text: '已办' }, '2023-05-07', 'done'],
    ['an empty reply', [], { kind: 'reply', text: ' ' }, '2023-03-07', 'order.text-missing'],
    ['a second reply', [reply], { kind: 'reply', text: '已办' }, '2023-03-07', 'order.waiting'],
    ['feedback beside a reply', [reply], { kind: 'feedback', text: '在办' }, '2023-03-07', 'done'],
    [
      'an extension on the last day',
      [],
      { kind: 'extension', text: '一半', reason: '缺料', dueOn: day('2023-03-09') },
      '2023-03-08',
      'done',
    ],
    [
      'an extension a day late',
      [],
      { kind: 'extension', text: '一半', reason: '缺料', dueOn: day('2023-03-20') },
      '2023-03-09',
      'order.extension-late',
    ],
    [
      'an extension to no later day',
      [],
      { kind: 'extension', text: '一半', reason: '缺料', dueOn: day('2023-03-08') },
      '2023-03-07',
      'order.extension-not-later',
    ],
    [
      'an extension to no day',
      [],
      { kind: 'extension', text: '一半', reason: '缺料' },
      '2023-03-07',
      'order.due-missing',
    ],
    [
      'an extension without progress',
      [],
      { kind: 'extension', reason: '缺料', dueOn: day('2023-03-20') },
      '2023-03-07',
      'order.text-missing',
    ],
    [
      'an extension without reason',
      [],
      { kind: 'extension', text: '一半', dueOn: day('2023-03-20') },
      '2023-03-07',
      'order.reason-missing',
    ],
    ['accepting a reply', [reply], { kind: 'accept' }, '2023-03-08', 'done'],
    ['accepting nothing', [], { kind: 'accept' }, '2023-03-08', 'order.nothing-waits'],
    ['accepting an extension', [asked], { kind: 'accept' }, '2023-03-08', 'order.nothing-waits'],
    [
      'returning',
      [reply],
      { kind: 'return', reason: '缺佐证', dueOn: day('2023-03-10') },
      '2023-03-08',
      'done',
    ],
    [
      'returning until yesterday',
      [reply],
      { kind: 'return', reason: '缺佐证', dueOn: day('2023-03-07') },
      '2023-03-08',
      'order.due-past',
    ],
    [
      'returning without reason',
      [reply],
      { kind: 'return', dueOn: day('2023-03-10') },
      '2023-03-08',
      'order.reason-missing',
    ],
    ['granting', [asked], { kind: 'extend', dueOn: day('2023-03-15') }, '2023-03-08', 'done'],
    [
      'granting no more days',
      [asked],
      { kind: 'extend', dueOn: day('2023-03-08') },
      '2023-03-08',
      'order.extension-not-later',
    ],
    [
      'refusing',
      [asked],
      { kind: 'refuse', reason: '应按期', dueOn: day('2023-03-08') },
      '2023-03-08',
      'done',
    ],
    ['stopping the ladder', [], { kind: 'hold', reason: '等意见' }, '2023-03-08', 'done'],
    ['stopping it without reason', [], { kind: 'hold' }, '2023-03-08', 'order.reason-missing'],
    ['stopping it twice', [held], { kind: 'hold', reason: '等意见' }, '2023-03-08', 'order.held'],
    ['letting it go on', [held], { kind: 'resume', reason: '意见已到' }, '2023-03-08', 'done'],
    [
      'letting go on what was not stopped',
      [],
      { kind: 'resume', reason: '意见已到' },
      '2023-03-08',
      'order.held',
    ],
    ['closing at any time', [reply], { kind: 'close', reason: '已查明' }, '2023-03-08', 'done'],
    ['anything after the end', [ended], { kind: 'reply', text: '已办' }, '2023-03-08', 'order.ended'],
    [
      'what was decided on older facts',
      [held],
      { kind: 'close', reason: '已查明', seen: 1 },
      '2023-03-08',
      'order.overtaken',
    ],
  ] satisfies [string, OrderFact[], Partial<OrderAct>, string, string][])(
    '%s',
    (_name, facts, fields, today, code) => {
      const order = { feedback: once, standing: orderStanding([issued, ...facts]) }
      const asking = act({ seen: order.standing.seen, ...fields })
      expect(codeOf(() => decideAct(order, asking, nowOn(today)))).toBe(code)
    },
  )
})

describe('the ladder', () => {
  const at = (step: LadderStep) => ({
    feedback: once,
    standing: orderStanding([fact({ step, dueOn: day('2023-03-08') })]),
  })
  const everything: LadderRules = {
    ...defaultLadderRules,
    steps: Object.fromEntries(
      ladderSteps.map((step) => [step, { ...defaultLadderRules.steps[step], automatic: true }]),
    ) as LadderRules['steps'],
  }

  it.each([
    // From Thursday 9 March: urging gives 3 working days (10, 13, 14).
    ['reminder', 'urging', '2023-03-14'],
    // A blue order gives 10: 10, 13–17, 20–23.
    ['urging', 'blue', '2023-03-23'],
    // The others give 5: 10, 13–16.
    ['blue', 'orange', '2023-03-16'],
    ['orange', 'red', '2023-03-16'],
    ['red', 'bulletin', '2023-03-16'],
    ['bulletin', 'talk', '2023-03-16'],
  ] as const)('goes from %s to %s, until %s', (from, to, dueOn) => {
    const expected = { step: to, dueOn }
    const byHand = act({ kind: 'step', reason: '逾期未反馈' })
    expect(decideAct(at(from), byHand, nowOn('2023-03-09'))).toMatchObject(expected)
    expect(
      climbBySelf(at(from), { no: 2, fromMonth: monthOf(2023, 1), rules: everything }, nowOn('2023-03-09')),
    ).toMatchObject({ ...expected, ruleNo: 2 })
    // On the last day nothing has lapsed.
    expect(codeOf(() => decideAct(at(from), byHand, nowOn('2023-03-08')))).toBe('order.not-lapsed')
    expect(
      climbBySelf(at(from), { no: 2, fromMonth: monthOf(2023, 1), rules: everything }, nowOn('2023-03-08')),
    ).toBeUndefined()
  })

  it('ends with the summons', () => {
    expect(
      codeOf(() => decideAct(at('talk'), act({ kind: 'step', reason: '仍未办' }), nowOn('2023-03-09'))),
    ).toBe('order.top-of-ladder')
    expect(
      climbBySelf(at('talk'), { no: 0, fromMonth: monthOf(2023, 1), rules: everything }, nowOn('2023-03-09')),
    ).toBeUndefined()
  })

  it('climbs by itself only where the rules say so, and not while it is stopped or something waits', () => {
    const rules = { no: 0, fromMonth: monthOf(2023, 1), rules: defaultLadderRules }
    // By the rules that come with the product only 提醒 → 催办.
    expect(climbBySelf(at('reminder'), rules, nowOn('2023-03-09'))?.step).toBe('urging')
    expect(climbBySelf(at('urging'), rules, nowOn('2023-03-09'))).toBeUndefined()
    expect(climbBySelf(ordered([{ kind: 'hold' }]), rules, nowOn('2023-03-09'))).toBeUndefined()
    expect(climbBySelf(ordered([{ kind: 'reply' }]), rules, nowOn('2023-03-09'))).toBeUndefined()
    expect(climbBySelf(ordered([{ kind: 'close' }]), rules, nowOn('2023-03-09'))).toBeUndefined()
    expect(
      climbBySelf(ordered([{ kind: 'hold' }, { kind: 'resume' }]), rules, nowOn('2023-03-09'))?.step,
    ).toBe('urging')
  })

  it('counts working days: over the Labour Day holiday five take ten days', () => {
    // From Thursday 27 April 2023: the 28th, then 4, 5, 6 (worked for the holiday) and 8 May.
    expect(lapseDay('reminder', nowOn('2023-04-27'))).toBe('2023-05-08')
  })

  it.each([
    // Two working days after Thursday the 9th is Monday the 13th.
    ['2023-03-08', '2023-03-13'],
    ['2023-03-20', '2023-03-20'],
  ])(
    'after an answer there is time until the later of what is left and what the rules give: %s',
    (due, until) => {
      expect(dayAfterAnswer(day(due), nowOn('2023-03-09'))).toBe(until)
    },
  )

  it('never skips a step, never climbs before the one before lapsed, whatever happens on whatever day', () => {
    const acts = array(
      record({
        kind: constantFrom<OrderAct['kind'] | 'by-itself'>(
          'by-itself',
          'step',
          'reply',
          'feedback',
          'extension',
          'accept',
          'return',
          'extend',
          'refuse',
          'hold',
          'resume',
          'close',
        ),
        wait: integer({ min: 0, max: 12 }),
        more: integer({ min: -3, max: 15 }),
      }),
      { maxLength: 40 },
    )
    const cycles = constantFrom<FeedbackCycle>(
      once,
      { kind: 'days', days: 4 },
      { kind: 'monthly', days: null },
    )
    assert(
      property(constantFrom(...ladderSteps), cycles, acts, (start, feedback, tried) => {
        const facts: OrderFact[] = [fact({ step: start, dueOn: day('2023-03-08') })]
        let today: PlainDate = day('2023-03-01')
        for (const { kind, wait, more } of tried) {
          today = addDays(today, wait)
          const order = { feedback, standing: orderStanding(facts) }
          const next = tryAct(order, kind, addDays(today, more), today)
          if (!next) continue
          if (next.kind === 'step') {
            expect(next.step).toBe(nextStep(order.standing.step))
            expect(hasLapsed(order, calendar, today)).toBe(true)
            expect(order.standing.waiting).toBeNull()
            expect(order.standing.state).toBe('open')
          }
          facts.push({ ...next, day: today })
        }
        const steps = facts.flatMap(({ step }) => step ?? [])
        const from = ladderSteps.indexOf(start)
        expect(steps).toEqual(ladderSteps.slice(from, from + steps.length))
      }),
    )

    function tryAct(
      order: Parameters<typeof decideAct>[0],
      kind: OrderAct['kind'] | 'by-itself',
      dueOn: PlainDate,
      today: PlainDate,
    ): NewFact | undefined {
      if (kind === 'by-itself')
        return climbBySelf(
          order,
          { no: 1, fromMonth: monthOf(2023, 1), rules: everything },
          { today, calendar },
        )
      try {
        const tried = act({ kind, text: '在办', reason: '有理由', dueOn, seen: order.standing.seen })
        return decideAct(order, tried, { today, calendar, rules: everything })
      } catch (error) {
        if (error instanceof Problem) return undefined
        throw error
      }
    }
  })

  it('climbs once a day at most, however often the day is asked', () => {
    const first = fact({ step: 'reminder', dueOn: day('2023-03-08') })
    const rules = { no: 1, fromMonth: monthOf(2023, 1), rules: everything }
    const today = nowOn('2023-06-01')
    const climbed = climbBySelf({ feedback: once, standing: orderStanding([first]) }, rules, today)
    expect(climbed?.step).toBe('urging')
    const after = climbed ? orderStanding([first, { ...climbed, day: today.today }]) : undefined
    expect(after && climbBySelf({ feedback: once, standing: after }, rules, today)).toBeUndefined()
  })
})

describe('the rules of the ladder', () => {
  const later = { no: 2, fromMonth: monthOf(2023, 4), rules: { ...defaultLadderRules, series: '常政督' } }

  it('of a month are the latest that reach it', () => {
    expect(ladderRulesFor([later], monthOf(2023, 3))).toMatchObject({ no: 0, rules: { series: '政督' } })
    expect(ladderRulesFor([later], monthOf(2023, 4))).toMatchObject({ no: 2, rules: { series: '常政督' } })
  })

  it('let what lags more start no lower', () => {
    const starts = { ...defaultLadderRules.starts, behind: 'red' as const }
    expect(codeOf(() => checkLadderRules(defaultLadderRules))).toBe('done')
    expect(codeOf(() => checkLadderRules({ ...defaultLadderRules, starts }))).toBe(
      'ladder-rules.out-of-order',
    )
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
