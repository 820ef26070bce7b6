/** Claims, drawn samples, inspections and decisions: facts that are only ever added. */
import { sql } from 'kysely'
import type { AcceptanceStep } from '../domain/acceptance/acceptance.ts'
import type { Check } from '../domain/acceptance/checks.ts'
import type { Inspection } from '../domain/acceptance/inspection.ts'
import type { RecordedSampleRule } from '../domain/acceptance/sample.ts'
import type { Quantity } from '../domain/values/quantity.ts'
import type {
  AcceptanceClaimId,
  EntryId,
  EvidenceId,
  IndicatorId,
  PersonId,
  PostId,
  ProgrammeId,
} from '../domain/values/ids.ts'
import type { Month } from '../domain/values/month.ts'
import type { TenantTransaction } from './db.ts'
import { latestDecision, stateOfEntry } from './entries.ts'

type By = { readonly by: PersonId; readonly postId: PostId; readonly at: Date }

export type NewClaim = By & {
  readonly id: AcceptanceClaimId
  readonly programmeId: ProgrammeId
  readonly indicatorId: IndicatorId
  readonly no: number
  readonly statement: string
  readonly figure: Quantity | null
  readonly figureMonth: Month | null
  readonly ruleNo: number
  readonly population: number
  readonly seed: string
}

/** Throws the database's `acceptance_claim_overtaken` when the number is taken. */
export async function insertClaim(tx: TenantTransaction, claim: NewClaim): Promise<void> {
  await tx.query
    .insertInto('acceptance_claim')
    .values({
      tenant_id: tx.tenantId,
      id: claim.id,
      programme_id: claim.programmeId,
      indicator_id: claim.indicatorId,
      no: claim.no,
      statement: claim.statement,
      figure: claim.figure?.value ?? null,
      figure_denominator: claim.figure?.denominator ?? null,
      figure_month: claim.figureMonth,
      rule_no: claim.ruleNo,
      population: claim.population,
      seed: claim.seed,
      claimed_by: claim.by,
      claimed_post: claim.postId,
      claimed_at: claim.at,
    })
    .execute()
}

/** Draws `size` of the entries that count by the claim's seed (src/domain/acceptance/sample.ts). One statement. */
export async function insertSample(
  tx: TenantTransaction,
  { id, indicatorId, seed }: Pick<NewClaim, 'id' | 'indicatorId' | 'seed'>,
  size: number,
): Promise<void> {
  await sql`
    insert into acceptance_sample (tenant_id, claim_id, entry_id, position)
    select ${tx.tenantId}::uuid, ${id}::uuid, drawn.id, row_number() over (order by drawn.rank)
    from (
      select entry.id, sha256(convert_to(${seed} || entry.id::text, 'UTF8')) as rank
      from entry left join lateral (${latestDecision}) as latest on true
      where entry.tenant_id = ${tx.tenantId} and entry.indicator_id = ${indicatorId} and ${stateOfEntry} = 'accepted'
      order by rank limit ${size}
    ) as drawn
  `.execute(tx.query)
}

export type ClaimAtHand = {
  readonly id: AcceptanceClaimId
  readonly programmeId: ProgrammeId
  readonly indicatorId: IndicatorId
  readonly inspections: number
  readonly steps: readonly AcceptanceStep[]
  /** How often the entry asked for was looked at; null where it was not drawn. */
  readonly looks: number | null
}

/** Undefined where the programme has no such claim. */
export async function findClaimAtHand(
  tx: TenantTransaction,
  programmeId: ProgrammeId,
  id: AcceptanceClaimId,
  entryId: EntryId | null,
): Promise<ClaimAtHand | undefined> {
  const { rows } = await sql<ClaimAtHand>`
    select claim.id, claim.programme_id as "programmeId", claim.indicator_id as "indicatorId",
      (select count(*)::integer from acceptance_inspection as looked
       where looked.tenant_id = claim.tenant_id and looked.claim_id = claim.id) as inspections,
      array(select decided.step from acceptance_step as decided
       where decided.tenant_id = claim.tenant_id and decided.claim_id = claim.id order by decided.no) as steps,
      (select (select count(*)::integer from acceptance_inspection as looked
          where looked.tenant_id = sample.tenant_id and looked.claim_id = sample.claim_id and looked.entry_id = sample.entry_id)
       from acceptance_sample as sample
       where sample.tenant_id = claim.tenant_id and sample.claim_id = claim.id and sample.entry_id = ${entryId}::uuid) as looks
    from acceptance_claim as claim
    where claim.tenant_id = ${tx.tenantId} and claim.programme_id = ${programmeId} and claim.id = ${id}
  `.execute(tx.query)
  return rows[0]
}

export type NewInspection = By &
  Inspection & {
    readonly claimId: AcceptanceClaimId
    readonly entryId: EntryId
    readonly no: number
  }

/** Throws the database's `acceptance_inspection_overtaken` when the number is taken. */
export async function insertInspection(tx: TenantTransaction, inspection: NewInspection): Promise<void> {
  await tx.query
    .insertInto('acceptance_inspection')
    .values({
      tenant_id: tx.tenantId,
      claim_id: inspection.claimId,
      entry_id: inspection.entryId,
      no: inspection.no,
      finding: inspection.finding,
      note: inspection.note.trim() || null,
      inspected_on: inspection.inspectedOn,
      inspected_by: inspection.by,
      inspected_post: inspection.postId,
      recorded_at: inspection.at,
    })
    .execute()
}

export type NewAcceptanceFile = By & {
  readonly id: string
  readonly claimId: AcceptanceClaimId
  /** Null for the claim as a whole. */
  readonly entryId: EntryId | null
  readonly evidenceId: EvidenceId
}

/** False where the file is there already. */
export async function linkAcceptanceFile(tx: TenantTransaction, file: NewAcceptanceFile): Promise<boolean> {
  const { rows } = await sql`
    insert into acceptance_evidence (tenant_id, id, claim_id, entry_id, evidence_id, linked_by, linked_post, linked_at)
    select ${tx.tenantId}::uuid, ${file.id}::uuid, ${file.claimId}::uuid, ${file.entryId}::uuid, ${file.evidenceId}::uuid,
      ${file.by}::uuid, ${file.postId}::uuid, ${file.at}::timestamptz
    where not exists (
      select 1 from acceptance_evidence as known
      where known.tenant_id = ${tx.tenantId} and known.claim_id = ${file.claimId} and known.evidence_id = ${file.evidenceId}
        and known.entry_id is not distinct from ${file.entryId}::uuid)
    returning id`.execute(tx.query)
  return rows.length === 1
}

export type NewStep = By & {
  readonly claimId: AcceptanceClaimId
  readonly no: number
  readonly step: AcceptanceStep
  readonly reason: string | null
  readonly checks: readonly Check[]
}

/** Throws the database's `acceptance_step_overtaken` when the number is taken. */
export async function insertStep(tx: TenantTransaction, step: NewStep): Promise<void> {
  await tx.query
    .insertInto('acceptance_step')
    .values({
      tenant_id: tx.tenantId,
      claim_id: step.claimId,
      no: step.no,
      step: step.step,
      reason: step.reason,
      checks: JSON.stringify(step.checks),
      decided_by: step.by,
      decided_post: step.postId,
      decided_at: step.at,
    })
    .execute()
}

export type NewSampleRule = By & RecordedSampleRule & { readonly reason: string }

/** 0 where there is none. */
export async function latestSampleRuleNo(tx: TenantTransaction): Promise<number> {
  const latest = await tx.query
    .selectFrom('acceptance_rule')
    .select('no')
    .where('tenant_id', '=', tx.tenantId)
    .orderBy('no', 'desc')
    .limit(1)
    .executeTakeFirst()
  return latest?.no ?? 0
}

/** Throws the database's `acceptance_rule_overtaken` when the number is taken. */
export async function insertSampleRule(tx: TenantTransaction, rule: NewSampleRule): Promise<void> {
  await tx.query
    .insertInto('acceptance_rule')
    .values({
      tenant_id: tx.tenantId,
      no: rule.no,
      least: rule.least,
      percent: rule.percent,
      most: rule.most,
      reason: rule.reason,
      recorded_by: rule.by,
      recorded_post: rule.postId,
      recorded_at: rule.at,
    })
    .execute()
}
