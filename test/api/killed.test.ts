import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoSeed } from '../../src/services/installation/demo-seed.ts'
import { startServer, type RunningServer } from '../support/running-server.ts'
import { makeTemporaryDirectory } from '../support/temporary-directory.ts'

const sample = readFileSync('samples/changzhou-2023.docx')
let dataDirectory: string
let server: RunningServer

beforeAll(async () => {
  dataDirectory = makeTemporaryDirectory('killed')
  server = await startServer(dataDirectory)
})
afterAll(async () => {
  await server.end('SIGTERM')
  await rm(dataDirectory, { recursive: true, force: true })
})

async function signIn(): Promise<Record<string, string>> {
  const body = JSON.stringify({ signInName: 'ducha', password: demoSeed.password })
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(`${server.url}/api/session`, { method: 'POST', headers, body })
  return { cookie: answer.headers.getSetCookie()[0]?.split(';')[0] ?? '' }
}

/** Imports and adopts the sample over and over, until the server is gone. How often it was told “adopted”. */
async function importUntilKilled(headers: Record<string, string>): Promise<number> {
  let adopted = 0
  try {
    for (;;) {
      const form = new FormData()
      form.append('file', new Blob([sample]), 'table.docx')
      const started = await fetch(`${server.url}/api/imports`, { method: 'POST', headers, body: form })
      const { id } = (await started.json()) as { id: string }
      const adoption = await fetch(`${server.url}/api/imports/${id}/adoption`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify({ seq: 0 }),
      })
      if (adoption.ok) adopted += 1
    }
  } catch {
    return adopted
  }
}

type Summary = { projects: number; tasks: number; indicators: number }
async function programmes(): Promise<Summary[]> {
  return (await (await fetch(`${server.url}/api/programmes`)).json()) as Summary[]
}

/** The embedded server of this data directory, killed as a power cut would. */
function killPostgres(): void {
  const [pid] = readFileSync(join(dataDirectory, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')
  execFileSync('kill', ['-9', pid ?? ''])
}

// Moments spread over an import and an adoption, which take some 50 ms together.
it.each([
  ['the process', 140, false],
  ['the process', 215, false],
  ['the process and its database', 180, true],
  ['the process and its database', 290, true],
])('killing %s after %d ms leaves whole programmes or none', async (_what, milliseconds, databaseToo) => {
  const before = (await programmes()).length
  const importing = importUntilKilled(await signIn())
  await delay(milliseconds)
  if (databaseToo) killPostgres()
  await server.end('SIGKILL')
  const told = await importing

  server = await startServer(dataDirectory)
  const found = await programmes()
  expect(found.length - before).toBeGreaterThanOrEqual(told)
  for (const { projects, tasks, indicators } of found)
    expect([projects, tasks, indicators]).toEqual([10, 32, 110])
})
