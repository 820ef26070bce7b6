/** Notices, given to posts. */
import { sql } from 'kysely'
import type { Role } from '../domain/access.ts'
import type { UnitId } from '../domain/ids.ts'
import type { NewNotice } from '../domain/notice.ts'
import type { PlainDate } from '../domain/plain-date.ts'
import type { TenantTransaction } from './db.ts'

/** To which posts: those of these roles valid at a date, of one unit or, where null, of any. */
export type Addressees = {
  readonly roles: readonly Role[]
  readonly unitId: UnitId | null
  readonly at: PlainDate
}

/** Gives the notice to every post addressed that does not have it yet; how many got it. One statement. */
export async function insertNotice(
  tx: TenantTransaction,
  notice: NewNotice,
  to: Addressees,
  givenAt: Date,
): Promise<number> {
  const result = await sql`
    insert into notice (tenant_id, id, post_id, kind, programme_id, indicator_id, unit_id, month, details, once_key, given_at)
    select post.tenant_id, gen_random_uuid(), post.id, ${notice.kind}, ${notice.programmeId}::uuid,
      ${notice.indicatorId}::uuid, ${notice.unitId}::uuid, ${notice.month}::date,
      ${JSON.stringify(notice.details)}::jsonb, ${notice.onceKey}, ${givenAt}
    from post
    where post.tenant_id = ${tx.tenantId} and post.role = any(${to.roles}::text[])
      and (${to.unitId}::uuid is null or post.unit_id = ${to.unitId}::uuid)
      and post.valid_from <= ${to.at} and (post.valid_to is null or post.valid_to >= ${to.at})
    on conflict (tenant_id, post_id, once_key) do nothing
  `.execute(tx.query)
  return Number(result.numAffectedRows ?? 0)
}
