import { afterAll, beforeAll, expect, it } from 'vitest'
import * as fc from 'fast-check'
import { sql } from 'kysely'
import { decimal, type Decimal } from '../../src/domain/values/decimal.ts'
import type {
  EntryId,
  IndicatorId,
  PersonId,
  PostId,
  ProgrammeId,
  UnitId,
} from '../../src/domain/values/ids.ts'
import { monthOf, type Month } from '../../src/domain/values/month.ts'
import {
  emptyTally,
  foldTallies,
  nextState,
  withEntry,
  type EntryDecision,
  type EntryState,
  type LedgerFact,
} from '../../src/domain/ledger/tally.ts'
import { newId } from '../../src/services/context.ts'
import { inTenant, type TenantTransaction } from '../../src/store/db.ts'
import { acceptWaiting, findEntryAtHand, insertDecision, insertEntries } from '../../src/store/entries.ts'
import { findTallies, moveTally, rebuildTallies } from '../../src/store/tallies.ts'
import { openTestApp, type TestApp } from '../support/app.ts'
import { onEveryServer } from '../support/database.ts'
import { demoTenant } from '../support/plan-rows.ts'

/** What a random run does next; `entry` picks one of those there are. */
const step = fc.oneof(
  fc.record({
    kind: fc.constant('enter' as const),
    indicator: fc.nat(2),
    unit: fc.nat(2),
    month: fc.integer({ min: 1, max: 3 }),
    counts: fc.constantFrom('1', '2', '0.5', '1.25', '10', '0', '99999999999.001'),
    denominator: fc.constantFrom(null, '1', '2.50'),
    outages: fc.constantFrom(null, '1', '3.00'),
    complaints: fc.constantFrom(null, '2'),
  }),
  fc.record({
    kind: fc.constant('replace' as const),
    entry: fc.nat(50),
    counts: fc.constantFrom('3', '0.75'),
  }),
  fc.record({
    kind: fc.constant('decide' as const),
    entry: fc.nat(50),
    decision: fc.constantFrom('accept' as const, 'reject' as const, 'withdraw' as const),
  }),
  fc.record({ kind: fc.constant('accept-waiting' as const), indicator: fc.nat(2), unit: fc.nat(2) }),
)
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

onEveryServer('the tallies of a ledger', (database) => {
  let server: TestApp
  let facts: {
    programmeId: ProgrammeId
    indicators: IndicatorId[]
    units: UnitId[]
    by: PersonId
    reviewer: PersonId
    postId: PostId
  }
  beforeAll(async () => {
    server = await openTestApp(database())
    facts = await inTenant(database().db, demoTenant, async ({ query }) => {
      const indicators = await query.selectFrom('indicator').select(['id', 'programme_id']).limit(3).execute()
      const units = await query.selectFrom('unit').select('id').limit(3).execute()
      const people = await query.selectFrom('holding').select(['person_id', 'post_id']).execute()
      const [by, reviewer] = [...new Set(people.map(({ person_id }) => person_id))]
      const [indicator] = indicators
      if (!by || !reviewer || !indicator || !people[0]) throw new Error('the demonstration has people')
      return {
        programmeId: indicator.programme_id,
        indicators: indicators.map(({ id }) => id),
        units: units.map(({ id }) => id),
        by,
        reviewer,
        postId: people[0].post_id,
      }
    })
  })
  afterAll(() => server.close())

  const inDemo = <Result>(work: (tx: TenantTransaction) => Promise<Result>) =>
    inTenant(database().db, demoTenant, work)

  it('are the fold of the facts, whatever order they came in, and are rebuilt to the same rows', async () => {
    expect.hasAssertions()
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
        await inDemo((tx) => run(tx, steps)).catch((error: unknown) => {
          if (error !== rolledBack) throw error
        })
      }),
      { numRuns: 40 },
    )
  })

  /** Ends a run without keeping its rows. */
  const rolledBack = new Error('rolled back')

  async function run(tx: TenantTransaction, steps: readonly Step[]): Promise<void> {
    const told: LedgerFact[] = []
    const ids: EntryId[] = []
    for (const one of steps) await take(tx, one, told, ids)
    const { programmeId } = facts
    const kept = await findTallies(tx, programmeId, null, null)
    expect(kept).toEqual(foldTallies(told))
    const before = await rowsOf(tx)
    expect(await rebuildTallies(tx, programmeId)).toEqual([])
    expect(await rowsOf(tx)).toEqual(before)
    await sql`update entry_tally set accepted_complaints = accepted_complaints + 1, waiting_entries = waiting_entries + 2`.execute(
      tx.query,
    )
    expect(await rebuildTallies(tx, programmeId)).toHaveLength(before.length)
    expect(await rowsOf(tx)).toEqual(before)
    throw rolledBack
  }

  /** As PostgreSQL writes them, zeros behind the point included. */
  async function rowsOf(tx: TenantTransaction): Promise<string[]> {
    const { rows } = await sql<{ row: string }>`
      select entry_tally::text as row from entry_tally order by indicator_id, unit_id, month`.execute(
      tx.query,
    )
    return rows.map(({ row }) => row)
  }

  async function take(tx: TenantTransaction, one: Step, told: LedgerFact[], ids: EntryId[]): Promise<void> {
    const at = new Date('2023-03-01T01:00:00Z')
    const { programmeId, by, reviewer, postId } = facts
    if (one.kind === 'enter') {
      const cell = {
        indicatorId: pick(facts.indicators, one.indicator),
        unitId: pick(facts.units, one.unit),
        month: monthOf(2023, one.month),
      }
      await enter({ ...one, ...cell }, null)
    } else if (one.kind === 'accept-waiting') {
      const key = { indicatorId: pick(facts.indicators, one.indicator), unitId: pick(facts.units, one.unit) }
      const cells = [1, 2, 3].map((month) => ({ ...key, month: monthOf(2023, month) }))
      const waiting: EntryId[] = []
      for (const id of ids) {
        const entry = await findEntryAtHand(tx, programmeId, id)
        if (
          entry?.state === 'waiting' &&
          entry.indicatorId === key.indicatorId &&
          entry.unitId === key.unitId
        )
          waiting.push(id)
      }
      const outcome = await acceptWaiting(tx, cells, { by: reviewer, postId, at })
      expect(outcome).toEqual({ accepted: waiting.length, own: 0 })
      for (const id of waiting) told.push({ kind: 'decided', id, decision: 'accept' })
    } else {
      const id = ids[one.entry % Math.max(1, ids.length)]
      const entry = id && (await findEntryAtHand(tx, programmeId, id))
      if (!entry) return
      if (one.kind === 'replace') {
        if (entry.state === 'replaced') return
        await enter({ ...entry, counts: one.counts }, entry.id)
        await moveTally(tx, withEntry(emptyTally(entry), entry, entry.state, -1))
      } else await decide(entry, one.decision)
    }

    async function enter(
      typed: { indicatorId: IndicatorId; unitId: UnitId; month: Month; counts: string } & Record<
        'denominator' | 'outages' | 'complaints',
        string | null
      >,
      replaces: EntryId | null,
    ): Promise<void> {
      const id = newId<EntryId>()
      const entry = {
        indicatorId: typed.indicatorId,
        unitId: typed.unitId,
        month: typed.month,
        counts: decimal(typed.counts),
        denominator: decimalOrNull(typed.denominator),
        outages: decimalOrNull(typed.outages),
        complaints: decimalOrNull(typed.complaints),
      }
      const content = { name: null, place: null, district: null, identifier: null, doneOn: null, stage: null }
      const rest = {
        certificate: null,
        sourceSystem: null,
        beneficiaries: null,
        position: null,
        loadRow: null,
      }
      const origin = { indicatorId: typed.indicatorId, unitId: typed.unitId, loadId: null, by, postId, at }
      await insertEntries(tx, origin, [
        {
          ...entry,
          ...content,
          ...rest,
          id,
          contentKey: newId<string>(),
          replaces: replaces && { id: replaces, reason: '量错了' },
        },
      ])
      told.push({ kind: 'entered', id, replaces, entry })
      ids.push(id)
    }

    async function decide(
      entry: NonNullable<Awaited<ReturnType<typeof findEntryAtHand>>>,
      decision: EntryDecision,
    ): Promise<void> {
      const state: EntryState | undefined = nextState(entry.state, decision)
      if (!state) return
      const no = entry.decisions + 1
      const move = withEntry(withEntry(emptyTally(entry), entry, entry.state, -1), entry, state, 1)
      const ruling = { reason: '核对', by: reviewer, postId, at }
      await insertDecision(tx, { entryId: entry.id, no, decision, ...ruling }, move)
      told.push({ kind: 'decided', id: entry.id, decision })
    }
  }
})

function decimalOrNull(value: string | null): Decimal | null {
  return value === null ? null : decimal(value)
}

function pick<Value>(values: readonly Value[], index: number): Value {
  const value = values[index]
  if (value === undefined) throw new RangeError(`nothing at ${index}`)
  return value
}
