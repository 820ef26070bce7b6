/** Server time of each screen as a multiple of a bare `select 1` through the same server, with queries and bytes. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { buildApp } from '../src/api/app.ts'
import { readConfig } from '../src/config.ts'
import { openSurroundings } from '../src/api/open-surroundings.ts'
import { ensureDemo } from '../src/services/demo.ts'
import { demoSeed, readDemoSample } from '../src/services/demo-seed.ts'
import { openInstallation } from '../src/services/installation.ts'
import { tenantIdOf } from '../src/services/tenants.ts'
import { inTenant } from '../src/store/db.ts'
import { compare } from './measure.ts'

const runs = 200

export async function benchScreens(): Promise<void> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'jiannuo-bench-'))
  const statements: string[] = []
  const installation = await openInstallation({
    databaseUrl: undefined,
    migrationDatabaseUrl: undefined,
    dataDirectory,
    log: () => undefined,
    observe: (statement) => statements.push(statement),
  })
  try {
    const { db } = installation
    const tenantId = tenantIdOf('demo')
    await ensureDemo({ db, tenantId, person: null, now: new Date() }, demoSeed, readDemoSample)
    const config = readConfig({ LOG_LEVEL: 'silent', DATA_DIRECTORY: dataDirectory })
    const app = await buildApp({
      db,
      config,
      demo: demoSeed,
      now: () => new Date(),
      ...(await openSurroundings(config)),
    })
    const [programme] = (await app.inject('/api/programmes')).json()
    const bare = () => inTenant(db, tenantId, (tx) => sql`select 1`.execute(tx.query))
    for (const [name, url] of [
      ['年度列表 programmes', '/api/programmes'],
      ['任务分解表 living table', `/api/programmes/${programme.id}`],
      ['原文 source', `/api/programmes/${programme.id}/source`],
    ] as const) {
      statements.length = 0
      const bytes = (await app.inject(url)).rawPayload.length
      const queries = statements.length
      const { ours, yardstick } = await compare(runs, () => app.inject(url), bare)
      const ratio = (ours / yardstick).toFixed(1)
      console.log(
        `  ${name}: ${ours.toFixed(2)} ms, ${ratio} × select 1 (aim ≤ 8), ${queries} statements, ${bytes} bytes`,
      )
    }
    await app.close()
  } finally {
    await installation.close()
    await rm(dataDirectory, { recursive: true, force: true })
  }
}
