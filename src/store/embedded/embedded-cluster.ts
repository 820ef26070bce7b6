/** Makes the database cluster: once, whole or not at all. */
import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Problem } from '../../domain/problems/problem.ts'
import type { ServerHome } from './embedded-account.ts'
import type { Binaries } from './embedded-binaries.ts'
import { isAlive } from './embedded-server.ts'

const run = promisify(execFile)

export function clusterOf(home: ServerHome): string {
  return join(home.directory, 'cluster')
}

export function serverLogOf(home: ServerHome): string {
  return join(home.directory, 'server.log')
}

/** The superuser's password: random, made with the cluster, readable by the server's account alone. */
export function clusterPassword(home: ServerHome): string {
  return readFileSync(join(clusterOf(home), 'superuser-password'), 'utf8').trim()
}

/**
 * Makes the cluster beside its final place and moves it there when it is complete, so a kill at any moment leaves
 * either a whole cluster or none. Of two processes that do so at once one wins and the other throws its own away.
 */
export async function ensureCluster(
  home: ServerHome,
  binaries: Binaries,
  log: (line: string) => void,
): Promise<void> {
  if (existsSync(clusterOf(home))) return
  log('首次启动：正在建立内置数据库……')
  const making = join(home.directory, `making-${process.pid}`)
  rmSync(making, { recursive: true, force: true })
  mkdirSync(making, { mode: 0o700 })
  const password = join(making, 'superuser-password')
  writeFileSync(password, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600 })
  if (home.account.uid !== undefined && home.account.gid !== undefined) {
    chownSync(making, home.account.uid, home.account.gid)
    chownSync(password, home.account.uid, home.account.gid)
  }
  const cluster = join(making, 'cluster')
  await initialise(home, binaries, cluster, password)
  renameSync(password, join(cluster, 'superuser-password'))
  try {
    renameSync(cluster, clusterOf(home))
  } catch (error) {
    if (!existsSync(clusterOf(home))) throw error
  }
  rmSync(making, { recursive: true, force: true })
  sweepAbandoned(home)
}

/**
 * UTF-8 in code-point order: the same order on every server and system, and no index that a new ICU version breaks.
 * Chinese order is asked for where it is wanted, `collate "zh-x-icu"` (pinyin). The C library's locale matters beside
 * it because pg_trgm reads character classes there; a system without any UTF-8 one falls back to C.
 */
async function initialise(
  home: ServerHome,
  binaries: Binaries,
  cluster: string,
  password: string,
): Promise<void> {
  const failures: string[] = []
  for (const locale of ['C.UTF-8', 'en_US.UTF-8', 'C']) {
    const options = [
      `--pgdata=${cluster}`,
      '--username=postgres',
      `--pwfile=${password}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      `--locale=${locale}`,
      '--lc-messages=C',
      '--text-search-config=simple',
      '--no-instructions',
    ]
    try {
      await run(binaries.initdb, options, { ...home.account, cwd: home.directory })
      return
    } catch (error) {
      failures.push(String((error as { stderr?: string }).stderr ?? error))
      rmSync(cluster, { recursive: true, force: true })
    }
  }
  throw new Problem('database.start-failed', { directory: home.directory, lines: failures.join('\n') })
}

/** What processes killed in the middle of making a cluster left behind. */
function sweepAbandoned(home: ServerHome): void {
  for (const name of readdirSync(home.directory)) {
    const maker = /^making-(\d+)$/.exec(name)?.[1]
    if (maker !== undefined && !isAlive(Number(maker))) {
      rmSync(join(home.directory, name), { recursive: true, force: true })
    }
  }
}
