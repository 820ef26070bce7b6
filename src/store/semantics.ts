/** How an indicator's figures are meant. */
import { sql } from 'kysely'
import type { IndicatorId, PersonId, ProgrammeId, UnitId } from '../domain/ids.ts'
import type { Semantics } from '../domain/semantics.ts'
import type { TenantTransaction } from './db.ts'
import { plansInForce } from './plan-in-force.ts'

export type NewSemantics = {
  readonly indicatorId: IndicatorId
  readonly semantics: Semantics
  readonly reason: string
  readonly by: PersonId
  readonly at: Date
}

/** Throws the database's `indicator_semantics_overtaken` when somebody else is at it. */
export async function insertSemantics(tx: TenantTransaction, declared: NewSemantics): Promise<void> {
  await sql`
    insert into indicator_semantics (tenant_id, indicator_id, no, semantics, reason, recorded_by, recorded_at)
    select ${tx.tenantId}::uuid, ${declared.indicatorId}::uuid, 1 + coalesce(max(no), 0), ${declared.semantics},
      ${declared.reason}, ${declared.by}::uuid, ${declared.at}
    from indicator_semantics
    where tenant_id = ${tx.tenantId} and indicator_id = ${declared.indicatorId}
  `.execute(tx.query)
}

/** The lead unit of the plan in force of an indicator. */
export async function findLeadUnit(
  tx: TenantTransaction,
  programmeId: ProgrammeId,
  indicatorId: IndicatorId,
): Promise<UnitId | undefined> {
  const { rows } = await sql<{ leadUnitId: UnitId }>`
    select plan.lead_unit_id as "leadUnitId" from (${plansInForce(tx, programmeId)}) as plan
    where plan.indicator_id = ${indicatorId}
  `.execute(tx.query)
  return rows[0]?.leadUnitId
}
