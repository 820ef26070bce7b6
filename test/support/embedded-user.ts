/** The other end of use-embedded.ts: a process of its own on an embedded server, to be told things and to be killed. */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export type EmbeddedUser = {
  readonly url: string
  /** Runs a statement and gives its rows; rejects when the server refuses it. */
  readonly query: (statement: string) => Promise<Record<string, unknown>[]>
  /** Makes it leave the server and end. */
  readonly stop: () => Promise<void>
  /** Makes it end by process.exit. */
  readonly exit: () => Promise<void>
  /** Signals the process and all of its group, as Ctrl-C in a terminal does, and waits until it has ended. */
  readonly kill: (signal: NodeJS.Signals) => Promise<void>
}

/** The process alone, which may not have started the server yet. It leads a process group, as one started by a shell. */
export function spawnEmbeddedUser(dataDirectory: string): ChildProcessWithoutNullStreams {
  const program = join(import.meta.dirname, 'use-embedded.ts')
  return spawn(process.execPath, [program, dataDirectory], { detached: true })
}

export async function startEmbeddedUser(dataDirectory: string): Promise<EmbeddedUser> {
  const child = spawnEmbeddedUser(dataDirectory)
  let complaints = ''
  child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()))
  const ended = once(child, 'exit')
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const next = async (): Promise<{ url?: string; rows?: Record<string, unknown>[]; error?: string }> => {
    const answer = await answers.next()
    if (answer.done) throw new Error(`the process ended: ${complaints}`)
    return JSON.parse(answer.value) as { url?: string }
  }
  const { url = '' } = await next()
  return {
    url,
    query: async (statement) => {
      child.stdin.write(`${JSON.stringify(statement)}\n`)
      const { rows, error } = await next()
      if (rows === undefined) throw new Error(error)
      return rows
    },
    stop: async () => {
      child.stdin.end()
      await ended
    },
    exit: async () => {
      child.stdin.write('exit\n')
      await ended
    },
    kill: async (signal) => {
      if (child.pid !== undefined) process.kill(-child.pid, signal)
      await ended
    },
  }
}
