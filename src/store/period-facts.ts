/** What the dates of a programme's months follow from. */
import { sql } from 'kysely'
import type { PersonId, ProgrammeId } from '../domain/ids.ts'
import type { PeriodRule, RecordedRule } from '../domain/period.ts'
import type { PlainDate } from '../domain/plain-date.ts'
import type { NamedDay } from '../domain/working-day.ts'
import type { TenantTransaction } from './db.ts'

export type PeriodFacts = { readonly year: number; readonly title: string } & {
  readonly rules: readonly RecordedRule[]
  /** The government's own days, the latest word on each. */
  readonly days: readonly NamedDay[]
}

/** The columns of a query `from programme` that give the facts as one JSON value. */
export function periodFactsOf(tx: TenantTransaction) {
  return sql<PeriodFacts>`json_build_object(
    'year', programme.year, 'title', programme.title,
    'rules', coalesce((
      select json_agg(json_build_object('no', period_rule.no, 'fromMonth', period_rule.from_month, 'rule', period_rule.rule) order by period_rule.no)
      from period_rule
      where period_rule.tenant_id = programme.tenant_id and period_rule.programme_id = programme.id), '[]'),
    'days', coalesce((
      select json_agg(json_build_object('day', latest.day, 'kind', latest.kind, 'name', latest.name) order by latest.day)
      from (
        select distinct on (calendar_day.day) calendar_day.* from calendar_day
        where calendar_day.tenant_id = ${tx.tenantId} order by calendar_day.day, calendar_day.no desc
      ) as latest), '[]'))`
}

export async function findPeriodFacts(
  tx: TenantTransaction,
  id: ProgrammeId,
): Promise<PeriodFacts | undefined> {
  const { rows } = await sql<{ facts: PeriodFacts }>`
    select ${periodFactsOf(tx)} as facts from programme
    where programme.tenant_id = ${tx.tenantId} and programme.id = ${id}`.execute(tx.query)
  return rows[0]?.facts
}

export type NewRule = RecordedRule & {
  readonly programmeId: ProgrammeId
  readonly rule: PeriodRule
  readonly reason: string | null
  readonly by: PersonId
  readonly at: Date
}

/** Throws the database's `period_rule_overtaken` when the number is taken. */
export async function insertRule(tx: TenantTransaction, rule: NewRule): Promise<void> {
  await tx.query
    .insertInto('period_rule')
    .values({
      tenant_id: tx.tenantId,
      programme_id: rule.programmeId,
      no: rule.no,
      from_month: rule.fromMonth,
      rule: JSON.stringify(rule.rule),
      reason: rule.reason,
      recorded_by: rule.by,
      recorded_at: rule.at,
    })
    .execute()
}

/** Each day gets its next number. One statement. */
export async function insertDays(
  tx: TenantTransaction,
  days: readonly NamedDay[],
  by: PersonId,
  at: Date,
): Promise<void> {
  await sql`
    insert into calendar_day (tenant_id, day, no, kind, name, recorded_by, recorded_at)
    select ${tx.tenantId}::uuid, new.day, 1 + coalesce((
        select max(known.no) from calendar_day as known where known.tenant_id = ${tx.tenantId} and known.day = new.day), 0),
      new.kind, new.name, ${by}::uuid, ${at}
    from jsonb_to_recordset(${JSON.stringify(days)}::jsonb) as new (day date, kind text, name text)
  `.execute(tx.query)
}

/** The government's own programmes whose months may open, be due or lock on a day: of its year, and of the year before. */
export async function listProgrammesToRemind(
  tx: TenantTransaction,
  today: PlainDate,
): Promise<{ programmeId: ProgrammeId; facts: PeriodFacts }[]> {
  const year = Number(today.slice(0, 4))
  const { rows } = await sql<{ programmeId: ProgrammeId; facts: PeriodFacts }>`
    select programme.id as "programmeId", ${periodFactsOf(tx)} as facts from programme
    where programme.tenant_id = ${tx.tenantId} and programme.share_of is null
      and programme.year in (${year}, ${year - 1})
    order by programme.year, programme.id`.execute(tx.query)
  return rows
}
