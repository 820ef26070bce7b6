/** What the ledger screens read: one screen, one query. */
import { sql, type RawBuilder } from 'kysely'
import type { EntryPosition } from '../domain/ledger/entry-position.ts'
import type { Decimal } from '../domain/values/decimal.ts'
import type { EntryId, IndicatorId, ProgrammeId, UnitId } from '../domain/values/ids.ts'
import type { Month } from '../domain/values/month.ts'
import type { PlainDate } from '../domain/values/plain-date.ts'
import type { EntryDecision, EntryState } from '../domain/ledger/tally.ts'
import type { Target } from '../domain/programme/target.ts'
import type { TenantTransaction } from './db.ts'
import { instant } from './instant.ts'
import { latestVersions } from './latest-versions.ts'
import { latestDecision, stateOfEntry } from './entries.ts'
import { plansInForce } from './plan-in-force.ts'
import { standsIn } from './stand-in.ts'

export type Figure = { readonly value: Decimal; readonly denominator: Decimal | null }

/** What entries of a ledger add up to. */
export type LedgerSum = {
  readonly acceptedEntries: number
  readonly accepted: Decimal
  readonly acceptedDenominator: Decimal
  readonly waitingEntries: number
  readonly waiting: Decimal
  readonly waitingDenominator: Decimal
}

export type LedgerRow = {
  readonly indicatorId: IndicatorId
  readonly taskNo: string
  readonly project: string
  readonly target: Target
  readonly leadUnit: string
  /** Of the units asked for together; null where a promise has no figure to share. */
  readonly share: Figure | null
  readonly sum: LedgerSum
  /** The latest figure that a unit stated for itself; null with several units, or where none did. */
  readonly stated: Figure | null
}

export type LedgersPage = {
  readonly programme: { readonly id: ProgrammeId; readonly title: string; readonly year: number }
  /** Units with shares in the plans in force. */
  readonly units: readonly { readonly id: UnitId; readonly name: string }[]
  readonly ledgers: readonly LedgerRow[]
}

const figure = (value: string, denominator: string) =>
  sql.raw(
    `case when ${value} is not null then json_build_object('value', trim_scale(${value})::text, 'denominator', trim_scale(${denominator})::text) end`,
  )
const target = sql`json_build_object(
  'kind', indicator.kind, 'action', indicator.action, 'object', indicator.object, 'comparator', indicator.comparator,
  'value', trim_scale(indicator.value)::text, 'valueMax', trim_scale(indicator.value_max)::text,
  'unit', indicator.unit_of_measure, 'deadline', indicator.deadline, 'ledger', indicator.ledger)`
const ledgerSum = sql`json_build_object(
  'acceptedEntries', coalesce(tally.accepted_entries, 0), 'accepted', trim_scale(coalesce(tally.accepted_counts, 0))::text,
  'acceptedDenominator', trim_scale(coalesce(tally.accepted_denominator, 0))::text,
  'waitingEntries', coalesce(tally.waiting_entries, 0), 'waiting', trim_scale(coalesce(tally.waiting_counts, 0))::text,
  'waitingDenominator', trim_scale(coalesce(tally.waiting_denominator, 0))::text)`

/** The sum of the tallies of an indicator, of one unit or of all. */
function tallyOf(tx: TenantTransaction, indicator: RawBuilder<unknown>, unitId: UnitId | null) {
  return sql`
    select sum(accepted_entries)::integer as accepted_entries, sum(accepted_counts) as accepted_counts,
      sum(accepted_denominator) as accepted_denominator, sum(waiting_entries)::integer as waiting_entries,
      sum(waiting_counts) as waiting_counts, sum(waiting_denominator) as waiting_denominator
    from entry_tally
    where entry_tally.tenant_id = ${tx.tenantId} and entry_tally.indicator_id = ${indicator}
      and (${unitId}::uuid is null or entry_tally.unit_id = ${unitId}::uuid)`
}

/** The ledgers of the promises that a unit, or any, has a share of. Undefined without a programme. One statement. */
export async function findLedgers(
  tx: TenantTransaction,
  programmeId: ProgrammeId,
  unitId: UnitId | null,
): Promise<LedgersPage | undefined> {
  const { rows } = await sql<LedgersPage>`
    with plan as materialized (${plansInForce(tx, programmeId)}),
      share as materialized (
        select plan_share.* from plan_share
          join plan on plan.tenant_id = plan_share.tenant_id and plan.indicator_id = plan_share.indicator_id
            and plan.version = plan_share.version),
      shared as materialized (
        select indicator_id, sum(value) as value, sum(denominator) as denominator
        from share where ${unitId}::uuid is null or unit_id = ${unitId}::uuid group by indicator_id),
      indicator_now as materialized (${latestVersions(tx, programmeId, 'indicator')}),
      task_now as materialized (${latestVersions(tx, programmeId, 'task')}),
      project_now as materialized (${latestVersions(tx, programmeId, 'project')})
    select json_build_object('id', programme.id, 'title', programme.title, 'year', programme.year) as programme,
      coalesce((
        select json_agg(json_build_object('id', unit.id, 'name', unit.name) order by unit.name collate "zh-x-icu")
        from unit where unit.tenant_id = ${tx.tenantId} and unit.id in (select unit_id from share)), '[]') as units,
      coalesce((
        select json_agg(json_build_object(
          'indicatorId', indicator.indicator_id, 'taskNo', task.no, 'project', project.name, 'target', ${target},
          'leadUnit', lead_unit.name, 'share', ${figure('shared.value', 'shared.denominator')}, 'sum', ${ledgerSum},
          'stated', ${figure('standing.stated', 'standing.stated_denominator')}
        ) order by project.position, task.position, indicator.span_start, indicator.position)
        from plan
          join indicator_now as indicator on indicator.indicator_id = plan.indicator_id and not indicator.withdrawn
          join task_now as task on task.task_id = indicator.task_id
          join project_now as project on project.project_id = task.project_id
          join unit as lead_unit on lead_unit.tenant_id = plan.tenant_id and lead_unit.id = plan.lead_unit_id
          join shared on shared.indicator_id = plan.indicator_id
          left join lateral (${tallyOf(tx, sql.ref('plan.indicator_id'), unitId)}) as tally on true
          left join lateral (
            select stated, stated_denominator from cell_standing
            where cell_standing.tenant_id = plan.tenant_id and cell_standing.indicator_id = plan.indicator_id
              and cell_standing.unit_id = ${unitId}::uuid
            order by cell_standing.month desc limit 1
          ) as standing on true
      ), '[]') as ledgers
    from programme
    where programme.tenant_id = ${tx.tenantId} and programme.id = ${programmeId}
  `.execute(tx.query)
  return rows[0]
}

export type EntryFilter = {
  readonly unitId: UnitId | null
  readonly month: Month | null
  readonly state: EntryState | null
  readonly district: string | null
  /** Part of a name, place, identifier or certificate. */
  readonly text: string | null
  /** The last entry of the page before. */
  readonly before: EntryId | null
}

export type ListedEntry = {
  readonly id: EntryId
  readonly unitId: UnitId
  readonly unit: string
  readonly month: Month
  readonly name: string | null
  readonly place: string | null
  readonly district: string | null
  readonly identifier: string | null
  readonly doneOn: PlainDate | null
  readonly stage: string | null
  readonly certificate: string | null
  readonly sourceSystem: string | null
  readonly counts: Decimal
  readonly denominator: Decimal | null
  readonly beneficiaries: Decimal | null
  readonly outages: Decimal | null
  readonly complaints: Decimal | null
  readonly position: EntryPosition | null
  readonly state: EntryState
  readonly replaces: EntryId | null
  readonly enteredBy: string
  readonly enteredAt: string
}

export type LedgerPage = {
  readonly programme: { readonly id: ProgrammeId; readonly title: string; readonly year: number }
  readonly indicatorId: IndicatorId
  readonly taskNo: string
  readonly target: Target
  readonly leadUnit: { readonly id: UnitId; readonly name: string } | null
  readonly share: Figure | null
  readonly sum: LedgerSum
  readonly stated: Figure | null
  /** Units with a share, and a milestone's stages as planned for each. */
  readonly units: readonly {
    readonly id: UnitId
    readonly name: string
    readonly stages: readonly string[]
  }[]
  readonly frozen: readonly Month[]
  readonly districts: readonly string[]
  /** How many the filter finds, counted up to `countedTo`. */
  readonly found: number
  readonly entries: readonly ListedEntry[]
}

export const entriesOnPage = 50
export const countedTo = 10_000

/** A page of a promise's ledger. Undefined where there is no such promise in the programme. One statement. */
export async function findLedger(
  tx: TenantTransaction,
  programmeId: ProgrammeId,
  indicatorId: IndicatorId,
  filter: EntryFilter,
): Promise<LedgerPage | undefined> {
  const { rows } = await sql<LedgerPage>`
    with plan as (
        select * from (${plansInForce(tx, programmeId)}) as any_plan where indicator_id = ${indicatorId}),
      share as (
        select plan_share.* from plan_share
          join plan on plan.tenant_id = plan_share.tenant_id and plan.indicator_id = plan_share.indicator_id
            and plan.version = plan_share.version)
    select json_build_object('id', programme.id, 'title', programme.title, 'year', programme.year) as programme,
      indicator.indicator_id as "indicatorId", task.no as "taskNo", ${target} as target,
      (select json_build_object('id', unit.id, 'name', unit.name) from unit, plan
        where unit.tenant_id = plan.tenant_id and unit.id = plan.lead_unit_id) as "leadUnit",
      (select ${figure('sum(share.value)', 'sum(share.denominator)')} from share
        where ${filter.unitId}::uuid is null or share.unit_id = ${filter.unitId}::uuid) as share,
      (select ${ledgerSum} from (${tallyOf(tx, sql.ref('indicator.indicator_id'), filter.unitId)}) as tally) as sum,
      (select ${figure('stated', 'stated_denominator')} from cell_standing
        where cell_standing.tenant_id = indicator.tenant_id and cell_standing.indicator_id = indicator.indicator_id
          and cell_standing.unit_id = ${filter.unitId}::uuid
        order by cell_standing.month desc limit 1) as stated,
      coalesce((
        select json_agg(json_build_object('id', unit.id, 'name', unit.name, 'stages', array(
            select plan_stage.stage from plan_stage
            where plan_stage.tenant_id = share.tenant_id and plan_stage.indicator_id = share.indicator_id
              and plan_stage.version = share.version and plan_stage.unit_id = share.unit_id
            order by plan_stage.position)) order by share.position, unit.name collate "zh-x-icu")
        from share join unit on unit.tenant_id = share.tenant_id and unit.id = share.unit_id), '[]') as units,
      coalesce((
        select json_agg(distinct month_freeze.month) from month_freeze
        where month_freeze.tenant_id = programme.tenant_id and month_freeze.programme_id = programme.id), '[]') as frozen,
      array(
        select unit.name from unit
        where unit.tenant_id = programme.tenant_id and unit.kind = 'district'
        order by unit.name collate "zh-x-icu") as districts,
      (select count(*)::integer from (
        ${matching(tx, indicatorId, { ...filter, before: null }, sql`select 1`)} limit ${countedTo}) as counted) as found,
      coalesce((
        select json_agg(json_build_object(${entryFields}) order by entry.id desc)
        from (${matching(tx, indicatorId, filter, sql`select entry.*, ${stateOfEntry} as state`)}
              order by entry.id desc limit ${entriesOnPage + 1}) as entry
          join unit on unit.tenant_id = entry.tenant_id and unit.id = entry.unit_id
          join person on person.tenant_id = entry.tenant_id and person.id = entry.entered_by), '[]') as entries
    from programme
      join (${latestVersions(tx, programmeId, 'indicator')}) as indicator
        on indicator.indicator_id = ${indicatorId} and not indicator.withdrawn
      join (${latestVersions(tx, programmeId, 'task')}) as task on task.task_id = indicator.task_id
    where programme.tenant_id = ${tx.tenantId} and programme.id = ${programmeId}
  `.execute(tx.query)
  return rows[0]
}

/** CGCS2000, and what it was given in. */
const positionOf = sql`
  case when entry.longitude is not null then json_build_object('longitude', trim_scale(entry.longitude)::text,
    'latitude', trim_scale(entry.latitude)::text, 'datum', entry.given_datum, 'source', entry.coordinate_source,
    'accuracy', trim_scale(entry.accuracy)::text) end`

const entryFields = sql`
  'id', entry.id, 'unitId', entry.unit_id, 'unit', unit.name, 'month', entry.month, 'name', entry.name, 'place', entry.place,
  'district', entry.district, 'identifier', entry.identifier, 'doneOn', entry.done_on, 'stage', entry.stage,
  'certificate', entry.certificate, 'sourceSystem', entry.source_system, 'counts', trim_scale(entry.counts)::text,
  'denominator', trim_scale(entry.denominator)::text, 'beneficiaries', trim_scale(entry.beneficiaries)::text,
  'outages', trim_scale(entry.outages)::text, 'complaints', trim_scale(entry.complaints)::text, 'position', ${positionOf}, 'state', entry.state, 'replaces', entry.replaces,
  'enteredBy', person.name, 'enteredAt', ${instant('entry.entered_at')}`

/** The entries that a filter finds. */
export function matching(
  tx: TenantTransaction,
  indicatorId: IndicatorId,
  filter: EntryFilter,
  select: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const like = filter.text === null ? null : `%${filter.text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  const conditions = [
    sql`entry.tenant_id = ${tx.tenantId} and entry.indicator_id = ${indicatorId}`,
    ...(filter.unitId === null ? [] : [sql`entry.unit_id = ${filter.unitId}`]),
    ...(filter.month === null ? [] : [sql`entry.month = ${filter.month}`]),
    ...(filter.district === null ? [] : [sql`entry.district = ${filter.district}`]),
    ...(filter.before === null ? [] : [sql`entry.id < ${filter.before}`]),
    ...(filter.state === null ? [] : [sql`${stateOfEntry} = ${filter.state}`]),
    ...(like === null
      ? []
      : [sql`concat_ws(' ', entry.name, entry.place, entry.identifier, entry.certificate) ilike ${like}`]),
  ]
  return sql`
    ${select} from entry left join lateral (${latestDecision}) as latest on true
    where ${sql.join(conditions, sql` and `)}`
}

export type EntryDetails = ListedEntry & {
  readonly indicatorId: IndicatorId
  readonly reason: string | null
  readonly fileName: string | null
  readonly loadRow: number | null
  readonly decisions: readonly {
    readonly no: number
    readonly decision: EntryDecision
    readonly reason: string | null
    readonly by: string
    readonly post: string
    readonly standsIn: boolean
    readonly at: string
  }[]
  /** What came before and after it, the oldest first: who corrected it, when and why. */
  readonly versions: readonly {
    readonly id: EntryId
    readonly counts: Decimal
    readonly reason: string | null
    readonly enteredBy: string
    readonly standsIn: boolean
    readonly enteredAt: string
  }[]
}

/** One entry with all that was decided on it and what it replaced. One statement. */
export async function findEntryDetails(
  tx: TenantTransaction,
  programmeId: ProgrammeId,
  id: EntryId,
): Promise<EntryDetails | undefined> {
  const { rows } = await sql<{ details: EntryDetails }>`
    with recursive at_hand as (
        select entry.*, ${stateOfEntry} as state from entry left join lateral (${latestDecision}) as latest on true
        where entry.tenant_id = ${tx.tenantId} and entry.id = ${id}),
      earlier as (
        select id, replaces, -1 as step from at_hand
        union all
        select entry.id, entry.replaces, earlier.step - 1 from earlier
          join entry on entry.tenant_id = ${tx.tenantId} and entry.id = earlier.replaces),
      later as (
        select id, 0 as step from at_hand
        union all
        select entry.id, later.step + 1 from later
          join entry on entry.tenant_id = ${tx.tenantId} and entry.replaces = later.id),
      chain as (select id, step from earlier union select id, step from later where step > 0)
    select jsonb_build_object(${entryFields}) || jsonb_build_object(
      'indicatorId', entry.indicator_id, 'reason', entry.reason, 'fileName', ledger_load.file_name, 'loadRow', entry.load_row,
      'decisions', coalesce((
        select json_agg(json_build_object('no', entry_decision.no, 'decision', entry_decision.decision,
          'reason', entry_decision.reason, 'by', decider.name, 'post', post.title,
          'standsIn', ${standsIn('entry_decision', 'decided_by', 'decided_post', 'decided_at')},
          'at', ${instant('entry_decision.decided_at')}) order by entry_decision.no)
        from entry_decision
          join person as decider on decider.tenant_id = entry_decision.tenant_id and decider.id = entry_decision.decided_by
          join post on post.tenant_id = entry_decision.tenant_id and post.id = entry_decision.decided_post
        where entry_decision.tenant_id = entry.tenant_id and entry_decision.entry_id = entry.id), '[]'),
      'versions', (
        select json_agg(json_build_object('id', one.id, 'counts', trim_scale(one.counts)::text, 'reason', one.reason,
          'enteredBy', writer.name,
          'standsIn', ${standsIn('one', 'entered_by', 'entered_post', 'entered_at')}, 'enteredAt', ${instant('one.entered_at')}) order by chain.step)
        from chain
          join entry as one on one.tenant_id = ${tx.tenantId} and one.id = chain.id
          join person as writer on writer.tenant_id = one.tenant_id and writer.id = one.entered_by)
    ) as details
    from at_hand as entry
      join indicator on indicator.tenant_id = entry.tenant_id and indicator.id = entry.indicator_id
        and indicator.programme_id = ${programmeId}
      join unit on unit.tenant_id = entry.tenant_id and unit.id = entry.unit_id
      join person on person.tenant_id = entry.tenant_id and person.id = entry.entered_by
      left join ledger_load on ledger_load.tenant_id = entry.tenant_id and ledger_load.id = entry.load_id
  `.execute(tx.query)
  return rows[0]?.details
}

/** Entries in the order they came, `limit` of them after `after`: for exports, page by page. */
export async function listEntriesAfter(
  tx: TenantTransaction,
  indicatorId: IndicatorId,
  filter: EntryFilter,
  after: EntryId | null,
  limit: number,
): Promise<ListedEntry[]> {
  const { rows } = await sql<{ listed: ListedEntry }>`
    select json_build_object(${entryFields}) as listed
    from (${matching(tx, indicatorId, filter, sql`select entry.*, ${stateOfEntry} as state`)}
          ${after === null ? sql`` : sql`and entry.id > ${after}`}
          order by entry.id limit ${limit}) as entry
      join unit on unit.tenant_id = entry.tenant_id and unit.id = entry.unit_id
      join person on person.tenant_id = entry.tenant_id and person.id = entry.entered_by
    order by entry.id
  `.execute(tx.query)
  return rows.map(({ listed }) => listed)
}
