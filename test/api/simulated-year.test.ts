import { tmpdir } from 'node:os'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ProgrammeForecastData } from '../../src/contract/forecasts.ts'
import type { ProgrammeLightsData } from '../../src/contract/lights.ts'
import type { MonthSnapshot } from '../../src/domain/reporting/snapshot.ts'
import type { ReportedCell } from '../../src/domain/reporting/reported-cell.ts'
import { monthsOfYear } from '../../src/domain/values/month.ts'
import type { ProgrammeId } from '../../src/domain/values/ids.ts'
import { ensureDemo } from '../../src/services/installation/demo.ts'
import { demoSeed, readDemoSample } from '../../src/services/installation/demo-seed.ts'
import { tenantIdOf } from '../../src/services/installation/tenants.ts'
import { runYear } from '../../src/services/installation/year/run-year.ts'
import { openScene } from '../../src/services/installation/year/scene.ts'
import { refreshStatistics } from '../../src/store/refresh-statistics.ts'
import type { StepDone } from '../../src/store/demonstration.ts'
import { openTestApp, type TestApp, type Visitor } from '../support/app.ts'
import { onEveryServer } from '../support/database.ts'

const months = monthsOfYear(2023)
const aWholeYear = 900_000
/** What each server's run froze, in the order of the servers, with every id told by where it comes first. */
const frozenOnServers: string[][] = []

onEveryServer('the demonstration’s year', (database) => {
  const steps: StepDone[] = []
  let server: TestApp
  let office: Visitor
  let programmeId: ProgrammeId
  let halfAYear: readonly string[]

  const context = () => ({
    db: database().db,
    tenantId: tenantIdOf(demoSeed.tenant.code),
    person: null,
    now: new Date('2024-03-01T09:00:00+08:00'),
  })
  const acting = {
    signInNames: demoSeed.accounts.map(({ signInName }) => signInName),
    scratch: tmpdir(),
  }
  /** Until a step is done that `isLast` says is the last, or to the end. */
  async function run(isLast: (done: StepDone) => boolean = () => false): Promise<void> {
    let stopped = false
    await runYear(context(), {
      ...acting,
      refreshStatistics: () => refreshStatistics(database().urls.owner),
      tell: (done) => {
        steps.push(done)
        stopped = isLast(done)
      },
      isStopped: () => stopped,
    })
  }
  const get = async <Body>(path: string): Promise<Body> =>
    (await server.send(office, { url: `/api/programmes/${programmeId}/${path}` })).body
  const lights = (month: string) => get<ProgrammeLightsData>(`lights?month=${month}`)
  type Freeze = { month: string; no: number; changes: unknown[] }
  /** Oldest first. */
  const freezes = async () => (await get<Freeze[]>('freezes')).toReversed()
  /** The characters of every freezing, in the order of months and numbers. */
  const frozenTexts = async () =>
    Promise.all(
      (await freezes()).map(async ({ month, no }) => {
        const url = `/api/programmes/${programmeId}/freezes/${month}/${no}`
        return (await server.send(office, { url })).raw.toString()
      }),
    )

  beforeAll(async () => {
    await ensureDemo(context(), demoSeed, readDemoSample, true)
    await run(({ month, name }) => month === '2023-06' && name === 'freeze')
    server = await openTestApp(database())
    server.clock.now = context().now
    office = await server.signIn('ducha')
    programmeId = (await server.send(null, { url: '/api/programmes' })).body[0].id
    halfAYear = await frozenTexts()
    // Stopped in the middle and gone on with.
    await run()
  }, aWholeYear)
  afterAll(() => server.close())

  it('is done to its end, every step once and none refused by the rules', async () => {
    expect(steps.map(({ no }) => no)).toEqual(steps.map((_, index) => index + 1))
    expect(steps.at(-1)?.no).toBe(steps[0]?.of)
    expect(steps.filter(({ refused }) => refused !== null)).toEqual([])
    const before = steps.length
    await run()
    expect(steps).toHaveLength(before)
  })

  it('has every month frozen, with lights of every level over the year and forecasts for what has a figure', async () => {
    const first = (await freezes()).filter(({ no }) => no === 1)
    expect(first.map(({ month }) => month)).toEqual(months)
    const levels = new Set<string>()
    for (const month of months) {
      const { subjects } = await lights(month)
      expect(subjects.filter(({ scope }) => scope === 'indicator')).toHaveLength(110)
      for (const { level } of subjects) levels.add(level)
    }
    for (const month of ['2023-01-01', '2023-06-01', '2023-12-01']) {
      const { forecasts } = await get<ProgrammeForecastData>(`forecasts?month=${month}`)
      // 78 quantities and 7 rates.
      expect(forecasts).toHaveLength(85)
    }
    expect([...levels].toSorted()).toEqual(['ahead', 'behind', 'far-behind', 'not-due', 'on-plan', 'reached'])
  })

  it('shows what was put right: later versions, and what a second freezing changes', async () => {
    const again = (await freezes()).filter(({ no }) => no === 2)
    expect(again.map(({ month }) => month).toSorted()).toContain('2023-03-01')
    for (const { changes } of again) expect(changes.length).toBeGreaterThan(0)
  })

  it('leaves what was published as it was, though some of it would be judged otherwise now', async () => {
    expect(halfAYear.length).toBeGreaterThanOrEqual(6)
    expect(await frozenTexts()).toEqual(expect.arrayContaining([...halfAYear]))
    const { published } = await lights('2023-12-01')
    const december: MonthSnapshot = await get('freezes/2023-12-01/1')
    expect(levelsOf(published)).toEqual(levelsOf(december.lights))
    const march: MonthSnapshot = await get('freezes/2023-03-01/1')
    expect(levelsOf((await lights('2023-03-01')).subjects)).not.toEqual(levelsOf(march.lights))
  })

  it('raises doubts about the unit that reports the plan’s numbers, and they are ruled on', async () => {
    const { story, units } = await openScene(context(), { seed: demoSeed.year.seed, programmeId }, acting)
    expect(units.find(({ unitId }) => unitId === story.fudgedUnit)?.isDistrict).toBe(true)
    const doubts = []
    for (const month of months) {
      const { cells } = await get<{ cells: ReportedCell[] }>(`sheets/${month}/${story.fudgedUnit ?? ''}`)
      doubts.push(...cells.flatMap(({ suspicions }) => suspicions))
    }
    const kinds = Map.groupBy(doubts, ({ kind }) => kind)
    expect([...kinds.keys()]).toContain('same-identifier')
    expect(doubts.filter(({ ruling }) => ruling === 'upheld').length).toBeGreaterThan(0)
  })

  it('can be read as it was frozen', async () => {
    const texts = await frozenTexts()
    expect(texts.length).toBeGreaterThan(12)
    frozenOnServers.push(texts.map(withoutIds))
  })
})

describe('the same seed', () => {
  it('freezes the same months on every server, character by character but for the ids', () => {
    const [first, ...others] = frozenOnServers
    expect(first?.length).toBeGreaterThan(12)
    for (const other of others) expect(other).toEqual(first)
  })
})

function levelsOf(lights: readonly { subjectId: string; level: string }[]): string[] {
  return lights.map(({ subjectId, level }) => `${subjectId} ${level}`).toSorted()
}

/** Ids are made when rows are: each becomes the number of its first place in the text. */
function withoutIds(text: string): string {
  const seen = new Map<string, string>()
  return text.replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => {
    const known = seen.get(id) ?? `id-${seen.size + 1}`
    seen.set(id, known)
    return known
  })
}
