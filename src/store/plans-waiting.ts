/** What of plans still waits for somebody's word. */
import { sql } from 'kysely'
import type { ProgrammeId, UnitId } from '../domain/values/ids.ts'
import type { TenantTransaction } from './db.ts'
import { plansInForce } from './plan-in-force.ts'

/** Those of the units that have no share in force left without a signature or an objection. */
export async function listUnitsThatSigned(
  tx: TenantTransaction,
  programmeId: ProgrammeId,
  unitIds: readonly UnitId[],
): Promise<UnitId[]> {
  const { rows } = await sql<{ unitId: UnitId }>`
    with waiting as (
      select share.unit_id from (${plansInForce(tx, programmeId)}) as plan
        join plan_share as share on share.tenant_id = plan.tenant_id and share.indicator_id = plan.indicator_id and share.version = plan.version
      where share.unit_id = any(${unitIds}::uuid[]) and not exists (
        select from plan_signature as signature
        where signature.tenant_id = share.tenant_id and signature.indicator_id = share.indicator_id
          and signature.version = share.version and signature.unit_id = share.unit_id))
    select distinct asked.unit_id as "unitId" from unnest(${unitIds}::uuid[]) as asked (unit_id)
    where not exists (select from waiting where waiting.unit_id = asked.unit_id)
  `.execute(tx.query)
  return rows.map(({ unitId }) => unitId)
}

/** Whether any promise's latest version waits for the office. */
export async function hasPlansToConsent(tx: TenantTransaction, programmeId: ProgrammeId): Promise<boolean> {
  const { rows } = await sql`
    select from (
        select distinct on (plan_version.indicator_id) plan_version.* from plan_version
        where plan_version.tenant_id = ${tx.tenantId} and plan_version.programme_id = ${programmeId}
        order by plan_version.indicator_id, plan_version.version desc) as latest
    where latest.needs_consent and not exists (
      select from plan_consent as consent
      where consent.tenant_id = latest.tenant_id and consent.indicator_id = latest.indicator_id and consent.version = latest.version)
    limit 1
  `.execute(tx.query)
  return rows.length > 0
}
