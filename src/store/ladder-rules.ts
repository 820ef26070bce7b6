/** The rules of the ladder. */
import { sql } from 'kysely'
import type { RecordedLadderRules } from '../domain/order/ladder-rules.ts'
import type { PersonId, PostId } from '../domain/values/ids.ts'
import type { TenantTransaction } from './db.ts'
import { instant } from './instant.ts'

export type LadderRulesRecord = RecordedLadderRules & {
  readonly reason: string
  readonly recordedBy: string
  readonly recordedAt: string
}

/** Every set of rules, newest first. One statement. */
export async function listLadderRules(tx: TenantTransaction): Promise<LadderRulesRecord[]> {
  const { rows } = await sql<LadderRulesRecord>`
    select ladder_rule.no, ladder_rule.from_month as "fromMonth", ladder_rule.rules, ladder_rule.reason,
      person.name as "recordedBy",
      ${instant('ladder_rule.recorded_at')} as "recordedAt"
    from ladder_rule
      join person on person.tenant_id = ladder_rule.tenant_id and person.id = ladder_rule.recorded_by
    where ladder_rule.tenant_id = ${tx.tenantId}
    order by ladder_rule.no desc`.execute(tx.query)
  return rows
}

/** A JSON array of every set, for a query of more. */
export function ladderRulesOf(tx: TenantTransaction) {
  return sql<readonly RecordedLadderRules[]>`coalesce((
    select json_agg(json_build_object('no', ladder_rule.no, 'fromMonth', ladder_rule.from_month, 'rules', ladder_rule.rules)
      order by ladder_rule.no)
    from ladder_rule where ladder_rule.tenant_id = ${tx.tenantId}), '[]')`
}

export type NewLadderRules = RecordedLadderRules & {
  readonly reason: string
  readonly by: PersonId
  readonly postId: PostId
  readonly at: Date
}

/** Throws the database's `ladder_rule_overtaken` when the number is taken. */
export async function insertLadderRules(tx: TenantTransaction, next: NewLadderRules): Promise<void> {
  await tx.query
    .insertInto('ladder_rule')
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
