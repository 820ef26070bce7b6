import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { add, decimal, type Decimal } from '../values/decimal.ts'
import type { EntryId, IndicatorId, UnitId } from '../values/ids.ts'
import type { Month } from '../values/month.ts'
import {
  entryDecisions,
  entryState,
  foldTallies,
  nextState,
  type Counted,
  type EntryDecision,
  type EntryState,
  type LedgerFact,
} from './tally.ts'

const cell = { indicatorId: 'i' as IndicatorId, unitId: 'u' as UnitId, month: '2023-02-01' as Month }
const counted = (counts: string): Counted => ({
  ...cell,
  counts: decimal(counts),
  denominator: null,
  outages: decimal(1),
  complaints: decimal(counts),
})
const entered = (id: string, counts: string, replaces: string | null = null): LedgerFact => ({
  kind: 'entered',
  id: id as EntryId,
  replaces: replaces as EntryId | null,
  entry: counted(counts),
})
const decided = (id: string, decision: EntryDecision): LedgerFact => ({
  kind: 'decided',
  id: id as EntryId,
  decision,
})

it.each<[EntryState, EntryDecision, EntryState | undefined]>([
  ['waiting', 'accept', 'accepted'],
  ['waiting', 'reject', 'rejected'],
  ['waiting', 'withdraw', 'withdrawn'],
  ['accepted', 'accept', undefined],
  ['accepted', 'reject', 'rejected'],
  ['accepted', 'withdraw', 'withdrawn'],
  ['rejected', 'accept', 'accepted'],
  ['rejected', 'reject', undefined],
  ['rejected', 'withdraw', 'withdrawn'],
  ['withdrawn', 'accept', undefined],
  ['withdrawn', 'reject', undefined],
  ['withdrawn', 'withdraw', undefined],
  ['replaced', 'accept', undefined],
  ['replaced', 'reject', undefined],
  ['replaced', 'withdraw', undefined],
])('what is %s becomes by %s: %s', (state, decision, next) => {
  expect(nextState(state, decision)).toBe(next)
})

it.each<[LedgerFact[], accepted: string, waiting: string]>([
  [[entered('a', '1.5')], '0', '1.5'],
  [[entered('a', '1.5'), decided('a', 'accept')], '1.5', '0'],
  [[entered('a', '1.5'), decided('a', 'accept'), decided('a', 'reject')], '0', '0'],
  // A correction waits; what it replaces counts no more.
  [[entered('a', '1.5'), decided('a', 'accept'), entered('b', '2', 'a')], '0', '2'],
  [[entered('a', '1.5'), entered('b', '2', 'a'), decided('a', 'accept'), decided('b', 'accept')], '2', '0'],
  // 0.1 + 0.2 is 0.3.
  [[entered('a', '0.1'), entered('b', '0.2'), decided('a', 'accept'), decided('b', 'accept')], '0.3', '0'],
])('%j add up to %s accepted and %s waiting', (facts, acceptedCounts, waitingCounts) => {
  // Every entry of these tells of as many complaints as it counts.
  expect(foldTallies(facts)).toMatchObject([
    { acceptedCounts, waitingCounts, acceptedComplaints: acceptedCounts },
  ])
})

/** One thing counted: its versions, each with the decisions on it; the next replaces the one before. */
const thing = fc.record({
  indicatorId: fc.constantFrom('i1', 'i2'),
  unitId: fc.constantFrom('u1', 'u2', 'u3'),
  month: fc.constantFrom('2023-01-01', '2023-02-01'),
  versions: fc.array(
    fc.record({
      counts: fc.constantFrom('0', '1', '0.1', '0.2', '1.25', '99999999999.001'),
      denominator: fc.constantFrom(null, '1', '2.5'),
      decisions: fc.array(fc.constantFrom(...entryDecisions), { maxLength: 4 }),
    }),
    { minLength: 1, maxLength: 3 },
  ),
})
type Thing = typeof thing extends fc.Arbitrary<infer Value> ? Value : never

function factsOf(one: Thing, no: number): LedgerFact[] {
  return one.versions.flatMap(({ counts, denominator, decisions }, version): LedgerFact[] => {
    const id = `${no}.${version}` as EntryId
    const entry: Counted = {
      indicatorId: one.indicatorId as IndicatorId,
      unitId: one.unitId as UnitId,
      month: one.month as Month,
      counts: decimal(counts),
      denominator: denominator === null ? null : decimal(denominator),
      outages: null,
      complaints: null,
    }
    return [
      {
        kind: 'entered',
        id,
        replaces: version === 0 ? null : (`${no}.${version - 1}` as EntryId),
        entry,
      },
      ...decisions.map((decision): LedgerFact => ({ kind: 'decided', id, decision })),
    ]
  })
}

/** What of it is accepted in the end: its last version, by the last word on it that was not refused. */
function acceptedLeaf({ versions }: Thing): string | undefined {
  const last = versions.at(-1)
  const withdrawn = last?.decisions.indexOf('withdraw') ?? -1
  const counting = withdrawn < 0 && last?.decisions.at(-1) === 'accept'
  return counting ? last?.counts : undefined
}

/** Mixes the facts of all things; those of one thing stay in their order. */
function mixed(lines: readonly (readonly LedgerFact[])[], picks: readonly number[]): LedgerFact[] {
  const rest = lines.map((line) => [...line])
  const facts: LedgerFact[] = []
  for (let step = 0; rest.some((line) => line.length > 0); step++) {
    const open = rest.filter((line) => line.length > 0)
    const next = open[(picks[step % picks.length] ?? 0) % open.length]?.shift()
    if (next) facts.push(next)
  }
  return facts
}

const total = (counts: readonly (Decimal | string)[]) =>
  counts.reduce<Decimal>((sum, value) => add(sum, decimal(value)), decimal(0))
const things = fc.array(thing, { maxLength: 8 })
const order = fc.array(fc.nat(7), { minLength: 1, maxLength: 40 })

describe('any ledger', () => {
  it('adds up to its accepted leaves, whatever the order', () => {
    fc.assert(
      fc.property(things, order, (ledger, picks) => {
        const tallies = foldTallies(mixed(ledger.map(factsOf), picks))
        const leaves = ledger.flatMap((one) => acceptedLeaf(one) ?? [])
        expect(total(tallies.map(({ acceptedCounts }) => acceptedCounts))).toBe(total(leaves))
        expect(tallies.reduce((sum, { acceptedEntries }) => sum + acceptedEntries, 0)).toBe(leaves.length)
      }),
    )
  })

  it('comes to the same bytes in any order of what is independent', () => {
    fc.assert(
      fc.property(things, order, order, (ledger, one, another) => {
        const lines = ledger.map(factsOf)
        expect(JSON.stringify(foldTallies(mixed(lines, one)))).toBe(
          JSON.stringify(foldTallies(mixed(lines, another))),
        )
      }),
    )
  })

  it('holds a row for every cell that ever had an entry, and each entry in one of them at most once', () => {
    fc.assert(
      fc.property(things, order, (ledger, picks) => {
        const tallies = foldTallies(mixed(ledger.map(factsOf), picks))
        const cells = new Set(ledger.map((one) => `${one.indicatorId} ${one.unitId} ${one.month}`))
        expect(tallies).toHaveLength(cells.size)
        const counting = tallies.reduce((sum, each) => sum + each.acceptedEntries + each.waitingEntries, 0)
        expect(counting).toBeLessThanOrEqual(ledger.length)
      }),
    )
  })
})

it.each<[EntryDecision[], boolean, EntryState]>([
  [[], false, 'waiting'],
  [['accept'], false, 'accepted'],
  [['accept', 'reject'], false, 'rejected'],
  [['reject', 'accept', 'withdraw'], false, 'withdrawn'],
  [['accept'], true, 'replaced'],
  [[], true, 'replaced'],
])('after %j, replaced: %s, an entry is %s', (decisions, replaced, state) => {
  expect(entryState(decisions, replaced)).toBe(state)
})
