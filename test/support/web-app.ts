/** The whole product for the browser tests: `src/api/main.ts` on a fresh data directory, as npm start runs it. */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { TestProject } from 'vitest/node'
import { buildWebApp } from '../../scripts/web-app.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the running product answers, without a slash at the end. */
    webAppUrl: string
  }
}

/** What vitest calls before the browser tests; the function it answers is called after them. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await buildWebApp()
  const dataDirectory = await mkdtemp(join(tmpdir(), 'jiannuo-e2e-'))
  const server = spawn(process.execPath, [join(import.meta.dirname, '../../src/api/main.ts')], {
    env: { ...process.env, PORT: '0', DATA_DIRECTORY: dataDirectory },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  project.provide('webAppUrl', await addressOf(server))
  return async () => {
    server.kill('SIGTERM')
    await new Promise((resolve) => server.once('exit', resolve))
    await rm(dataDirectory, { recursive: true, force: true })
  }
}

/** The address the server prints once it listens; rejects when it ends before. */
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
