import { describe, expect, it } from 'vitest'
import { nothingTyped, readActual, type CellSituation, type TypedActual } from './actual.ts'
import { acceptReview, type CellState } from './chain.ts'
import { decimal } from '../values/decimal.ts'
import type { PersonId } from '../values/ids.ts'
import { monthOf } from '../values/month.ts'
import { parsePlainDate } from '../values/plain-date.ts'
import type { Quantity } from '../values/quantity.ts'

const quantity = (value: string, denominator?: string): Quantity => ({
  value: decimal(value),
  denominator: denominator === undefined ? null : decimal(denominator),
})

const cell: CellSituation = {
  month: monthOf(2023, 2),
  target: { kind: 'quantity', comparator: 'gte', value: decimal(120) },
  semantics: 'cumulative',
  phase: 'open',
  toleratedPercent: 0,
  plan: quantity('20'),
  stages: [],
  before: null,
  latest: null,
  tally: null,
}
const january = { month: monthOf(2023, 1), level: quantity('12'), stage: null }
const rate = { kind: 'rate', comparator: 'eq', value: decimal(100) } as const
const milestone = { kind: 'milestone', comparator: null, value: null } as const
const stages = [
  { stage: '立项', dueOn: parsePlainDate('2023-01-31') },
  { stage: '开工', dueOn: parsePlainDate('2023-02-28') },
]

const faultsOf = (typed: Partial<TypedActual>, known: Partial<CellSituation>) =>
  readActual({ ...nothingTyped, ...typed }, { ...cell, ...known }).faults.map(
    ({ field, code }) => `${field} ${code}`,
  )
const behind = ['problem behind-plan', 'nextStep behind-plan']

describe('what is stated', () => {
  it.each<[string, Partial<TypedActual>, Partial<CellSituation>, string[]]>([
    ['20 of 20 planned is in step', { value: '20' }, {}, []],
    ['19.9 of 20 planned is behind', { value: '19.9' }, {}, behind],
    // 20 less 10 percent is 18.
    ['18 is tolerated at 10 percent', { value: '18' }, { toleratedPercent: 10 }, []],
    ['17.9 is not', { value: '17.9' }, { toleratedPercent: 10 }, behind],
    ['above a limit is behind', { value: '21' }, { target: { ...cell.target, comparator: 'lte' } }, behind],
    ['at a limit is not', { value: '20' }, { target: { ...cell.target, comparator: 'lte' } }, []],
    // 12 to the end of January and 8 in February are 20.
    ['a month’s own figure adds up', { value: '8' }, { semantics: 'period', before: january }, []],
    ['and falls short by one', { value: '7' }, { semantics: 'period', before: january }, behind],
    [
      'a cumulative figure does not fall',
      { value: '11' },
      { before: january, plan: null },
      ['correctionReason falls'],
    ],
    ['but by a correction', { value: '11', correctionReason: '重复' }, { before: january, plan: null }, []],
    [
      'a month may take back, with a reason',
      { value: '-2', correctionReason: '重复' },
      { semantics: 'period', before: january, plan: null },
      [],
    ],
    // 49 / 200 is 24.5 percent, below 25.
    [
      'a rate planned in per cent',
      { value: '49', denominator: '200' },
      { target: rate, plan: quantity('25') },
      behind,
    ],
    // 50 × 100 = 25 × 200.
    ['a rate as planned', { value: '50', denominator: '200' }, { target: rate, plan: quantity('25') }, []],
    // 1 / 3 against 333 / 1000: 1 × 1000 = 1000 > 333 × 3 = 999.
    [
      'a rate without dividing',
      { value: '1', denominator: '3' },
      { target: rate, plan: quantity('333', '1000') },
      [],
    ],
    ['a rate above 1 is real', { value: '2836', denominator: '1000' }, { target: rate, plan: null }, []],
    ['a stage that is due', { stage: '立项' }, { target: milestone, stages, plan: null }, behind],
    ['a stage in step', { stage: '开工' }, { target: milestone, stages, plan: null }, []],
    ['late', { value: '20' }, { phase: 'late' }, ['lateReason after-due']],
    [
      'a returned version is not late again',
      { value: '20' },
      { phase: 'late', latest: { version: 1, state: 'returned' } },
      [],
    ],
    [
      'a correction of what is approved',
      { value: '20' },
      { latest: { version: 1, state: 'approved' } },
      ['correctionReason corrects'],
    ],
    [
      'a correction after the lock',
      { value: '20' },
      { phase: 'locked', latest: { version: 1, state: 'submitted' } },
      ['correctionReason corrects'],
    ],
  ])('%s', (_, typed, known, expected) => {
    expect(faultsOf(typed, known)).toEqual(expected)
  })

  it.each([
    ['22', 'ledger'],
    ['22.0', 'ledger'],
    ['23', 'stated'],
  ] as const)('%s where the ledger counts 22 is %s', (value, origin) => {
    const tally = { ofMonth: quantity('10'), toDate: quantity('22'), stage: null }
    expect(readActual({ ...nothingTyped, value }, { ...cell, tally }).actual.origin).toBe(origin)
  })

  it.each([
    ['开工', 'ledger'],
    ['主体', 'stated'],
  ] as const)('a milestone at %s where the ledger reached 开工 is %s', (stage, origin) => {
    const staged = { ...cell, target: milestone }
    // The last stage, which is what counts for one, is not reached.
    const tally = { ofMonth: quantity('0'), toDate: quantity('0'), stage: '开工' }
    expect(readActual({ ...nothingTyped, stage }, { ...staged, tally }).actual.origin).toBe(origin)
  })
})

describe('a decision', () => {
  const decide = (state: CellState, by: string, version = 2, step: 'lead' | 'office' = 'lead') =>
    acceptReview(
      { indicatorId: 'i', version: 2, state, value: '3', submittedBy: 'officer' as PersonId },
      { version, step, decision: 'return', reason: by === 'silent' ? ' ' : 'why', by: by as PersonId },
    )
  it.each([
    ['by who stated it', () => decide('submitted', 'officer'), 'review.own-figure'],
    ['on an older version', () => decide('submitted', 'head', 1), 'review.overtaken'],
    [
      'by a step it does not wait for',
      () => decide('submitted', 'head', 2, 'office'),
      'review.not-this-step',
    ],
    ['on what was returned', () => decide('returned', 'head'), 'review.not-this-step'],
    ['to return without a reason', () => decide('submitted', 'silent'), 'review.reason-missing'],
  ] as const)('%s is refused', (_, act, code) => {
    expect(act).toThrow(expect.objectContaining({ code }))
  })
  it('by the step it waits for is accepted', () => {
    expect(decide('submitted', 'head')).toBeUndefined()
    expect(decide('lead-approved', 'head', 2, 'office')).toBeUndefined()
  })
})
