/** What ledgers cost: loading a large file beside COPY, and one accepted entry beside a bare insert, few or many there. */
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { Client } from 'pg'
import type { Context } from '../src/services/context.ts'
import { newId } from '../src/services/context.ts'
import { ensureDemo } from '../src/services/demo.ts'
import { demoSeed, readDemoSample } from '../src/services/demo-seed.ts'
import { decide, getEntry } from '../src/services/entries.ts'
import { openInstallation } from '../src/services/installation.ts'
import { loadLedger } from '../src/services/ledger-loads.ts'
import { tenantIdOf } from '../src/services/tenants.ts'
import { decimal } from '../src/domain/decimal.ts'
import type { EntryId, IndicatorId, PersonId, PostId, ProgrammeId, UnitId } from '../src/domain/ids.ts'
import { monthOf } from '../src/domain/month.ts'
import { xlsxStream } from '../src/reports/streamed-sheet.ts'
import { inTenant, type Database, type TenantTransaction } from '../src/store/db.ts'
import { insertEntries, type NewEntry } from '../src/store/entries.ts'
import { appendLog, takeTurn } from '../src/store/log.ts'
import { compare } from './measure.ts'

const loadedRows = 100_000
const runs = 150
const now = new Date('2023-03-01T09:00:00+08:00')

type Setting = {
  readonly db: Database
  readonly owner: string
  readonly ctx: Context
  readonly programmeId: ProgrammeId
  readonly indicators: readonly IndicatorId[]
  readonly unitId: UnitId
  readonly by: PersonId
  readonly postId: PostId
}

export async function benchLedgers(): Promise<void> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'jiannuo-bench-'))
  const installation = await openInstallation({
    databaseUrl: undefined,
    migrationDatabaseUrl: undefined,
    dataDirectory,
    log: () => undefined,
  })
  try {
    const setting = await prepare(installation.db, installation.owner, dataDirectory)
    await benchLoad(setting, dataDirectory)
    await benchAccepted(setting)
  } finally {
    await installation.close()
    await rm(dataDirectory, { recursive: true, force: true })
  }
}
