import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readHistoryFile } from '../../bench/history-file.ts'
import type { ProgrammeForecastData } from '../../src/contract/forecasts.ts'
import { openTestApp, upload, type TestApp, type Visitor } from '../support/app.ts'
import { onEveryServer } from '../support/database.ts'
import { insertPlans } from '../support/plan-rows.ts'
import { readSample, reviewOf, sheetOf, typed, type Sample } from '../support/reporting.ts'
import { makeTemporaryDirectory } from '../support/temporary-directory.ts'

const main = join(import.meta.dirname, '../../src/cli/main.ts')
const sampleText = join(import.meta.dirname, '../../samples/changzhou-2023.txt')

onEveryServer('past years', (database) => {
  const directory = makeTemporaryDirectory('history')
  let server: TestApp
  let past: Sample
  let wujin: string
  let people: Record<'district' | 'lead' | 'office', Visitor>

  beforeAll(async () => {
    server = await openTestApp(database())
    past = await readSample(server)
    wujin = past.units.get('武进区') ?? ''
    await plan(past, 2023)
    await signIn('2023-10-10T09:00:00+08:00')
    // 30 of 120 in September, when 90 were planned: behind, and the year ends so.
    for (const { id } of chosen(past)) await report(past, '2023-09-01', id, '30')
  })
  afterAll(async () => {
    await server.close()
    rmSync(directory, { recursive: true, force: true })
  })

  async function signIn(now: string): Promise<void> {
    server.clock.now = new Date(now)
    const [district, lead, office] = await Promise.all(
      ['xiaqu', 'fuzeren', 'ducha'].map((name) => server.signIn(name)),
    )
    people = { district: district ?? null, lead: lead ?? null, office: office ?? null }
  }

  const chosen = ({ indicators }: Sample) => indicators.filter(({ kind }) => kind === 'quantity').slice(0, 4)

  const plan = (sample: Sample, year: number) =>
    insertPlans(
      database(),
      sample.programmeId,
      year,
      chosen(sample).map(({ id, leadUnitId }) => ({
        indicatorId: id,
        leadUnitId,
        unitIds: [wujin],
        share: '120',
        points: Array.from({ length: 12 }, (_, index) => String(10 * (index + 1))),
      })),
    )

  async function report(sample: Sample, month: string, indicatorId: string, value: string): Promise<void> {
    const told = typed({ value, problem: '进场晚', nextStep: '加班' })
    await sheetOf(server, sample, wujin, month).submit(
      people.district,
      [{ indicatorId, seen: 0, typed: told }],
      '补报',
    )
    for (const step of ['lead', 'office'] as const) {
      const decided = await reviewOf(server, sample, month, step).decide(
        step === 'lead' ? people.lead : people.office,
        [{ indicatorId, unitId: wujin, version: 1 }],
      )
      expect(decided.status).toBe(200)
    }
  }

  it('are printed as the columns that the backtest reads', () => {
    const { stdout, status, stderr } = spawnSync(process.execPath, [main, 'history'], {
      encoding: 'utf8',
      env: {
        ...process.env,
        DATABASE_URL: database().superuserUrl,
        DATA_DIRECTORY: directory,
        TENANT: 'demo',
      },
    })
    expect(status, stderr).toBe(0)
    const [programme, ...others] = readHistoryFile(stdout)
    expect(others).toEqual([])
    expect(programme?.year).toBe(2023)
    expect(programme?.cells).toHaveLength(4)
    expect(programme?.cells[0]).toMatchObject({
      unitId: wujin,
      target: '120',
      truth: { met: false, atDeadline: '30', reachedOn: null },
    })
    expect(programme?.cells[0]?.plan[8]).toEqual({ month: '2023-09-01', value: '90' })
  })

  it('teach the forecast of the next what its units make up for', async () => {
    await signIn('2024-04-10T09:00:00+08:00')
    const next = await adoptNextYear()
    await plan(next, 2024)
    const [promise] = chosen(next)
    // 15 of 120 in March, when 30 were planned.
    await report(next, '2024-03-01', promise?.id ?? '', '15')
    const read = async (path: string) =>
      (await server.send(people.office, { url: `/api/programmes/${next.programmeId}/${path}` })).body
    const forecast = async () => {
      const { forecasts }: ProgrammeForecastData = await read('forecasts?month=2024-03-01')
      return forecasts.find(({ indicatorId }) => indicatorId === promise?.id)
    }
    const chance = async () => Number((await forecast())?.probability)
    const ofWhoMadeUpForNothing = await chance()
    // All of it by December 2023, after all: the unit makes up for what it is behind with.
    for (const { id } of chosen(past)) await report(past, '2023-12-01', id, '120')
    expect(await chance()).toBeGreaterThan(ofWhoMadeUpForNothing)
    // The promise's own chart rests on the same.
    expect((await read(`indicators/${promise?.id}/course`)).fan).toEqual((await forecast())?.fan)
  })

  async function adoptNextYear(): Promise<Sample> {
    const text = readFileSync(sampleText, 'utf8').replaceAll('2023', '2024')
    const started = await server.send(people.office, {
      method: 'POST',
      url: '/api/imports',
      ...upload('常州市2024年民生实事项目任务分解表.txt', Buffer.from(text)),
    })
    expect(started.status).toBe(200)
    const { id } = started.body
    const adopted = await server.send(people.office, {
      method: 'POST',
      url: `/api/imports/${id}/adoption`,
      payload: { seq: 0 },
    })
    expect(adopted.status).toBe(200)
    return readSample(server)
  }
})
