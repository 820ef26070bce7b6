/** What the browser tests run against: the built web app and the whole product on a fresh data directory. */
import { rm } from 'node:fs/promises'
import type { TestProject } from 'vitest/node'
import { buildWebApp } from '../../scripts/web-app.ts'
import { startServer } from './running-server.ts'
import { makeTemporaryDirectory } from './temporary-directory.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the running product answers, without a slash at the end. */
    webAppUrl: string
  }
}

/** Called by vitest before the browser tests; the function it answers is called after them. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await buildWebApp()
  const dataDirectory = makeTemporaryDirectory('e2e')
  const server = await startServer(dataDirectory)
  project.provide('webAppUrl', server.url)
  return async () => {
    await server.end('SIGTERM')
    await rm(dataDirectory, { recursive: true, force: true })
  }
}
