/** How an indicator's figures are meant. */
import { sql } from 'kysely'
import type { IndicatorId, PersonId, ProgrammeId, UnitId } from '../domain/values/ids.ts'
import type { Semantics } from '../domain/reporting/semantics.ts'
import type { TenantTransaction } from './db.ts'
import { plansInForce } from './plan-in-force.ts'

export type NewSemantics = {
  readonly indicatorId: IndicatorId
  readonly no: number
  readonly semantics: Semantics
  readonly reason: string
  readonly by: PersonId
  readonly at: Date
}

/** Throws the database's `indicator_semantics_overtaken` when the number is taken. */
export async function insertSemantics(tx: TenantTransaction, declared: NewSemantics): Promise<void> {
  await sql`
    insert into indicator_semantics (tenant_id, indicator_id, no, semantics, reason, recorded_by, recorded_at)
    values (${tx.tenantId}, ${declared.indicatorId}, ${declared.no}, ${declared.semantics}, ${declared.reason}, ${declared.by}, ${declared.at})
  `.execute(tx.query)
}

export type SemanticsPage = {
  readonly declarations: readonly {
    readonly no: number
    readonly semantics: Semantics
    readonly reason: string
    readonly by: string
    readonly at: string
  }[]
  readonly stated: number
  readonly planned: boolean
}

/** Every declaration of an indicator, the latest first; undefined where the programme has no such indicator. */
export async function findSemanticsPage(
  tx: TenantTransaction,
  programmeId: ProgrammeId,
  indicatorId: IndicatorId,
): Promise<SemanticsPage | undefined> {
  const { rows } = await sql<SemanticsPage>`
    select coalesce((
        select json_agg(json_build_object('no', declared.no, 'semantics', declared.semantics, 'reason', coalesce(declared.reason, ''),
          'by', person.name, 'at', to_char(declared.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
          order by declared.no desc)
        from indicator_semantics as declared
          join person on person.tenant_id = declared.tenant_id and person.id = declared.recorded_by
        where declared.tenant_id = indicator.tenant_id and declared.indicator_id = indicator.id), '[]') as declarations,
      (select count(*)::integer from actual
       where actual.tenant_id = indicator.tenant_id and actual.indicator_id = indicator.id) as stated,
      exists (select from (${plansInForce(tx, programmeId)}) as plan where plan.indicator_id = indicator.id) as planned
    from indicator
    where indicator.tenant_id = ${tx.tenantId} and indicator.programme_id = ${programmeId} and indicator.id = ${indicatorId}
  `.execute(tx.query)
  return rows[0]
}

/** How many declarations an indicator has. */
export async function countDeclarations(tx: TenantTransaction, indicatorId: IndicatorId): Promise<number> {
  const { rows } = await sql<{ declared: number }>`
    select count(*)::integer as declared from indicator_semantics
    where tenant_id = ${tx.tenantId} and indicator_id = ${indicatorId}
  `.execute(tx.query)
  return rows[0]?.declared ?? 0
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
