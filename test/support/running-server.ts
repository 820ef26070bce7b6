/** The product as a process of its own, as npm start runs it: to be asked over the network, and to be killed. */
import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export type RunningServer = {
  /** Where it answers, without a slash at the end. */
  readonly url: string
  /** Ends the process and waits for its end. */
  readonly end: (signal: 'SIGTERM' | 'SIGKILL') => Promise<void>
}

/** Resolves when it listens; rejects when it ends before. `environment` is added to the test's own. */
export async function startServer(
  dataDirectory: string,
  environment: Readonly<Record<string, string>> = { DEMONSTRATION_YEAR: 'off' },
): Promise<RunningServer> {
  const server = spawn(process.execPath, [join(import.meta.dirname, '../../src/api/main.ts')], {
    env: { ...process.env, PORT: '0', DATA_DIRECTORY: dataDirectory, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return {
    url: await addressOf(server),
    end: async (signal) => {
      const ended = new Promise((resolve) => server.once('exit', resolve))
      server.kill(signal)
      await ended
    },
  }
}

/** The address the server prints once it listens. */
function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('exit', (code) => reject(new Error(`the server ended with ${code} before it listened`)))
    if (!server.stdout) throw new Error('the server has no output to read')
    createInterface({ input: server.stdout }).on('line', (line) => {
      const address = /http:\/\/\S+/.exec(line)?.[0]
      if (address) resolve(address)
    })
  })
}
