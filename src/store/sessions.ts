/** Sessions, known by the digest of their token. */
import { sql } from 'kysely'
import type { HeldPost } from '../domain/duty/duty.ts'
import type { PersonId } from '../domain/values/ids.ts'
import type { PlainDate } from '../domain/values/plain-date.ts'
import { actingPosts } from './acting-posts.ts'
import type { TenantTransaction } from './db.ts'

export type NewSession = {
  readonly tokenDigest: Buffer
  readonly personId: PersonId
  readonly startedAt: Date
  readonly expiresAt: Date
  readonly address: string
  readonly userAgent: string
}

export async function insertSession(tx: TenantTransaction, session: NewSession): Promise<void> {
  await tx.query
    .insertInto('session')
    .values({
      tenant_id: tx.tenantId,
      token_sha256: session.tokenDigest,
      person_id: session.personId,
      started_at: session.startedAt,
      expires_at: session.expiresAt,
      last_seen_at: session.startedAt,
      address: session.address,
      user_agent: session.userAgent,
    })
    .execute()
}

export type OpenSession = {
  readonly personId: PersonId
  readonly name: string
  readonly lastSeenAt: Date
  /** The password is one that somebody else knows: nothing may be done but choose another. */
  readonly mustChangePassword: boolean
  readonly posts: readonly HeldPost[]
}

/** The open session of a token with the posts its person acts with at a date, in one query. */
export async function findOpenSession(
  tx: TenantTransaction,
  tokenDigest: Buffer,
  now: Date,
  idleSince: Date,
  today: PlainDate,
): Promise<OpenSession | undefined> {
  const { rows } = await sql<OpenSession>`
    select session.person_id as "personId", person.name, session.last_seen_at as "lastSeenAt",
      account.must_change_password as "mustChangePassword",
      case when account.must_change_password then '[]' else ${actingPosts('session', today)} end as posts
    from session
      join person on person.tenant_id = session.tenant_id and person.id = session.person_id
      join account on account.tenant_id = session.tenant_id and account.person_id = session.person_id
    where session.tenant_id = ${tx.tenantId} and session.token_sha256 = ${tokenDigest}
      and session.ended_at is null and session.expires_at > ${now} and session.last_seen_at > ${idleSince}
      and account.disabled_at is null
  `.execute(tx.query)
  return rows[0]
}

export async function touchSession(tx: TenantTransaction, tokenDigest: Buffer, now: Date): Promise<void> {
  await tx.query
    .updateTable('session')
    .set({ last_seen_at: now })
    .where('tenant_id', '=', tx.tenantId)
    .where('token_sha256', '=', tokenDigest)
    .execute()
}

/** Ends a session; whose it was, or undefined when there is no such open session. */
export async function endSession(
  tx: TenantTransaction,
  tokenDigest: Buffer,
  now: Date,
): Promise<PersonId | undefined> {
  const row = await tx.query
    .updateTable('session')
    .set({ ended_at: now })
    .where('tenant_id', '=', tx.tenantId)
    .where('token_sha256', '=', tokenDigest)
    .where('ended_at', 'is', null)
    .returning('person_id')
    .executeTakeFirst()
  return row?.person_id
}

/** Ends every open session of a person but, where given, one; how many there were. */
export async function endSessionsOf(
  tx: TenantTransaction,
  personId: PersonId,
  now: Date,
  except: Buffer | null,
): Promise<number> {
  let ending = tx.query
    .updateTable('session')
    .set({ ended_at: now })
    .where('tenant_id', '=', tx.tenantId)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
  if (except) ending = ending.where('token_sha256', '!=', except)
  const result = await ending.executeTakeFirstOrThrow()
  return Number(result.numUpdatedRows)
}

/** Open sessions, the latest seen first. */
export async function listOpenSessions(tx: TenantTransaction, now: Date, idleSince: Date) {
  return tx.query
    .selectFrom('session')
    .innerJoin('person', (join) =>
      join.onRef('person.tenant_id', '=', 'session.tenant_id').onRef('person.id', '=', 'session.person_id'),
    )
    .select([
      'token_sha256',
      'person.name',
      'started_at',
      'last_seen_at',
      'address',
      'user_agent',
      'person_id',
    ])
    .where('session.tenant_id', '=', tx.tenantId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .where('last_seen_at', '>', idleSince)
    .orderBy('last_seen_at', 'desc')
    .execute()
}
