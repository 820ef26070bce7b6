/**
 * Which operating-system account runs the embedded server. PostgreSQL refuses to run as root, so root lends it the
 * account “nobody” (or whoever already owns the data directory); no account is ever created.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmdirSync, statSync, symlinkSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { Problem } from '../../domain/problems/problem.ts'

/** Options for spawn; empty when the present account will do. */
export type Account = { readonly uid?: number; readonly gid?: number }

export type ServerHome = {
  /** Holds the cluster, its log and, where needed, a copy of the binaries. No symbolic link on the way. */
  readonly directory: string
  readonly account: Account
}

const nobody = { uid: 65534, gid: 65534 }
const systemHome = '/var/lib/jiannuo'

/**
 * Makes `dataDirectory` a place where the server's account can work. Run by root inside a directory closed to
 * others (a clone under /root, say), the data go to a new directory below /var/lib/jiannuo and `dataDirectory`
 * becomes a link to it: opening root's own home to others would be worse.
 */
export function prepareHome(dataDirectory: string, log: (line: string) => void): ServerHome {
  const path = resolve(dataDirectory)
  // Only the directory itself is private: closed parents would shut the server's account out.
  mkdirSync(dirname(path), { recursive: true })
  if (process.getuid?.() !== 0) {
    mkdirSync(path, { recursive: true, mode: 0o700 })
    return { directory: realpathSync(path), account: {} }
  }
  if (!existsSync(path)) makeWithinReach(path, log)
  const directory = realpathSync(path)
  const account = lendTo(directory)
  if (canEnter(directory, account)) return { directory, account }
  throw new Problem('database.start-failed', {
    directory,
    lines: `account ${account.uid} cannot enter ${directory}: open its parent directories to it or move it elsewhere`,
  })
}

/** Of several processes that do so at once one makes the directory or the link, and all use it. */
function makeWithinReach(path: string, log: (line: string) => void): void {
  const parent = dirname(path)
  if (canEnter(realpathSync(parent), nobody)) {
    mkdirSync(path, { recursive: true, mode: 0o700 })
    return
  }
  mkdirSync(systemHome, { recursive: true, mode: 0o755 })
  const outside = mkdtempSync(join(systemHome, 'data-'))
  try {
    symlinkSync(outside, path)
    log(`数据库账户进不了 ${parent}，数据改存 ${outside}（${path} 是指向它的链接）。`)
  } catch (error) {
    rmdirSync(outside)
    if (existsSync(path)) return
    // A link is there that leads nowhere: what it led to was removed.
    throw new Problem('database.start-failed', { directory: path, lines: String(error) }, { cause: error })
  }
}

function lendTo(path: string): Required<Account> {
  const { uid, gid } = statSync(path)
  if (uid !== 0) return { uid, gid }
  giveTo(path, nobody)
  return nobody
}

/** Hands a whole tree over; links are changed themselves, never followed. */
export function giveTo(path: string, account: Account): void {
  if (account.uid === undefined || account.gid === undefined) return
  spawnSync('chown', ['-RhP', `${account.uid}:${account.gid}`, path], { stdio: 'ignore' })
}

function canEnter(path: string, account: Account): boolean {
  return (
    spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', path], { ...account, cwd: '/', stdio: 'ignore' })
      .status === 0
  )
}
