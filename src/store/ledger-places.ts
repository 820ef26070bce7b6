/** What an entry is held against: the promise, the plan in force, and the months that are closed. */
import { sql } from 'kysely'
import type { IndicatorId, ProgrammeId, UnitId } from '../domain/ids.ts'
import type { Month } from '../domain/month.ts'
import type { LedgerKind } from '../domain/target.ts'
import type { TenantTransaction } from './db.ts'
import { plansInForce } from './plan-in-force.ts'

/** One unit's ledger of one indicator. */
export type LedgerPlace = {
  readonly programmeId: ProgrammeId
  readonly programme: string
  readonly indicatorId: IndicatorId
  readonly year: number
  readonly ledger: LedgerKind
  readonly promise: string
  readonly unit: string
  /** Null where no plan is in force. */
  readonly leadUnitId: UnitId | null
  readonly leadUnit: string | null
  readonly hasShare: boolean
  readonly stages: readonly string[]
  readonly frozen: readonly Month[]
}

/** Undefined where there is no such promise in the programme, or no such unit. */
export async function findLedgerPlace(
  tx: TenantTransaction,
  programmeId: ProgrammeId,
  indicatorId: IndicatorId,
  unitId: UnitId,
): Promise<LedgerPlace | undefined> {
  const { rows } = await sql<LedgerPlace>`
    select indicator.programme_id as "programmeId", programme.title as programme, indicator.indicator_id as "indicatorId",
      programme.year, indicator.ledger, indicator.action || indicator.object as promise, unit.name as unit,
      plan.lead_unit_id as "leadUnitId", lead_unit.name as "leadUnit", share.unit_id is not null as "hasShare",
      array(
        select plan_stage.stage from plan_stage
        where plan_stage.tenant_id = share.tenant_id and plan_stage.indicator_id = share.indicator_id
          and plan_stage.version = share.version and plan_stage.unit_id = share.unit_id
        order by plan_stage.position
      ) as stages,
      array(
        select distinct month_freeze.month::text from month_freeze
        where month_freeze.tenant_id = programme.tenant_id and month_freeze.programme_id = programme.id
      ) as frozen
    from (
        select * from indicator_version
        where tenant_id = ${tx.tenantId} and programme_id = ${programmeId} and indicator_id = ${indicatorId}
        order by amendment_no desc limit 1
      ) as indicator
      join programme on programme.tenant_id = indicator.tenant_id and programme.id = indicator.programme_id
      join unit on unit.tenant_id = indicator.tenant_id and unit.id = ${unitId}
      left join (${plansInForce(tx, programmeId)}) as plan on plan.indicator_id = indicator.indicator_id
      left join unit as lead_unit on lead_unit.tenant_id = plan.tenant_id and lead_unit.id = plan.lead_unit_id
      left join plan_share as share on share.tenant_id = plan.tenant_id and share.indicator_id = plan.indicator_id
        and share.version = plan.version and share.unit_id = unit.id
    where not indicator.withdrawn
  `.execute(tx.query)
  return rows[0]
}
