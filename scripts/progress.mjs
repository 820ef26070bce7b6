// Says on stderr, in Chinese and English, what is being done and for how long.
// Plain JavaScript without dependencies: it runs before anything is installed.
import { spawn } from 'node:child_process'

const HEARTBEAT_MS = 10_000

/** A failure explained to the person at the terminal: the message is the whole story, no stack trace is shown. */
export class Failure extends Error {}

/**
 * Announces `zh` and `en`, repeats the elapsed time while `work` takes long, and says when it is done.
 * @template T
 * @param {string} zh
 * @param {string} en
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(zh, en, work) {
  const started = Date.now()
  const seconds = () => Math.round((Date.now() - started) / 1000)
  console.error(`› ${zh}… ${en}`)
  const heartbeat = setInterval(
    () => console.error(`  已用 ${seconds()} 秒… still working, ${seconds()} s`),
    HEARTBEAT_MS,
  )
  try {
    const result = await work()
    console.error(`  完成，用时 ${seconds()} 秒。Done in ${seconds()} s.`)
    return result
  } finally {
    clearInterval(heartbeat)
  }
}

/**
 * Runs a program to its end without showing what it prints; when it fails, rejects with all of that as a `Failure`.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, shell?: boolean }} [options]
 * @returns {Promise<void>}
 */
export function runQuietly(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    /** @type {Buffer[]} */
    const printed = []
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    child.stdout.on('data', (chunk) => printed.push(chunk))
    child.stderr.on('data', (chunk) => printed.push(chunk))
    child.on('error', reject)
    child.on('close', (code, signal) => {
      if (code === 0) return resolve()
      reject(
        new Failure(`${Buffer.concat(printed).toString()}\n${command} ${args.join(' ')} → ${code ?? signal}`),
      )
    })
  })
}
