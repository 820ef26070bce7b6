/** What the sheet, the review and the month's overview read: one screen, one statement. */
import { sql, type RawBuilder } from 'kysely'
import type { Cell } from '../domain/reporting/cell.ts'
import { waitsFor, type Step } from '../domain/reporting/chain.ts'
import type { ProgrammeId, UnitId } from '../domain/values/ids.ts'
import type { Month } from '../domain/values/month.ts'
import type { ReportedCell } from '../domain/reporting/reported-cell.ts'
import type { TenantTransaction } from './db.ts'
import { isClosed } from './decided-claims.ts'
import { periodFactsOf, type PeriodFacts } from './period-facts.ts'
import { plansInForce } from './plan-in-force.ts'
import { reportedCells, toReportedCell, type FlatCell } from './reported-cells.ts'

export type CellsPage = { readonly facts: PeriodFacts; readonly cells: readonly ReportedCell[] }

/** The cells of a month that `where` lets through, with the programme's dates; undefined without a programme. */
async function findCells(
  tx: TenantTransaction,
  programmeId: ProgrammeId,
  month: Month,
  where: RawBuilder<unknown>,
): Promise<CellsPage | undefined> {
  const { rows } = await sql<{ facts: PeriodFacts; cells: readonly FlatCell[] }>`
    select ${periodFactsOf(tx)} as facts, (${reportedCells(tx, programmeId, month, where)}) as cells
    from programme
    where programme.tenant_id = ${tx.tenantId} and programme.id = ${programmeId}
  `.execute(tx.query)
  const row = rows[0]
  return row && { facts: row.facts, cells: row.cells.map(toReportedCell) }
}

export type SheetPage = CellsPage & { readonly unit: string }

/** One unit's sheet of a month; undefined when there is no such programme or unit. */
export async function findSheet(
  tx: TenantTransaction,
  programmeId: ProgrammeId,
  unitId: UnitId,
  month: Month,
): Promise<SheetPage | undefined> {
  const where = sql`share.unit_id = ${unitId}`
  const { rows } = await sql<{ facts: PeriodFacts; unit: string; cells: readonly FlatCell[] }>`
    select ${periodFactsOf(tx)} as facts, sheet_unit.name as unit, (${reportedCells(tx, programmeId, month, where)}) as cells
    from programme
      join unit as sheet_unit on sheet_unit.tenant_id = programme.tenant_id and sheet_unit.id = ${unitId}
    where programme.tenant_id = ${tx.tenantId} and programme.id = ${programmeId}
  `.execute(tx.query)
  const row = rows[0]
  return row && { facts: row.facts, unit: row.unit, cells: row.cells.map(toReportedCell) }
}

/** The cells that wait for a step; of the lead units given, or of all where null. */
export function findWaiting(
  tx: TenantTransaction,
  programmeId: ProgrammeId,
  month: Month,
  step: Step,
  leadUnits: readonly UnitId[] | null,
): Promise<CellsPage | undefined> {
  return findCells(
    tx,
    programmeId,
    month,
    sql`standing.state = ${waitsFor[step]} and (${leadUnits}::uuid[] is null or plan.lead_unit_id = any(${leadUnits}::uuid[]))`,
  )
}

/** Certain cells of a month, whatever their state. */
export function findCellsNamed(
  tx: TenantTransaction,
  programmeId: ProgrammeId,
  month: Month,
  cells: readonly Pick<Cell, 'indicatorId' | 'unitId'>[],
): Promise<CellsPage | undefined> {
  return findCells(
    tx,
    programmeId,
    month,
    sql`(share.indicator_id, share.unit_id) in (
      select "indicatorId", "unitId" from jsonb_to_recordset(${JSON.stringify(cells)}::jsonb) as named ("indicatorId" uuid, "unitId" uuid))`,
  )
}

export type UnitProgress = {
  readonly unitId: UnitId
  readonly unit: string
  readonly cells: number
  /** Typed and not submitted. */
  readonly drafts: number
  readonly notSubmitted: number
  readonly submitted: number
  readonly leadApproved: number
  readonly returned: number
  readonly approved: number
}

export type MonthProgress = { readonly facts: PeriodFacts; readonly units: readonly UnitProgress[] }

/** Every unit with cells in a month, and how far each has come; undefined without a programme. */
export async function findMonthProgress(
  tx: TenantTransaction,
  programmeId: ProgrammeId,
  month: Month,
): Promise<MonthProgress | undefined> {
  const { rows } = await sql<MonthProgress>`
    select ${periodFactsOf(tx)} as facts, (
      select coalesce(json_agg(progress order by progress.unit collate "zh-x-icu"), '[]')
      from (${progressOfUnits(tx, programmeId, month)}) as progress) as units
    from programme
    where programme.tenant_id = ${tx.tenantId} and programme.id = ${programmeId}
  `.execute(tx.query)
  return rows[0]
}

/** The units that have cells in a month, with what each has not submitted; for reminders. Of what is closed nothing is asked. */
export async function unitsWithCells(
  tx: TenantTransaction,
  programmeId: ProgrammeId,
  month: Month,
): Promise<UnitProgress[]> {
  const { rows } = await sql<UnitProgress>`${progressOfUnits(tx, programmeId, month)}`.execute(tx.query)
  return rows
}

function progressOfUnits(tx: TenantTransaction, programmeId: ProgrammeId, month: Month) {
  const counted = (state: string) => sql`count(*) filter (where standing.state = ${state})::integer`
  return sql`
    select unit.id as "unitId", unit.name as unit, count(*)::integer as cells, count(draft.indicator_id)::integer as drafts,
      count(*) filter (where standing.state is null)::integer as "notSubmitted",
      ${counted('submitted')} as submitted, ${counted('lead-approved')} as "leadApproved",
      ${counted('returned')} as returned, ${counted('approved')} as approved
    from (${plansInForce(tx, programmeId)}) as plan
      join plan_share as share on share.tenant_id = plan.tenant_id and share.indicator_id = plan.indicator_id and share.version = plan.version
      join unit on unit.tenant_id = share.tenant_id and unit.id = share.unit_id
      left join cell_standing as standing
        on standing.tenant_id = share.tenant_id and standing.indicator_id = share.indicator_id
        and standing.unit_id = share.unit_id and standing.month = ${month}
      left join actual_draft as draft
        on draft.tenant_id = share.tenant_id and draft.indicator_id = share.indicator_id
        and draft.unit_id = share.unit_id and draft.month = ${month}
    where (standing.state is not null or not ${isClosed('plan')}) and not exists (
      select from indicator_version as later
      where later.tenant_id = plan.tenant_id and later.indicator_id = plan.indicator_id and later.withdrawn
        and later.amendment_no = (
          select max(any_version.amendment_no) from indicator_version as any_version
          where any_version.tenant_id = plan.tenant_id and any_version.indicator_id = plan.indicator_id))
    group by unit.id, unit.name`
}
