/** Entries of ledgers and what was decided on them. What they add up to is kept in step by the same statements. */
import { sql, type RawBuilder } from 'kysely'
import type { Cell } from '../domain/reporting/cell.ts'
import type { EntryContent } from '../domain/ledger/entry.ts'
import type {
  EntryId,
  IndicatorId,
  LedgerLoadId,
  PersonId,
  PostId,
  ProgrammeId,
  UnitId,
} from '../domain/values/ids.ts'
import type { Counted, EntryDecision, EntryState, Tally } from '../domain/ledger/tally.ts'
import type { TenantTransaction } from './db.ts'
import { tallyMove, updateTallies, upsertWaiting, type AddedInMonth } from './tallies.ts'

/** What all entries of one insert share. */
export type EntryOrigin = {
  readonly indicatorId: IndicatorId
  readonly unitId: UnitId
  readonly loadId: LedgerLoadId | null
  readonly by: PersonId
  readonly postId: PostId
  readonly at: Date
}

export type NewEntry = EntryContent & {
  readonly id: EntryId
  readonly contentKey: string
  readonly loadRow: number | null
  readonly replaces: { readonly id: EntryId; readonly reason: string } | null
}

/** By column of the table: its type, and what an entry holds there. */
const contentColumns: readonly (readonly [
  column: string,
  type: 'uuid' | 'date' | 'text' | 'numeric' | 'integer',
  valueOf: (entry: NewEntry) => string | number | null | undefined,
])[] = [
  ['id', 'uuid', ({ id }) => id],
  ['month', 'date', ({ month }) => month],
  ['counts', 'numeric', ({ counts }) => counts],
  ['denominator', 'numeric', ({ denominator }) => denominator],
  ['content_key', 'uuid', ({ contentKey }) => contentKey],
  ['name', 'text', ({ name }) => name],
  ['place', 'text', ({ place }) => place],
  ['district', 'text', ({ district }) => district],
  ['identifier', 'text', ({ identifier }) => identifier],
  ['done_on', 'date', ({ doneOn }) => doneOn],
  ['stage', 'text', ({ stage }) => stage],
  ['certificate', 'text', ({ certificate }) => certificate],
  ['source_system', 'text', ({ sourceSystem }) => sourceSystem],
  ['beneficiaries', 'numeric', ({ beneficiaries }) => beneficiaries],
  ['outages', 'numeric', ({ outages }) => outages],
  ['complaints', 'numeric', ({ complaints }) => complaints],
  ['load_row', 'integer', ({ loadRow }) => loadRow],
  ['replaces', 'uuid', ({ replaces }) => replaces?.id],
  ['reason', 'text', ({ replaces }) => replaces?.reason],
  ['longitude', 'numeric', ({ position }) => position?.longitude],
  ['latitude', 'numeric', ({ position }) => position?.latitude],
  ['given_datum', 'text', ({ position }) => position?.datum],
  ['coordinate_source', 'text', ({ position }) => position?.source],
  ['accuracy', 'numeric', ({ position }) => position?.accuracy],
]

/**
 * Inserts entries, waiting, and adds them to the tallies; those whose content is known already are passed over. How many
 * were new. One statement for any number of rows: COPY is refused on tables with row-level security.
 */
export async function insertEntries(
  tx: TenantTransaction,
  origin: EntryOrigin,
  entries: readonly NewEntry[],
): Promise<number> {
  const { rows } = await sql<{ added: number }>`
    with added as (${insertion(tx, origin, entries)}),
      moved as (
        select month, count(*)::integer as entries, sum(counts) as counts, coalesce(sum(denominator), 0) as denominator
        from added group by month),
      tallied as (${upsertWaiting(
        tx,
        sql`select ${origin.indicatorId}::uuid, ${origin.unitId}::uuid, month, entries, counts, denominator from moved order by month`,
      )})
    select count(*)::integer as added from added
  `.execute(tx.query)
  return rows[0]?.added ?? 0
}

/**
 * The same without the tallies, which the caller moves once by `addWaiting` when all batches are in: a load must not hold
 * the tallies, that others wait for, while it reads its file.
 */
export async function insertUntallied(
  tx: TenantTransaction,
  origin: EntryOrigin,
  entries: readonly NewEntry[],
): Promise<AddedInMonth[]> {
  const { rows } = await sql<AddedInMonth>`
    with added as (${insertion(tx, origin, entries)})
    select month, count(*)::integer as entries, sum(counts) as counts, coalesce(sum(denominator), 0) as denominator
    from added group by month
  `.execute(tx.query)
  return rows
}

/** Columns that hold nothing are not sent; every kind of ledger uses a few. */
function insertion(
  tx: TenantTransaction,
  origin: EntryOrigin,
  entries: readonly NewEntry[],
): RawBuilder<unknown> {
  const columns = contentColumns.flatMap(([column, type, valueOf]) => {
    const values = entries.map((entry) => valueOf(entry) ?? null)
    return values.every((value) => value === null) ? [] : [{ column, type, values }]
  })
  const names = sql.join(columns.map(({ column }) => sql.ref(column)))
  const arrays = sql.join(columns.map(({ type, values }) => sql`${values}::${sql.raw(type)}[]`))
  return sql`
    insert into entry (tenant_id, indicator_id, unit_id, load_id, entered_by, entered_post, entered_at, ${names})
    select ${tx.tenantId}::uuid, ${origin.indicatorId}::uuid, ${origin.unitId}::uuid, ${origin.loadId}::uuid,
      ${origin.by}::uuid, ${origin.postId}::uuid, ${origin.at}::timestamptz, ${names}
    from unnest(${arrays}) as given (${names})
    on conflict on constraint entry_known do nothing
    returning month, counts, denominator`
}

/** Which of these contents a unit has in a ledger already. */
export async function findKnownContents(
  tx: TenantTransaction,
  { indicatorId, unitId }: Pick<Cell, 'indicatorId' | 'unitId'>,
  contentKeys: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ key: string }>`
    select content_key as key from entry
    where tenant_id = ${tx.tenantId} and indicator_id = ${indicatorId} and unit_id = ${unitId}
      and content_key = any(${contentKeys}::uuid[])
  `.execute(tx.query)
  return new Set(rows.map(({ key }) => key))
}

/** One writer of a unit's ledger at a time: two loads of the same rows would wait for each other's. */
export async function lockLedger(
  tx: TenantTransaction,
  { indicatorId, unitId }: Pick<Cell, 'indicatorId' | 'unitId'>,
): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`ledger ${indicatorId} ${unitId}`}, 0))`.execute(
    tx.query,
  )
}

/** An entry as a decision on it needs it. */
export type EntryAtHand = Counted & {
  readonly id: EntryId
  readonly programmeId: ProgrammeId
  readonly enteredBy: PersonId
  readonly contentKey: string
  readonly state: EntryState
  /** How many decisions there are. */
  readonly decisions: number
}

/** The state of an entry, for a query that has `entry` and its latest decision as `latest`. */
export const stateOfEntry = sql<EntryState>`
  case
    when exists (
      select 1 from entry as newer where newer.tenant_id = entry.tenant_id and newer.replaces = entry.id) then 'replaced'
    when latest.decision = 'accept' then 'accepted'
    when latest.decision = 'reject' then 'rejected'
    when latest.decision = 'withdraw' then 'withdrawn'
    else 'waiting'
  end`

/** The latest decision on `entry`, to be joined laterally. */
export const latestDecision = sql`
  select entry_decision.* from entry_decision
  where entry_decision.tenant_id = entry.tenant_id and entry_decision.entry_id = entry.id
  order by entry_decision.no desc limit 1`

export async function findEntryAtHand(
  tx: TenantTransaction,
  programmeId: ProgrammeId,
  id: EntryId,
): Promise<EntryAtHand | undefined> {
  const { rows } = await sql<EntryAtHand>`
    select entry.id, indicator.programme_id as "programmeId", entry.indicator_id as "indicatorId", entry.unit_id as "unitId",
      entry.month, entry.counts, entry.denominator, entry.outages, entry.complaints, entry.entered_by as "enteredBy", entry.content_key as "contentKey",
      ${stateOfEntry} as state, coalesce(latest.no, 0) as decisions
    from entry
      join indicator on indicator.tenant_id = entry.tenant_id and indicator.id = entry.indicator_id
      left join lateral (${latestDecision}) as latest on true
    where entry.tenant_id = ${tx.tenantId} and entry.id = ${id} and indicator.programme_id = ${programmeId}
  `.execute(tx.query)
  return rows[0]
}

export type NewDecision = {
  readonly entryId: EntryId
  readonly no: number
  readonly decision: EntryDecision
  readonly reason: string | null
  readonly by: PersonId
  readonly postId: PostId
  readonly at: Date
}

/**
 * Keeps a decision and moves the tally by what it changes, in one statement. Throws the database's
 * `entry_decision_overtaken` when the number is taken.
 */
export async function insertDecision(
  tx: TenantTransaction,
  decision: NewDecision,
  move: Tally,
): Promise<void> {
  await sql`
    with decided as (
      insert into entry_decision (tenant_id, entry_id, no, decision, reason, decided_by, decided_post, decided_at)
      values (${tx.tenantId}::uuid, ${decision.entryId}::uuid, ${decision.no}, ${decision.decision}, ${decision.reason},
        ${decision.by}::uuid, ${decision.postId}::uuid, ${decision.at}::timestamptz))
    ${tallyMove(tx, move)}
  `.execute(tx.query)
}

/**
 * Accepts what waits in these cells and moves the tallies, in one statement. Entries that this person entered stay:
 * nobody reviews their own figure.
 */
export async function acceptWaiting(
  tx: TenantTransaction,
  cells: readonly Cell[],
  decided: { readonly by: PersonId; readonly postId: PostId; readonly at: Date },
): Promise<{ accepted: number; own: number }> {
  const column = <Key extends keyof Cell>(key: Key) => cells.map((cell) => cell[key])
  const { rows } = await sql<{ accepted: number; own: number }>`
    with waiting as (
        select entry.* from unnest(${column('indicatorId')}::uuid[], ${column('unitId')}::uuid[], ${column('month')}::date[])
            as cell (indicator_id, unit_id, month)
          join entry_tally on entry_tally.tenant_id = ${tx.tenantId} and entry_tally.indicator_id = cell.indicator_id
            and entry_tally.unit_id = cell.unit_id and entry_tally.month = cell.month and entry_tally.waiting_entries > 0
          join entry on entry.tenant_id = entry_tally.tenant_id and entry.indicator_id = entry_tally.indicator_id
            and entry.unit_id = entry_tally.unit_id and entry.month = entry_tally.month
        where not exists (
            select 1 from entry_decision where entry_decision.tenant_id = entry.tenant_id and entry_decision.entry_id = entry.id)
          and not exists (
            select 1 from entry as newer where newer.tenant_id = entry.tenant_id and newer.replaces = entry.id)),
      others as (select * from waiting where entered_by <> ${decided.by}),
      decided as (
        insert into entry_decision (tenant_id, entry_id, no, decision, decided_by, decided_post, decided_at)
        select tenant_id, id, 1, 'accept', ${decided.by}::uuid, ${decided.postId}::uuid, ${decided.at}::timestamptz from others),
      moved as (
        select indicator_id, unit_id, month, count(*)::integer as entries, sum(counts) as counts,
          coalesce(sum(denominator), 0) as denominator, coalesce(sum(outages), 0) as outages, coalesce(sum(complaints), 0) as complaints
        from others group by indicator_id, unit_id, month),
      tallied as (${updateTallies(
        tx,
        sql`
          select indicator_id, unit_id, month, entries, counts, denominator, outages, complaints, -entries, -counts, -denominator
          from moved`,
      )})
    select (select count(*)::integer from others) as accepted,
      (select count(*)::integer from waiting where entered_by = ${decided.by}) as own
  `.execute(tx.query)
  return rows[0] ?? { accepted: 0, own: 0 }
}
