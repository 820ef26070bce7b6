/**
 * The embedded PostgreSQL: real binaries from npm, data in a directory, nothing to install or administer.
 *
 * Any number of processes may start it on the same directory: the first starts the server, the others join, the last
 * to leave stops it (embedded-presence.ts). A process killed with SIGKILL leaves the server running; the next one
 * joins that server, whatever state it is in. A killed server recovers when it is started again, and is started again
 * by the processes still using it, on the same port.
 */
import { resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Client } from 'pg'
import { Problem } from '../../domain/problems/problem.ts'
import { prepareHome, type ServerHome } from './embedded-account.ts'
import { embeddedBinaries, type Binaries } from './embedded-binaries.ts'
import { clusterOf, clusterPassword, ensureCluster, serverLogOf } from './embedded-cluster.ts'
import { farewellSaid, promiseFarewell } from './embedded-farewell.ts'
import { enterServer, leaveServer, stopWhenAlone } from './embedded-presence.ts'
import {
  findFreePort,
  findServer,
  lastPort,
  serverSettings,
  startServer,
  stopServer,
} from './embedded-server.ts'

export type EmbeddedPostgres = {
  /** The superuser on database `postgres`; prepareDatabase makes the application's own database and roles. */
  readonly superuserUrl: string
  /** Leaves the server, and stops it when nobody else uses it. Close pools first: open sessions are ended. */
  stop(): Promise<void>
}

type Log = (line: string) => void
type Installation = { readonly home: ServerHome; readonly binaries: Binaries; readonly log: Log }
type Membership = { readonly presence: Client; readonly port: number }

const startDeadlineMilliseconds = 90_000

/**
 * Starts or joins the server of `dataDirectory`, making what does not exist yet. `log` is told, in Chinese sentences,
 * what takes time or differs from the ordinary. Throws Problem database.no-embedded or database.start-failed, the
 * latter with the server's own words.
 */
export async function startEmbeddedPostgres(options: {
  readonly dataDirectory: string
  readonly log: Log
}): Promise<EmbeddedPostgres> {
  const dataDirectory = resolve(options.dataDirectory)
  const installation = install(dataDirectory, options.log)
  await ensureCluster(installation.home, installation.binaries, options.log)
  let membership = await joinServer(installation)
  const { port } = membership
  let recovery = Promise.resolve()
  let stopping: Promise<void> | undefined

  function stayJoined(): void {
    membership.presence.once('end', () => {
      if (stopping === undefined) recovery = rejoin().catch((error: unknown) => options.log(String(error)))
    })
  }
  async function rejoin(): Promise<void> {
    options.log('与内置数据库的连接中断，正在恢复……')
    membership = await joinServer(installation, port)
    options.log('内置数据库已恢复。')
    stayJoined()
  }
  async function leave(): Promise<void> {
    await recovery
    await leaveServer(membership.presence)
    await stopIfUnused(installation, 100)
    farewellSaid(dataDirectory)
  }
  function stop(): Promise<void> {
    stopping ??= leave()
    return stopping
  }

  stayJoined()
  promiseFarewell(dataDirectory, stop)
  return { superuserUrl: urlOf(installation.home, port), stop }
}

/** Stops the server of `dataDirectory` if within `patienceMilliseconds` nobody uses it. */
export async function leaveEmbeddedPostgres(
  dataDirectory: string,
  patienceMilliseconds: number,
): Promise<void> {
  await stopIfUnused(
    install(dataDirectory, () => undefined),
    patienceMilliseconds,
  )
}

function install(dataDirectory: string, log: Log): Installation {
  const home = prepareHome(dataDirectory, log)
  return { home, binaries: embeddedBinaries(home), log }
}

function urlOf(home: ServerHome, port: number): string {
  return `postgres://postgres:${clusterPassword(home)}@127.0.0.1:${port}/postgres`
}

/** With `fixedPort` the server is started nowhere else: pools that know the port find it again. */
async function joinServer(installation: Installation, fixedPort?: number): Promise<Membership> {
  const { home } = installation
  const deadline = performance.now() + startDeadlineMilliseconds
  let lastWords = ''
  let port = fixedPort ?? lastPort(clusterOf(home)) ?? (await findFreePort())
  while (performance.now() < deadline) {
    const server = findServer(clusterOf(home))
    if (server === undefined) {
      lastWords = await start(installation, port)
      port = fixedPort ?? (await findFreePort())
      continue
    }
    try {
      const presence = await enterServer(urlOf(home, server.port))
      return { presence, port: server.port }
    } catch (error) {
      lastWords = String(error)
      if (isRefusal(error)) break
      await delay(20) // Starting, recovering or stopping.
    }
  }
  throw new Problem('database.start-failed', { directory: home.directory, lines: lastWords })
}

/** Class 28: the server is there and does not accept the password, which waiting will not change. */
function isRefusal(error: unknown): boolean {
  return (error as { code?: string }).code?.startsWith('28') ?? false
}

/** What passes by itself: a port just taken, survivors of a killed server, another process starting it first. */
const passing =
  /Address already in use|could not create any TCP|pre-existing shared memory|"postmaster\.pid" already exists/

async function start({ home, binaries }: Installation, port: number): Promise<string> {
  const cluster = clusterOf(home)
  const { ok, lines } = await startServer({
    pgCtl: binaries.pgCtl,
    cluster,
    logFile: serverLogOf(home),
    account: home.account,
    settings: serverSettings,
    port,
  })
  if (ok || findServer(cluster) !== undefined) return lines
  if (!passing.test(lines)) throw new Problem('database.start-failed', { directory: home.directory, lines })
  await delay(50)
  return lines
}

async function stopIfUnused({ home, binaries }: Installation, patienceMilliseconds: number): Promise<void> {
  const cluster = clusterOf(home)
  const server = findServer(cluster)
  if (server === undefined) return
  const stopping = await stopWhenAlone(urlOf(home, server.port), patienceMilliseconds, () =>
    stopServer(binaries.pgCtl, cluster, home.account),
  )
  if (!stopping) return
  const deadline = performance.now() + startDeadlineMilliseconds
  while (findServer(cluster)?.pid === server.pid && performance.now() < deadline) await delay(20)
}
