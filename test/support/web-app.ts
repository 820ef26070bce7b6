/** What the browser tests run against: the built web app and the whole product on a fresh data directory. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { buildWebApp } from '../../scripts/web-app.ts'
import { startServer } from './running-server.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the running product answers, without a slash at the end. */
    webAppUrl: string
  }
}

/** Called by vitest before the browser tests; the function it answers is called after them. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await buildWebApp()
  const dataDirectory = await mkdtemp(join(tmpdir(), 'jiannuo-e2e-'))
  const server = await startServer(dataDirectory)
  project.provide('webAppUrl', server.url)
  return async () => {
    await server.end('SIGTERM')
    await rm(dataDirectory, { recursive: true, force: true })
  }
}
