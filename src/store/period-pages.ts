/** What the page of a programme's months reads: one statement. */
import { sql } from 'kysely'
import type { ProgrammeId } from '../domain/ids.ts'
import type { Month } from '../domain/month.ts'
import type { RecordedRule } from '../domain/period.ts'
import type { TenantTransaction } from './db.ts'
import { periodFactsOf, type PeriodFacts } from './period-facts.ts'
import { plansInForce } from './plan-in-force.ts'

export type RuleRecord = RecordedRule & {
  readonly reason: string | null
  readonly recordedBy: string | null
  readonly recordedAt: string
}

export type MonthCounts = {
  readonly month: Month
  readonly submitted: number
  readonly approved: number
  readonly frozen: number
}

export type PeriodsPage = {
  readonly facts: PeriodFacts
  /** Cells of each month by the plans in force. */
  readonly cells: number
  readonly rules: readonly RuleRecord[]
  /** Only of months that something happened in. */
  readonly months: readonly MonthCounts[]
}

export async function findPeriods(tx: TenantTransaction, id: ProgrammeId): Promise<PeriodsPage | undefined> {
  const { rows } = await sql<PeriodsPage>`
    select ${periodFactsOf(tx)} as facts,
      (select count(*)::integer from (${plansInForce(tx, id)}) as plan
        join plan_share as share on share.tenant_id = plan.tenant_id and share.indicator_id = plan.indicator_id
          and share.version = plan.version) as cells,
      (select coalesce(json_agg(json_build_object(
          'no', period_rule.no, 'fromMonth', period_rule.from_month, 'rule', period_rule.rule, 'reason', period_rule.reason,
          'recordedBy', person.name,
          'recordedAt', to_char(period_rule.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
        ) order by period_rule.no desc), '[]')
        from period_rule
          left join person on person.tenant_id = period_rule.tenant_id and person.id = period_rule.recorded_by
        where period_rule.tenant_id = programme.tenant_id and period_rule.programme_id = programme.id) as rules,
      (select coalesce(json_agg(json_build_object('month', counted.month, 'submitted', counted.submitted,
          'approved', counted.approved, 'frozen', counted.frozen)), '[]')
        from (
          select month, sum(submitted)::integer as submitted, sum(approved)::integer as approved, max(frozen) as frozen
          from (
            select month, 1 as submitted, case when state = 'approved' then 1 else 0 end as approved, 0 as frozen
            from cell_standing
            where cell_standing.tenant_id = programme.tenant_id and cell_standing.programme_id = programme.id
            union all
            select month, 0, 0, no from month_freeze
            where month_freeze.tenant_id = programme.tenant_id and month_freeze.programme_id = programme.id
          ) as happened
          group by month) as counted) as months
    from programme
    where programme.tenant_id = ${tx.tenantId} and programme.id = ${id}
  `.execute(tx.query)
  return rows[0]
}
