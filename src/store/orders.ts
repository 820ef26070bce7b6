/** Supervision orders: what is written of them. */
import { sql } from 'kysely'
import type { NewFact } from '../domain/order/order-act.ts'
import type { SuspicionDetails, SuspicionKind } from '../domain/evidence/suspicion.ts'
import type { FeedbackCycle, OrderOrigin } from '../domain/order/order.ts'
import type { OrderNumber } from '../domain/order/order-number.ts'
import type {
  EvidenceId,
  IndicatorId,
  InstructionId,
  PersonId,
  PostId,
  ProgrammeId,
  SupervisionOrderId,
  SuspicionId,
  UnitId,
} from '../domain/values/ids.ts'
import type { Month } from '../domain/values/month.ts'
import type { TenantTransaction } from './db.ts'

/** Who did it; null where a rule did. */
export type Recorder = { readonly personId: PersonId; readonly postId: PostId } | null

export type NewOrder = {
  readonly id: SupervisionOrderId
  readonly programmeId: ProgrammeId
  readonly origin: OrderOrigin
  readonly indicatorId: IndicatorId | null
  readonly month: Month | null
  readonly suspicionId: SuspicionId | null
  readonly instructionId: InstructionId | null
  readonly ground: string | null
  readonly subject: string
  readonly content: string
  readonly instructedBy: string | null
  readonly leadLeader: string | null
  readonly cooperatingLeaders: string | null
  readonly contact: string | null
  readonly phone: string | null
  readonly feedback: FeedbackCycle
  readonly leadUnitId: UnitId
  readonly cooperatingUnitIds: readonly UnitId[]
}

/** Throws the database's `supervision_order_instruction_followed` when another order follows the instruction. */
export async function insertOrder(
  tx: TenantTransaction,
  order: NewOrder,
  by: Recorder,
  at: Date,
): Promise<void> {
  await tx.query
    .insertInto('supervision_order')
    .values({
      tenant_id: tx.tenantId,
      id: order.id,
      programme_id: order.programmeId,
      origin: order.origin,
      indicator_id: order.indicatorId,
      month: order.month,
      suspicion_id: order.suspicionId,
      instruction_id: order.instructionId,
      ground: order.ground,
      subject: order.subject,
      content: order.content,
      instructed_by: order.instructedBy,
      lead_leader: order.leadLeader,
      cooperating_leaders: order.cooperatingLeaders,
      contact: order.contact,
      phone: order.phone,
      feedback: order.feedback.kind,
      feedback_days: order.feedback.days,
      issued_by: by?.personId ?? null,
      issued_post: by?.postId ?? null,
      issued_at: at,
    })
    .execute()
  const units = [order.leadUnitId, ...order.cooperatingUnitIds]
  await tx.query
    .insertInto('supervision_order_unit')
    .values(
      units.map((unitId, index) => ({
        tenant_id: tx.tenantId,
        order_id: order.id,
        unit_id: unitId,
        duty: index === 0 ? ('lead' as const) : ('cooperating' as const),
        position: index + 1,
      })),
    )
    .execute()
}

/** Throws the database's `supervision_order_fact_overtaken` when the number is taken. */
export async function insertFact(
  tx: TenantTransaction,
  orderId: SupervisionOrderId,
  fact: NewFact,
  by: Recorder,
  at: Date,
): Promise<void> {
  await tx.query
    .insertInto('supervision_order_fact')
    .values({
      tenant_id: tx.tenantId,
      order_id: orderId,
      no: fact.no,
      kind: fact.kind,
      step: fact.step,
      due_on: fact.dueOn,
      text: fact.text,
      reason: fact.reason,
      unit_id: fact.unitId,
      rule_no: fact.ruleNo,
      recorded_by: by?.personId ?? null,
      recorded_post: by?.postId ?? null,
      recorded_at: at,
    })
    .execute()
}

/** How many of the files there are; those are bound to the fact. */
export async function insertFiles(
  tx: TenantTransaction,
  orderId: SupervisionOrderId,
  factNo: number,
  evidenceIds: readonly EvidenceId[],
): Promise<number> {
  const result = await sql`
    insert into supervision_order_file (tenant_id, order_id, fact_no, evidence_id)
    select evidence.tenant_id, ${orderId}::uuid, ${factNo}::integer, evidence.id from evidence
    where evidence.tenant_id = ${tx.tenantId} and evidence.id = any(${evidenceIds}::uuid[])`.execute(tx.query)
  return Number(result.numAffectedRows ?? 0)
}

/** Takes the next number of the series in the year. Only inside takeTurn: no two may count at once. */
export async function takeNumber(
  tx: TenantTransaction,
  orderId: SupervisionOrderId,
  { series, year }: Omit<OrderNumber, 'no'>,
): Promise<OrderNumber> {
  const { rows } = await sql<{ no: number }>`
    insert into supervision_order_number (tenant_id, series, year, no, order_id)
    select ${tx.tenantId}::uuid, ${series}, ${year}::integer, 1 + coalesce(max(taken.no), 0), ${orderId}::uuid
    from supervision_order_number as taken
    where taken.tenant_id = ${tx.tenantId} and taken.series = ${series} and taken.year = ${year}
    returning no`.execute(tx.query)
  return { series, year, no: rows[0]?.no ?? 0 }
}

export type NewInstruction = {
  readonly id: InstructionId
  readonly programmeId: ProgrammeId
  readonly indicatorId: IndicatorId | null
  readonly text: string
}

export async function insertInstruction(
  tx: TenantTransaction,
  { id, programmeId, indicatorId, text }: NewInstruction,
  by: NonNullable<Recorder>,
  at: Date,
): Promise<void> {
  await tx.query
    .insertInto('instruction')
    .values({
      tenant_id: tx.tenantId,
      id,
      programme_id: programmeId,
      indicator_id: indicatorId,
      text,
      given_by: by.personId,
      given_post: by.postId,
      given_at: at,
    })
    .execute()
}

export type OrderGrounds = {
  readonly programme: string
  /** Of the units named, those that are of this government. */
  readonly units: readonly { readonly id: UnitId; readonly name: string }[]
  readonly indicator: boolean
  /** What looked odd; null where none is named or it is not of the programme. */
  readonly suspicion: { readonly kind: SuspicionKind; readonly details: SuspicionDetails } | null
  /** The leader's post; null where none is named or it is not of the programme. */
  readonly instructedBy: PostId | null
}

/** What an order rests on, as far as it is of the programme; undefined without the programme. One statement. */
export async function findGrounds(
  tx: TenantTransaction,
  programmeId: ProgrammeId,
  named: Pick<NewOrder, 'indicatorId' | 'suspicionId' | 'instructionId'>,
  unitIds: readonly UnitId[],
): Promise<OrderGrounds | undefined> {
  const { rows } = await sql<OrderGrounds>`
    select programme.title as programme,
      coalesce((
        select json_agg(json_build_object('id', unit.id, 'name', unit.name)) from unit
        where unit.tenant_id = programme.tenant_id and unit.id = any(${unitIds}::uuid[])), '[]') as units,
      ${named.indicatorId}::uuid is null or exists (
        select from indicator where indicator.tenant_id = programme.tenant_id and indicator.programme_id = programme.id
          and indicator.id = ${named.indicatorId}::uuid) as indicator,
      (
        select json_build_object('kind', suspicion.kind, 'details', suspicion.details) from suspicion
          join indicator on indicator.tenant_id = suspicion.tenant_id and indicator.id = suspicion.indicator_id
        where suspicion.tenant_id = programme.tenant_id and suspicion.id = ${named.suspicionId}::uuid
          and indicator.programme_id = programme.id) as suspicion,
      (
        select instruction.given_post from instruction where instruction.tenant_id = programme.tenant_id
          and instruction.programme_id = programme.id and instruction.id = ${named.instructionId}::uuid) as "instructedBy"
    from programme
    where programme.tenant_id = ${tx.tenantId} and programme.id = ${programmeId}`.execute(tx.query)
  return rows[0]
}
