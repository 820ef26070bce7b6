// Plain JavaScript without dependencies: it runs before anything is installed.
import { readFileSync } from 'node:fs'

const LOOK_EVERY_MS = 500

/**
 * Stops this process in order (SIGTERM) when the npm that started it is gone. npm hands a signal to the shell between
 * the two, and that shell ends without handing it on; of a SIGKILL nobody hears at all. A server left behind would hold
 * its port and its database. Only Linux tells who started whom; elsewhere nothing is watched.
 */
export function leaveWithNpm() {
  const npm = findNpm()
  if (npm === undefined) return
  const timer = setInterval(() => {
    if (findProcess(npm)) return
    clearInterval(timer)
    process.kill(process.pid, 'SIGTERM')
  }, LOOK_EVERY_MS)
  timer.unref()
}

/** The process id of the nearest npm that this process descends from. */
function findNpm() {
  for (let pid = process.ppid; pid > 1;) {
    const found = findProcess(pid)
    if (!found || found.name.startsWith('npm')) return found && pid
    pid = found.parent
  }
  return undefined
}

/**
 * Reads “25773 (npm start) S 25772 …” as proc(5) describes it. One that has ended but is not yet waited for (Z) is gone.
 * @param {number} pid
 */
function findProcess(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const [, name = '', state, parent] = /\((.*)\) (\S) (\d+)/s.exec(stat) ?? []
    return state === 'Z' ? undefined : { name, parent: Number(parent) }
  } catch {
    return undefined
  }
}
