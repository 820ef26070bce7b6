/** What ledgers add up to, per cell: kept in step by those who write entries, rebuilt from them to the same rows. */
import { sql, type RawBuilder } from 'kysely'
import type { Decimal } from '../domain/decimal.ts'
import type { IndicatorId, ProgrammeId, UnitId } from '../domain/ids.ts'
import type { Month } from '../domain/month.ts'
import type { Tally } from '../domain/tally.ts'
import type { TenantTransaction } from './db.ts'

/**
 * A statement that adds moves to the tallies. `moves` selects indicator, unit, month, and by how much accepted entries,
 * counts and denominator and the waiting ones change, in the order of the cells so that two writers never wait for each
 * other. A sum is kept without trailing zeros: the same rows whatever order led to them.
 */
export function upsertTallies(tx: TenantTransaction, moves: RawBuilder<unknown>): RawBuilder<unknown> {
  const figures = [
    'accepted_counts',
    'accepted_denominator',
    'waiting_counts',
    'waiting_denominator',
  ] as const
  const entries = ['accepted_entries', 'waiting_entries'] as const
  return sql`
    insert into entry_tally as tally (tenant_id, indicator_id, unit_id, month, accepted_entries, accepted_counts,
      accepted_denominator, waiting_entries, waiting_counts, waiting_denominator)
    select ${tx.tenantId}::uuid, indicator_id, unit_id, month, accepted_entries, trim_scale(accepted_counts),
      trim_scale(accepted_denominator), waiting_entries, trim_scale(waiting_counts), trim_scale(waiting_denominator)
    from (${moves}) as moves (indicator_id, unit_id, month, accepted_entries, accepted_counts, accepted_denominator,
      waiting_entries, waiting_counts, waiting_denominator)
    on conflict (tenant_id, indicator_id, unit_id, month) do update set ${sql.join([
      ...entries.map(
        (column) => sql`${sql.ref(column)} = tally.${sql.ref(column)} + excluded.${sql.ref(column)}`,
      ),
      ...figures.map(
        (column) =>
          sql`${sql.ref(column)} = trim_scale(tally.${sql.ref(column)} + excluded.${sql.ref(column)})`,
      ),
    ])}`
}

/**
 * The same for cells that have a row, where moves may be negative: a check is made before a conflict is seen, so these
 * cannot go through an insert.
 */
export function updateTallies(tx: TenantTransaction, moves: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    update entry_tally as tally set
      accepted_entries = tally.accepted_entries + moves.accepted_entries,
      accepted_counts = trim_scale(tally.accepted_counts + moves.accepted_counts),
      accepted_denominator = trim_scale(tally.accepted_denominator + moves.accepted_denominator),
      waiting_entries = tally.waiting_entries + moves.waiting_entries,
      waiting_counts = trim_scale(tally.waiting_counts + moves.waiting_counts),
      waiting_denominator = trim_scale(tally.waiting_denominator + moves.waiting_denominator)
    from (${moves}) as moves (indicator_id, unit_id, month, accepted_entries, accepted_counts, accepted_denominator,
      waiting_entries, waiting_counts, waiting_denominator)
    where tally.tenant_id = ${tx.tenantId} and tally.indicator_id = moves.indicator_id
      and tally.unit_id = moves.unit_id and tally.month = moves.month`
}

/** A statement that moves the tally of a cell that has entries. */
export function tallyMove(tx: TenantTransaction, move: Tally): RawBuilder<unknown> {
  return updateTallies(
    tx,
    sql`
      values (${move.indicatorId}::uuid, ${move.unitId}::uuid, ${move.month}::date,
        ${move.acceptedEntries}::integer, ${move.acceptedCounts}::numeric, ${move.acceptedDenominator}::numeric,
        ${move.waitingEntries}::integer, ${move.waitingCounts}::numeric, ${move.waitingDenominator}::numeric)`,
  )
}

export async function moveTally(tx: TenantTransaction, move: Tally): Promise<void> {
  await tallyMove(tx, move).execute(tx.query)
}

/** Adds entries that wait to the tallies of a unit's ledger; each month once. */
export async function addWaiting(
  tx: TenantTransaction,
  { indicatorId, unitId }: Pick<Tally, 'indicatorId' | 'unitId'>,
  months: readonly AddedInMonth[],
): Promise<void> {
  if (months.length === 0) return
  const column = <Key extends keyof AddedInMonth>(key: Key) => months.map((added) => added[key])
  await upsertTallies(
    tx,
    sql`
      select ${indicatorId}::uuid, ${unitId}::uuid, month, 0, 0, 0, entries, counts, denominator
      from unnest(${column('month')}::date[], ${column('entries')}::integer[], ${column('counts')}::numeric[],
        ${column('denominator')}::numeric[]) as added (month, entries, counts, denominator)
      order by month`,
  ).execute(tx.query)
}

/** Entries that came to wait in a month. */
export type AddedInMonth = {
  readonly month: Month
  readonly entries: number
  readonly counts: Decimal
  readonly denominator: Decimal
}

const columns = sql`
  indicator_id as "indicatorId", unit_id as "unitId", month,
  accepted_entries as "acceptedEntries", accepted_counts as "acceptedCounts", accepted_denominator as "acceptedDenominator",
  waiting_entries as "waitingEntries", waiting_counts as "waitingCounts", waiting_denominator as "waitingDenominator"`

/** The tallies of a programme, of one unit and one month where they are given. */
export async function findTallies(
  tx: TenantTransaction,
  programmeId: ProgrammeId,
  unitId: UnitId | null,
  month: Month | null,
): Promise<Tally[]> {
  const { rows } = await sql<Tally>`
    select ${columns} from entry_tally
    where tenant_id = ${tx.tenantId}
      and indicator_id in (select id from indicator where tenant_id = ${tx.tenantId} and programme_id = ${programmeId})
      and (${unitId}::uuid is null or unit_id = ${unitId}::uuid)
      and (${month}::date is null or month = ${month}::date)
    order by indicator_id, unit_id, month
  `.execute(tx.query)
  return rows
}

export type TallyDifference = {
  readonly indicatorId: IndicatorId
  readonly unitId: UnitId
  readonly month: Month
  /** As it stood; null where there was no row. */
  readonly before: string | null
  readonly after: string
}

/** Counts a programme's tallies anew from its entries and decisions, and says which rows were not so. */
export async function rebuildTallies(
  tx: TenantTransaction,
  programmeId: ProgrammeId,
): Promise<TallyDifference[]> {
  const words = sql.raw(
    `concat_ws(' ', accepted_entries, accepted_counts, accepted_denominator, waiting_entries, waiting_counts, waiting_denominator)`,
  )
  const { rows } = await sql<TallyDifference>`
    with counted as (
        select entry.indicator_id, entry.unit_id, entry.month, entry.counts, coalesce(entry.denominator, 0) as denominator,
          newer.id is null and latest.decision = 'accept' as accepted, newer.id is null and latest.decision is null as waiting
        from entry
          left join entry as newer on newer.tenant_id = entry.tenant_id and newer.replaces = entry.id
          left join (
            select distinct on (entry_id) entry_id, decision from entry_decision
            where tenant_id = ${tx.tenantId} order by entry_id, no desc
          ) as latest on latest.entry_id = entry.id
        where entry.tenant_id = ${tx.tenantId}
          and entry.indicator_id in (select id from indicator where tenant_id = ${tx.tenantId} and programme_id = ${programmeId})),
      rebuilt as (
        select indicator_id, unit_id, month,
          (count(*) filter (where accepted))::integer as accepted_entries,
          trim_scale(coalesce(sum(counts) filter (where accepted), 0)) as accepted_counts,
          trim_scale(coalesce(sum(denominator) filter (where accepted), 0)) as accepted_denominator,
          (count(*) filter (where waiting))::integer as waiting_entries,
          trim_scale(coalesce(sum(counts) filter (where waiting), 0)) as waiting_counts,
          trim_scale(coalesce(sum(denominator) filter (where waiting), 0)) as waiting_denominator
        from counted group by indicator_id, unit_id, month),
      stood as (select indicator_id, unit_id, month, ${words} as words from entry_tally where tenant_id = ${tx.tenantId}),
      differing as (
        select rebuilt.*, stood.words as before, ${words} as after
        from rebuilt left join stood using (indicator_id, unit_id, month)
        where stood.words is distinct from ${words}),
      written as (
        insert into entry_tally (tenant_id, indicator_id, unit_id, month, accepted_entries, accepted_counts,
          accepted_denominator, waiting_entries, waiting_counts, waiting_denominator)
        select ${tx.tenantId}::uuid, indicator_id, unit_id, month, accepted_entries, accepted_counts, accepted_denominator,
          waiting_entries, waiting_counts, waiting_denominator
        from differing
        on conflict (tenant_id, indicator_id, unit_id, month) do update set
          accepted_entries = excluded.accepted_entries, accepted_counts = excluded.accepted_counts,
          accepted_denominator = excluded.accepted_denominator, waiting_entries = excluded.waiting_entries,
          waiting_counts = excluded.waiting_counts, waiting_denominator = excluded.waiting_denominator)
    select indicator_id as "indicatorId", unit_id as "unitId", month, before, after
    from differing order by indicator_id, unit_id, month
  `.execute(tx.query)
  return rows
}
