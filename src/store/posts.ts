/** Posts, who holds them, and who stands in. */
import { sql } from 'kysely'
import type { Role } from '../domain/access.ts'
import type { Candidate, OpenHolding } from '../domain/assignment.ts'
import type { DelegatedPost } from '../domain/delegation.ts'
import type { DelegationId, PersonId, PostId, UnitId } from '../domain/ids.ts'
import type { PlainDate } from '../domain/plain-date.ts'
import type { TenantTransaction } from './db.ts'

export type FoundPost = {
  readonly id: PostId
  readonly title: string
  readonly role: Role
  readonly unit: string
  /** The holding that has no end. */
  readonly open: OpenHolding | null
}

export async function findPost(tx: TenantTransaction, id: PostId): Promise<FoundPost | undefined> {
  const { rows } = await sql<FoundPost>`
    select post.id, post.title, post.role, unit.name as unit, (
      select json_build_object('personId', holding.person_id, 'since', holding.valid_from)
      from holding
      where holding.tenant_id = post.tenant_id and holding.post_id = post.id and holding.valid_to is null
      order by holding.valid_from desc limit 1) as open
    from post
      join unit on unit.tenant_id = post.tenant_id and unit.id = post.unit_id
    where post.tenant_id = ${tx.tenantId} and post.id = ${id}
  `.execute(tx.query)
  return rows[0]
}

/** Somebody with an account in use, and the roles of the posts held on a day or later. */
export async function findCandidate(
  tx: TenantTransaction,
  personId: PersonId,
  from: PlainDate,
): Promise<Candidate | undefined> {
  const { rows } = await sql<Candidate>`
    select person.id, person.name, coalesce((
      select json_agg(distinct post.role)
      from holding
        join post on post.tenant_id = holding.tenant_id and post.id = holding.post_id
      where holding.tenant_id = person.tenant_id and holding.person_id = person.id
        and (holding.valid_to is null or holding.valid_to >= ${from})
    ), '[]') as roles
    from person
      join account on account.tenant_id = person.tenant_id and account.person_id = person.id
    where person.tenant_id = ${tx.tenantId} and person.id = ${personId} and account.disabled_at is null
  `.execute(tx.query)
  return rows[0]
}

/** The unit a post may be set up in at a date, and whether it has such a post already. */
export async function findUnitForPost(
  tx: TenantTransaction,
  unitId: UnitId,
  { title, role }: { readonly title: string; readonly role: Role },
  at: PlainDate,
): Promise<{ name: string; taken: boolean } | undefined> {
  const { rows } = await sql<{ name: string; taken: boolean }>`
    select unit.name, exists (
      select from post
      where post.tenant_id = unit.tenant_id and post.unit_id = unit.id and post.role = ${role} and post.title = ${title}
        and (post.valid_to is null or post.valid_to >= ${at})) as taken
    from unit
    where unit.tenant_id = ${tx.tenantId} and unit.id = ${unitId} and unit.kind <> 'group'
      and (unit.valid_to is null or unit.valid_to >= ${at})
  `.execute(tx.query)
  return rows[0]
}

export async function endHolding(
  tx: TenantTransaction,
  postId: PostId,
  { personId, since }: OpenHolding,
  lastDay: PlainDate,
): Promise<void> {
  await tx.query
    .updateTable('holding')
    .set({ valid_to: lastDay })
    .where('tenant_id', '=', tx.tenantId)
    .where('post_id', '=', postId)
    .where('person_id', '=', personId)
    .where('valid_from', '=', since)
    .execute()
}

/** Ends what stand-ins of a post there are after a day: they were the choice of the one who leaves. */
export async function endDelegationsOf(
  tx: TenantTransaction,
  postId: PostId,
  lastDay: PlainDate,
): Promise<number> {
  const result = await sql`
    update delegation set ended_on = ${lastDay}
    where tenant_id = ${tx.tenantId} and post_id = ${postId} and coalesce(ended_on, to_date) > ${lastDay}
  `.execute(tx.query)
  return Number(result.numAffectedRows ?? 0)
}

/** The post as its holder at a date may give it to a stand-in; undefined where nobody holds it. */
export async function findDelegatedPost(
  tx: TenantTransaction,
  postId: PostId,
  today: PlainDate,
): Promise<DelegatedPost | undefined> {
  const { rows } = await sql<DelegatedPost>`
    select holding.person_id as "holderId", holding.valid_to as "heldUntil", coalesce((
      select json_agg(json_build_object('person', person.name, 'from', delegation.from_date,
        'until', coalesce(delegation.ended_on, delegation.to_date)) order by delegation.from_date)
      from delegation
        join person on person.tenant_id = delegation.tenant_id and person.id = delegation.to_person_id
      where delegation.tenant_id = holding.tenant_id and delegation.post_id = holding.post_id
        and coalesce(delegation.ended_on, delegation.to_date) >= delegation.from_date
    ), '[]') as delegations
    from holding
    where holding.tenant_id = ${tx.tenantId} and holding.post_id = ${postId}
      and holding.valid_from <= ${today} and (holding.valid_to is null or holding.valid_to >= ${today})
  `.execute(tx.query)
  return rows[0]
}

export type StoredDelegation = {
  readonly id: DelegationId
  readonly postId: PostId
  readonly toPersonId: PersonId
  readonly from: PlainDate
  readonly to: PlainDate
  readonly reason: string
  readonly by: PersonId
  readonly at: Date
}

export async function insertDelegation(tx: TenantTransaction, delegation: StoredDelegation): Promise<void> {
  await tx.query
    .insertInto('delegation')
    .values({
      tenant_id: tx.tenantId,
      id: delegation.id,
      post_id: delegation.postId,
      to_person_id: delegation.toPersonId,
      from_date: delegation.from,
      to_date: delegation.to,
      reason: delegation.reason,
      delegated_by: delegation.by,
      delegated_at: delegation.at,
    })
    .execute()
}

/** Ends a stand-in that has not ended, of a post that this person holds today; which post, or undefined. */
export async function endDelegation(
  tx: TenantTransaction,
  id: DelegationId,
  by: PersonId,
  today: PlainDate,
  lastDay: PlainDate,
): Promise<PostId | undefined> {
  const { rows } = await sql<{ postId: PostId }>`
    update delegation set ended_on = ${lastDay}
    where delegation.tenant_id = ${tx.tenantId} and delegation.id = ${id}
      and coalesce(delegation.ended_on, delegation.to_date) >= ${today}
      and exists (
        select from holding
        where holding.tenant_id = delegation.tenant_id and holding.post_id = delegation.post_id
          and holding.person_id = ${by} and holding.valid_from <= ${today}
          and (holding.valid_to is null or holding.valid_to >= ${today}))
    returning delegation.post_id as "postId"
  `.execute(tx.query)
  return rows[0]?.postId
}
