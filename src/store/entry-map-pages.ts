/** What the map of entries reads: one statement. */
import { sql } from 'kysely'
import type { Decimal } from '../domain/decimal.ts'
import type { EntryId, IndicatorId, ProgrammeId, UnitId } from '../domain/ids.ts'
import type { Month } from '../domain/month.ts'
import type { TenantTransaction } from './db.ts'
import { latestDecision, stateOfEntry } from './entries.ts'

export type MapFilter = {
  readonly indicatorId: IndicatorId | null
  readonly unitId: UnitId | null
  readonly state: 'waiting' | 'accepted' | null
}

export type EntryMap = {
  readonly programme: { readonly id: ProgrammeId; readonly title: string }
  readonly indicators: readonly {
    readonly id: IndicatorId
    readonly taskNo: string
    readonly promise: string
  }[]
  readonly units: readonly { readonly id: UnitId; readonly name: string }[]
  /** How many the filter finds, and how many of them have a place; `entries` are the newest of those. */
  readonly total: number
  readonly located: number
  readonly entries: readonly {
    readonly id: EntryId
    readonly indicatorId: IndicatorId
    readonly unitId: UnitId
    readonly name: string | null
    readonly place: string | null
    readonly month: Month
    readonly state: 'waiting' | 'accepted'
    readonly longitude: Decimal
    readonly latitude: Decimal
    readonly accuracy: Decimal | null
  }[]
}

/** As many as a browser draws and sends for without waiting. */
export const mostOnMap = 20_000

/** Undefined where there is no such programme. `limit` is for tests. */
export async function findEntryMap(
  tx: TenantTransaction,
  programmeId: ProgrammeId,
  filter: MapFilter,
  limit = mostOnMap,
): Promise<EntryMap | undefined> {
  const { rows } = await sql<EntryMap>`
    with promise as (
        select distinct on (indicator_version.indicator_id) indicator_version.indicator_id,
          indicator_version.action || indicator_version.object as words, indicator_version.position,
          indicator_version.task_id
        from indicator_version
        where indicator_version.tenant_id = ${tx.tenantId} and indicator_version.programme_id = ${programmeId}
        order by indicator_version.indicator_id, indicator_version.amendment_no desc),
      -- How many there are comes from the tallies: only entries that have a place are read.
      counted as (
        select tally.indicator_id, tally.unit_id,
          case when ${filter.state}::text = 'accepted' then 0 else waiting_entries end
            + case when ${filter.state}::text = 'waiting' then 0 else accepted_entries end as entries
        from promise
          join entry_tally as tally on tally.tenant_id = ${tx.tenantId} and tally.indicator_id = promise.indicator_id
        where waiting_entries + accepted_entries > 0),
      located as (
        select entry.*, ${stateOfEntry} as state
        from promise
          join entry on entry.tenant_id = ${tx.tenantId} and entry.indicator_id = promise.indicator_id
            and entry.longitude is not null
          left join lateral (${latestDecision}) as latest on true
        where (${filter.indicatorId}::uuid is null or entry.indicator_id = ${filter.indicatorId}::uuid)
          and (${filter.unitId}::uuid is null or entry.unit_id = ${filter.unitId}::uuid)),
      found as (
        select * from located
        where state in ('waiting', 'accepted') and state = coalesce(${filter.state}::text, state)),
      shown as (select * from found order by id desc limit ${limit})
    select json_build_object('id', programme.id, 'title', programme.title) as programme,
      coalesce((
        select json_agg(json_build_object('id', promise.indicator_id, 'taskNo', task.no, 'promise', promise.words)
          order by task.position, promise.position)
        from promise
          join lateral (
            select no, position from task_version
            where tenant_id = ${tx.tenantId} and task_id = promise.task_id
            order by amendment_no desc limit 1) as task on true
        where promise.indicator_id in (select indicator_id from counted)), '[]') as indicators,
      coalesce((
        select json_agg(json_build_object('id', unit.id, 'name', unit.name) order by unit.name collate "zh-x-icu")
        from unit
        where unit.tenant_id = ${tx.tenantId} and unit.id in (select unit_id from counted)), '[]') as units,
      (select count(*)::integer from found) as located,
      (select coalesce(sum(entries), 0)::integer from counted
        where (${filter.indicatorId}::uuid is null or indicator_id = ${filter.indicatorId}::uuid)
          and (${filter.unitId}::uuid is null or unit_id = ${filter.unitId}::uuid)) as total,
      coalesce((
        select json_agg(json_build_object('id', id, 'indicatorId', indicator_id, 'unitId', unit_id, 'name', name,
          'place', place, 'month', month, 'state', state, 'longitude', trim_scale(longitude)::text,
          'latitude', trim_scale(latitude)::text, 'accuracy', trim_scale(accuracy)::text) order by id desc)
        from shown), '[]') as entries
    from programme
    where programme.tenant_id = ${tx.tenantId} and programme.id = ${programmeId}
  `.execute(tx.query)
  return rows[0]
}
