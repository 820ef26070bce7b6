/** How far the demonstration's year has come: its steps leave their rows in the log, and nowhere else. */
import { sql } from 'kysely'
import type { ProgrammeId } from '../domain/values/ids.ts'
import type { TenantTransaction } from './db.ts'
import { appendLog } from './log.ts'

export type YearBegun = { readonly seed: string; readonly programmeId: ProgrammeId }

export type StepDone = {
  readonly no: number
  readonly of: number
  /** E.g. 2023-03; null for what comes before the first. */
  readonly month: string | null
  readonly name: string
  /** The code of the Problem by which the rules refused it, since somebody worked in the demonstration meanwhile. */
  readonly refused: string | null
}

export type StoredYear = { readonly begun: YearBegun; readonly last: StepDone | null }

/** Undefined where the tenant was made without a year to run. One statement. */
export async function findYear(tx: TenantTransaction): Promise<StoredYear | undefined> {
  const { rows } = await sql<{ begun: YearBegun | null; last: StepDone | null }>`
    select log_entry.details -> 'year' as begun, case when log_entry.details -> 'year' is not null then (
      select step.details from log_entry as step
      where step.tenant_id = log_entry.tenant_id and step.action = 'demonstration.step'
      order by step.seq desc limit 1) end as last
    from log_entry
    where log_entry.tenant_id = ${tx.tenantId} and log_entry.action = 'tenant.create'
    order by log_entry.seq limit 1
  `.execute(tx.query)
  const row = rows[0]
  return row?.begun ? { begun: row.begun, last: row.last } : undefined
}

/** Whether there is a year to run that has not come to its end. */
export async function isYearUnderWay(tx: TenantTransaction): Promise<boolean> {
  const year = await findYear(tx)
  return year !== undefined && (year.last === null || year.last.no < year.last.of)
}

export function logStep(tx: TenantTransaction, step: StepDone, at: Date): Promise<void> {
  return appendLog(tx, {
    at,
    personId: null,
    action: 'demonstration.step',
    subjectKind: 'tenant',
    subjectId: tx.tenantId,
    details: step,
  })
}
