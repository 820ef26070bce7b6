/** Files that were loaded into ledgers. */
import { sql } from 'kysely'
import type { IndicatorId, LedgerLoadId, PersonId, PostId, UnitId } from '../domain/ids.ts'
import type { TenantTransaction } from './db.ts'

export type NewLoad = {
  readonly id: LedgerLoadId
  readonly indicatorId: IndicatorId
  readonly unitId: UnitId
  readonly fileName: string
  readonly sha256: Buffer
  readonly by: PersonId
  readonly postId: PostId
  readonly at: Date
}

/** Its entries name it, so it comes first; how many there are is set when they are in. */
export async function insertLoad(tx: TenantTransaction, load: NewLoad): Promise<void> {
  await tx.query
    .insertInto('ledger_load')
    .values({
      tenant_id: tx.tenantId,
      id: load.id,
      indicator_id: load.indicatorId,
      unit_id: load.unitId,
      file_name: load.fileName,
      sha256: load.sha256,
      rows_added: 0,
      rows_known: 0,
      loaded_by: load.by,
      loaded_post: load.postId,
      loaded_at: load.at,
    })
    .execute()
}

export async function setLoadedRows(
  tx: TenantTransaction,
  id: LedgerLoadId,
  rows: { readonly added: number; readonly known: number },
): Promise<void> {
  await sql`
    update ledger_load set rows_added = ${rows.added}, rows_known = ${rows.known}
    where tenant_id = ${tx.tenantId} and id = ${id}
  `.execute(tx.query)
}

export type LoadSummary = {
  readonly id: LedgerLoadId
  readonly unit: string
  readonly fileName: string
  readonly sha256: string
  readonly rowsAdded: number
  readonly rowsKnown: number
  readonly loadedBy: string
  readonly loadedAt: string
}

/** Newest first; of one unit, and of one file by its digest, where they are given. */
export async function listLoads(
  tx: TenantTransaction,
  indicatorId: IndicatorId,
  unitId: UnitId | null,
  sha256: Buffer | null = null,
): Promise<LoadSummary[]> {
  const { rows } = await sql<LoadSummary & { loadedAt: Date }>`
    select ledger_load.id, unit.name as unit, ledger_load.file_name as "fileName", encode(ledger_load.sha256, 'hex') as sha256,
      ledger_load.rows_added as "rowsAdded", ledger_load.rows_known as "rowsKnown", person.name as "loadedBy",
      ledger_load.loaded_at as "loadedAt"
    from ledger_load
      join unit on unit.tenant_id = ledger_load.tenant_id and unit.id = ledger_load.unit_id
      join person on person.tenant_id = ledger_load.tenant_id and person.id = ledger_load.loaded_by
    where ledger_load.tenant_id = ${tx.tenantId} and ledger_load.indicator_id = ${indicatorId}
      and (${unitId}::uuid is null or ledger_load.unit_id = ${unitId}::uuid)
      and (${sha256}::bytea is null or ledger_load.sha256 = ${sha256}::bytea)
    order by ledger_load.loaded_at desc, ledger_load.id desc
    limit 100
  `.execute(tx.query)
  return rows.map((row) => ({ ...row, loadedAt: new Date(row.loadedAt).toISOString() }))
}
