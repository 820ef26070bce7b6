/**
 * Starts what the database tests run on: the embedded server and Debian's PostgreSQL 15, the newest and the oldest
 * that the product supports. Each gets a migrated template database, which every test file copies (database.ts).
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { TestProject } from 'vitest/node'
import { canInstallPackages, installPackages } from '../../scripts/debian-packages.ts'
import { migrate } from '../../src/store/migrate.ts'
import { prepareDatabase } from '../../src/store/prepare-database.ts'
import { startEmbeddedForTests, startSystemServer, type ThrowAwayServer } from './throw-away-server.ts'

export type TestServer = { readonly name: string; readonly superuserUrl: string }

declare module 'vitest' {
  interface ProvidedContext {
    databaseServers: TestServer[]
  }
}

export const templateDatabase = 'jiannuo_template'
const debianBinaries = '/usr/lib/postgresql/15/bin'

/** Vitest's global set-up; gives its tear-down. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await providePostgres15()
  const starting = serverStarters().map(({ start }) => start())
  const started = await Promise.allSettled(starting)
  const servers = started.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
  const stop = async (): Promise<void> => {
    await Promise.all(servers.map((server) => server.stop()))
  }
  try {
    await Promise.all(starting)
    await Promise.all(servers.map(makeTemplate))
  } catch (error) {
    await stop()
    throw error
  }
  project.provide(
    'databaseServers',
    servers.map(({ name, superuserUrl }) => ({ name, superuserUrl })),
  )
  return stop
}

/** How to start each kind of server there is on this machine. */
export function serverStarters(): { name: string; start: () => Promise<ThrowAwayServer> }[] {
  const embedded = { name: 'embedded PostgreSQL', start: startEmbeddedForTests }
  if (!existsSync(debianBinaries)) return [embedded]
  return [
    embedded,
    { name: 'PostgreSQL 15', start: () => startSystemServer('PostgreSQL 15', debianBinaries) },
  ]
}

async function makeTemplate(server: TestServer): Promise<void> {
  const { owner } = await prepareDatabase({ url: databaseUrl(server, templateDatabase) })
  await migrate(owner)
}

/** The server's superuser on another of its databases. */
export function databaseUrl(server: TestServer, database: string): string {
  const url = new URL(server.superuserUrl)
  url.pathname = `/${database}`
  return url.href
}

/** Where it must be there (CI, or a Debian we may install on) a run without PostgreSQL 15 fails; elsewhere it says so. */
async function providePostgres15(): Promise<void> {
  if (existsSync(debianBinaries)) return
  if (canInstallPackages()) {
    keepDebianFromMakingACluster()
    await installPackages(['postgresql-15'])
    if (existsSync(debianBinaries)) return
    throw new Error(`postgresql-15 was installed, but ${debianBinaries} is not there`)
  }
  const missing = `PostgreSQL 15 was not tested: ${debianBinaries} is not there (Debian: apt-get install postgresql-15)`
  if (process.env['CI'] === 'true') throw new Error(missing)
  process.stderr.write(`\n${missing}\n`)
}

/** The package would otherwise make a cluster of its own and run it as a service. */
function keepDebianFromMakingACluster(): void {
  const file = '/etc/postgresql-common/createcluster.d/no-main-cluster.conf'
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, 'create_main_cluster = false\n')
}
