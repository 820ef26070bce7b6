import { rm } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoSeed } from '../../src/services/installation/demo-seed.ts'
import { startServer, type RunningServer } from '../support/running-server.ts'
import { makeTemporaryDirectory } from '../support/temporary-directory.ts'

const withYear = { DEMONSTRATION_YEAR: 'on' }
let dataDirectory: string
let server: RunningServer

beforeAll(async () => {
  dataDirectory = makeTemporaryDirectory('killed-year')
  server = await startServer(dataDirectory, withYear)
})
afterAll(async () => {
  await server.end('SIGTERM')
  await rm(dataDirectory, { recursive: true, force: true })
})

/** Waits until so many steps of the year are done; how many there are then. */
async function stepsDone(atLeast: number): Promise<number> {
  for (;;) {
    const health = (await (await fetch(`${server.url}/healthz`)).json()) as {
      demonstrationYear?: { no: number }
    }
    const no = health.demonstrationYear?.no ?? 0
    if (no >= atLeast) return no
    await delay(50)
  }
}

async function loggedSteps(): Promise<number[]> {
  const body = JSON.stringify({ signInName: 'shenji', password: demoSeed.password })
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(`${server.url}/api/session`, { method: 'POST', headers, body })
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const steps: number[] = []
  for (let before: number | null | undefined; before !== null;) {
    const query = before === undefined ? '' : `?before=${before}`
    const page = (await (await fetch(`${server.url}/api/log${query}`, { headers: { cookie } })).json()) as {
      entries: { action: string; details: { no?: number } }[]
      next: number | null
    }
    for (const { action, details } of page.entries)
      if (action === 'demonstration.step') steps.push(details.no ?? 0)
    before = page.next
  }
  return steps.toReversed()
}

it('killed in the middle goes on where it was, and does nothing twice', { timeout: 300_000 }, async () => {
  const before = await stepsDone(14)
  await server.end('SIGKILL')
  server = await startServer(dataDirectory, withYear)
  await stepsDone(before + 6)
  const steps = await loggedSteps()
  expect(steps.length).toBeGreaterThanOrEqual(before + 6)
  expect(steps).toEqual(steps.map((_, index) => index + 1))
})
