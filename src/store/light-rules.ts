/** The rules of lights, and lights as published. */
import { sql } from 'kysely'
import type { RecordedLightRules } from '../domain/light/light-rules.ts'
import type { PersonId, PostId, ProgrammeId } from '../domain/values/ids.ts'
import type { Month } from '../domain/values/month.ts'
import type { TenantTransaction } from './db.ts'
import type { PublishedLight } from './programme-history.ts'

export type LightRulesRecord = RecordedLightRules & {
  readonly reason: string
  readonly recordedBy: string
  readonly recordedAt: string
}

/** Every set of rules, newest first, and the latest month frozen of any programme. One statement. */
export async function findLightRules(
  tx: TenantTransaction,
): Promise<{ recorded: readonly LightRulesRecord[]; frozenUpTo: Month | null }> {
  const { rows } = await sql<{ recorded: LightRulesRecord[]; frozenUpTo: Month | null }>`
    select coalesce((
        select json_agg(json_build_object('no', light_rule.no, 'fromMonth', light_rule.from_month, 'rules', light_rule.rules,
          'reason', light_rule.reason, 'recordedBy', person.name,
          'recordedAt', to_char(light_rule.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
        ) order by light_rule.no desc)
        from light_rule
          join person on person.tenant_id = light_rule.tenant_id and person.id = light_rule.recorded_by
        where light_rule.tenant_id = ${tx.tenantId}), '[]') as recorded,
      (select max(month) from month_freeze where month_freeze.tenant_id = ${tx.tenantId}) as "frozenUpTo"
  `.execute(tx.query)
  return rows[0] ?? { recorded: [], frozenUpTo: null }
}

export type NewLightRules = RecordedLightRules & {
  readonly reason: string
  readonly by: PersonId
  readonly postId: PostId
  readonly at: Date
}

/** Throws the database's `light_rule_overtaken` when the number is taken. */
export async function insertLightRules(tx: TenantTransaction, next: NewLightRules): Promise<void> {
  await tx.query
    .insertInto('light_rule')
    .values({
      tenant_id: tx.tenantId,
      no: next.no,
      from_month: next.fromMonth,
      rules: JSON.stringify(next.rules),
      reason: next.reason,
      recorded_by: next.by,
      recorded_post: next.postId,
      recorded_at: next.at,
    })
    .execute()
}

/** One statement for all lights of a freezing. */
export async function insertPublishedLights(
  tx: TenantTransaction,
  programmeId: ProgrammeId,
  lights: readonly PublishedLight[],
): Promise<void> {
  await sql`
    insert into published_light (tenant_id, programme_id, month, freeze_no, scope, subject_id, level, clause, reason, colour)
    select ${tx.tenantId}::uuid, ${programmeId}::uuid, light.month, light.no, light.scope, light."subjectId", light.level,
      light.clause, light.reason, light.colour
    from jsonb_to_recordset(${JSON.stringify(lights)}::jsonb) as light (month date, no integer, scope text, "subjectId" uuid,
      level text, clause text, reason jsonb, colour text)
  `.execute(tx.query)
}
