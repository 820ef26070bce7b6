import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { acceptReview, steps, type Step } from './chain.ts'
import { add, decimal, type Decimal } from './decimal.ts'
import type { PersonId, UnitId } from './ids.ts'
import { monthOf, type Month } from './month.ts'
import { addQuantities, type Quantity } from './quantity.ts'
import { indicatorFigure } from './roll-up.ts'
import { standingsOf, type ReviewFact, type StatedFact } from './standing.ts'

const [january, february, march] = [1, 2, 3].map((month) => monthOf(2023, month)) as [Month, Month, Month]
const stated = (
  month: Month,
  version: number,
  value: number | null,
  semantics: 'period' | 'cumulative' = 'cumulative',
): StatedFact => ({
  month,
  version,
  semantics,
  value: value === null ? null : decimal(value),
  denominator: null,
})
const reviewed = (
  month: Month,
  version: number,
  step: Step,
  decision: 'approve' | 'return' = 'approve',
): ReviewFact => ({
  month,
  version,
  step,
  decision,
})
const level = (value: number) => ({ value: decimal(value), denominator: null })

describe('where cells stand', () => {
  it('adds months’ own figures up to a level: 3 + 4 = 7, 7 + 5 = 12', () => {
    const facts = [
      stated(january, 1, 3, 'period'),
      stated(february, 1, 4, 'period'),
      stated(march, 1, 5, 'period'),
    ]
    expect(standingsOf(facts, []).map((each) => each.stated)).toEqual([level(3), level(7), level(12)])
  })

  it('takes a cumulative figure as the level, also after months’ own', () => {
    const facts = [stated(january, 1, 3, 'period'), stated(february, 1, 10), stated(march, 1, 5, 'period')]
    // 3; 10 as stated; 10 + 5 = 15
    expect(standingsOf(facts, []).map((each) => each.stated)).toEqual([level(3), level(10), level(15)])
  })

  it('keeps an approved version approved while its correction is reviewed', () => {
    const facts = [stated(january, 1, 3), stated(january, 2, 5)]
    const reviews = [reviewed(january, 1, 'lead'), reviewed(january, 1, 'office')]
    expect(standingsOf(facts, reviews)).toEqual([
      {
        month: january,
        version: 2,
        state: 'submitted',
        stated: level(5),
        approvedVersion: 1,
        approved: level(3),
      },
    ])
  })

  it('changes the levels of later months with the correction of an earlier one', () => {
    const facts = [
      stated(january, 1, 3, 'period'),
      stated(february, 1, 4, 'period'),
      stated(january, 2, 2, 'period'),
    ]
    // 2; 2 + 4 = 6
    expect(standingsOf(facts, []).map((each) => each.stated)).toEqual([level(2), level(6)])
  })
})

type Event =
  | {
      readonly kind: 'submit'
      readonly month: Month
      readonly value: number | null
      readonly period: boolean
      readonly by: string
    }
  | {
      readonly kind: 'review'
      readonly month: Month
      readonly step: Step
      readonly approve: boolean
      readonly by: string
      readonly behind: number
    }

const person = fc.constantFrom('a', 'b', 'c')
const month = fc.constantFrom(january, february, march)
const event: fc.Arbitrary<Event> = fc.oneof(
  fc.record({
    kind: fc.constant('submit' as const),
    month,
    value: fc.option(fc.integer({ min: 0, max: 500 })),
    period: fc.boolean(),
    by: person,
  }),
  fc.record({
    kind: fc.constant('review' as const),
    month,
    step: fc.constantFrom(...steps),
    approve: fc.boolean(),
    by: person,
    // Decides on a version seen a while ago now and then.
    behind: fc.constantFrom(0, 0, 0, 1),
  }),
)

type Facts = { actuals: (StatedFact & { by: string })[]; reviews: ReviewFact[] }

/** One event after another, as the services let them through; refused events change nothing. */
function play(events: readonly Event[], after?: (facts: Facts) => void): Facts {
  const facts: Facts = { actuals: [], reviews: [] }
  for (const each of events) {
    const standing = standingsOf(facts.actuals, facts.reviews).find((one) => one.month === each.month)
    if (each.kind === 'submit') {
      const version = (standing?.version ?? 0) + 1
      const fact = stated(each.month, version, each.value, each.period ? 'period' : 'cumulative')
      facts.actuals.push({ ...fact, by: each.by })
    } else if (standing) {
      const by = facts.actuals.find((one) => one.month === each.month && one.version === standing.version)?.by
      const { version, state } = standing
      try {
        acceptReview(
          { indicatorId: 'i', version, state, value: null, submittedBy: by as PersonId },
          {
            version: version - each.behind,
            step: each.step,
            decision: each.approve ? 'approve' : 'return',
            reason: 'r',
            by: each.by as PersonId,
          },
        )
        facts.reviews.push(reviewed(each.month, version, each.step, each.approve ? 'approve' : 'return'))
      } catch {
        // Refused: nothing happens.
      }
    }
    after?.(facts)
  }
  return facts
}

const text = (facts: Facts) => JSON.stringify(standingsOf(facts.actuals, facts.reviews))

describe('any order of submitting, approving, returning and correcting', () => {
  it('keeps versions dense, decisions one a step and in their order, and never loses what was approved', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        const approvedBefore = new Map<Month, number>()
        play(events, (facts) => {
          for (const standing of standingsOf(facts.actuals, facts.reviews)) {
            const versions = facts.actuals
              .filter((one) => one.month === standing.month)
              .map((one) => one.version)
            expect(versions).toEqual(versions.map((_, index) => index + 1))
            expect(standing.version).toBe(versions.length)
            const before = approvedBefore.get(standing.month)
            expect(standing.approvedVersion ?? 0).toBeGreaterThanOrEqual(before ?? 0)
            if (standing.approvedVersion !== null)
              approvedBefore.set(standing.month, standing.approvedVersion)
            expect(standing.approvedVersion === standing.version).toBe(standing.state === 'approved')
          }
          const given = facts.reviews.map((one) => `${one.month} ${one.version} ${one.step}`)
          expect(new Set(given).size).toBe(given.length)
          for (const one of facts.reviews.filter(({ step }) => step === 'office'))
            expect(facts.reviews).toContainEqual(reviewed(one.month, one.version, 'lead'))
        })
      }),
      { numRuns: 300 },
    )
  })

  it('gives the same rows, byte for byte, whatever order the facts are read back in', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 30 }), fc.infiniteStream(fc.nat()), (events, chance) => {
        const facts = play(events)
        const mixed = <Item>(items: readonly Item[]) =>
          items
            .map((item) => [chance.next().value as number, item] as const)
            .toSorted(([a], [b]) => a - b)
            .map(([, item]) => item)
        expect(text({ actuals: mixed(facts.actuals), reviews: mixed(facts.reviews) })).toBe(text(facts))
      }),
      { numRuns: 200 },
    )
  })
})

const quantity = (rates: boolean) =>
  fc.record({
    value: fc.integer({ min: 0, max: 10 ** 6 }).map((cents) => decimal(cents / 100)),
    denominator: rates
      ? fc.integer({ min: 1, max: 1000 }).map((value): Decimal | null => decimal(value))
      : fc.constant<Decimal | null>(null),
  })

describe('the figure of an indicator', () => {
  it('is the sum of the approved levels of its units, in any order, numerators and denominators apart', () => {
    fc.assert(
      fc.property(
        fc.boolean().chain((rates) => fc.array(fc.option(quantity(rates)), { maxLength: 12 })),
        (levels) => {
          const cells = levels.map((approved: Quantity | null, index) => ({
            unitId: `u${index}` as UnitId,
            approved,
            approvedMonth: approved === null ? null : january,
            plan: null,
          }))
          const figure = indicatorFigure(cells, january)
          expect(indicatorFigure(cells.toReversed(), january).approved).toEqual(figure.approved)
          const there = levels.filter((one) => one !== null)
          const zero = decimal(0)
          const total = there.reduce((sum, { value }) => add(sum, value), zero)
          expect(figure.approved?.value ?? zero).toBe(total)
          const withRates = there.filter(({ denominator }) => denominator !== null)
          const base = withRates.reduce((sum, { denominator }) => add(sum, denominator ?? zero), zero)
          expect(figure.approved?.denominator ?? zero).toBe(base)
          expect(figure.missing).toHaveLength(levels.length - there.length)
        },
      ),
    )
  })

  it('is the sum of what events left approved of each unit', () => {
    fc.assert(
      fc.property(fc.array(fc.array(event, { maxLength: 15 }), { maxLength: 5 }), (units) => {
        const last = units.map((events) => {
          const { actuals, reviews } = play(events)
          return standingsOf(actuals, reviews).findLast((one) => one.approved !== null)
        })
        const cells = last.map((standing, index) => ({
          unitId: `u${index}` as UnitId,
          approved: standing?.approved ?? null,
          approvedMonth: standing?.month ?? null,
          plan: null,
        }))
        const expected = last.reduce<Quantity | null>(
          (sum, standing) => addQuantities(sum, standing?.approved ?? null),
          null,
        )
        expect(indicatorFigure(cells, march).approved).toEqual(expected)
      }),
      { numRuns: 100 },
    )
  })

  it('names who is missing this month and is never capped', () => {
    const cells = [
      { unitId: 'a' as UnitId, approved: level(2836), approvedMonth: february, plan: level(1000) },
      { unitId: 'b' as UnitId, approved: level(10), approvedMonth: january, plan: level(0) },
    ]
    expect(indicatorFigure(cells, february)).toEqual({
      approved: level(2846),
      plan: level(1000),
      missing: ['b'],
    })
  })
})
