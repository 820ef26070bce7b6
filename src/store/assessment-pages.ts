/** What assessment reads: the programme's history, and beside it what units are assessed by. One statement. */
import { sql } from 'kysely'
import type { AssessmentFacts } from '../domain/assessment/assessed-units.ts'
import type { RecordedScheme } from '../domain/assessment/scheme.ts'
import type { ProgrammeId, UnitId } from '../domain/values/ids.ts'
import type { PlainDate } from '../domain/values/plain-date.ts'
import type { TenantTransaction } from './db.ts'
import { instant } from './instant.ts'
import { monthsIn, monthsOfCells, type MonthsOfCell } from './months-of-cells.ts'
import { findHistoryBeside, type HistoryPage } from './programme-history.ts'

export type SchemeRecord = RecordedScheme & {
  readonly reason: string
  readonly recordedBy: string
  readonly recordedAt: string
}

export type SatisfactionRecord = AssessmentFacts['satisfaction'][number] & {
  readonly unitId: UnitId
  /** How often it was entered. */
  readonly no: number
  readonly recordedBy: string
  readonly recordedAt: string
}

export type AssessmentBeside = Omit<AssessmentFacts, 'satisfaction'> & {
  readonly satisfaction: readonly SatisfactionRecord[]
  /** Newest first. */
  readonly schemes: readonly SchemeRecord[]
}

/** As the database sends it. */
type SentBeside = Omit<AssessmentBeside, 'firstReports'> & { readonly firstReports: readonly MonthsOfCell[] }

/** Schemes recorded before rules had limits name none. */
const withoutLimits = sql`'{"most": {}}'::jsonb`

/** Undefined without a programme. */
export async function findAssessment(
  tx: TenantTransaction,
  programmeId: ProgrammeId,
): Promise<(HistoryPage & { readonly beside: AssessmentBeside }) | undefined> {
  const page = await findHistoryBeside(
    tx,
    programmeId,
    sql<SentBeside>`json_build_object(
      'groups', coalesce((
        select json_agg(json_build_object('unitId', unit.id,
          'group', case unit.kind when 'district' then 'districts' else 'departments' end))
        from unit where unit.tenant_id = programme.tenant_id and unit.id in (select id from unit_now)), '[]'),
      'lights', coalesce((
        select json_agg(json_build_object('unitId', light.subject_id, 'month', light.month, 'level', light.level))
        from published_light as light
          join (
            select month, max(no) as no from month_freeze
            where month_freeze.tenant_id = ${tx.tenantId} and month_freeze.programme_id = ${programmeId}
            group by month) as latest on latest.month = light.month and latest.no = light.freeze_no
        where light.tenant_id = programme.tenant_id and light.programme_id = programme.id and light.scope = 'unit'), '[]'),
      'firstReports', ${monthsOfCells(
        [sql`month`, sql`(submitted_at at time zone 'Asia/Shanghai')::date`],
        sql`actual where actual.tenant_id = ${tx.tenantId} and actual.programme_id = ${programmeId} and version = 1`,
      )},
      'satisfaction', coalesce((
        select json_agg(json_build_object('unitId', latest.unit_id, 'value', trim_scale(latest.value)::text,
          'source', latest.source, 'no', latest.no, 'recordedBy', person.name,
          'recordedAt', ${instant('latest.recorded_at')}))
        from (
            select distinct on (unit_id) * from satisfaction_figure
            where satisfaction_figure.tenant_id = ${tx.tenantId} and satisfaction_figure.programme_id = ${programmeId}
            order by unit_id, no desc) as latest
          join person on person.tenant_id = latest.tenant_id and person.id = latest.recorded_by), '[]'),
      'falseReports', coalesce((
        select json_agg(json_build_object('unitId', suspicion.unit_id, 'indicatorId', suspicion.indicator_id,
          'month', suspicion.month) order by suspicion.month, suspicion.id)
        from indicator_now
          join suspicion on suspicion.tenant_id = indicator_now.tenant_id
            and suspicion.indicator_id = indicator_now.indicator_id
          cross join lateral (
            select ruling from suspicion_ruling as ruled
            where ruled.tenant_id = suspicion.tenant_id and ruled.suspicion_id = suspicion.id
            order by ruled.no desc limit 1) as said
        where not indicator_now.withdrawn and said.ruling = 'upheld'), '[]'),
      'lapsedOrders', coalesce((
        select json_agg(json_build_object('unitId', bound.unit_id, 'order', supervision_order.subject,
          'month', date_trunc('month', fact.recorded_at at time zone 'Asia/Shanghai')::date)
          order by fact.recorded_at, fact.order_id, fact.no, bound.position)
        from supervision_order
          join supervision_order_unit as bound on bound.tenant_id = supervision_order.tenant_id
            and bound.order_id = supervision_order.id and bound.duty = 'lead'
          join supervision_order_fact as fact on fact.tenant_id = supervision_order.tenant_id
            and fact.order_id = supervision_order.id
        where supervision_order.tenant_id = programme.tenant_id and supervision_order.programme_id = programme.id
          and fact.kind = 'step' and fact.no > 1), '[]'),
      'schemes', coalesce((
        select json_agg(json_build_object('no', scheme.no, 'fromYear', scheme.from_year, 'scheme', ${withoutLimits} || scheme.scheme,
          'reason', scheme.reason, 'recordedBy', person.name, 'recordedAt', ${instant('scheme.recorded_at')})
          order by scheme.no desc)
        from assessment_scheme as scheme
          join person on person.tenant_id = scheme.tenant_id and person.id = scheme.recorded_by
        where scheme.tenant_id = programme.tenant_id), '[]'))`,
  )
  if (!page) return undefined
  const firstReports = page.beside.firstReports.map(([indicatorId, unitId, months]) => ({
    indicatorId,
    unitId,
    days: new Map(monthsIn(months).map(([month, day]) => [month, day as PlainDate])),
  }))
  return { ...page, beside: { ...page.beside, firstReports } }
}
