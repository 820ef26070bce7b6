/**
 * What cells have month by month, sent as one text a cell: `2023-01-01 12.5 40,2023-02-01 …`, in no order. A year has 15,000
 * figures, and a JSON value for each takes the database twice as long as reading them.
 */
import { sql, type RawBuilder } from 'kysely'
import type { IndicatorId, UnitId } from '../domain/values/ids.ts'
import type { Month } from '../domain/values/month.ts'

export type MonthsOfCell = readonly [IndicatorId, UnitId, months: string]

/** The fields of one month; one that was null is empty. */
export type MonthFields = readonly [Month, ...string[]]

/**
 * A JSON array of them. `fields` are what each month has, the month first, none with a blank or a comma in it; `from` has
 * the columns `indicator_id`, `unit_id` and those.
 */
export function monthsOfCells(
  fields: readonly RawBuilder<unknown>[],
  from: RawBuilder<unknown>,
): RawBuilder<readonly MonthsOfCell[]> {
  return sql`(
    select coalesce(json_agg(json_build_array(indicator_id, unit_id, months)), '[]') from (
      select indicator_id, unit_id, string_agg(concat(${sql.join(fields, sql`, ' ', `)}), ',') as months
      from ${from} group by indicator_id, unit_id) as by_cell)`
}

/** In the order of the months: each comes first in its text and is written the year first. */
export function monthsIn(months: string | undefined): MonthFields[] {
  const texts = months?.split(',').toSorted() ?? []
  return texts.map((text) => text.split(' ') as unknown as MonthFields)
}
