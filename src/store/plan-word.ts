/** What a unit last said to its share: of this version, or of an earlier one that asked the same of it. */
import { sql, type RawBuilder } from 'kysely'
import type { TenantTransaction } from './db.ts'

/**
 * The row of plan_signature that counts for a plan_share that the query around it calls `share`; to be joined laterally or
 * selected from. Who signed for the same figures, months and stages in an earlier version need not sign again; an
 * objection was to be answered by the new version and is not carried over.
 */
export function wordOnShare(tx: TenantTransaction): RawBuilder<unknown> {
  const key = (table: string, version: string) => sql`
    ${sql.ref(`${table}.tenant_id`)} = ${tx.tenantId} and ${sql.ref(`${table}.indicator_id`)} = share.indicator_id
    and ${sql.ref(`${table}.unit_id`)} = share.unit_id and ${sql.ref(`${table}.version`)} = ${sql.ref(version)}`
  const points = (version: string) => sql`(
    select string_agg(concat_ws(' ', point.month, trim_scale(point.value), trim_scale(point.denominator)), ',' order by point.month)
    from plan_point as point where ${key('point', version)})`
  const stages = (version: string) => sql`(
    select string_agg(concat_ws(' ', stage.due_on, stage.stage), ',' order by stage.position)
    from plan_stage as stage where ${key('stage', version)})`
  return sql`
    select word.* from (
      select signature.* from plan_signature as signature
      where signature.tenant_id = ${tx.tenantId} and signature.indicator_id = share.indicator_id
        and signature.unit_id = share.unit_id and signature.version <= share.version
      order by signature.version desc, signature.no desc limit 1
    ) as word
    where word.version = share.version or (
      word.decision = 'sign'
      and exists (
        select 1 from plan_share as signed
        where ${key('signed', 'word.version')} and signed.value is not distinct from share.value
          and signed.denominator is not distinct from share.denominator)
      and ${points('word.version')} is not distinct from ${points('share.version')}
      and ${stages('word.version')} is not distinct from ${stages('share.version')})`
}
