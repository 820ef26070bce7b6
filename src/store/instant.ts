/** An instant in the JSON of a query, as the contract writes it: UTC to the millisecond. */
import { sql, type RawBuilder } from 'kysely'

/** `column` is a timestamptz by name, never what somebody typed. */
export function instant(column: string): RawBuilder<unknown> {
  return sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`)
}
