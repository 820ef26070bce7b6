/** What the posts page and the account page show, one statement each. */
import { sql } from 'kysely'
import type { Role } from '../domain/access.ts'
import type { DelegationId, PersonId, PostId, UnitId } from '../domain/ids.ts'
import type { PlainDate } from '../domain/plain-date.ts'
import type { TenantTransaction } from './db.ts'

export type HoldingRow = {
  readonly personId: PersonId
  readonly person: string
  readonly from: PlainDate
  readonly until: PlainDate | null
}

export type DelegationRow = {
  readonly id: DelegationId
  readonly person: string
  readonly from: PlainDate
  /** The last day it counts for. */
  readonly until: PlainDate
  readonly reason: string
}

export type PostRow = {
  readonly id: PostId
  readonly title: string
  readonly role: Role
  readonly unitId: UnitId
  readonly unit: string
  /** Who holds it at the date and who will after; in order of time. */
  readonly holdings: readonly HoldingRow[]
  readonly delegations: readonly DelegationRow[]
}

const holdingsOf = (today: PlainDate) => sql`coalesce((
  select json_agg(json_build_object('personId', person.id, 'person', person.name, 'from', holding.valid_from, 'until', holding.valid_to)
                  order by holding.valid_from)
  from holding
    join person on person.tenant_id = holding.tenant_id and person.id = holding.person_id
  where holding.tenant_id = post.tenant_id and holding.post_id = post.id
    and (holding.valid_to is null or holding.valid_to >= ${today})), '[]')`

const delegationsOf = (today: PlainDate) => sql`coalesce((
  select json_agg(json_build_object('id', delegation.id, 'person', person.name, 'from', delegation.from_date,
      'until', coalesce(delegation.ended_on, delegation.to_date), 'reason', delegation.reason) order by delegation.from_date)
  from delegation
    join person on person.tenant_id = delegation.tenant_id and person.id = delegation.to_person_id
  where delegation.tenant_id = post.tenant_id and delegation.post_id = post.id
    and coalesce(delegation.ended_on, delegation.to_date) >= greatest(${today}::date, delegation.from_date)), '[]')`

/** Every post valid at a date. */
export async function listPosts(tx: TenantTransaction, today: PlainDate): Promise<PostRow[]> {
  const { rows } = await sql<PostRow>`
    select post.id, post.title, post.role, unit.id as "unitId", unit.name as unit,
      ${holdingsOf(today)} as holdings, ${delegationsOf(today)} as delegations
    from post
      join unit on unit.tenant_id = post.tenant_id and unit.id = post.unit_id
    where post.tenant_id = ${tx.tenantId} and (post.valid_to is null or post.valid_to >= ${today})
    order by unit.name collate "zh-x-icu", post.role, post.title, post.id
  `.execute(tx.query)
  return rows
}

export type OwnPostRow = PostRow & {
  /** How this person acts with it today. */
  readonly standsIn: boolean
}

export type AccountPage = {
  readonly name: string
  readonly signInName: string
  readonly mustChangePassword: boolean
  readonly passwordChangedAt: string
  readonly mailAddress: string | null
  readonly posts: readonly OwnPostRow[]
}

/** A person's own account and the posts they act with at a date. */
export async function findAccountPage(
  tx: TenantTransaction,
  personId: PersonId,
  today: PlainDate,
): Promise<AccountPage | undefined> {
  const { rows } = await sql<AccountPage>`
    select person.name, account.sign_in_name as "signInName", account.must_change_password as "mustChangePassword",
      to_char(account.password_changed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "passwordChangedAt",
      (select mail_address.address from mail_address
       where mail_address.tenant_id = person.tenant_id and mail_address.person_id = person.id
       order by mail_address.no desc limit 1) as "mailAddress",
      coalesce((
        select json_agg(json_build_object('id', post.id, 'title', post.title, 'role', post.role, 'unitId', unit.id, 'unit', unit.name,
          'standsIn', acting.stands_in, 'holdings', ${holdingsOf(today)}, 'delegations', ${delegationsOf(today)})
          order by acting.stands_in, unit.name collate "zh-x-icu", post.id)
        from (
          select holding.post_id, false as stands_in from holding
          where holding.tenant_id = person.tenant_id and holding.person_id = person.id
            and holding.valid_from <= ${today} and (holding.valid_to is null or holding.valid_to >= ${today})
          union all
          select delegation.post_id, true from delegation
          where delegation.tenant_id = person.tenant_id and delegation.to_person_id = person.id
            and delegation.from_date <= ${today} and coalesce(delegation.ended_on, delegation.to_date) >= ${today}
        ) as acting
          join post on post.tenant_id = person.tenant_id and post.id = acting.post_id
          join unit on unit.tenant_id = post.tenant_id and unit.id = post.unit_id
      ), '[]') as posts
    from person
      join account on account.tenant_id = person.tenant_id and account.person_id = person.id
    where person.tenant_id = ${tx.tenantId} and person.id = ${personId}
  `.execute(tx.query)
  return rows[0]
}

export type Colleague = { readonly id: PersonId; readonly name: string; readonly posts: readonly string[] }

/** Everybody with an account in use, with the posts that tell two of one name apart. */
export async function listColleagues(tx: TenantTransaction, today: PlainDate): Promise<Colleague[]> {
  const { rows } = await sql<Colleague>`
    select person.id, person.name, coalesce((
      select json_agg(distinct unit.name || ' ' || post.title)
      from holding
        join post on post.tenant_id = holding.tenant_id and post.id = holding.post_id
        join unit on unit.tenant_id = post.tenant_id and unit.id = post.unit_id
      where holding.tenant_id = person.tenant_id and holding.person_id = person.id
        and holding.valid_from <= ${today} and (holding.valid_to is null or holding.valid_to >= ${today})
    ), '[]') as posts
    from person
      join account on account.tenant_id = person.tenant_id and account.person_id = person.id
    where person.tenant_id = ${tx.tenantId} and account.disabled_at is null
    order by person.name collate "zh-x-icu", person.id
  `.execute(tx.query)
  return rows
}
