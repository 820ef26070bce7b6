/** Where people want their notices sent, and the tries to send them. */
import { sql } from 'kysely'
import type { NoticeId, PersonId } from '../domain/ids.ts'
import type { PlainDate } from '../domain/plain-date.ts'
import type { TenantTransaction } from './db.ts'
import { isDone, type InboxNotice } from './notices.ts'

export async function insertMailAddress(
  tx: TenantTransaction,
  personId: PersonId,
  address: string | null,
  at: Date,
): Promise<void> {
  await sql`
    insert into mail_address (tenant_id, person_id, no, address, recorded_at)
    select ${tx.tenantId}::uuid, ${personId}::uuid, 1 + coalesce(max(no), 0), ${address}, ${at}
    from mail_address where tenant_id = ${tx.tenantId} and person_id = ${personId}
  `.execute(tx.query)
}

export type Recipient = { readonly personId: PersonId; readonly address: string; readonly since: Date }

/** Everybody in office who wants mail, where to, and since when. */
export async function listRecipients(tx: TenantTransaction): Promise<Recipient[]> {
  const { rows } = await sql<Recipient>`
    select latest.person_id as "personId", latest.address, latest.recorded_at as since
    from (
      select distinct on (person_id) * from mail_address
      where tenant_id = ${tx.tenantId} order by person_id, no desc
    ) as latest
      join account on account.tenant_id = latest.tenant_id and account.person_id = latest.person_id
    where latest.address is not null and account.disabled_at is null
    order by latest.person_id
  `.execute(tx.query)
  return rows
}

/** True for one transaction at a time, in whatever process: it alone sends this person's mail. */
export async function claimMailOf(tx: TenantTransaction, personId: PersonId): Promise<boolean> {
  const { rows } = await sql<{ claimed: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${`${tx.tenantId} ${personId}`}, 3)) as claimed
  `.execute(tx.query)
  return rows[0]?.claimed ?? false
}

export type UnsentNotice = InboxNotice & { readonly failures: number; readonly triedAt: Date | null }

/** The open notices of the posts a person acts with at a date, given since, and not yet sent to that person. */
export async function listUnsent(
  tx: TenantTransaction,
  { personId, since }: Recipient,
  today: PlainDate,
): Promise<UnsentNotice[]> {
  const { rows } = await sql<UnsentNotice>`
    select notice.id, notice.post_id as "postId", notice.kind, notice.programme_id as "programmeId", null as programme,
      notice.indicator_id as "indicatorId", notice.unit_id as "unitId", notice.month, notice.details, false as done,
      to_char(notice.given_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "givenAt",
      count(attempt.no)::integer as failures, max(attempt.attempted_at) as "triedAt"
    from notice
      left join mail_attempt as attempt
        on attempt.tenant_id = notice.tenant_id and attempt.notice_id = notice.id and attempt.person_id = ${personId}
    where notice.tenant_id = ${tx.tenantId} and notice.given_at >= ${since} and not ${isDone}
      and notice.post_id in (
        select holding.post_id from holding
        where holding.tenant_id = ${tx.tenantId} and holding.person_id = ${personId}
          and holding.valid_from <= ${today} and (holding.valid_to is null or holding.valid_to >= ${today})
        union
        select delegation.post_id from delegation
        where delegation.tenant_id = ${tx.tenantId} and delegation.to_person_id = ${personId}
          and delegation.from_date <= ${today} and coalesce(delegation.ended_on, delegation.to_date) >= ${today})
    group by notice.tenant_id, notice.id
    having count(attempt.no) = count(attempt.failure)
    order by notice.given_at desc, notice.id
  `.execute(tx.query)
  return rows
}

/** One try for all of these notices; `failure` null where they were sent. */
export async function insertAttempts(
  tx: TenantTransaction,
  personId: PersonId,
  noticeIds: readonly NoticeId[],
  attempt: { readonly at: Date; readonly failure: string | null },
): Promise<void> {
  await sql`
    insert into mail_attempt (tenant_id, notice_id, person_id, no, attempted_at, failure)
    select ${tx.tenantId}::uuid, sent.id, ${personId}::uuid, 1 + coalesce((
        select max(earlier.no) from mail_attempt as earlier
        where earlier.tenant_id = ${tx.tenantId} and earlier.notice_id = sent.id and earlier.person_id = ${personId}), 0),
      ${attempt.at}, ${attempt.failure}
    from unnest(${noticeIds}::uuid[]) as sent (id)
  `.execute(tx.query)
}
