/**
 * The database as the application meets it: a pool under the role `jiannuo_app`, and transactions that see one tenant.
 * The interface (Database, TenantTransaction, inTenant) is what every store function takes.
 *
 * How values arrive: numeric as Decimal and date as PlainDate (exact text), bigint as a number that is refused beyond
 * 2^53, timestamptz as Date (milliseconds, which is what the clocks that are passed in give), jsonb parsed. Time
 * zone and timeouts are settings of the role (database-roles.ts).
 */
import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import { Pool, TypeOverrides, types as pgTypes } from 'pg'
import { decimal } from '../domain/decimal.ts'
import type { TenantId } from '../domain/ids.ts'
import { listen, type Hearing, type Listener } from './listen.ts'
import type { Tables } from './tables.ts'

/** Told of every statement sent, so that tests and metrics can count them. */
export type StatementObserver = (statement: string) => void

export type Database = {
  readonly kysely: Kysely<Tables>
  /** Hears what transactions of any process announce on a channel (listen.ts), until it or the database is closed. */
  readonly listen: (hearing: Hearing) => Listener
  readonly close: () => Promise<void>
}

declare const walled: unique symbol

/** A transaction inside one tenant's wall: row-level security shows it nothing else. */
export type TenantTransaction = {
  readonly [walled]: true
  readonly tenantId: TenantId
  readonly query: Transaction<Tables>
}

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/**
 * Runs `work` in one read-committed transaction that sees only this tenant. The setting goes by SET LOCAL with a
 * validated literal: the form that a Citus cluster carries to its workers (docs/database.md).
 */
export function inTenant<Result>(
  db: Database,
  tenantId: TenantId,
  work: (tx: TenantTransaction) => Promise<Result>,
): Promise<Result> {
  if (!uuidPattern.test(tenantId)) throw new TypeError('a tenant id is a UUID')
  return db.kysely.transaction().execute(async (query) => {
    await sql.raw(`set local app.tenant = '${tenantId}'`).execute(query)
    return work({ tenantId, query } as TenantTransaction)
  })
}

const types = new TypeOverrides()
types.setTypeParser(pgTypes.builtins.DATE, (text) => text)
types.setTypeParser(pgTypes.builtins.TIMESTAMP, (text) => text)
types.setTypeParser(pgTypes.builtins.NUMERIC, decimal)
types.setTypeParser(pgTypes.builtins.INT8, (text) => {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} does not fit a number exactly`)
  return value
})

/** Opens a pool on prepareDatabase's `app` URL; connections are made when they are first needed. */
export function openDatabase(url: string, observe?: StatementObserver): Database {
  const pool = new Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 10_000, types })
  // An idle connection that is lost (the server restarts) is replaced by the next query; unheard, it ends the process.
  pool.on('error', () => undefined)
  const kysely = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    log: (event) => {
      if (event.level === 'query') observe?.(event.query.sql)
    },
  })
  const listeners = new Set<Listener>()
  return {
    kysely,
    listen: (hearing) => {
      const listener = listen(url, hearing)
      listeners.add(listener)
      return listener
    },
    close: async () => {
      await Promise.all([...listeners].map((listener) => listener.close()))
      await kysely.destroy()
    },
  }
}
