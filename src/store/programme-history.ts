/** What the lights of a programme follow from: one statement for every month of it. */
import { sql, type RawBuilder } from 'kysely'
import type { ProgrammeHistory } from '../domain/light/history.ts'
import type { RecordedLightRules } from '../domain/light/light-rules.ts'
import type { LightScope, SubjectId } from '../domain/light/programme-lights.ts'
import type { LightClause } from '../domain/light/light-rules.ts'
import type { LightColour, LightLevel } from '../domain/light/light-level.ts'
import type { LightReason } from '../domain/light/light.ts'
import type { IndicatorId, ProgrammeId } from '../domain/values/ids.ts'
import type { Month } from '../domain/values/month.ts'
import { claimsOfProgramme } from './decided-claims.ts'
import type { TenantTransaction } from './db.ts'
import { historyOf, type FlatHistory } from './flat-history.ts'
import { latestVersions } from './latest-versions.ts'
import { monthsOfCells } from './months-of-cells.ts'
import { periodFactsOf, type PeriodFacts } from './period-facts.ts'
import { plansInForce } from './plan-in-force.ts'

/** A light as a frozen month published it. */
export type PublishedLight = {
  readonly month: Month
  readonly no: number
  readonly scope: LightScope
  readonly subjectId: SubjectId
  readonly level: LightLevel
  readonly clause: LightClause
  readonly reason: LightReason
  readonly colour: LightColour
}

export type HistoryPage = {
  readonly facts: PeriodFacts
  readonly lightRules: readonly RecordedLightRules[]
  readonly history: ProgrammeHistory
  /** The government's own programme of the year before, whose end teaches what its units make up for. */
  readonly yearBefore: ProgrammeId | null
  /** Of the latest freezing of the latest frozen month. */
  readonly published: readonly PublishedLight[]
}

/** Undefined without a programme. One statement. */
export function findHistory(
  tx: TenantTransaction,
  programmeId: ProgrammeId,
): Promise<HistoryPage | undefined> {
  return findHistoryBeside(tx, programmeId, sql<null>`null`)
}

/**
 * The same with what else a screen shows, in the same statement: an expression in which `programme` and the relations
 * `plan`, `share`, `indicator_now` and `task_now` can be named. With `only`, the history is of that promise and its units alone:
 * who claims or accepts one has no need of a year of all the others.
 */
export async function findHistoryBeside<Beside>(
  tx: TenantTransaction,
  programmeId: ProgrammeId,
  beside: RawBuilder<Beside>,
  only?: IndicatorId,
): Promise<(HistoryPage & { readonly beside: Beside }) | undefined> {
  const ofOnly = only === undefined ? sql`` : sql`and indicator_id = ${only}::uuid`
  const { rows } = await sql<
    Omit<HistoryPage, 'history'> & { readonly flat: FlatHistory; readonly beside: Beside }
  >`
    with plan as materialized (select * from (${plansInForce(tx, programmeId)}) as in_force where true ${ofOnly}),
      share as materialized (
        select plan_share.*, plan.lead_unit_id from plan
          join plan_share on plan_share.tenant_id = plan.tenant_id and plan_share.indicator_id = plan.indicator_id
            and plan_share.version = plan.version),
      indicator_now as materialized (
        select * from (${latestVersions(tx, programmeId, 'indicator')}) as latest where true ${ofOnly}),
      task_now as materialized (${latestVersions(tx, programmeId, 'task')}),
      project_now as materialized (${latestVersions(tx, programmeId, 'project')}),
      unit_now as (
        select distinct unit.id, unit.name from unit
          join (select unit_id as id from share union select lead_unit_id from share) as named on named.id = unit.id
        where unit.tenant_id = ${tx.tenantId})
    select ${periodFactsOf(tx)} as facts,
      coalesce((
        select json_agg(json_build_object('no', no, 'fromMonth', from_month, 'rules', rules) order by no)
        from light_rule where light_rule.tenant_id = programme.tenant_id), '[]') as "lightRules",
      json_build_object('id', programme.id, 'title', programme.title, 'year', programme.year,
        'projects', (select json_agg(json_build_object('id', project_id, 'no', no, 'name', name) order by position)
          from project_now where not withdrawn),
        'tasks', (select json_agg(json_build_object('id', task_id, 'projectId', project_id, 'no', no, 'leaders', coalesce((
            select json_agg(json_build_object('postId', post_id, 'name', printed_name) order by task_duty.position)
            from task_duty
            where task_duty.tenant_id = task_now.tenant_id and task_duty.task_id = task_now.task_id
              and task_duty.amendment_no = task_now.amendment_no and duty = 'leader'), '[]')) order by position)
          from task_now where not withdrawn),
        'units', coalesce((select json_agg(json_build_object('id', id, 'name', name) order by name collate "zh-x-icu") from unit_now), '[]'),
        'indicators', (select coalesce(json_agg(json_build_object(
            'id', indicator.indicator_id, 'taskId', indicator.task_id, 'text', task.text, 'start', indicator.span_start,
            'end', indicator.span_end, 'leadUnitId', plan.lead_unit_id,
            'target', json_build_object(
              'kind', indicator.kind, 'action', indicator.action, 'object', indicator.object, 'comparator', indicator.comparator,
              'value', trim_scale(indicator.value)::text, 'valueMax', trim_scale(indicator.value_max)::text,
              'unit', indicator.unit_of_measure, 'deadline', coalesce(indicator.deadline, task.deadline), 'ledger', indicator.ledger)
          ) order by project.position, task.position, indicator.span_start, indicator.position), '[]')
          from indicator_now as indicator
            join task_now as task on task.task_id = indicator.task_id
            join project_now as project on project.project_id = task.project_id
            left join plan on plan.indicator_id = indicator.indicator_id
          where not indicator.withdrawn),
        'shares', ${listOf(
          sql`share.indicator_id, share.unit_id, unit.name, ${figure('share.value')}, ${figure('share.denominator')}`,
          sql`share join unit on unit.tenant_id = share.tenant_id and unit.id = share.unit_id`,
          sql`share.position, share.unit_id`,
        )},
        'points', ${monthsOfCells(
          [sql`month`, sql`trim_scale(point.value)`, sql`trim_scale(point.denominator)`],
          sql`plan join plan_point as point using (tenant_id, indicator_id, version)`,
        )},
        'stages', ${listOf(
          sql`indicator_id, unit_id, stage, due_on`,
          sql`plan join plan_stage using (tenant_id, indicator_id, version)`,
          sql`position`,
        )},
        'levels', ${monthsOfCells(
          [
            sql`month`,
            sql`approved_version`,
            sql`trim_scale(approved)`,
            sql`trim_scale(approved_denominator)`,
          ],
          sql`cell_standing where cell_standing.tenant_id = ${tx.tenantId} and cell_standing.programme_id = ${programmeId} ${ofOnly}`,
        )},
        'reports', ${listOf(
          sql`indicator_id, unit_id, month, version, stage,
            case when version > 1 then date_trunc('month', submitted_at at time zone 'Asia/Shanghai')::date end`,
          sql`actual where actual.tenant_id = ${tx.tenantId} and actual.programme_id = ${programmeId}
            and (stage is not null or version > 1) ${ofOnly}`,
          sql`month`,
        )},
        'services', ${listOf(
          sql`indicator_id, unit_id, month, ${figure('accepted_counts')}, ${figure('accepted_outages')}, ${figure('accepted_complaints')}`,
          sql`(${servicesStatement(tx)}) as service`,
          sql`month`,
        )},
        'claims', ${claimsOfProgramme}
      ) as flat,
      (select before.id from programme as before
        where before.tenant_id = programme.tenant_id and before.year = programme.year - 1 and before.share_of is null
        order by before.adopted_at desc limit 1) as "yearBefore",
      coalesce((
        select json_agg(json_build_object('month', light.month, 'no', light.freeze_no, 'scope', light.scope,
          'subjectId', light.subject_id, 'level', light.level, 'clause', light.clause, 'reason', light.reason, 'colour', light.colour))
        from published_light as light
        where light.tenant_id = programme.tenant_id and light.programme_id = programme.id
          and (light.month, light.freeze_no) = (
            select month, no from month_freeze
            where month_freeze.tenant_id = programme.tenant_id and month_freeze.programme_id = programme.id
            order by month desc, no desc limit 1)), '[]') as published,
      ${beside} as beside
    from programme
    where programme.tenant_id = ${tx.tenantId} and programme.id = ${programmeId}
  `.execute(tx.query)
  if (!rows[0]) return undefined
  const { flat, ...page } = rows[0]
  return { ...page, history: historyOf(flat) }
}

/** A JSON array of tuples. */
function listOf(tuple: RawBuilder<unknown>, from: RawBuilder<unknown>, order: RawBuilder<unknown>) {
  return sql`(select coalesce(json_agg(json_build_array(${tuple}) order by ${order}), '[]') from ${from})`
}

function figure(column: string) {
  return sql.raw(`trim_scale(${column})::text`)
}

/** What the accepted entries say of services: what their ledgers add up to. */
function servicesStatement(tx: TenantTransaction) {
  return sql`
    select tally.indicator_id, tally.unit_id, tally.month, tally.accepted_counts, tally.accepted_outages, tally.accepted_complaints
    from indicator_now
      join entry_tally as tally on tally.tenant_id = ${tx.tenantId} and tally.indicator_id = indicator_now.indicator_id
    where indicator_now.ledger in ('volumes', 'beneficiaries') and indicator_now.kind in ('service', 'entitlement', 'activity')
      and tally.accepted_entries > 0`
}
