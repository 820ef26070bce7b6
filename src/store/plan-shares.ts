/** The shares of plan versions as JSON, for every query that shows a plan whole. */
import { sql, type RawBuilder } from 'kysely'
import type { UnitId } from '../domain/values/ids.ts'
import type { PlanShare, SignatureDecision } from '../domain/plan/plan.ts'
import type { TenantTransaction } from './db.ts'
import { wordOnShare } from './plan-word.ts'
import { standsIn } from './stand-in.ts'

export type Signature = {
  /** Of the version it was given to: an earlier one where the share is the same as then. */
  readonly version: number
  readonly decision: SignatureDecision
  readonly reason: string | null
  readonly by: string
  readonly standsIn: boolean
  readonly at: string
}

export type SharedPart = PlanShare & { readonly unit: string; readonly signature: Signature | null }

/** Only the units named, or all of the plan. */
type Whose = readonly UnitId[] | 'all'

/** A JSON list of SharedPart for a plan version that the query around it calls `plan`, in their order. */
export function sharesOfPlan(tx: TenantTransaction, whose: Whose = 'all'): RawBuilder<unknown> {
  return sql`(
    select coalesce(json_agg(json_build_object(
      'unitId', share.unit_id, 'unit', unit.name, 'value', share.value::text,
      'denominator', share.denominator::text, 'weight', share.weight::text,
      'points', (
        select coalesce(json_agg(json_build_object(
          'month', point.month, 'value', point.value::text, 'denominator', point.denominator::text
        ) order by point.month), '[]')
        from plan_point as point
        where point.tenant_id = ${tx.tenantId} and point.indicator_id = share.indicator_id and point.version = share.version
          and point.unit_id = share.unit_id
      ),
      'stages', (
        select coalesce(json_agg(json_build_object('stage', stage.stage, 'dueOn', stage.due_on) order by stage.position), '[]')
        from plan_stage as stage
        where stage.tenant_id = ${tx.tenantId} and stage.indicator_id = share.indicator_id and stage.version = share.version
          and stage.unit_id = share.unit_id
      ),
      'signature', (
        select json_build_object(
          'version', signature.version, 'decision', signature.decision, 'reason', signature.reason, 'by', person.name,
          'standsIn', ${standsIn('signature', 'signed_by', 'signed_post', 'signed_at')},
          'at', to_char(signature.signed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
        )
        from (${wordOnShare(tx)}) as signature
          join person on person.tenant_id = signature.tenant_id and person.id = signature.signed_by
      )
    ) order by share.position), '[]')
    from plan_share as share
      join unit on unit.tenant_id = share.tenant_id and unit.id = share.unit_id
    where share.tenant_id = ${tx.tenantId} and share.indicator_id = plan.indicator_id and share.version = plan.version
      ${whose === 'all' ? sql`` : sql`and share.unit_id = any(${whose}::uuid[])`}
  )`
}
