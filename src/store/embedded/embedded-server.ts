/** One server process on one cluster: is it there, start it, stop it. PostgreSQL's own postmaster.pid is the truth. */
import { spawn } from 'node:child_process'
import {
  existsSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import type { Account } from './embedded-account.ts'

export type RunningServer = { readonly pid: number; readonly port: number }

/**
 * For a machine of 2 cores and 2 GB. Only this machine can connect (TCP rather than a socket file: it works the same
 * on every system and under paths too long for a socket, and scram keeps other accounts out). DETAIL lines stay out
 * of the log because they quote rows. The time zone only concerns people reading by hand: the application sets its own.
 */
export const serverSettings: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  password_encryption: 'scram-sha-256',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  max_connections: '60',
  shared_buffers: '128MB',
  jit: 'off',
  timezone: 'Asia/Shanghai',
  log_timezone: 'Asia/Shanghai',
  log_checkpoints: 'off',
  log_error_verbosity: 'terse',
}

/** The server that runs on the cluster, or undefined. It may still be starting or already stopping. */
export function findServer(cluster: string): RunningServer | undefined {
  const [pid, , , port] = pidFileLines(cluster).map(Number)
  if (!pid || !port || !isAlive(pid) || !isWorkingIn(pid, cluster)) return undefined
  return { pid, port }
}

/** The port of the server that last ran on the cluster and did not stop by itself: others may still look for it there. */
export function lastPort(cluster: string): number | undefined {
  return Number(pidFileLines(cluster)[3]) || undefined
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function pidFileLines(cluster: string): string[] {
  try {
    return readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return []
  }
}

/** A server works inside its cluster; where the system does not tell (no /proc), the process id has to do. */
function isWorkingIn(pid: number, cluster: string): boolean {
  if (!existsSync('/proc/self/cwd')) return true
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster)
  } catch {
    return false // Another account's process, or one that is dead and not yet reaped.
  }
}

/**
 * After a kill, or in a container started anew, the process id in postmaster.pid may by now be another program's,
 * which PostgreSQL would take for a living server. Only the id is replaced, by one no process can have: the rest of
 * the file is what lets PostgreSQL see survivors of the old server in shared memory.
 */
function disownStrangersPid(cluster: string): void {
  const [pid, ...rest] = pidFileLines(cluster)
  if (pid === undefined || !isAlive(Number(pid)) || isWorkingIn(Number(pid), cluster)) return
  writeFileSync(join(cluster, 'postmaster.pid'), ['2147483646', ...rest].join('\n'))
}

/**
 * Starts the server in a session of its own, so that Ctrl-C in the terminal reaches only Node, which closes first.
 * Gives pg_ctl's exit status and the lines the server logged meanwhile.
 */
export async function startServer(start: {
  readonly pgCtl: string
  readonly cluster: string
  readonly logFile: string
  readonly account: Account
  readonly settings: Readonly<Record<string, string>>
  readonly port: number
}): Promise<{ ok: boolean; lines: string }> {
  const { cluster, logFile } = start
  disownStrangersPid(cluster)
  keepLogSmall(logFile)
  const before = sizeOf(logFile)
  const settings = Object.entries({ ...start.settings, port: String(start.port) })
  const options = settings.map(([name, value]) => `-c ${name}=${value}`).join(' ')
  const args = ['start', '-w', '-t', '60', '-D', cluster, '-l', logFile, '-o', options]
  const status = await statusOf(start.pgCtl, args, start.account, cluster)
  const lines =
    status === 0 || !existsSync(logFile) ? '' : readFileSync(logFile).subarray(before).toString().trim()
  return { ok: status === 0, lines }
}

/** A fast shutdown: sessions are ended, what was committed is checkpointed. */
export async function stopServer(pgCtl: string, cluster: string, account: Account): Promise<void> {
  await statusOf(pgCtl, ['stop', '-w', '-t', '60', '-m', 'fast', '-D', cluster], account, cluster)
}

function statusOf(command: string, args: string[], account: Account, cwd: string): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      ...account,
      cwd,
      stdio: 'ignore',
      detached: true,
      windowsHide: true,
    })
    child.once('error', reject)
    child.once('exit', resolve)
  })
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}

function keepLogSmall(logFile: string): void {
  if (sizeOf(logFile) > 5_000_000) renameSync(logFile, `${logFile}.1`)
}

/** A port nobody listens on now; somebody may take it before the server does, so starting is tried again. */
export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        address !== null && typeof address === 'object'
          ? resolve(address.port)
          : reject(new Error('no port')),
      )
    })
  })
}
