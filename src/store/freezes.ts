/** Frozen months. */
import { sql } from 'kysely'
import type { PersonId, PostId, ProgrammeId } from '../domain/values/ids.ts'
import type { Month } from '../domain/values/month.ts'
import type { ReportedCell } from '../domain/reporting/reported-cell.ts'
import type { KeptSnapshot } from '../domain/reporting/kept-snapshot.ts'
import type { TenantTransaction } from './db.ts'
import { standsIn } from './stand-in.ts'
import { periodFactsOf, type PeriodFacts } from './period-facts.ts'
import { reportedCells, toReportedCell, type FlatCell } from './reported-cells.ts'

export type MonthToFreeze = {
  readonly facts: PeriodFacts
  readonly frozen: number
  readonly cells: readonly ReportedCell[]
}

/** Everything a month's snapshot is made from; undefined without a programme. One statement. */
export async function findMonthToFreeze(
  tx: TenantTransaction,
  programmeId: ProgrammeId,
  month: Month,
): Promise<MonthToFreeze | undefined> {
  const { rows } = await sql<{ facts: PeriodFacts; frozen: number; cells: readonly FlatCell[] }>`
    select ${periodFactsOf(tx)} as facts, (
        select coalesce(max(no), 0) from month_freeze
        where month_freeze.tenant_id = programme.tenant_id and month_freeze.programme_id = programme.id
          and month_freeze.month = ${month}) as frozen,
      (${reportedCells(tx, programmeId, month, sql`true`)}) as cells
    from programme
    where programme.tenant_id = ${tx.tenantId} and programme.id = ${programmeId}
  `.execute(tx.query)
  const row = rows[0]
  return row && { ...row, cells: row.cells.map(toReportedCell) }
}

export type NewFreeze = {
  readonly programmeId: ProgrammeId
  readonly month: Month
  readonly no: number
  readonly snapshot: string
  readonly sha256: Buffer
  readonly sm3: Buffer
  readonly reason: string | null
  readonly by: PersonId
  readonly postId: PostId
  readonly at: Date
}

/** Throws the database's `month_freeze_overtaken` when the number is taken. */
export async function insertFreeze(tx: TenantTransaction, freeze: NewFreeze): Promise<void> {
  await tx.query
    .insertInto('month_freeze')
    .values({
      tenant_id: tx.tenantId,
      programme_id: freeze.programmeId,
      month: freeze.month,
      no: freeze.no,
      snapshot: freeze.snapshot,
      sha256: freeze.sha256,
      sm3: freeze.sm3,
      reason: freeze.reason,
      frozen_by: freeze.by,
      frozen_post: freeze.postId,
      frozen_at: freeze.at,
    })
    .execute()
}

export type FreezeRecord = {
  readonly month: Month
  readonly no: number
  readonly sha256: string
  readonly sm3: string
  readonly reason: string | null
  readonly frozenBy: string
  readonly standsIn: boolean
  readonly frozenAt: string
  /** Only of months that were frozen more than once, to tell what changed. */
  readonly snapshot: KeptSnapshot | null
}

/** Newest month first, within a month the latest number first. One statement. */
export async function listFreezes(tx: TenantTransaction, programmeId: ProgrammeId): Promise<FreezeRecord[]> {
  const { rows } = await sql<Omit<FreezeRecord, 'frozenAt'> & { frozenAt: Date }>`
    select month_freeze.month, month_freeze.no, encode(month_freeze.sha256, 'hex') as sha256,
      encode(month_freeze.sm3, 'hex') as sm3, month_freeze.reason, person.name as "frozenBy",
      ${standsIn('month_freeze', 'frozen_by', 'frozen_post', 'frozen_at')} as "standsIn",
      month_freeze.frozen_at as "frozenAt",
      case when count(*) over (partition by month_freeze.month) > 1 then month_freeze.snapshot::json end as snapshot
    from month_freeze
      join person on person.tenant_id = month_freeze.tenant_id and person.id = month_freeze.frozen_by
    where month_freeze.tenant_id = ${tx.tenantId} and month_freeze.programme_id = ${programmeId}
    order by month_freeze.month desc, month_freeze.no desc
  `.execute(tx.query)
  return rows.map((row) => ({ ...row, frozenAt: row.frozenAt.toISOString() }))
}

export async function findSnapshot(
  tx: TenantTransaction,
  programmeId: ProgrammeId,
  month: Month,
  no: number,
): Promise<string | undefined> {
  const row = await tx.query
    .selectFrom('month_freeze')
    .select('snapshot')
    .where('tenant_id', '=', tx.tenantId)
    .where('programme_id', '=', programmeId)
    .where('month', '=', month)
    .where('no', '=', no)
    .executeTakeFirst()
  return row?.snapshot
}

/** As the month was last frozen. */
export async function findLatestSnapshot(
  tx: TenantTransaction,
  programmeId: ProgrammeId,
  month: Month,
): Promise<string | undefined> {
  const row = await tx.query
    .selectFrom('month_freeze')
    .select('snapshot')
    .where('tenant_id', '=', tx.tenantId)
    .where('programme_id', '=', programmeId)
    .where('month', '=', month)
    .orderBy('no', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.snapshot
}
