/** What ledgers add up to, per cell: kept in step by those who write entries, rebuilt from them to the same rows. */
import { sql, type RawBuilder } from 'kysely'
import type { Decimal } from '../domain/values/decimal.ts'
import type { IndicatorId, ProgrammeId, UnitId } from '../domain/values/ids.ts'
import type { Month } from '../domain/values/month.ts'
import type { Tally } from '../domain/ledger/tally.ts'
import type { TenantTransaction } from './db.ts'

/**
 * A statement that adds waiting entries to the tallies. `added` selects indicator, unit, month, entries, counts and
 * denominator, in the order of the cells so that two writers never wait for each other. A sum is kept without trailing
 * zeros: the same rows whatever order led to them.
 */
export function upsertWaiting(tx: TenantTransaction, added: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    insert into entry_tally as tally (tenant_id, indicator_id, unit_id, month, waiting_entries, waiting_counts, waiting_denominator)
    select ${tx.tenantId}::uuid, indicator_id, unit_id, month, entries, trim_scale(counts), trim_scale(denominator)
    from (${added}) as added (indicator_id, unit_id, month, entries, counts, denominator)
    on conflict (tenant_id, indicator_id, unit_id, month) do update set
      waiting_entries = tally.waiting_entries + excluded.waiting_entries,
      waiting_counts = trim_scale(tally.waiting_counts + excluded.waiting_counts),
      waiting_denominator = trim_scale(tally.waiting_denominator + excluded.waiting_denominator)`
}

/** By column of `moves`: which sum it moves, and of which type it is. */
const moved = [
  ['accepted_entries', 'integer', 'acceptedEntries'],
  ['accepted_counts', 'numeric', 'acceptedCounts'],
  ['accepted_denominator', 'numeric', 'acceptedDenominator'],
  ['accepted_outages', 'numeric', 'acceptedOutages'],
  ['accepted_complaints', 'numeric', 'acceptedComplaints'],
  ['waiting_entries', 'integer', 'waitingEntries'],
  ['waiting_counts', 'numeric', 'waitingCounts'],
  ['waiting_denominator', 'numeric', 'waitingDenominator'],
] as const satisfies readonly (readonly [column: string, type: 'integer' | 'numeric', key: keyof Tally])[]

/**
 * A statement that moves the tallies of cells that have a row. Moves may be negative: a check is made before a conflict is
 * seen, so these cannot go through an insert. `moves` selects indicator, unit and month, and what is `moved`.
 */
export function updateTallies(tx: TenantTransaction, moves: RawBuilder<unknown>): RawBuilder<unknown> {
  const sums = moved.map(([name, type]) => {
    const column = sql.ref(name)
    const sum = sql`tally.${column} + moves.${column}`
    return sql`${column} = ${type === 'numeric' ? sql`trim_scale(${sum})` : sum}`
  })
  return sql`
    update entry_tally as tally set ${sql.join(sums)}
    from (${moves}) as moves (indicator_id, unit_id, month, ${columnsMoved})
    where tally.tenant_id = ${tx.tenantId} and tally.indicator_id = moves.indicator_id
      and tally.unit_id = moves.unit_id and tally.month = moves.month`
}

const columnsMoved = sql.join(moved.map(([column]) => sql.ref(column)))

/** A statement that moves the tally of a cell that has entries. */
export function tallyMove(tx: TenantTransaction, move: Tally): RawBuilder<unknown> {
  const sums = moved.map(([, type, key]) => sql`${move[key]}::${sql.raw(type)}`)
  return updateTallies(
    tx,
    sql`values (${move.indicatorId}::uuid, ${move.unitId}::uuid, ${move.month}::date, ${sql.join(sums)})`,
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
  await upsertWaiting(
    tx,
    sql`
      select ${indicatorId}::uuid, ${unitId}::uuid, month, entries, counts, denominator
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
  ${sql.join(moved.map(([column, , key]) => sql`${sql.ref(column)} as ${sql.ref(key)}`))}`

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
  const words = sql`concat_ws(' ', ${columnsMoved})`
  const sumOf = (column: string, counting: string) =>
    sql.raw(`trim_scale(coalesce(sum(${column}) filter (where ${counting}), 0)) as ${counting}_${column}`)
  const { rows } = await sql<TallyDifference>`
    with counted as (
        select entry.indicator_id, entry.unit_id, entry.month, entry.counts, entry.denominator, entry.outages, entry.complaints,
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
          ${sql.join(['counts', 'denominator', 'outages', 'complaints'].map((column) => sumOf(column, 'accepted')))},
          (count(*) filter (where waiting))::integer as waiting_entries,
          ${sql.join(['counts', 'denominator'].map((column) => sumOf(column, 'waiting')))}
        from counted group by indicator_id, unit_id, month),
      stood as (select indicator_id, unit_id, month, ${words} as words from entry_tally where tenant_id = ${tx.tenantId}),
      differing as (
        select rebuilt.*, stood.words as before, ${words} as after
        from rebuilt left join stood using (indicator_id, unit_id, month)
        where stood.words is distinct from ${words}),
      written as (
        insert into entry_tally (tenant_id, indicator_id, unit_id, month, ${columnsMoved})
        select ${tx.tenantId}::uuid, indicator_id, unit_id, month, ${columnsMoved} from differing
        on conflict (tenant_id, indicator_id, unit_id, month) do update set
          ${sql.join(moved.map(([column]) => sql`${sql.ref(column)} = excluded.${sql.ref(column)}`))})
    select indicator_id as "indicatorId", unit_id as "unitId", month, before, after
    from differing order by indicator_id, unit_id, month
  `.execute(tx.query)
  return rows
}
