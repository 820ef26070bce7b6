/** The cells of a month with everything that is known of them: what sheet, review and snapshot are read by. */
import { sql, type RawBuilder } from 'kysely'
import { closedDays, type DecidedClaim } from '../domain/acceptance/closing.ts'
import type { ProgrammeId } from '../domain/values/ids.ts'
import type { Month } from '../domain/values/month.ts'
import type { ReportedCell } from '../domain/reporting/reported-cell.ts'
import { defaultSemantics } from '../domain/reporting/semantics.ts'
import type { TenantTransaction } from './db.ts'
import { claimsOnPromise } from './decided-claims.ts'
import { instant } from './instant.ts'
import { latestVersions } from './latest-versions.ts'
import { latestDecision, stateOfEntry } from './entries.ts'
import { plansInForce } from './plan-in-force.ts'
import { standsIn } from './stand-in.ts'

/** As the query gives it: the sentence is cut out of the task's text by UTF-16 offsets, which only we know. */
export type FlatCell = Omit<ReportedCell, 'sentence' | 'closedOn'> & {
  readonly claims: readonly DecidedClaim[]
  readonly text: string
  readonly start: number
  readonly end: number
}

export function toReportedCell({ text, start, end, claims, ...cell }: FlatCell): ReportedCell {
  const closedOn = closedDays(claims).get(cell.indicatorId) ?? null
  return { ...cell, sentence: text.slice(start, end), closedOn }
}

const quantity = (value: string, denominator: string) =>
  sql.raw(
    `case when ${value} is not null then json_build_object('value', trim_scale(${value})::text, 'denominator', trim_scale(${denominator})::text) end`,
  )

/**
 * A query for one JSON array: every (indicator, unit) with a share in the plans in force that `where` lets through, in
 * the order of the table. `where` may speak of `share`, `plan`, `standing` and `unit`.
 */
export function reportedCells(
  tx: TenantTransaction,
  programmeId: ProgrammeId,
  month: Month,
  where: RawBuilder<unknown>,
): RawBuilder<readonly FlatCell[]> {
  return sql`
    select coalesce(json_agg(json_build_object(
      'indicatorId', share.indicator_id, 'unitId', share.unit_id, 'unit', unit.name,
      'task', json_build_object('id', task.task_id, 'no', task.no, 'project', project.name),
      'text', task.text, 'start', indicator.span_start, 'end', indicator.span_end,
      'target', json_build_object(
        'kind', indicator.kind, 'action', indicator.action, 'object', indicator.object, 'comparator', indicator.comparator,
        'value', trim_scale(indicator.value)::text, 'valueMax', trim_scale(indicator.value_max)::text,
        'unit', indicator.unit_of_measure, 'deadline', indicator.deadline, 'ledger', indicator.ledger),
      'semantics', coalesce((
        select indicator_semantics.semantics from indicator_semantics
        where indicator_semantics.tenant_id = share.tenant_id and indicator_semantics.indicator_id = share.indicator_id
        order by indicator_semantics.no desc limit 1), ${defaultSemantics}),
      'planVersion', plan.version, 'leadUnitId', plan.lead_unit_id, 'leadUnit', lead_unit.name,
      'claims', ${claimsOnPromise('share')},
      'share', ${quantity('share.value', 'share.denominator')},
      'plan', ${quantity('point.value', 'point.denominator')},
      'planBefore', ${quantity('point_before.value', 'point_before.denominator')},
      'stages', coalesce((
        select json_agg(json_build_object('stage', plan_stage.stage, 'dueOn', plan_stage.due_on) order by plan_stage.position)
        from plan_stage
        where plan_stage.tenant_id = share.tenant_id and plan_stage.indicator_id = share.indicator_id
          and plan_stage.version = share.version and plan_stage.unit_id = share.unit_id), '[]'),
      'before', case when before.month is not null then json_build_object(
        'month', before.month, 'state', before.state,
        'level', ${quantity('before.stated', 'before.stated_denominator')},
        'value', trim_scale(before.value)::text, 'denominator', trim_scale(before.denominator)::text,
        'stage', before.stage, 'narrative', before.narrative) end,
      'lastApproved', (
        select json_build_object('month', passed.month, 'level', ${quantity('passed.approved', 'passed.approved_denominator')})
        from cell_standing as passed
        where passed.tenant_id = share.tenant_id and passed.indicator_id = share.indicator_id
          and passed.unit_id = share.unit_id and passed.month < ${month} and passed.approved_version is not null
        order by passed.month desc limit 1),
      'tally', case when tally.entries > 0 then json_build_object(
        'entries', tally.entries, 'waiting', tally.waiting,
        'ofMonth', ${quantity('tally.of_month', 'nullif(tally.of_month_denominator, 0)')},
        'toDate', ${quantity('tally.to_date', 'nullif(tally.to_date_denominator, 0)')},
        'stage', (${stageReached(month)})) end,
      'evidence', (
        select count(distinct evidence_link.evidence_id)::integer from evidence_link
        where evidence_link.tenant_id = share.tenant_id and evidence_link.indicator_id = share.indicator_id
          and evidence_link.unit_id = share.unit_id and evidence_link.month = ${month}),
      'suspicions', coalesce((
        select json_agg(json_build_object(
          'id', suspicion.id, 'kind', suspicion.kind, 'details', suspicion.details,
          'ruling', (
            select suspicion_ruling.ruling from suspicion_ruling
            where suspicion_ruling.tenant_id = suspicion.tenant_id and suspicion_ruling.suspicion_id = suspicion.id
            order by suspicion_ruling.no desc limit 1)) order by suspicion.found_at, suspicion.id)
        from suspicion
        where suspicion.tenant_id = share.tenant_id and suspicion.indicator_id = share.indicator_id
          and suspicion.unit_id = share.unit_id and suspicion.month = ${month}), '[]'),
      'draft', (
        select json_build_object('revision', actual_draft.revision, 'draft', actual_draft.draft, 'savedBy', person.name,
          'savedAt', ${instant('actual_draft.saved_at')})
        from actual_draft
          join person on person.tenant_id = actual_draft.tenant_id and person.id = actual_draft.saved_by
        where actual_draft.tenant_id = share.tenant_id and actual_draft.indicator_id = share.indicator_id
          and actual_draft.unit_id = share.unit_id and actual_draft.month = ${month}),
      'standing', case when standing.version is not null then json_build_object(
        'version', standing.version, 'state', standing.state,
        'stated', ${quantity('standing.stated', 'standing.stated_denominator')},
        'approvedVersion', standing.approved_version,
        'approved', ${quantity('standing.approved', 'standing.approved_denominator')}) end,
      'versions', coalesce((
        select json_agg(json_build_object(
          'version', actual.version, 'semantics', actual.semantics, 'value', trim_scale(actual.value)::text,
          'denominator', trim_scale(actual.denominator)::text, 'stage', actual.stage, 'origin', actual.origin,
          'narrative', actual.narrative, 'problem', actual.problem, 'nextStep', actual.next_step,
          'lateReason', actual.late_reason, 'correctionReason', actual.correction_reason,
          'submittedBy', json_build_object('id', person.id, 'name', person.name,
            'standsIn', ${standsIn('actual', 'submitted_by', 'submitted_post', 'submitted_at')}),
          'submittedAt', ${instant('actual.submitted_at')},
          'reviews', coalesce((
            select json_agg(json_build_object('step', review.step, 'decision', review.decision, 'reason', review.reason,
              'by', reviewer.name, 'standsIn', ${standsIn('review', 'reviewed_by', 'reviewed_post', 'reviewed_at')}, 'at', ${instant('review.reviewed_at')}) order by review.reviewed_at, review.step)
            from review
              join person as reviewer on reviewer.tenant_id = review.tenant_id and reviewer.id = review.reviewed_by
            where review.tenant_id = actual.tenant_id and review.indicator_id = actual.indicator_id
              and review.unit_id = actual.unit_id and review.month = actual.month and review.version = actual.version
          ), '[]')) order by actual.version desc)
        from actual
          join person on person.tenant_id = actual.tenant_id and person.id = actual.submitted_by
        where actual.tenant_id = share.tenant_id and actual.indicator_id = share.indicator_id
          and actual.unit_id = share.unit_id and actual.month = ${month}), '[]')
    ) order by project.position, task.position, indicator.span_start, indicator.position, share.position, share.unit_id), '[]')
    from (${plansInForce(tx, programmeId)}) as plan
      join plan_share as share on share.tenant_id = plan.tenant_id and share.indicator_id = plan.indicator_id and share.version = plan.version
      join (${latestVersions(tx, programmeId, 'indicator')}) as indicator on indicator.indicator_id = plan.indicator_id and not indicator.withdrawn
      join (${latestVersions(tx, programmeId, 'task')}) as task on task.task_id = indicator.task_id
      join (${latestVersions(tx, programmeId, 'project')}) as project on project.project_id = task.project_id
      join unit on unit.tenant_id = share.tenant_id and unit.id = share.unit_id
      join unit as lead_unit on lead_unit.tenant_id = plan.tenant_id and lead_unit.id = plan.lead_unit_id
      left join cell_standing as standing
        on standing.tenant_id = share.tenant_id and standing.indicator_id = share.indicator_id
        and standing.unit_id = share.unit_id and standing.month = ${month}
      left join lateral (${pointUpTo(month, sql`<=`)}) as point on true
      left join lateral (${pointUpTo(month, sql`<`)}) as point_before on true
      left join lateral (
        select earlier.*, actual.value, actual.denominator, actual.stage, actual.narrative
        from cell_standing as earlier
          join actual on actual.tenant_id = earlier.tenant_id and actual.indicator_id = earlier.indicator_id
            and actual.unit_id = earlier.unit_id and actual.month = earlier.month and actual.version = earlier.version
        where earlier.tenant_id = share.tenant_id and earlier.indicator_id = share.indicator_id
          and earlier.unit_id = share.unit_id and earlier.month < ${month}
        order by earlier.month desc limit 1) as before on true
      left join lateral (
        select coalesce(sum(accepted_entries + waiting_entries), 0)::integer as entries,
          coalesce(sum(waiting_entries), 0)::integer as waiting,
          coalesce(sum(accepted_counts + waiting_counts) filter (where entry_tally.month = ${month}), 0) as of_month,
          coalesce(sum(accepted_denominator + waiting_denominator) filter (where entry_tally.month = ${month}), 0) as of_month_denominator,
          coalesce(sum(accepted_counts + waiting_counts), 0) as to_date,
          coalesce(sum(accepted_denominator + waiting_denominator), 0) as to_date_denominator
        from entry_tally
        where entry_tally.tenant_id = share.tenant_id and entry_tally.indicator_id = share.indicator_id
          and entry_tally.unit_id = share.unit_id and entry_tally.month <= ${month}) as tally on true
    where ${where}`
}

/** The stage that the ledger's latest entry up to a month says was reached; null where its entries are of no stages. */
function stageReached(month: Month) {
  return sql`
    select reached.stage from (
      select entry.stage, entry.done_on, entry.id, ${stateOfEntry} as state
      from entry left join lateral (${latestDecision}) as latest on true
      where entry.tenant_id = share.tenant_id and entry.indicator_id = share.indicator_id
        and entry.unit_id = share.unit_id and entry.month <= ${month} and entry.stage is not null) as reached
    where reached.state in ('accepted', 'waiting')
    order by reached.done_on desc nulls last, reached.id desc limit 1`
}

/** The plan's level at the end of a month, or at the end of the last month before that it names. */
function pointUpTo(month: Month, side: RawBuilder<unknown>) {
  return sql`
    select plan_point.value, plan_point.denominator from plan_point
    where plan_point.tenant_id = share.tenant_id and plan_point.indicator_id = share.indicator_id
      and plan_point.version = share.version and plan_point.unit_id = share.unit_id and plan_point.month ${side} ${month}
    order by plan_point.month desc limit 1`
}
