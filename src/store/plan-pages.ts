/** What the screens of plans read: one screen, one query. */
import { sql } from 'kysely'
import type { Candidate } from '../domain/plan/plan-default.ts'
import type { Decimal } from '../domain/values/decimal.ts'
import type { IndicatorId, ProgrammeId, UnitId } from '../domain/values/ids.ts'
import type { ConsentDecision, PlanBasis, PlanCurve, SignatureDecision } from '../domain/plan/plan.ts'
import type { PlainDate } from '../domain/values/plain-date.ts'
import type { TenantTransaction } from './db.ts'
import { plansInForce } from './plan-in-force.ts'
import { sharesOfPlan, type SharedPart } from './plan-shares.ts'
import { wordOnShare } from './plan-word.ts'
import { standsIn } from './stand-in.ts'

export type PlanBase = {
  readonly name: string
  readonly weights: readonly { readonly unitId: UnitId; readonly weight: Decimal }[]
}

export type PlannedPromise = {
  readonly indicatorId: IndicatorId
  readonly latest: number
  readonly inForce: {
    readonly version: number
    readonly leadUnitId: UnitId
    readonly shares: readonly {
      readonly unitId: UnitId
      readonly unit: string
      readonly value: Decimal | null
      readonly denominator: Decimal | null
      readonly decision: SignatureDecision | null
      readonly reason: string | null
    }[]
  } | null
  /** The latest version where it waits for the office's consent. */
  readonly pending: {
    readonly version: number
    readonly reason: string
    readonly by: string
    readonly leadUnit: string
    readonly at: string
    readonly shares: readonly SharedPart[]
    /** Those of the plan in force, which it would take the place of. */
    readonly before: readonly SharedPart[]
  } | null
}

export type PlanOverview = {
  /** Today's units, groups apart, in pinyin order: what a share may go to. */
  readonly units: readonly Pick<Candidate, 'unitId' | 'name' | 'kind'>[]
  /** What groups stand for today. */
  readonly memberships: readonly { readonly groupId: UnitId; readonly unitId: UnitId }[]
  /** Weights that earlier plans were split by, each with what was last typed for a unit. */
  readonly bases: readonly PlanBase[]
  readonly plans: readonly PlannedPromise[]
}

/** The state of every plan of a programme, and what splitting needs: one statement. */
export async function findPlanOverview(
  tx: TenantTransaction,
  programmeId: ProgrammeId,
  at: PlainDate,
): Promise<PlanOverview | undefined> {
  const { rows } = await sql<PlanOverview>`
    with
      in_force as (${plansInForce(tx, programmeId)}),
      latest as (
        select distinct on (plan_version.indicator_id) plan_version.*, plan_consent.decision
        from plan_version
          left join plan_consent
            on plan_consent.tenant_id = plan_version.tenant_id
            and plan_consent.indicator_id = plan_version.indicator_id
            and plan_consent.version = plan_version.version
        where plan_version.tenant_id = ${tx.tenantId} and plan_version.programme_id = ${programmeId}
        order by plan_version.indicator_id, plan_version.version desc
      )
    select ${unitsAt(tx, at)} as units, ${membershipsAt(tx, at)} as memberships, ${basesOf(tx)} as bases,
      (
        select coalesce(json_agg(json_build_object(
          'indicatorId', latest.indicator_id,
          'latest', latest.version,
          'inForce', (
            select json_build_object('version', plan.version, 'leadUnitId', plan.lead_unit_id, 'shares', (
              select coalesce(json_agg(json_build_object(
                'unitId', share.unit_id, 'unit', unit.name, 'value', share.value::text,
                'denominator', share.denominator::text, 'decision', signature.decision, 'reason', signature.reason
              ) order by share.position), '[]')
              from plan_share as share
                join unit on unit.tenant_id = share.tenant_id and unit.id = share.unit_id
                left join lateral (${wordOnShare(tx)}) as signature on true
              where share.tenant_id = ${tx.tenantId} and share.indicator_id = plan.indicator_id
                and share.version = plan.version
            ))
            from in_force as plan where plan.indicator_id = latest.indicator_id
          ),
          'pending', (
            select json_build_object(
              'version', plan.version, 'reason', plan.reason, 'by', person.name, 'leadUnit', lead.name,
              'at', to_char(plan.drafted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
              'shares', ${sharesOfPlan(tx)},
              'before', coalesce((
                select ${sharesOfPlan(tx)} from in_force as plan where plan.indicator_id = latest.indicator_id
              ), '[]')
            )
            from plan_version as plan
              join person on person.tenant_id = plan.tenant_id and person.id = plan.drafted_by
              join unit as lead on lead.tenant_id = plan.tenant_id and lead.id = plan.lead_unit_id
            where plan.tenant_id = ${tx.tenantId} and plan.indicator_id = latest.indicator_id
              and plan.version = latest.version and latest.needs_consent and latest.decision is null
          )
        )), '[]') from latest
      ) as plans
    from programme
    where programme.tenant_id = ${tx.tenantId} and programme.id = ${programmeId}
  `.execute(tx.query)
  return rows[0]
}

function unitsAt(tx: TenantTransaction, at: PlainDate) {
  return sql`(
    select coalesce(json_agg(json_build_object('unitId', unit.id, 'name', unit.name, 'kind', unit.kind)
                    order by unit.name collate "zh-x-icu"), '[]')
    from unit
    where unit.tenant_id = ${tx.tenantId} and unit.kind <> 'group'
      and unit.valid_from <= ${at} and (unit.valid_to is null or unit.valid_to >= ${at})
  )`
}

function membershipsAt(tx: TenantTransaction, at: PlainDate) {
  return sql`(
    select coalesce(json_agg(json_build_object('groupId', unit_member.group_id, 'unitId', unit.id)
                    order by unit.name collate "zh-x-icu"), '[]')
    from unit_member
      join unit on unit.tenant_id = unit_member.tenant_id and unit.id = unit_member.unit_id
    where unit_member.tenant_id = ${tx.tenantId}
      and unit_member.valid_from <= ${at} and (unit_member.valid_to is null or unit_member.valid_to >= ${at})
  )`
}

function basesOf(tx: TenantTransaction) {
  return sql`(
    select coalesce(json_agg(json_build_object('name', base.name, 'weights', base.weights) order by base.name), '[]')
    from (
      select said.base_name as name,
        json_agg(json_build_object('unitId', said.unit_id, 'weight', said.weight::text) order by said.unit_id) as weights
      from (
        select distinct on (plan_version.base_name, plan_share.unit_id)
          plan_version.base_name, plan_share.unit_id, plan_share.weight
        from plan_version
          join plan_share
            on plan_share.tenant_id = plan_version.tenant_id and plan_share.indicator_id = plan_version.indicator_id
            and plan_share.version = plan_version.version
        where plan_version.tenant_id = ${tx.tenantId} and plan_version.base_name is not null
          and plan_share.weight is not null
        order by plan_version.base_name, plan_share.unit_id, plan_version.drafted_at desc
      ) as said
      group by said.base_name
    ) as base
  )`
}

export type PlanVersionRecord = {
  readonly version: number
  readonly leadUnitId: UnitId
  readonly leadUnit: string
  readonly curve: PlanCurve
  readonly basis: PlanBasis
  readonly baseName: string | null
  readonly reason: string | null
  readonly needsConsent: boolean
  readonly draftedBy: string
  readonly standsIn: boolean
  readonly draftedAt: string
  readonly inForce: boolean
  readonly consent: {
    readonly decision: ConsentDecision
    readonly reason: string | null
    readonly by: string
    readonly standsIn: boolean
    readonly at: string
  } | null
  readonly shares: readonly SharedPart[]
}

/** Every version of a promise's plan, newest first, with its shares, the units' words and the office's: one statement. */
export async function listPlanVersions(
  tx: TenantTransaction,
  programmeId: ProgrammeId,
  indicatorId: IndicatorId,
): Promise<PlanVersionRecord[] | undefined> {
  const { rows } = await sql<{ versions: PlanVersionRecord[] }>`
    select (
      select coalesce(json_agg(json_build_object(
        'version', plan.version, 'leadUnitId', plan.lead_unit_id, 'leadUnit', lead.name, 'curve', plan.curve,
        'basis', plan.basis, 'baseName', plan.base_name, 'reason', plan.reason, 'needsConsent', plan.needs_consent,
        'draftedBy', person.name, 'standsIn', ${standsIn('plan', 'drafted_by', 'drafted_post', 'drafted_at')},
        'draftedAt', to_char(plan.drafted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'inForce', exists (
          select 1 from (${plansInForce(tx, programmeId)}) as in_force
          where in_force.indicator_id = plan.indicator_id and in_force.version = plan.version
        ),
        'consent', (
          select json_build_object('decision', consent.decision, 'reason', consent.reason, 'by', decider.name,
            'standsIn', ${standsIn('consent', 'decided_by', 'decided_post', 'decided_at')},
            'at', to_char(consent.decided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
          from plan_consent as consent
            join person as decider on decider.tenant_id = consent.tenant_id and decider.id = consent.decided_by
          where consent.tenant_id = ${tx.tenantId} and consent.indicator_id = plan.indicator_id
            and consent.version = plan.version
        ),
        'shares', ${sharesOfPlan(tx)}
      ) order by plan.version desc), '[]')
      from plan_version as plan
        join person on person.tenant_id = plan.tenant_id and person.id = plan.drafted_by
        join unit as lead on lead.tenant_id = plan.tenant_id and lead.id = plan.lead_unit_id
      where plan.tenant_id = ${tx.tenantId} and plan.indicator_id = indicator.id
    ) as versions
    from indicator
    where indicator.tenant_id = ${tx.tenantId} and indicator.programme_id = ${programmeId}
      and indicator.id = ${indicatorId}
  `.execute(tx.query)
  return rows[0]?.versions
}

export type ShareToSign = SharedPart & {
  readonly indicatorId: IndicatorId
  readonly version: number
  readonly leadUnit: string
  readonly draftedAt: string
}

/** What these units have in the plans in force of a programme; one statement. */
export async function listSharesOf(
  tx: TenantTransaction,
  programmeId: ProgrammeId,
  unitIds: readonly UnitId[],
): Promise<ShareToSign[]> {
  const { rows } = await sql<{
    indicatorId: IndicatorId
    version: number
    leadUnit: string
    draftedAt: Date
    shares: SharedPart[]
  }>`
    select plan.indicator_id as "indicatorId", plan.version, lead.name as "leadUnit", plan.drafted_at as "draftedAt",
      ${sharesOfPlan(tx, unitIds)} as shares
    from (${plansInForce(tx, programmeId)}) as plan
      join unit as lead on lead.tenant_id = plan.tenant_id and lead.id = plan.lead_unit_id
    where exists (
      select 1 from plan_share
      where plan_share.tenant_id = ${tx.tenantId} and plan_share.indicator_id = plan.indicator_id
        and plan_share.version = plan.version and plan_share.unit_id = any(${unitIds}::uuid[])
    )
    order by plan.indicator_id
  `.execute(tx.query)
  return rows.flatMap(({ shares, draftedAt, ...plan }) =>
    shares.map((share) => ({ ...plan, ...share, draftedAt: draftedAt.toISOString() })),
  )
}
