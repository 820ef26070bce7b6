/** People, posts and who holds which. */
import { sql } from 'kysely'
import type { Role } from '../domain/access.ts'
import type { PersonId, PostId, UnitId } from '../domain/ids.ts'
import type { PlainDate } from '../domain/plain-date.ts'
import type { TenantTransaction } from './db.ts'

export async function insertPerson(
  tx: TenantTransaction,
  person: { readonly id: PersonId; readonly name: string; readonly createdAt: Date },
): Promise<void> {
  await tx.query
    .insertInto('person')
    .values({ tenant_id: tx.tenantId, id: person.id, name: person.name, created_at: person.createdAt })
    .execute()
}

export type NewPost = {
  readonly id: PostId
  readonly unitId: UnitId
  readonly title: string
  readonly role: Exclude<Role, 'public'>
  readonly validFrom: PlainDate
}

/** A post and, where there is one already, its first holder. */
export async function insertHeldPost(
  tx: TenantTransaction,
  post: NewPost,
  personId: PersonId | null,
): Promise<void> {
  await tx.query
    .insertInto('post')
    .values({
      tenant_id: tx.tenantId,
      id: post.id,
      unit_id: post.unitId,
      title: post.title,
      role: post.role,
      valid_from: post.validFrom,
    })
    .execute()
  if (personId !== null) await insertHolding(tx, post.id, personId, post.validFrom)
}

export async function insertHolding(
  tx: TenantTransaction,
  postId: PostId,
  personId: PersonId,
  from: PlainDate,
): Promise<void> {
  await tx.query
    .insertInto('holding')
    .values({ tenant_id: tx.tenantId, post_id: postId, person_id: personId, valid_from: from })
    .execute()
}

/** The leaders' posts held at a date, by the name of the holder. */
export async function listLeaderPosts(
  tx: TenantTransaction,
  at: PlainDate,
): Promise<{ name: string; postId: PostId; personId: PersonId }[]> {
  return tx.query
    .selectFrom('holding')
    .innerJoin('post', (join) =>
      join.onRef('post.tenant_id', '=', 'holding.tenant_id').onRef('post.id', '=', 'holding.post_id'),
    )
    .innerJoin('person', (join) =>
      join.onRef('person.tenant_id', '=', 'holding.tenant_id').onRef('person.id', '=', 'holding.person_id'),
    )
    .select(['person.name', 'post.id as postId', 'person.id as personId'])
    .where('holding.tenant_id', '=', tx.tenantId)
    .where('post.role', '=', 'leader')
    .where('holding.valid_from', '<=', at)
    .where((where) => where.or([where('holding.valid_to', 'is', null), where('holding.valid_to', '>=', at)]))
    .orderBy('post.id')
    .execute()
}

/** Everybody with their sign-in names and the posts held at a date, in pinyin order. */
export async function listPeople(tx: TenantTransaction, at: PlainDate) {
  const { rows } = await sql<{
    id: PersonId
    name: string
    signInName: string | null
    disabled: boolean
    posts: { title: string; unit: string; role: Role; since: PlainDate }[]
  }>`
    select person.id, person.name, account.sign_in_name as "signInName",
      account.disabled_at is not null as disabled,
      coalesce((
        select json_agg(json_build_object('title', post.title, 'unit', unit.name, 'role', post.role, 'since', holding.valid_from)
                        order by post.id)
        from holding
          join post on post.tenant_id = holding.tenant_id and post.id = holding.post_id
          join unit on unit.tenant_id = post.tenant_id and unit.id = post.unit_id
        where holding.tenant_id = person.tenant_id and holding.person_id = person.id
          and holding.valid_from <= ${at} and (holding.valid_to is null or holding.valid_to >= ${at})
      ), '[]') as posts
    from person
      left join account on account.tenant_id = person.tenant_id and account.person_id = person.id
    where person.tenant_id = ${tx.tenantId}
    order by person.name collate "zh-x-icu", person.id
  `.execute(tx.query)
  return rows
}
