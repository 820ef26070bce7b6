import { tmpdir } from 'node:os'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { AcceptanceListData } from '../../src/contract/acceptance.ts'
import type { AssessmentData } from '../../src/contract/assessment.ts'
import type { ProgrammeForecastData } from '../../src/contract/forecasts.ts'
import type { ProgrammeLightsData } from '../../src/contract/lights.ts'
import type { OrderData, OrdersData } from '../../src/contract/orders.ts'
import type { PapersPage } from '../../src/contract/papers.ts'
import { ladderSteps } from '../../src/domain/order/ladder.ts'
import type { MonthSnapshot } from '../../src/domain/reporting/snapshot.ts'
import type { ReportedCell } from '../../src/domain/reporting/reported-cell.ts'
import { monthsOfYear } from '../../src/domain/values/month.ts'
import type { ProgrammeId } from '../../src/domain/values/ids.ts'
import { ensureDemo } from '../../src/services/installation/demo.ts'
import { demoSeed, readDemoSample } from '../../src/services/installation/demo-seed.ts'
import { tenantIdOf } from '../../src/services/installation/tenants.ts'
import { runYear } from '../../src/services/installation/year/run-year.ts'
import { openScene } from '../../src/services/installation/year/scene.ts'
import { runJobs } from '../../src/services/duty/jobs.ts'
import { sha256 } from '../../src/services/ledgers/digests.ts'
import { refreshStatistics } from '../../src/store/refresh-statistics.ts'
import type { StepDone } from '../../src/store/demonstration.ts'
import { openTestApp } from '../support/app.ts'
import { onFirstServer, onOtherServers, type TestDatabase } from '../support/database.ts'

const months = monthsOfYear(2023)
const aWholeYear = 900_000
/** What the first server's run froze up to half-year, with every id told by where it comes first. */
let frozenFirst: readonly string[] = []

const acting = { signInNames: demoSeed.accounts.map(({ signInName }) => signInName), scratch: tmpdir() }

function openYear(database: () => TestDatabase) {
  const steps: StepDone[] = []
  const context = () => ({
    db: database().db,
    tenantId: tenantIdOf(demoSeed.tenant.code),
    person: null,
    now: new Date('2024-03-01T09:00:00+08:00'),
  })
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
  return {
    steps,
    context,
    run,
    begin: async () => {
      await ensureDemo(context(), demoSeed, readDemoSample, true)
      // When June is frozen and its orders are issued: they are open then.
      await run(({ month, name }) => month === '2023-06' && name === 'orders')
    },
    open: async () => {
      const server = await openTestApp(database())
      server.clock.now = context().now
      const office = await server.signIn('ducha')
      const programmeId: ProgrammeId = (await server.send(null, { url: '/api/programmes' })).body[0].id
      return { server, office, programmeId }
    },
  }
}

type Freeze = { month: string; no: number; changes: unknown[] }
type OpenedYear = Awaited<ReturnType<ReturnType<typeof openYear>['open']>>

async function freezesOf({ server, office, programmeId }: OpenedYear): Promise<Freeze[]> {
  const { body } = await server.send(office, { url: `/api/programmes/${programmeId}/freezes` })
  return body.toReversed()
}

/** The characters of every freezing, in the order of months and numbers. */
async function frozenTextsOf(opened: OpenedYear): Promise<string[]> {
  const { server, office, programmeId } = opened
  return Promise.all(
    (await freezesOf(opened)).map(async ({ month, no }) => {
      const url = `/api/programmes/${programmeId}/freezes/${month}/${no}`
      return (await server.send(office, { url })).raw.toString()
    }),
  )
}

onFirstServer('the demonstration’s year', (database) => {
  const year = openYear(database)
  const { steps, context, run } = year
  let opened: OpenedYear
  let halfAYear: readonly string[]
  let lapsedMidway = 0
  const jobsFailed: unknown[] = []

  const get = async <Body>(path: string): Promise<Body> => {
    const { server, office, programmeId } = opened
    return (await server.send(office, { url: `/api/programmes/${programmeId}/${path}` })).body
  }
  const lights = (month: string) => get<ProgrammeLightsData>(`lights?month=${month}`)
  /** Oldest first. */
  const freezes = () => freezesOf(opened)
  const frozenTexts = () => frozenTextsOf(opened)

  beforeAll(async () => {
    await year.begin()
    opened = await year.open()
    halfAYear = await frozenTexts()
    lapsedMidway = (await get<OrdersData>('orders')).orders.filter(({ phase }) => phase === 'lapsed').length
    // The server's jobs run beside the year, by the clock of today.
    const { db, tenantId, now } = context()
    const failed = (job: string, error: unknown) => jobsFailed.push(job, error)
    await runJobs({ db, tenantIds: [tenantId], now: () => now, mail: undefined, failed })
    frozenFirst = halfAYear.map(withoutIds)
    // Stopped in the middle and gone on with.
    await run()
  }, aWholeYear)
  afterAll(() => opened.server.close())

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
    const { programmeId } = opened
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

  it('supervises what lags: numbers without gaps, a ladder that skips no step, every matter ended', async () => {
    const { orders } = await get<OrdersData>('orders')
    expect(orders.length).toBeGreaterThan(20)
    expect(orders.filter(({ origin }) => origin === 'instruction')).toHaveLength(2)
    const numbers = orders.flatMap(({ number }) => number ?? [])
    for (const [, taken] of Map.groupBy(numbers, ({ series, year: of }) => `${series} ${of}`))
      expect(taken.map(({ no }) => no).toSorted((a, b) => a - b)).toEqual(taken.map((_, index) => index + 1))
    expect(new Set(numbers.map(({ series }) => series))).toEqual(new Set(['常政督', '常政批督']))
    const whole = await Promise.all(orders.map(({ id }) => get<OrderData>(`orders/${id}`)))
    const facts = whole.map(({ order }) => order.facts)
    for (const own of facts) {
      const climb = own.flatMap(({ step }) => step ?? [])
      const from = ladderSteps.indexOf(climb[0] ?? 'reminder')
      expect(climb).toEqual(ladderSteps.slice(from, from + climb.length))
      expect(own.at(-1)?.kind).toBe('accept')
    }
    const all = facts.flat()
    expect(all.filter(({ kind, ruleNo }) => kind === 'step' && ruleNo === 1).length).toBeGreaterThan(3)
    for (const kind of ['extension', 'extend', 'return', 'reply'])
      expect(all.map((fact) => fact.kind)).toContain(kind)
  })

  it('climbs by its own days: the daily job of the server leaves what lapsed midway alone', async () => {
    expect(lapsedMidway).toBeGreaterThan(0)
    expect(jobsFailed).toEqual([])
    const { orders } = await get<OrdersData>('orders')
    const whole = await Promise.all(orders.map(({ id }) => get<OrderData>(`orders/${id}`)))
    const days = whole.flatMap(({ order }) => order.facts.map(({ at }) => at))
    expect(days.filter((at) => at >= '2024-02-10')).toEqual([])
  })

  it('writes one bulletin of every month, sealed to bytes that stay, a brief and the report of the year', async () => {
    const { papers } = await get<PapersPage>('papers')
    const bulletins = papers.filter(({ kind }) => kind === 'bulletin').toReversed()
    expect(bulletins.map(({ month }) => month)).toEqual(months)
    // December's is of January: the first of its year.
    expect(bulletins.map(({ seal }) => `${seal?.year} ${seal?.number}`)).toEqual([
      ...months.slice(1).map((_, index) => `2023 第${index + 1}期`),
      '2024 第1期',
    ])
    const others = papers.filter(({ kind }) => kind !== 'bulletin')
    expect(others.map(({ kind, month }) => `${kind} ${month}`)).toEqual([
      'annual-report 2023-12-01',
      'leader-brief 2023-06-01',
    ])
    const { server, office } = opened
    for (const { id, seal } of papers) {
      const url = `/api/papers/${id}/paper.docx`
      const [once, again] = [await server.send(office, { url }), await server.send(office, { url })]
      expect(again.raw.equals(once.raw)).toBe(true)
      expect(sha256(once.raw).toString('hex')).toBe(seal?.sha256)
    }
  })

  it('accepts and closes most of what reached its target, some of it at the second attempt', async () => {
    const { promises } = await get<AcceptanceListData>('acceptance')
    const reached = promises.filter(({ light }) => light.level === 'reached')
    const closed = promises.filter(({ state }) => state === 'closed')
    expect(reached.length).toBeGreaterThan(40)
    expect(closed.length).toBeGreaterThan(reached.length * 0.6)
    expect(closed.filter(({ claims }) => claims > 1).length).toBeGreaterThan(0)
    expect(promises.filter(({ state }) => state === 'claimed' || state === 'inspecting')).toEqual([])
  })

  it('assesses every unit: a score, a rank, and what citizens said', async () => {
    const { groups, satisfaction, schemeNo } = await get<AssessmentData>('assessment')
    expect(schemeNo).toBe(1)
    expect(groups.map(({ group }) => group).toSorted()).toEqual(['departments', 'districts'])
    const accounts = groups.flatMap((group) => group.accounts)
    expect(accounts.length).toBeGreaterThan(20)
    for (const { rank, score } of accounts) {
      expect(rank).toBeGreaterThan(0)
      expect(Number(score)).toBeGreaterThan(0)
    }
    expect(satisfaction.map(({ unitId }) => unitId).toSorted()).toEqual(
      accounts.map(({ unitId }) => unitId).toSorted(),
    )
  })
})

onOtherServers('the same seed', (database) => {
  const year = openYear(database)
  let opened: OpenedYear

  beforeAll(async () => {
    await year.begin()
    opened = await year.open()
  }, aWholeYear)
  afterAll(() => opened.server.close())

  it('freezes the same months up to half-year, character by character but for the ids', async () => {
    expect(frozenFirst.length).toBeGreaterThanOrEqual(6)
    expect((await frozenTextsOf(opened)).map(withoutIds)).toEqual(frozenFirst)
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
