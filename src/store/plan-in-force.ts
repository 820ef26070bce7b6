/** Which version of a plan counts. */
import { sql } from 'kysely'
import type { ProgrammeId } from '../domain/ids.ts'
import type { TenantTransaction } from './db.ts'

/** A query for the plan versions in force of a programme, one an indicator: the highest that needs no consent or has it. */
export function plansInForce(tx: TenantTransaction, programmeId: ProgrammeId) {
  return sql`
    select distinct on (plan_version.indicator_id) plan_version.*
    from plan_version
      left join plan_consent
        on plan_consent.tenant_id = plan_version.tenant_id
        and plan_consent.indicator_id = plan_version.indicator_id
        and plan_consent.version = plan_version.version
    where plan_version.tenant_id = ${tx.tenantId} and plan_version.programme_id = ${programmeId}
      and (not plan_version.needs_consent or plan_consent.decision = 'consent')
    order by plan_version.indicator_id, plan_version.version desc`
}
