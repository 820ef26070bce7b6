/** PostgreSQL servers that live for one test run: in a temporary directory, and without waiting for the disk. */
import { spawnSync } from 'node:child_process'
import { chownSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { prepareHome, type ServerHome } from '../../src/store/embedded/embedded-account.ts'
import { embeddedBinaries } from '../../src/store/embedded/embedded-binaries.ts'
import {
  clusterOf,
  clusterPassword,
  ensureCluster,
  serverLogOf,
} from '../../src/store/embedded/embedded-cluster.ts'
import {
  findFreePort,
  serverSettings,
  startServer,
  stopServer,
} from '../../src/store/embedded/embedded-server.ts'
import { makeTemporaryDirectory } from './temporary-directory.ts'

export type ThrowAwayServer = {
  readonly name: string
  readonly superuserUrl: string
  readonly stop: () => Promise<void>
}

const settings = { ...serverSettings, fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

/** The binaries and the cluster that the embedded server has. */
export async function startEmbeddedForTests(): Promise<ThrowAwayServer> {
  const home = temporaryHome()
  const binaries = embeddedBinaries(home)
  await ensureCluster(home, binaries, () => undefined)
  return start('embedded PostgreSQL', home, binaries.pgCtl, clusterPassword(home))
}

/** A server of the PostgreSQL programs in `bin`, with that version's own defaults. */
export async function startSystemServer(name: string, bin: string): Promise<ThrowAwayServer> {
  const home = temporaryHome()
  const { uid, gid } = home.account
  const passwordFile = join(home.directory, 'password')
  writeFileSync(passwordFile, 'throw-away\n')
  if (uid !== undefined && gid !== undefined) chownSync(passwordFile, uid, gid)
  const options = [
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--locale=C.UTF-8',
  ]
  const made = spawnSync(
    join(bin, 'initdb'),
    ['-D', clusterOf(home), '--encoding=UTF8', '--no-sync', ...options],
    {
      ...home.account,
      cwd: home.directory,
      encoding: 'utf8',
    },
  )
  if (made.status !== 0) throw new Error(`initdb of ${bin}: ${made.stderr || String(made.error)}`)
  return start(name, home, join(bin, 'pg_ctl'), 'throw-away')
}

function temporaryHome(): ServerHome {
  return prepareHome(makeTemporaryDirectory('test'), () => undefined)
}

async function start(
  name: string,
  home: ServerHome,
  pgCtl: string,
  password: string,
): Promise<ThrowAwayServer> {
  const port = await findFreePort()
  const cluster = clusterOf(home)
  const logFile = serverLogOf(home)
  const { ok, lines } = await startServer({ pgCtl, cluster, logFile, account: home.account, settings, port })
  if (!ok) throw new Error(`a test server did not start:\n${lines}`)
  return {
    name,
    superuserUrl: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    stop: async () => {
      await stopServer(pgCtl, cluster, home.account)
      rmSync(home.directory, { recursive: true, force: true })
    },
  }
}
