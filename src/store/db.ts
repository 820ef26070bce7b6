/**
 * The database as the application meets it: a pool under the role `jiannuo_app`, and transactions that see one tenant.
 * The interface (Database, TenantTransaction, inTenant) is what every store function takes.
 */
import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import pg from 'pg'
import type { TenantId } from '../domain/ids.ts'
import type { Tables } from './tables.ts'

/** Told of every statement sent, so that tests and metrics can count them. */
export type StatementObserver = (statement: string) => void

export type Database = { readonly kysely: Kysely<Tables>; readonly close: () => Promise<void> }

declare const walled: unique symbol

/** A transaction inside one tenant's wall: row-level security shows it nothing else. */
export type TenantTransaction = {
  readonly [walled]: true
  readonly tenantId: TenantId
  readonly query: Transaction<Tables>
}

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/**
 * Runs `work` in one transaction that sees only this tenant. The setting goes by SET LOCAL with a validated literal:
 * the form that a Citus cluster carries to its workers (docs/database.md).
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

// Dates stay text, 64-bit numbers and numerics stay text: nothing is rounded on its way in.
const types = new pg.TypeOverrides()
types.setTypeParser(pg.types.builtins.DATE, (text) => text)

export function openDatabase(url: string, observe?: StatementObserver): Database {
  const pool = new pg.Pool({ connectionString: url, max: 10, types, statement_timeout: 30_000 })
  const kysely = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    ...(observe && { log: (event) => event.level === 'query' && observe(event.query.sql) }),
  })
  return { kysely, close: () => kysely.destroy() }
}
