/**
 * What a ledger adds up to: per cell the entries that were accepted and those that wait. One fold over the facts; the
 * database keeps the same figures in step and they are rebuilt to the same rows.
 */
import type { Cell } from '../reporting/cell.ts'
import { add, decimal, subtract, type Decimal } from '../values/decimal.ts'
import type { EntryId } from '../values/ids.ts'

export const entryStates = ['waiting', 'accepted', 'rejected', 'withdrawn', 'replaced'] as const
export type EntryState = (typeof entryStates)[number]

export const entryDecisions = ['accept', 'reject', 'withdraw'] as const
export type EntryDecision = (typeof entryDecisions)[number]

const stateAfter = { accept: 'accepted', reject: 'rejected', withdraw: 'withdrawn' } as const

/** What was replaced counts no more, whatever was decided on it; else the latest decision counts. */
export function entryState(decisions: readonly EntryDecision[], replaced: boolean): EntryState {
  if (replaced) return 'replaced'
  const latest = decisions.at(-1)
  return latest === undefined ? 'waiting' : stateAfter[latest]
}

/** What a decision makes of an entry; undefined where it can no longer be decided so. */
export function nextState(state: EntryState, decision: EntryDecision): EntryState | undefined {
  if (state === 'replaced' || state === 'withdrawn' || state === stateAfter[decision]) return undefined
  return stateAfter[decision]
}

export type Counted = Cell & {
  readonly counts: Decimal
  readonly denominator: Decimal | null
  /** What is said of a service beside how many it served. */
  readonly outages: Decimal | null
  readonly complaints: Decimal | null
}

export type Tally = Cell & {
  readonly acceptedEntries: number
  readonly acceptedCounts: Decimal
  readonly acceptedDenominator: Decimal
  readonly acceptedOutages: Decimal
  readonly acceptedComplaints: Decimal
  readonly waitingEntries: number
  readonly waitingCounts: Decimal
  readonly waitingDenominator: Decimal
}

/** A ledger's facts in the order they came. */
export type LedgerFact =
  | {
      readonly kind: 'entered'
      readonly id: EntryId
      readonly replaces: EntryId | null
      readonly entry: Counted
    }
  | { readonly kind: 'decided'; readonly id: EntryId; readonly decision: EntryDecision }

/** The tallies after these facts, one a cell that ever had an entry, in the order of their cells. */
export function foldTallies(facts: readonly LedgerFact[]): Tally[] {
  const entries = new Map<EntryId, { entry: Counted; state: EntryState }>()
  for (const fact of facts) {
    if (fact.kind === 'entered') {
      entries.set(fact.id, { entry: fact.entry, state: 'waiting' })
      const before = fact.replaces && entries.get(fact.replaces)
      if (before) before.state = 'replaced'
    } else {
      const decided = entries.get(fact.id)
      const state = decided && nextState(decided.state, fact.decision)
      if (decided && state) decided.state = state
    }
  }
  const tallies = new Map<string, Tally>()
  for (const { entry, state } of entries.values()) {
    const key = cellKey(entry)
    tallies.set(key, withEntry(tallies.get(key) ?? emptyTally(entry), entry, state, 1))
  }
  return [...tallies].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, tally]) => tally)
}

export function cellKey({ indicatorId, unitId, month }: Cell): string {
  return `${indicatorId} ${unitId} ${month}`
}

const zero = decimal(0)

export function emptyTally({ indicatorId, unitId, month }: Cell): Tally {
  return {
    indicatorId,
    unitId,
    month,
    acceptedEntries: 0,
    acceptedCounts: zero,
    acceptedDenominator: zero,
    acceptedOutages: zero,
    acceptedComplaints: zero,
    waitingEntries: 0,
    waitingCounts: zero,
    waitingDenominator: zero,
  }
}

/** With an entry in this state added (`by` 1) or taken out (`by` -1). */
export function withEntry(tally: Tally, entry: Counted, state: EntryState, by: 1 | -1): Tally {
  const move = by === 1 ? add : subtract
  const denominator = entry.denominator ?? zero
  if (state === 'accepted')
    return {
      ...tally,
      acceptedEntries: tally.acceptedEntries + by,
      acceptedCounts: move(tally.acceptedCounts, entry.counts),
      acceptedDenominator: move(tally.acceptedDenominator, denominator),
      acceptedOutages: move(tally.acceptedOutages, entry.outages ?? zero),
      acceptedComplaints: move(tally.acceptedComplaints, entry.complaints ?? zero),
    }
  if (state === 'waiting')
    return {
      ...tally,
      waitingEntries: tally.waitingEntries + by,
      waitingCounts: move(tally.waitingCounts, entry.counts),
      waitingDenominator: move(tally.waitingDenominator, denominator),
    }
  return tally
}
