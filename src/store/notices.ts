/** Notices, given to posts. */
import { sql, type RawBuilder } from 'kysely'
import type { Role } from '../domain/duty/access.ts'
import type { IndicatorId, NoticeId, PersonId, PostId, ProgrammeId, UnitId } from '../domain/values/ids.ts'
import type { Month } from '../domain/values/month.ts'
import type { NewNotice, Notice, NoticeKind } from '../domain/duty/notice.ts'
import type { PlainDate } from '../domain/values/plain-date.ts'
import type { TenantTransaction } from './db.ts'

/** To which posts: those of these roles valid at a date, of one unit or, where null, of any; one post where it is named. */
export type Addressees = {
  readonly roles: readonly Role[]
  readonly unitId: UnitId | null
  readonly postId?: PostId
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
      and (${to.postId ?? null}::uuid is null or post.id = ${to.postId ?? null}::uuid)
      and post.valid_from <= ${to.at} and (post.valid_to is null or post.valid_to >= ${to.at})
    on conflict (tenant_id, post_id, once_key) do nothing
  `.execute(tx.query)
  return Number(result.numAffectedRows ?? 0)
}

/** Those of these keys that a notice was given for. */
export async function findGivenKeys(
  tx: TenantTransaction,
  onceKeys: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ key: string }>`
    select distinct notice.once_key as key from notice
    where notice.tenant_id = ${tx.tenantId} and notice.once_key = any(${onceKeys}::text[])`.execute(tx.query)
  return new Set(rows.map(({ key }) => key))
}

/** Whether the latest mark of `notice` says done. */
export const isDone = sql<boolean>`coalesce((
  select mark.done from notice_mark as mark
  where mark.tenant_id = notice.tenant_id and mark.notice_id = notice.id order by mark.no desc limit 1), false)`

export type InboxNotice = Notice & { readonly programme: string | null }

/** The newest notices of these posts, at most `limit`; one statement. */
export async function listNotices(
  tx: TenantTransaction,
  postIds: readonly PostId[],
  { openOnly, limit }: { readonly openOnly: boolean; readonly limit: number },
): Promise<InboxNotice[]> {
  const { rows } = await sql<InboxNotice>`
    select notice.id, notice.post_id as "postId", notice.kind, notice.programme_id as "programmeId",
      programme.title as programme, notice.indicator_id as "indicatorId", notice.unit_id as "unitId", notice.month,
      notice.details, ${isDone} as done,
      to_char(notice.given_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "givenAt"
    from notice
      left join programme on programme.tenant_id = notice.tenant_id and programme.id = notice.programme_id
    where notice.tenant_id = ${tx.tenantId} and notice.post_id = any(${postIds}::uuid[])
      ${openOnly ? sql`and not ${isDone}` : sql``}
    order by notice.given_at desc, notice.id desc
    limit ${limit}
  `.execute(tx.query)
  return rows
}

/** How many lines of an inbox are open (domain/notice-line.ts: lineKeyOf). */
export async function countOpenLines(tx: TenantTransaction, postIds: readonly PostId[]): Promise<number> {
  const { rows } = await sql<{ open: number }>`
    select count(*)::integer as open from (
      select distinct notice.kind, notice.programme_id, notice.month, coalesce(notice.details ->> 'step', '')
      from notice
      where notice.tenant_id = ${tx.tenantId} and notice.post_id = any(${postIds}::uuid[]) and not ${isDone}
    ) as line
  `.execute(tx.query)
  return rows[0]?.open ?? 0
}

type Mark = { readonly done: boolean; readonly by: PersonId | null; readonly at: Date }

/** Marks those of the notices that belong to these posts and are not so marked already; how many that were. */
export function markNotices(
  tx: TenantTransaction,
  postIds: readonly PostId[],
  noticeIds: readonly NoticeId[],
  mark: Mark,
): Promise<number> {
  return insertMarks(
    tx,
    sql`notice.post_id = any(${postIds}::uuid[]) and notice.id = any(${noticeIds}::uuid[])`,
    mark,
  )
}

/** What notices are settled: all of these kinds that agree with everything else that is given. */
export type SettledCause = {
  readonly kinds: readonly NoticeKind[]
  readonly programmeId?: ProgrammeId
  readonly unitId?: UnitId
  readonly indicatorIds?: readonly IndicatorId[]
  readonly month?: Month
  /** Of which step a review waited for. */
  readonly step?: string
  /** The unit whose posts were told. */
  readonly toUnitId?: UnitId
  /** The order or instruction it is about. */
  readonly about?: string
}

export function settleNotices(
  tx: TenantTransaction,
  cause: SettledCause,
  mark: Omit<Mark, 'done'>,
): Promise<number> {
  const { kinds, programmeId, unitId, indicatorIds, month, step, toUnitId, about } = cause
  return insertMarks(
    tx,
    sql`notice.kind = any(${kinds}::text[])
      ${programmeId ? sql`and notice.programme_id = ${programmeId}` : sql``}
      ${unitId ? sql`and notice.unit_id = ${unitId}` : sql``}
      ${indicatorIds ? sql`and notice.indicator_id = any(${indicatorIds}::uuid[])` : sql``}
      ${month ? sql`and notice.month = ${month}` : sql``}
      ${step ? sql`and notice.details ->> 'step' = ${step}` : sql``}
      ${about ? sql`and notice.details ? 'about' and notice.details ->> 'about' = ${about}` : sql``}
      ${toUnitId ? sql`and exists (select from post where post.tenant_id = notice.tenant_id and post.id = notice.post_id and post.unit_id = ${toUnitId})` : sql``}`,
    { ...mark, done: true },
  )
}

async function insertMarks(
  tx: TenantTransaction,
  which: RawBuilder<unknown>,
  { done, by, at }: Mark,
): Promise<number> {
  const result = await sql`
    insert into notice_mark (tenant_id, notice_id, no, done, marked_by, marked_at)
    select notice.tenant_id, notice.id, 1 + coalesce((
        select max(mark.no) from notice_mark as mark
        where mark.tenant_id = notice.tenant_id and mark.notice_id = notice.id), 0),
      ${done}, ${by}::uuid, ${at}
    from notice
    where notice.tenant_id = ${tx.tenantId} and ${which} and ${isDone} <> ${done}
    on conflict do nothing
  `.execute(tx.query)
  return Number(result.numAffectedRows ?? 0)
}
