/** What a light that lags opens a matter for. */
import { sql } from 'kysely'
import type { IndicatorId, ProgrammeId, UnitId } from '../domain/values/ids.ts'
import type { TenantTransaction } from './db.ts'
import { latestVersions } from './latest-versions.ts'
import { ladderFactsOf, type LadderFacts } from './order-pages.ts'

export type Opening = {
  readonly indicatorId: IndicatorId
  readonly sentence: string
  readonly leadUnitId: UnitId
  readonly cooperatingUnitIds: readonly UnitId[]
  readonly leaders: readonly string[]
}

type FlatOpening = Omit<Opening, 'sentence'> & {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** The promises of a programme that somebody leads and no open matter is about. One statement. */
export async function findOpenings(
  tx: TenantTransaction,
  programmeId: ProgrammeId,
): Promise<LadderFacts & { readonly openings: readonly Opening[] }> {
  const { rows } = await sql<LadderFacts & { openings: FlatOpening[] }>`
    with indicator_now as (${latestVersions(tx, programmeId, 'indicator')}),
      task_now as (${latestVersions(tx, programmeId, 'task')})
    select ${ladderFactsOf(tx)}, coalesce((
      select json_agg(json_build_object('indicatorId', indicator_now.indicator_id, 'text', task_now.text,
        'start', indicator_now.span_start, 'end', indicator_now.span_end, 'leadUnitId', units.lead[1],
        'cooperatingUnitIds', to_json(units.lead[2:] || units.cooperating), 'leaders', to_json(units.leaders))
        order by task_now.position, indicator_now.span_start, indicator_now.position)
      from indicator_now
        join task_now on task_now.task_id = indicator_now.task_id
        cross join lateral (
          select coalesce(array_agg(duty.unit_id order by duty.position) filter (where duty.duty = 'lead'), '{}') as lead,
            coalesce(array_agg(duty.unit_id order by duty.position) filter (where duty.duty = 'cooperating'), '{}') as cooperating,
            coalesce(array_agg(duty.printed_name order by duty.position) filter (where duty.duty = 'leader'), '{}') as leaders
          from task_duty as duty
          where duty.tenant_id = task_now.tenant_id and duty.task_id = task_now.task_id
            and duty.amendment_no = task_now.amendment_no) as units
      where not indicator_now.withdrawn and units.lead[1] is not null
        and not exists (
          select from supervision_order as known
          where known.tenant_id = indicator_now.tenant_id and known.indicator_id = indicator_now.indicator_id
            and not exists (
              select from supervision_order_fact as ending
              where ending.tenant_id = known.tenant_id and ending.order_id = known.id
                and ending.kind in ('accept', 'close', 'withdraw')))), '[]') as openings
  `.execute(tx.query)
  const [row] = rows
  return {
    rules: row?.rules ?? [],
    days: row?.days ?? [],
    openings: (row?.openings ?? []).map(({ text, start, end, cooperatingUnitIds, ...opening }) => ({
      ...opening,
      // A unit bound twice is bound once.
      cooperatingUnitIds: [...new Set(cooperatingUnitIds)].filter((id) => id !== opening.leadUnitId),
      sentence: text.slice(start, end),
    })),
  }
}
