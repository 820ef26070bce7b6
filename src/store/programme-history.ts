/** What the lights of a programme follow from: one statement for every month of it. */
import { sql } from 'kysely'
import type {
  ApprovedMonth,
  CellHistory,
  IndicatorHistory,
  MonthLevel,
  ProgrammeHistory,
  ServiceMonth,
} from '../domain/light/history.ts'
import type { RecordedLightRules } from '../domain/light/light-rules.ts'
import type { LightScope, SubjectId } from '../domain/light/programme-lights.ts'
import type { LightClause } from '../domain/light/light-rules.ts'
import type { LightColour, LightLevel } from '../domain/light/light-level.ts'
import type { LightReason } from '../domain/light/light.ts'
import type { Target } from '../domain/programme/target.ts'
import type { PlannedStage } from '../domain/reporting/actual.ts'
import type { Decimal } from '../domain/values/decimal.ts'
import type { IndicatorId, ProgrammeId, TaskId, UnitId } from '../domain/values/ids.ts'
import type { Month } from '../domain/values/month.ts'
import { quantityOf, type Quantity } from '../domain/values/quantity.ts'
import type { TenantTransaction } from './db.ts'
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
  /** Of the latest freezing of the latest frozen month. */
  readonly published: readonly PublishedLight[]
}

type Figure = Decimal | null
type Flat = Omit<ProgrammeHistory, 'indicators'> & {
  readonly indicators: readonly {
    readonly id: IndicatorId
    readonly taskId: TaskId
    readonly text: string
    readonly start: number
    readonly end: number
    readonly target: Target
    readonly leadUnitId: UnitId | null
  }[]
  readonly shares: readonly {
    readonly indicatorId: IndicatorId
    readonly unitId: UnitId
    readonly unit: string
    readonly share: Quantity | null
    readonly stages: readonly PlannedStage[]
    /** Tuples, since there are twelve of each for every share. */
    readonly points: readonly (readonly [Month, Decimal, Figure])[]
    readonly levels: readonly (readonly [Month, boolean, Figure, Figure, string | null])[]
    readonly services: readonly (readonly [Month, Decimal, Decimal, Decimal])[]
  }[]
}

/** Undefined without a programme. One statement. */
export async function findHistory(
  tx: TenantTransaction,
  programmeId: ProgrammeId,
): Promise<HistoryPage | undefined> {
  const latest = (noun: 'project' | 'task' | 'indicator') => {
    const key = sql.ref(`${noun}_id`)
    return sql`
      select distinct on (${key}) * from ${sql.table(`${noun}_version`)}
      where tenant_id = ${tx.tenantId} and programme_id = ${programmeId}
      order by ${key}, amendment_no desc`
  }
  const { rows } = await sql<{
    facts: PeriodFacts
    lightRules: RecordedLightRules[]
    flat: Flat
    published: PublishedLight[]
  }>`
    with plan as materialized (${plansInForce(tx, programmeId)}),
      share as materialized (
        select plan_share.*, plan.lead_unit_id from plan
          join plan_share on plan_share.tenant_id = plan.tenant_id and plan_share.indicator_id = plan.indicator_id
            and plan_share.version = plan.version),
      points as (
        select indicator_id, unit_id, json_agg(json_build_array(
          month, trim_scale(point.value)::text, trim_scale(point.denominator)::text) order by month) as list
        from plan join plan_point as point using (tenant_id, indicator_id, version)
        group by indicator_id, unit_id),
      stages as (
        select indicator_id, unit_id, json_agg(json_build_object('stage', stage, 'dueOn', due_on) order by position) as list
        from plan join plan_stage using (tenant_id, indicator_id, version)
        group by indicator_id, unit_id),
      levels as (
        select standing.indicator_id, standing.unit_id, json_agg(json_build_array(
          standing.month, standing.approved_version is not null, trim_scale(standing.approved)::text,
          trim_scale(standing.approved_denominator)::text, actual.stage) order by standing.month) as list
        from cell_standing as standing
          left join actual on actual.tenant_id = standing.tenant_id and actual.indicator_id = standing.indicator_id
            and actual.unit_id = standing.unit_id and actual.month = standing.month
            and actual.version = standing.approved_version and actual.stage is not null
        where standing.tenant_id = ${tx.tenantId} and standing.programme_id = ${programmeId}
        group by standing.indicator_id, standing.unit_id),
      indicator_now as materialized (${latest('indicator')}),
      services as (
        select indicator_id, unit_id, json_agg(json_build_array(
          month, trim_scale(served)::text, trim_scale(outages)::text, trim_scale(complaints)::text) order by month) as list
        from (${servicesOf()}) as served group by indicator_id, unit_id),
      task_now as materialized (${latest('task')}),
      project_now as (${latest('project')}),
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
              'unit', indicator.unit_of_measure, 'deadline', indicator.deadline, 'ledger', indicator.ledger)
          ) order by task.position, indicator.span_start, indicator.position), '[]')
          from indicator_now as indicator
            join task_now as task on task.task_id = indicator.task_id
            left join plan on plan.indicator_id = indicator.indicator_id
          where not indicator.withdrawn),
        'shares', (select coalesce(json_agg(json_build_object(
            'indicatorId', share.indicator_id, 'unitId', share.unit_id, 'unit', unit.name,
            'share', case when share.value is not null then json_build_object(
              'value', trim_scale(share.value)::text, 'denominator', trim_scale(share.denominator)::text) end,
            'stages', coalesce(stages.list, '[]'), 'points', coalesce(points.list, '[]'),
            'levels', coalesce(levels.list, '[]'), 'services', coalesce(services.list, '[]')
          ) order by share.position, share.unit_id), '[]')
          from share
            join unit on unit.tenant_id = share.tenant_id and unit.id = share.unit_id
            left join points using (indicator_id, unit_id)
            left join stages using (indicator_id, unit_id)
            left join levels using (indicator_id, unit_id)
            left join services using (indicator_id, unit_id))
      ) as flat,
      coalesce((
        select json_agg(json_build_object('month', light.month, 'no', light.freeze_no, 'scope', light.scope,
          'subjectId', light.subject_id, 'level', light.level, 'clause', light.clause, 'reason', light.reason, 'colour', light.colour))
        from published_light as light
        where light.tenant_id = programme.tenant_id and light.programme_id = programme.id
          and (light.month, light.freeze_no) = (
            select month, no from month_freeze
            where month_freeze.tenant_id = programme.tenant_id and month_freeze.programme_id = programme.id
            order by month desc, no desc limit 1)), '[]') as published
    from programme
    where programme.tenant_id = ${tx.tenantId} and programme.id = ${programmeId}
  `.execute(tx.query)
  const row = rows[0]
  return row && { ...row, history: historyOf(row.flat) }
}

/** What the accepted entries say of services: few, since only ledgers of services and of people served have them. */
function servicesOf() {
  return sql`
    select entry.indicator_id, entry.unit_id, entry.month, sum(entry.counts) as served,
      coalesce(sum(entry.outages), 0) as outages, coalesce(sum(entry.complaints), 0) as complaints
    from indicator_now
      join entry on entry.tenant_id = indicator_now.tenant_id and entry.indicator_id = indicator_now.indicator_id
      cross join lateral (
        select decision from entry_decision
        where entry_decision.tenant_id = entry.tenant_id and entry_decision.entry_id = entry.id
        order by no desc limit 1) as said
    where indicator_now.ledger in ('volumes', 'beneficiaries') and indicator_now.kind in ('service', 'entitlement', 'activity')
      and said.decision = 'accept'
    group by entry.indicator_id, entry.unit_id, entry.month`
}

function historyOf({ indicators, shares, ...head }: Flat): ProgrammeHistory {
  const sharesOf = Map.groupBy(shares, ({ indicatorId }) => indicatorId)
  return {
    ...head,
    indicators: indicators.map(({ text, start, end, ...indicator }): IndicatorHistory => ({
      ...indicator,
      sentence: text.slice(start, end),
      cells: (sharesOf.get(indicator.id) ?? []).map(cellOf),
    })),
  }
}

function cellOf({ points, levels, services, ...share }: Flat['shares'][number]): CellHistory {
  const { unitId, unit, stages } = share
  return {
    unitId,
    unit,
    share: share.share,
    stages,
    plan: points.map(([month, value, denominator]): MonthLevel => ({ month, level: { value, denominator } })),
    approved: levels
      .filter(([, isApproved]) => isApproved)
      .map(([month, , value, denominator, stage]): ApprovedMonth => ({
        month,
        level: quantityOf(value, denominator),
        stage,
      })),
    reportedFor: levels.map(([month]) => month),
    services: services.map(([month, served, outages, complaints]): ServiceMonth => ({
      month,
      served,
      outages,
      complaints,
    })),
  }
}
