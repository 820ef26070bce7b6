/** The posts a person acts with at a date: those held, and those they stand in for. */
import { sql, type RawBuilder } from 'kysely'
import type { HeldPost } from '../domain/duty/duty.ts'
import type { PersonId } from '../domain/values/ids.ts'
import type { PlainDate } from '../domain/values/plain-date.ts'
import type { TenantTransaction } from './db.ts'

/** A JSON value of a query; `person` names a table of it that has a tenant and a person. */
export function actingPosts(person: string, today: PlainDate): RawBuilder<readonly HeldPost[]> {
  const tenantId = sql.ref(`${person}.tenant_id`)
  const personId = sql.ref(`${person}.person_id`)
  return sql`coalesce((
    select json_agg(json_build_object('id', post.id, 'title', post.title, 'unitId', unit.id, 'unit', unit.name,
      'role', post.role, 'standsIn', acting.stands_in) order by acting.stands_in, post.id)
    from (
      select holding.post_id, false as stands_in from holding
      where holding.tenant_id = ${tenantId} and holding.person_id = ${personId}
        and holding.valid_from <= ${today} and (holding.valid_to is null or holding.valid_to >= ${today})
      union all
      select delegation.post_id, true from delegation
      where delegation.tenant_id = ${tenantId} and delegation.to_person_id = ${personId}
        and delegation.from_date <= ${today} and coalesce(delegation.ended_on, delegation.to_date) >= ${today}
    ) as acting
      join post on post.tenant_id = ${tenantId} and post.id = acting.post_id
      join unit on unit.tenant_id = post.tenant_id and unit.id = post.unit_id
    where post.valid_to is null or post.valid_to >= ${today}
  ), '[]')`
}

export type Actor = {
  readonly personId: PersonId
  readonly signInName: string
  readonly posts: readonly HeldPost[]
}

/** These accounts with their posts at a date, for what is done in their names without signing in. One statement. */
export async function listActors(
  tx: TenantTransaction,
  signInNames: readonly string[],
  today: PlainDate,
): Promise<Actor[]> {
  const { rows } = await sql<Actor>`
    select account.person_id as "personId", account.sign_in_name as "signInName",
      ${actingPosts('account', today)} as posts
    from account
    where account.tenant_id = ${tx.tenantId} and account.sign_in_name = any(${signInNames}::text[])
  `.execute(tx.query)
  return rows
}
