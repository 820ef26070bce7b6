import { array, assert, constantFrom, integer, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { act, calendar, codeOf, day, fact, nowOn, once, ordered } from './support/sample-order.ts'
import { Problem } from '../src/domain/problems/problem.ts'
import { addDays } from '../src/domain/reporting/working-day.ts'
import { monthOf } from '../src/domain/values/month.ts'
import type { PlainDate } from '../src/domain/values/plain-date.ts'
import { ladderSteps, nextStep, type LadderStep } from '../src/domain/order/ladder.ts'
import {
  checkLadderRules,
  defaultLadderRules,
  ladderRulesFor,
  type LadderRules,
} from '../src/domain/order/ladder-rules.ts'
import {
  climbBySelf,
  dayAfterAnswer,
  decideAct,
  lapseDay,
  type NewFact,
  type OrderAct,
} from '../src/domain/order/order-act.ts'
import { hasLapsed, orderStanding, type FeedbackCycle, type OrderFact } from '../src/domain/order/order.ts'

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
        const climbs: object[] = []
        let today: PlainDate = day('2023-03-01')
        for (const { kind, wait, more } of tried) {
          today = addDays(today, wait)
          const order = { feedback, standing: orderStanding(facts) }
          const next = tryAct(order, kind, addDays(today, more), today)
          if (!next) continue
          if (next.kind === 'step') {
            const { step, waiting, state } = order.standing
            const lapsed = hasLapsed(order, calendar, today)
            climbs.push({ isNext: next.step === nextStep(step), lapsed, waiting, state })
          }
          facts.push({ ...next, day: today })
        }
        const allowed = { isNext: true, lapsed: true, waiting: null, state: 'open' }
        expect(climbs).toEqual(climbs.map(() => allowed))
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
