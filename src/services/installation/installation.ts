/** Opening what the product runs on: the embedded PostgreSQL or a server, prepared and migrated. */
import { join } from 'node:path'
import { openDatabase, type Database, type StatementObserver } from '../../store/db.ts'
import { startEmbeddedPostgres } from '../../store/embedded/embedded-postgres.ts'
import { migrate } from '../../store/migrate.ts'
import { prepareDatabase } from '../../store/prepare-database.ts'
import { refreshStatistics } from '../../store/refresh-statistics.ts'

export type InstallationOptions = {
  /** A server to use; without it the embedded one is started in `dataDirectory`. */
  readonly databaseUrl: string | undefined
  readonly migrationDatabaseUrl: string | undefined
  readonly dataDirectory: string
  readonly log: (line: string) => void
  /** Told of every statement sent. */
  readonly observe?: StatementObserver
}

export type Installation = {
  readonly db: Database
  /** For when much was written at once. */
  readonly refreshStatistics: () => Promise<void>
  readonly close: () => Promise<void>
}

/** Throws Problem 'database.*' with what to do. */
export async function openInstallation(options: InstallationOptions): Promise<Installation> {
  const embedded = options.databaseUrl === undefined ? await startEmbedded(options) : undefined
  try {
    const url = options.databaseUrl ?? withDatabase(embedded?.superuserUrl ?? '', 'jiannuo')
    const { migrationDatabaseUrl } = options
    const urls = await prepareDatabase({
      url,
      ...(migrationDatabaseUrl && { migrationUrl: migrationDatabaseUrl }),
    })
    await migrate(urls.owner)
    const db = openDatabase(urls.app, options.observe)
    return {
      db,
      refreshStatistics: () => refreshStatistics(urls.owner),
      close: async () => {
        await db.close()
        await embedded?.stop()
      },
    }
  } catch (error) {
    await embedded?.stop()
    throw error
  }
}

function startEmbedded({ dataDirectory, log }: InstallationOptions) {
  log('启动内置数据库……')
  return startEmbeddedPostgres({ dataDirectory: join(dataDirectory, 'postgres'), log })
}

function withDatabase(url: string, name: string): string {
  const named = new URL(url)
  named.pathname = `/${name}`
  return named.href
}
