/** The whole product in this process, at a time that the test moves: for what takes a product weeks of a year gone by. */
import { rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { buildApp } from '../../src/api/app.ts'
import { openSurroundings } from '../../src/api/open-surroundings.ts'
import { readConfig } from '../../src/config.ts'
import { runJobs } from '../../src/services/duty/jobs.ts'
import { ensureDemo } from '../../src/services/installation/demo.ts'
import { demoSeed, readDemoSample } from '../../src/services/installation/demo-seed.ts'
import { openInstallation } from '../../src/services/installation/installation.ts'
import { tenantIdOf } from '../../src/services/installation/tenants.ts'
import { makeTemporaryDirectory } from './temporary-directory.ts'

const webRoot = join(import.meta.dirname, '../../dist/web')

export type DatedSite = {
  /** Where it answers, without a slash at the end. */
  readonly url: string
  /** Makes it that time, and runs what the server does by itself. Sessions do not outlive a day. */
  readonly moveTo: (now: string) => Promise<void>
  readonly close: () => Promise<void>
}

/** Listens on an embedded database of its own, with the demonstration as it is at `start`, e.g. 2023-03-01T09:00:00+08:00. */
export async function openDatedSite(start: string): Promise<DatedSite> {
  const dataDirectory = makeTemporaryDirectory('dated')
  const config = readConfig({ LOG_LEVEL: 'silent', DATA_DIRECTORY: dataDirectory })
  const installation = await openInstallation({ ...config, log: () => undefined })
  let at = new Date(start)
  const now = () => at
  const { db } = installation
  const tenantId = tenantIdOf(config.tenantCode)
  await ensureDemo({ db, tenantId, person: null, now: at }, demoSeed, readDemoSample)
  const app = await buildApp(
    { db, config, demo: demoSeed, now, ...(await openSurroundings(config)) },
    webRoot,
  )
  await app.listen({ port: 0, host: config.host })
  return {
    url: `http://${config.host}:${(app.server.address() as AddressInfo).port}`,
    moveTo: async (instant) => {
      at = new Date(instant)
      await runJobs({
        db,
        tenantIds: [tenantId],
        now,
        mail: undefined,
        failed: (job, error) => {
          throw new Error(`${job} failed`, { cause: error })
        },
      })
    },
    close: async () => {
      await app.close()
      await installation.close()
      await rm(dataDirectory, { recursive: true, force: true })
    },
  }
}
