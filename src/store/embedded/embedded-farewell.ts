/**
 * Leaves the embedded server when the process ends without having done so itself: by a signal that nobody else
 * handles, by process.exit or by an error nobody caught. (After SIGKILL nothing can run: see embedded-postgres.ts.)
 */
import { spawn } from 'node:child_process'
import { join } from 'node:path'

/** Data directory → how to leave its server; one entry for each server this process uses. */
const members = new Map<string, () => Promise<void>>()
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

export function promiseFarewell(dataDirectory: string, leave: () => Promise<void>): void {
  if (members.size === 0) {
    process.on('exit', leaveBehind)
    for (const signal of signals) process.on(signal, leaveOnSignal)
  }
  members.set(dataDirectory, leave)
}

export function farewellSaid(dataDirectory: string): void {
  members.delete(dataDirectory)
  if (members.size > 0) return
  process.off('exit', leaveBehind)
  for (const signal of signals) process.off(signal, leaveOnSignal)
}

/** A program that handles the signal itself closes what it must first, and then stops the server. */
function leaveOnSignal(signal: NodeJS.Signals): void {
  if (process.listenerCount(signal) > 1) return
  const leaving = [...members.values()].map((leave) => leave())
  void Promise.allSettled(leaving).then(() => process.kill(process.pid, signal))
}

/** Nothing asynchronous runs during 'exit', so another process does it. */
function leaveBehind(): void {
  const script = join(import.meta.dirname, 'embedded-leave.ts')
  for (const dataDirectory of members.keys()) {
    spawn(process.execPath, [script, dataDirectory], { detached: true, stdio: 'ignore', cwd: '/' }).unref()
  }
}
