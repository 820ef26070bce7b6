/**
 * Applies `migrations/NNNN-name.sql` in order, each in a transaction of its own together with its row in the table
 * `migration` (file name and SHA-256), all under one advisory lock: of processes that start at once one migrates and
 * the others wait, then find nothing to do.
 *
 * Not Kysely's migrator: it records no digest, so an edited migration would pass unseen, and runs all migrations in
 * one transaction, so the first files of a long list would be undone with the last.
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { Problem } from '../domain/problems/problem.ts'

export type Migration = { readonly file: string; readonly sql: string; readonly sha256: string }

const migrationsDirectory = join(import.meta.dirname, '../../migrations')
const migrationLock = 7_402_313

/** The migrations of a directory in order. Line ends do not count: Git may change them. */
export function readMigrations(directory: string = migrationsDirectory): Migration[] {
  const files = readdirSync(directory).filter((file) => /^\d{4}-[a-z0-9-]+\.sql$/.test(file))
  return files.toSorted().map((file) => {
    const sql = readFileSync(join(directory, file), 'utf8').replaceAll('\r\n', '\n')
    return { file, sql, sha256: createHash('sha256').update(sql).digest('hex') }
  })
}

/**
 * Brings the database of `ownerUrl` (prepareDatabase) up to date and answers the files it applied. Throws Problem
 * migration.changed, .missing, .out-of-order or .failed; files applied before the failing one stay applied.
 */
export async function migrate(
  ownerUrl: string,
  migrations: readonly Migration[] = readMigrations(),
): Promise<string[]> {
  const client = new Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 })
  try {
    await client.connect()
    await client.query(`select pg_advisory_lock(${migrationLock})`)
    const pending = pendingOf(migrations, await readLedger(client))
    for (const migration of pending) await apply(client, migration)
    return pending.map((migration) => migration.file)
  } finally {
    await client.end() // Gives the lock back too.
  }
}

type LedgerRow = { readonly file: string; readonly sha256: string }

async function readLedger(client: Client): Promise<LedgerRow[]> {
  await client.query(`
    create table if not exists migration (
      file text primary key,
      sha256 text not null,
      applied_at timestamptz not null default now()
    )`)
  return (await client.query<LedgerRow>('select file, sha256 from migration order by file')).rows
}

function pendingOf(migrations: readonly Migration[], ledger: readonly LedgerRow[]): Migration[] {
  const known = new Map(migrations.map((migration) => [migration.file, migration.sha256]))
  for (const { file, sha256 } of ledger) {
    const present = known.get(file)
    if (present === undefined) throw new Problem('migration.missing', { file })
    if (present !== sha256) throw new Problem('migration.changed', { file })
  }
  const applied = new Set(ledger.map((row) => row.file))
  const pending = migrations.filter(({ file }) => !applied.has(file))
  const [first] = pending
  const last = ledger.at(-1)
  if (first !== undefined && last !== undefined && first.file < last.file) {
    throw new Problem('migration.out-of-order', { file: first.file, after: last.file })
  }
  return pending
}

async function apply(client: Client, { file, sql, sha256 }: Migration): Promise<void> {
  try {
    await client.query('begin')
    await client.query(sql)
    await client.query('insert into migration (file, sha256) values ($1, $2)', [file, sha256])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw new Problem('migration.failed', { file, reason: reasonOf(error, sql) }, { cause: error })
  }
}

function reasonOf(error: unknown, sql: string): string {
  const { message, position } = error as { message: string; position?: string }
  if (position === undefined) return message
  return `${message} (line ${sql.slice(0, Number(position)).split('\n').length})`
}
