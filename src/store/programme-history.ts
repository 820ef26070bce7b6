/** What the lights of a programme follow from: one statement for every month of it. */
import { sql, type RawBuilder } from 'kysely'
import { closedDays, type DecidedClaim } from '../domain/acceptance/closing.ts'
import type {
  ApprovedMonth,
  ShareHistory,
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
import type { PlainDate } from '../domain/values/plain-date.ts'
import { quantityOf } from '../domain/values/quantity.ts'
import { claimsOfProgramme } from './decided-claims.ts'
import type { TenantTransaction } from './db.ts'
import { latestVersions } from './latest-versions.ts'
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

type Figure = Decimal | null
type CellKey = readonly [IndicatorId, UnitId]
/** The many of a cell under its key once: a year has 15,000 figures, and keys would be most of what is sent. */
type OfCell<Tuple> = readonly [...CellKey, readonly Tuple[]]

/**
 * Lists that stand apart and are put together here, by key: the database is spared joins of what it has just gathered,
 * which without statistics (a year's first day) it does row by row. Tuples, since there are thousands.
 */
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
  readonly shares: readonly (readonly [...CellKey, unit: string, Figure, Figure])[]
  readonly points: readonly OfCell<readonly [Month, Decimal, Figure]>[]
  readonly stages: readonly (readonly [...CellKey, stage: string, dueOn: PlainDate])[]
  readonly levels: readonly OfCell<readonly [Month, approvedVersion: number | null, Figure, Figure]>[]
  readonly statedStages: readonly (readonly [...CellKey, Month, version: number, stage: string])[]
  readonly corrections: readonly (readonly [...CellKey, Month, version: number, correctedIn: Month])[]
  readonly services: readonly (readonly [...CellKey, Month, Decimal, Decimal, Decimal])[]
  readonly claims: readonly DecidedClaim[]
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
  const { rows } = await sql<Omit<HistoryPage, 'history'> & { readonly flat: Flat; readonly beside: Beside }>`
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
        'points', ${listsOfCells(
          sql`month, ${figure('point.value')}, ${figure('point.denominator')}`,
          sql`plan join plan_point as point using (tenant_id, indicator_id, version)`,
        )},
        'stages', ${listOf(
          sql`indicator_id, unit_id, stage, due_on`,
          sql`plan join plan_stage using (tenant_id, indicator_id, version)`,
          sql`position`,
        )},
        'levels', ${listsOfCells(
          sql`month, approved_version, ${figure('approved')}, ${figure('approved_denominator')}`,
          sql`cell_standing where cell_standing.tenant_id = ${tx.tenantId} and cell_standing.programme_id = ${programmeId} ${ofOnly}`,
        )},
        'statedStages', ${listOf(
          sql`indicator_id, unit_id, month, version, stage`,
          sql`actual where actual.tenant_id = ${tx.tenantId} and actual.programme_id = ${programmeId} and stage is not null ${ofOnly}`,
          sql`month`,
        )},
        'corrections', ${listOf(
          sql`indicator_id, unit_id, month, version, date_trunc('month', submitted_at at time zone 'Asia/Shanghai')::date`,
          sql`actual where actual.tenant_id = ${tx.tenantId} and actual.programme_id = ${programmeId} and version > 1 ${ofOnly}`,
          sql`month`,
        )},
        'services', ${listOf(
          sql`indicator_id, unit_id, month, ${figure('served')}, ${figure('outages')}, ${figure('complaints')}`,
          sql`(${servicesStatement()}) as served`,
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

/** The same, one list a cell, its months in order. */
function listsOfCells(tuple: RawBuilder<unknown>, from: RawBuilder<unknown>) {
  return sql`(
    select coalesce(json_agg(json_build_array(indicator_id, unit_id, months)), '[]') from (
      select indicator_id, unit_id, json_agg(json_build_array(${tuple}) order by month) as months
      from ${from} group by indicator_id, unit_id) as by_cell)`
}

function figure(column: string) {
  return sql.raw(`trim_scale(${column})::text`)
}

/** What the accepted entries say of services: few, since only ledgers of services and of people served have them. */
function servicesStatement() {
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

function historyOf(flat: Flat): ProgrammeHistory {
  const { indicators, shares, points, stages, levels, statedStages, corrections, services, claims, ...head } =
    flat
  const closedOn = closedDays(claims)
  const pointsOf = listOfCell(points)
  const stagesOf = byCell(stages)
  const levelsOf = listOfCell(levels)
  const servicesOf = byCell(services)
  const stated = new Map(
    statedStages.map(([indicatorId, unitId, month, version, stage]) => [
      `${indicatorId} ${unitId} ${month} ${version}`,
      stage,
    ]),
  )
  const correctedIn = new Map(
    corrections.map(([indicatorId, unitId, month, version, when]) => [
      `${indicatorId} ${unitId} ${month} ${version}`,
      when,
    ]),
  )
  const cells = shares.map(([indicatorId, unitId, unit, value, denominator]) => {
    const key = `${indicatorId} ${unitId}`
    const own = levelsOf.get(key) ?? []
    const cell: ShareHistory = {
      unitId,
      unit,
      share: quantityOf(value, denominator),
      stages: (stagesOf.get(key) ?? []).map(([, , stage, dueOn]): PlannedStage => ({ stage, dueOn })),
      plan: (pointsOf.get(key) ?? []).map(([month, level, of]): MonthLevel => ({
        month,
        level: { value: level, denominator: of },
      })),
      approved: own.flatMap(([month, version, level, of]): ApprovedMonth[] =>
        version === null
          ? []
          : [
              {
                month,
                level: quantityOf(level, of),
                stage: stated.get(`${key} ${month} ${version}`) ?? null,
                correctedIn: correctedIn.get(`${key} ${month} ${version}`) ?? null,
              },
            ],
      ),
      reportedFor: own.map(([month]) => month),
      services: (servicesOf.get(key) ?? []).map(([, , month, served, outages, complaints]): ServiceMonth => ({
        month,
        served,
        outages,
        complaints,
      })),
    }
    return { indicatorId, cell }
  })
  const cellsOf = Map.groupBy(cells, ({ indicatorId }) => indicatorId)
  return {
    ...head,
    indicators: indicators.map(({ text, start, end, ...indicator }): IndicatorHistory => ({
      ...indicator,
      sentence: text.slice(start, end),
      closedOn: closedOn.get(indicator.id) ?? null,
      cells: (cellsOf.get(indicator.id) ?? []).map(({ cell }) => cell),
    })),
  }
}

function listOfCell<Tuple>(lists: readonly OfCell<Tuple>[]): ReadonlyMap<string, readonly Tuple[]> {
  return new Map(lists.map(([indicatorId, unitId, list]) => [`${indicatorId} ${unitId}`, list]))
}

function byCell<Tuple extends readonly [...CellKey, ...unknown[]]>(
  tuples: readonly Tuple[],
): Map<string, Tuple[]> {
  return Map.groupBy(tuples, ([indicatorId, unitId]) => `${indicatorId} ${unitId}`)
}
