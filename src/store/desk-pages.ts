/** What the office's desk and a leader's page read: the programme's history and what waits, in one statement each. */
import { sql, type RawBuilder } from 'kysely'
import { deskActions, type DeskFacts } from '../domain/desk/desk-facts.ts'
import type { Notice } from '../domain/duty/notice.ts'
import type { ProgrammeId } from '../domain/values/ids.ts'
import type { TenantTransaction } from './db.ts'
import { instant } from './instant.ts'
import { isDone } from './notices.ts'
import { instructionsWaiting, openOrdersOf } from './order-pages.ts'
import { wordOnShare } from './plan-word.ts'
import { findHistoryBeside, type HistoryPage } from './programme-history.ts'

/** So many of the latest rows of the log are looked at for what changed: a day of a city's work is some hundreds. */
const lookedAtRows = 5000

export type DeskPage = HistoryPage & { readonly desk: DeskFacts }

/** `since` bounds what is told as changed. Undefined without a programme. */
export async function findDesk(
  tx: TenantTransaction,
  programmeId: ProgrammeId,
  since: Date,
): Promise<DeskPage | undefined> {
  const page = await findHistoryBeside(
    tx,
    programmeId,
    sql<DeskFacts>`(
    with word as materialized (${wordsOnShares(tx)})
    select json_build_object(
      'changes', (${changesStatement(tx, programmeId, since)}),
      'toSign', ${listOf(
        sql`'unitId', waiting.unit_id, 'unit', waiting.unit, 'count', waiting.count`,
        sql`(select unit_id, unit, count(*)::integer as count from word where decision is null group by unit_id, unit) as waiting`,
        sql`waiting.count desc, waiting.unit collate "zh-x-icu"`,
      )},
      'objections', ${objections},
      'toConsent', (${consentsStatement(tx, programmeId)}),
      'standings', ${listOf(
        sql`'month', month, 'state', state, 'count', count`,
        sql`(
          select month, state, count(*)::integer as count from cell_standing
          where cell_standing.tenant_id = ${tx.tenantId} and cell_standing.programme_id = ${programmeId} and state <> 'approved'
          group by month, state) as standing`,
        sql`month, state`,
      )},
      'entriesWaiting', ${listOf(
        sql`'unitId', waiting.unit_id, 'unit', unit.name, 'count', waiting.count`,
        sql`(
          select indicator.tenant_id, tally.unit_id, sum(tally.waiting_entries)::integer as count from indicator
            join entry_tally as tally on tally.tenant_id = indicator.tenant_id and tally.indicator_id = indicator.id
          where indicator.tenant_id = ${tx.tenantId} and indicator.programme_id = ${programmeId} and tally.waiting_entries > 0
          group by indicator.tenant_id, tally.unit_id) as waiting
          join unit on unit.tenant_id = waiting.tenant_id and unit.id = waiting.unit_id`,
        sql`waiting.count desc, unit.name collate "zh-x-icu"`,
      )},
      'frozen', (
        select coalesce(json_agg(distinct month), '[]') from month_freeze
        where month_freeze.tenant_id = ${tx.tenantId} and month_freeze.programme_id = ${programmeId}),
      'doubts', (${doubtsStatement(tx, programmeId)}),
      'problems', (${problemsStatement(tx, programmeId)}),
      'orders', ${openOrdersOf(tx, programmeId)},
      'instructions', ${instructionsWaiting(tx, programmeId)}))`,
  )
  return page && { ...page, desk: page.beside }
}

/** What a leader is to look at beside the lights. */
export type LeaderFacts = Pick<DeskFacts, 'objections' | 'problems'> & {
  /** To the posts of all leaders, not done yet; newest first. */
  readonly notices: readonly Notice[]
}
export type LeaderPage = HistoryPage & { readonly leader: LeaderFacts }

/** For any of the leaders of a programme: whose promises they are is read from its history. */
export async function findLeaderPage(
  tx: TenantTransaction,
  programmeId: ProgrammeId,
): Promise<LeaderPage | undefined> {
  const page = await findHistoryBeside(
    tx,
    programmeId,
    sql<LeaderFacts>`(
    with word as materialized (${wordsOnShares(tx)})
    select json_build_object(
      'objections', ${objections},
      'problems', (${problemsStatement(tx, programmeId)}),
      'notices', ${listOf(
        sql`'id', notice.id, 'postId', notice.post_id, 'kind', notice.kind, 'programmeId', notice.programme_id,
          'indicatorId', notice.indicator_id, 'unitId', notice.unit_id, 'month', notice.month, 'details', notice.details,
          'done', false, 'givenAt', ${instant('notice.given_at')}`,
        sql`notice join post on post.tenant_id = notice.tenant_id and post.id = notice.post_id and post.role = 'leader'
          where notice.tenant_id = ${tx.tenantId} and notice.programme_id = ${programmeId} and not ${isDone}`,
        sql`notice.given_at desc, notice.id desc`,
      )}))`,
  )
  return page && { ...page, leader: page.beside }
}

/** A JSON array of objects. */
function listOf(fields: RawBuilder<unknown>, from: RawBuilder<unknown>, order: RawBuilder<unknown>) {
  return sql`(select coalesce(json_agg(json_build_object(${fields}) order by ${order}), '[]') from ${from})`
}

/** What each unit last said to its share in force, beside the relations of the history; null where it has not. */
function wordsOnShares(tx: TenantTransaction) {
  return sql`
    select share.indicator_id, share.unit_id, unit.name as unit, said.decision, said.reason
    from share
      join indicator_now as indicator on indicator.indicator_id = share.indicator_id and not indicator.withdrawn
      join unit on unit.tenant_id = share.tenant_id and unit.id = share.unit_id
      left join lateral (${wordOnShare(tx)}) as said on true`
}

const objections = listOf(
  sql`'indicatorId', word.indicator_id, 'unitId', word.unit_id, 'unit', word.unit, 'reason', word.reason`,
  sql`word where word.decision = 'object'`,
  sql`word.unit collate "zh-x-icu", word.indicator_id`,
)

function consentsStatement(tx: TenantTransaction, programmeId: ProgrammeId) {
  return sql`
    select coalesce(json_agg(latest.indicator_id), '[]') from (
        select distinct on (plan_version.indicator_id) plan_version.* from plan_version
        where plan_version.tenant_id = ${tx.tenantId} and plan_version.programme_id = ${programmeId}
        order by plan_version.indicator_id, plan_version.version desc) as latest
      left join plan_consent as consent on consent.tenant_id = latest.tenant_id
        and consent.indicator_id = latest.indicator_id and consent.version = latest.version
    where latest.needs_consent and consent.version is null`
}

/** As each unit's latest report of a promise has it; what an earlier month complained of may be over. */
function problemsStatement(tx: TenantTransaction, programmeId: ProgrammeId) {
  return listOf(
    sql`'indicatorId', latest.indicator_id, 'unitId', latest.unit_id, 'unit', unit.name, 'month', latest.month,
      'problem', latest.problem, 'nextStep', latest.next_step`,
    sql`actual as latest
      join unit on unit.tenant_id = latest.tenant_id and unit.id = latest.unit_id
      where latest.tenant_id = ${tx.tenantId} and latest.programme_id = ${programmeId} and latest.problem is not null
        and not exists (
          select from actual as later
          where later.tenant_id = ${tx.tenantId} and later.indicator_id = latest.indicator_id and later.unit_id = latest.unit_id
            and (later.month, later.version) > (latest.month, latest.version))`,
    sql`latest.month desc, unit.name collate "zh-x-icu", latest.indicator_id`,
  )
}

function doubtsStatement(tx: TenantTransaction, programmeId: ProgrammeId) {
  return listOf(
    sql`'indicatorId', doubt.indicator_id, 'unitId', doubt.unit_id, 'unit', unit.name, 'month', doubt.month,
      'kinds', doubt.kinds, 'count', doubt.count, 'entryId', doubt.entry_id`,
    sql`(
      select suspicion.tenant_id, suspicion.indicator_id, suspicion.unit_id, suspicion.month,
        json_agg(distinct suspicion.kind) as kinds, count(*)::integer as count,
        (array_agg(suspicion.entry_id order by suspicion.found_at, suspicion.id) filter (where suspicion.entry_id is not null))[1] as entry_id
      from indicator
        join suspicion on suspicion.tenant_id = indicator.tenant_id and suspicion.indicator_id = indicator.id
        left join suspicion_ruling as ruling on ruling.tenant_id = suspicion.tenant_id and ruling.suspicion_id = suspicion.id
      where indicator.tenant_id = ${tx.tenantId} and indicator.programme_id = ${programmeId} and ruling.no is null
      group by suspicion.tenant_id, suspicion.indicator_id, suspicion.unit_id, suspicion.month) as doubt
      join unit on unit.tenant_id = doubt.tenant_id and unit.id = doubt.unit_id`,
    sql`doubt.count desc, doubt.month, unit.name collate "zh-x-icu", doubt.indicator_id`,
  )
}

/** From the log, whose numbers are in the order of time: rows are taken from its end, so that no year of work is read. */
function changesStatement(tx: TenantTransaction, programmeId: ProgrammeId, since: Date) {
  return listOf(
    sql`'action', change.action, 'unitId', change.unit_id, 'unit', unit.name, 'month', change.month, 'step', change.step,
      'indicatorId', change.indicator_id, 'count', change.count, 'at', ${instant('change.at')}`,
    sql`(
      select tenant_id, action, unit_id, month, step, sum(count)::integer as count, max(logged_at) as at,
        case when count(distinct indicator_id) = 1 then (array_agg(indicator_id))[1] end as indicator_id
      from (${actsStatement(tx, programmeId, since)}) as act
      group by tenant_id, action, unit_id, month, step) as change
      left join unit on unit.tenant_id = change.tenant_id and unit.id = change.unit_id`,
    sql`change.at desc, change.action`,
  )
}

function actsStatement(tx: TenantTransaction, programmeId: ProgrammeId, since: Date) {
  const details = (path: string) => sql.raw(`(entry.details #>> '{${path}}')`)
  return sql`
    select act.* from (
      select entry.tenant_id, entry.action, entry.logged_at,
        case when entry.action = 'actual.submit' then entry.subject_id
          else coalesce(${details('unitId')}, ${details('cell,unitId')}, ${details('leadUnitId')})::uuid end as unit_id,
        coalesce(${details('month')}, ${details('cell,month')}) as month, ${details('step')} as step,
        case when entry.subject_kind = 'indicator' then entry.subject_id
          else coalesce(${details('indicatorId')}, ${details('cell,indicatorId')})::uuid end as indicator_id,
        case when entry.subject_kind = 'programme' then entry.subject_id else ${details('programmeId')}::uuid end as programme_id,
        coalesce(jsonb_array_length(entry.details -> 'cells'), ${details('added')}::integer, 1) as count
      from log_entry as entry
      where entry.tenant_id = ${tx.tenantId}
        and entry.seq > (select last_seq from log_head where log_head.tenant_id = ${tx.tenantId}) - ${lookedAtRows}::integer
        and entry.logged_at >= ${since} and entry.action = any(${deskActions}::text[])) as act
      left join indicator on indicator.tenant_id = act.tenant_id and indicator.id = act.indicator_id
    where coalesce(act.programme_id, indicator.programme_id) = ${programmeId}`
}
