/** The whole product on a fresh data directory, for one file of browser tests: what a test adopts no other file meets. */
import { rm } from 'node:fs/promises'
import { afterAll } from 'vitest'
import { startServer } from './running-server.ts'
import { makeTemporaryDirectory } from './temporary-directory.ts'

/** Where it answers, without a slash at the end; it ends with the tests of the file that asked. */
export async function openSite(): Promise<string> {
  const dataDirectory = makeTemporaryDirectory('e2e')
  const server = await startServer(dataDirectory)
  afterAll(async () => {
    await server.end('SIGTERM')
    await rm(dataDirectory, { recursive: true, force: true })
  })
  return server.url
}
