/** Plans: what is needed to decide on one, the facts appended, and the plans in force for other pieces. */
import { sql } from 'kysely'
import type { IndicatorId, PersonId, PostId, ProgrammeId, TaskId, UnitId } from '../domain/ids.ts'
import type { ConsentDecision, PlanCurve, PlanDraft, SignatureDecision } from '../domain/plan.ts'
import type { PlainDate } from '../domain/plain-date.ts'
import type { Target } from '../domain/target.ts'
import type { TenantTransaction } from './db.ts'
import { plansInForce } from './plan-in-force.ts'
import { sharesOfPlan, type SharedPart } from './plan-shares.ts'

export type PlanInForce = {
  readonly indicatorId: IndicatorId
  readonly version: number
  /** The lead unit that split the target: it reviews what is reported for it. */
  readonly leadUnitId: UnitId
  readonly curve: PlanCurve
  readonly draftedAt: string
  /** Each with its points, its stages, and the unit's latest word on it. */
  readonly shares: readonly SharedPart[]
}

/** The plan in force of every promise of a programme that has one; one query. */
export async function findPlansInForce(
  tx: TenantTransaction,
  programmeId: ProgrammeId,
): Promise<PlanInForce[]> {
  const { rows } = await sql<Omit<PlanInForce, 'draftedAt'> & { draftedAt: Date }>`
    select plan.indicator_id as "indicatorId", plan.version, plan.lead_unit_id as "leadUnitId", plan.curve,
      plan.drafted_at as "draftedAt", ${sharesOfPlan(tx)} as shares
    from (${plansInForce(tx, programmeId)}) as plan
    order by plan.indicator_id
  `.execute(tx.query)
  return rows.map((row) => ({ ...row, draftedAt: row.draftedAt.toISOString() }))
}

/** A promise as it is before its plan is decided on. */
export type Plannable = {
  readonly indicatorId: IndicatorId
  readonly taskId: TaskId
  readonly target: Target
  readonly year: number
  /** Its own, or its task's. */
  readonly deadline: PlainDate | null
  readonly amendmentNo: number
  /** Lead units of its task as printed; for a group, the units it stands for. */
  readonly leadUnitIds: readonly UnitId[]
  /** The highest version there is, whether in force or not. */
  readonly latest: {
    readonly version: number
    readonly by: string
    readonly leadUnitId: UnitId
    readonly awaitsConsent: boolean
  } | null
  readonly inForce: {
    readonly version: number
    readonly leadUnitId: UnitId
    readonly unitIds: readonly UnitId[]
  } | null
  /** Whether any unit ever signed for any version. */
  readonly everSigned: boolean
}

/** Those of the promises asked for that the programme holds now. */
export async function listPlannable(
  tx: TenantTransaction,
  programmeId: ProgrammeId,
  indicatorIds: readonly IndicatorId[],
  at: PlainDate,
): Promise<Plannable[]> {
  const { rows } = await sql<Plannable>`
    with
      task_now as (
        select distinct on (task_id) * from task_version
        where tenant_id = ${tx.tenantId} and programme_id = ${programmeId}
        order by task_id, amendment_no desc
      ),
      indicator_now as (
        select distinct on (indicator_id) * from indicator_version
        where tenant_id = ${tx.tenantId} and programme_id = ${programmeId}
          and indicator_id = any(${indicatorIds}::uuid[])
        order by indicator_id, amendment_no desc
      ),
      in_force as (${plansInForce(tx, programmeId)})
    select promise.indicator_id as "indicatorId", promise.task_id as "taskId",
      json_build_object(
        'kind', promise.kind, 'action', promise.action, 'object', promise.object, 'comparator', promise.comparator,
        'value', promise.value::text, 'valueMax', promise.value_max::text, 'unit', promise.unit_of_measure,
        'deadline', promise.deadline, 'ledger', promise.ledger
      ) as target,
      programme.year, coalesce(promise.deadline, task_now.deadline) as deadline,
      (
        select max(no) from amendment where tenant_id = ${tx.tenantId} and programme_id = ${programmeId}
      ) as "amendmentNo",
      array(
        select coalesce(unit_member.unit_id, task_duty.unit_id)
        from task_duty
          left join unit_member
            on unit_member.tenant_id = task_duty.tenant_id and unit_member.group_id = task_duty.unit_id
            and unit_member.valid_from <= ${at} and (unit_member.valid_to is null or unit_member.valid_to >= ${at})
        where task_duty.tenant_id = ${tx.tenantId} and task_duty.task_id = task_now.task_id
          and task_duty.amendment_no = task_now.amendment_no and task_duty.duty = 'lead'
        group by 1 order by min(task_duty.position), 1
      ) as "leadUnitIds",
      (
        select json_build_object(
          'version', latest.version, 'by', person.name, 'leadUnitId', latest.lead_unit_id,
          'awaitsConsent', latest.needs_consent and consent.decision is null
        )
        from plan_version as latest
          join person on person.tenant_id = latest.tenant_id and person.id = latest.drafted_by
          left join plan_consent as consent
            on consent.tenant_id = latest.tenant_id and consent.indicator_id = latest.indicator_id
            and consent.version = latest.version
        where latest.tenant_id = ${tx.tenantId} and latest.indicator_id = promise.indicator_id
        order by latest.version desc limit 1
      ) as latest,
      (
        select json_build_object('version', plan.version, 'leadUnitId', plan.lead_unit_id, 'unitIds', (
          select json_agg(share.unit_id) from plan_share as share
          where share.tenant_id = ${tx.tenantId} and share.indicator_id = plan.indicator_id and share.version = plan.version
        ))
        from in_force as plan where plan.indicator_id = promise.indicator_id
      ) as "inForce",
      exists (
        select 1 from plan_signature as signature
        where signature.tenant_id = ${tx.tenantId} and signature.indicator_id = promise.indicator_id
          and signature.decision = 'sign'
      ) as "everSigned"
    from indicator_now as promise
      join task_now on task_now.task_id = promise.task_id
      join programme on programme.tenant_id = promise.tenant_id and programme.id = promise.programme_id
    where not promise.withdrawn and not task_now.withdrawn
  `.execute(tx.query)
  return rows
}

export type NewPlanVersion = PlanDraft & {
  readonly programmeId: ProgrammeId
  readonly version: number
  readonly leadUnitId: UnitId
  readonly amendmentNo: number
  readonly needsConsent: boolean
  readonly draftedBy: PersonId
  readonly draftedPost: PostId
  readonly draftedAt: Date
}

/** Appends the versions with all they hold: four statements, however many there are. */
export async function insertPlanVersions(
  tx: TenantTransaction,
  versions: readonly NewPlanVersion[],
): Promise<void> {
  const rows = versions.map((plan) => ({
    indicator_id: plan.indicatorId,
    version: plan.version,
    programme_id: plan.programmeId,
    lead_unit_id: plan.leadUnitId,
    amendment_no: plan.amendmentNo,
    curve: plan.curve,
    basis: plan.basis,
    base_name: plan.baseName,
    reason: plan.reason,
    needs_consent: plan.needsConsent,
    drafted_by: plan.draftedBy,
    drafted_post: plan.draftedPost,
    drafted_at: plan.draftedAt.toISOString(),
  }))
  const shares = versions.flatMap(({ indicatorId, version, shares: own }) =>
    own.map((share, position) => ({
      key: { indicator_id: indicatorId, version, unit_id: share.unitId },
      share,
      position,
    })),
  )
  await insertRecords(tx, 'plan_version', rows, [
    'indicator_id uuid',
    'version integer',
    'programme_id uuid',
    'lead_unit_id uuid',
    'amendment_no integer',
    'curve text',
    'basis text',
    'base_name text',
    'reason text',
    'needs_consent boolean',
    'drafted_by uuid',
    'drafted_post uuid',
    'drafted_at timestamptz',
  ])
  const key = ['indicator_id uuid', 'version integer', 'unit_id uuid']
  await insertRecords(
    tx,
    'plan_share',
    shares.map(({ key: own, share: { value, denominator, weight }, position }) => ({
      ...own,
      position,
      value,
      denominator,
      weight,
    })),
    [...key, 'position integer', 'value numeric', 'denominator numeric', 'weight numeric'],
  )
  await insertRecords(
    tx,
    'plan_point',
    shares.flatMap(({ key: own, share }) => share.points.map((point) => ({ ...own, ...point }))),
    [...key, 'month date', 'value numeric', 'denominator numeric'],
  )
  await insertRecords(
    tx,
    'plan_stage',
    shares.flatMap(({ key: own, share }) =>
      share.stages.map(({ stage, dueOn }, position) => ({ ...own, position, stage, due_on: dueOn })),
    ),
    [...key, 'position integer', 'stage text', 'due_on date'],
  )
}

/** One statement for any number of rows: a list of bound values would end at 65,535. */
async function insertRecords(
  tx: TenantTransaction,
  table: string,
  rows: readonly object[],
  columns: readonly string[],
): Promise<void> {
  if (rows.length === 0) return
  const names = sql.raw(columns.map((column) => column.split(' ')[0]).join(', '))
  await sql`
    insert into ${sql.table(table)} (tenant_id, ${names})
    select ${tx.tenantId}::uuid, ${names}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as record (${sql.raw(columns.join(', '))})
  `.execute(tx.query)
}

export type SignedShare = {
  readonly indicatorId: IndicatorId
  readonly version: number
  readonly unitId: UnitId
}

/** The latest decision on each of these shares, with the number of decisions there are. */
export async function listLatestSignatures(
  tx: TenantTransaction,
  shares: readonly SignedShare[],
): Promise<(SignedShare & { no: number; decision: SignatureDecision })[]> {
  const { rows } = await sql<SignedShare & { no: number; decision: SignatureDecision }>`
    select distinct on (signature.indicator_id, signature.version, signature.unit_id)
      signature.indicator_id as "indicatorId", signature.version, signature.unit_id as "unitId", signature.no,
      signature.decision
    from plan_signature as signature
      join jsonb_to_recordset(${JSON.stringify(shares)}::jsonb)
        as asked ("indicatorId" uuid, version integer, "unitId" uuid)
        on signature.indicator_id = asked."indicatorId" and signature.version = asked.version
          and signature.unit_id = asked."unitId"
    where signature.tenant_id = ${tx.tenantId}
    order by signature.indicator_id, signature.version, signature.unit_id, signature.no desc
  `.execute(tx.query)
  return rows
}

export type NewSignature = SignedShare & {
  readonly no: number
  readonly decision: SignatureDecision
  readonly reason: string | null
  readonly signedBy: PersonId
  readonly signedPost: PostId
  readonly signedAt: Date
}

export async function insertSignatures(
  tx: TenantTransaction,
  signatures: readonly NewSignature[],
): Promise<void> {
  await tx.query
    .insertInto('plan_signature')
    .values(
      signatures.map((each) => ({
        tenant_id: tx.tenantId,
        indicator_id: each.indicatorId,
        version: each.version,
        unit_id: each.unitId,
        no: each.no,
        decision: each.decision,
        reason: each.reason,
        signed_by: each.signedBy,
        signed_post: each.signedPost,
        signed_at: each.signedAt,
      })),
    )
    .execute()
}

export type NewConsent = {
  readonly indicatorId: IndicatorId
  readonly version: number
  readonly decision: ConsentDecision
  readonly reason: string | null
  readonly decidedBy: PersonId
  readonly decidedPost: PostId
  readonly decidedAt: Date
}

export async function insertConsents(tx: TenantTransaction, consents: readonly NewConsent[]): Promise<void> {
  await tx.query
    .insertInto('plan_consent')
    .values(
      consents.map((each) => ({
        tenant_id: tx.tenantId,
        indicator_id: each.indicatorId,
        version: each.version,
        decision: each.decision,
        reason: each.reason,
        decided_by: each.decidedBy,
        decided_post: each.decidedPost,
        decided_at: each.decidedAt,
      })),
    )
    .execute()
}

export type LatestPlan = {
  readonly indicatorId: IndicatorId
  readonly version: number
  readonly shares: readonly SharedPart[]
}

/** The latest version of every plan of a programme, in force or not. */
export async function listLatestPlans(
  tx: TenantTransaction,
  programmeId: ProgrammeId,
): Promise<LatestPlan[]> {
  const { rows } = await sql<LatestPlan>`
    select plan.indicator_id as "indicatorId", plan.version, ${sharesOfPlan(tx)} as shares
    from (
      select distinct on (indicator_id) indicator_id, version from plan_version
      where tenant_id = ${tx.tenantId} and programme_id = ${programmeId}
      order by indicator_id, version desc
    ) as plan
  `.execute(tx.query)
  return rows
}
