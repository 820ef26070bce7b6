/** The composition root of the server: configuration, database, demonstration, listening, and a clean end. */
import { existsSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig, type Config } from '../config.ts'
import { Problem } from '../domain/problems/problem.ts'
import { ensureDemo } from '../services/installation/demo.ts'
import { startYear, type BackgroundYear } from '../services/installation/year/background-year.ts'
import { demoSeed, readDemoSample } from '../services/installation/demo-seed.ts'
import { openMailer } from '../external/mailer.ts'
import { startJobs } from '../services/duty/jobs.ts'
import { openInstallation } from '../services/installation/installation.ts'
import { tenantIdOf } from '../services/installation/tenants.ts'
import { buildApp } from './app.ts'
import { boundariesIn } from './map-base.ts'
import { openSurroundings } from './open-surroundings.ts'

const webRoot = join(import.meta.dirname, '../../dist/web')

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

const now = () => new Date()

async function run(config: Config): Promise<void> {
  const installation = await openInstallation({ ...config, log: say })
  const isDemo = config.tenantCode === demoSeed.tenant.code
  const ctx = { db: installation.db, tenantId: tenantIdOf(config.tenantCode), person: null, now: now() }
  if (isDemo && (await ensureDemo(ctx, demoSeed, readDemoSample, config.demonstrationYear)))
    say('已载入演示数据。Demonstration data loaded.')
  const surroundings = await openSurroundings(config)
  let year: BackgroundYear | undefined
  const deployment = {
    db: installation.db,
    config,
    demo: demoSeed,
    now,
    yearProgress: () => year?.progress() ?? null,
    ...surroundings,
  }
  const app = await buildApp(deployment, existsSync(webRoot) ? webRoot : undefined)
  const mailer = config.mail && openMailer(config.mail.smtpUrl, config.mail.from)
  const jobs = startJobs({
    db: installation.db,
    tenantIds: [...new Set([config.tenantCode, ...config.tenantHosts.values()])].map(tenantIdOf),
    now,
    mail: mailer && config.mail && { mailer, siteUrl: config.mail.siteUrl },
    failed: (job, error) => app.log.error({ err: error, job }, 'a job failed; the next round tries again'),
  })
  const close = async () => {
    await year?.stop()
    await jobs.stop()
    mailer?.close()
    await app.close()
    await installation.close()
  }
  closeOnSignals(close)
  await app.listen({ port: config.port, host: config.host }).catch(async (error: NodeJS.ErrnoException) => {
    await close()
    if (error.code === 'EADDRINUSE') throw new Problem('server.port-taken', { port: config.port })
    throw error
  })
  const { port } = app.server.address() as AddressInfo
  say(`践诺已就绪，请打开 Ready, open http://${config.host}:${port}`)
  if (isDemo && config.demonstrationYear)
    year = startYear(
      { ...ctx, boundaries: boundariesIn(surroundings.mapBase) },
      {
        signInNames: demoSeed.accounts.map(({ signInName }) => signInName),
        scratch: tmpdir(),
        refreshStatistics: installation.refreshStatistics,
        monthDone: (month, seconds) =>
          say(
            `演示年度：${month ?? '分解与签收'} 已载入 Demonstration year: ${month ?? 'plans'}, ${seconds.toFixed(1)} s`,
          ),
        failed: (error) =>
          app.log.error({ err: error }, 'the demonstration year stopped; the next start goes on'),
      },
    )
}

function closeOnSignals(close: () => Promise<void>): void {
  let closing = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (closing) return
      closing = true
      void close().then(() => process.exit(0))
    })
  }
}

try {
  await run(readConfig())
} catch (error) {
  process.stderr.write(
    `${error instanceof Problem ? error.message : error instanceof Error ? error.stack : String(error)}\n`,
  )
  process.exitCode = 1
}
