import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ProgrammeForecastData } from '../../src/contract/forecasts.ts'
import type { ProgrammeLightsData } from '../../src/contract/lights.ts'
import { defaultLightRules } from '../../src/domain/light/light-rules.ts'
import type { MonthSnapshot } from '../../src/domain/reporting/snapshot.ts'
import { openTestApp, type TestApp, type Visitor } from '../support/app.ts'
import { onEveryServer } from '../support/database.ts'
import {
  planSample,
  readSample,
  reviewOf,
  sheetOf,
  typed,
  type Sample,
  type SampleIndicator,
} from '../support/reporting.ts'

const january = '2023-01-01'
const february = '2023-02-01'

onEveryServer('lights', (database) => {
  let server: TestApp
  let sample: Sample
  let promises: readonly SampleIndicator[]
  let people: Record<'district' | 'lead' | 'office', Visitor>
  const wujin = () => sample.units.get('武进区') ?? ''

  beforeAll(async () => {
    server = await openTestApp(database())
    sample = await readSample(server)
    promises = sample.indicators.filter(({ kind }) => kind === 'quantity').slice(0, 3)
    await planSample(
      database(),
      sample,
      promises.map(({ id, leadUnitId, value }) => ({
        indicatorId: id,
        leadUnitId,
        unitIds: [wujin()],
        share: value ?? '0',
        // All of it is to be there by the end of January.
        points: Array.from({ length: 12 }, () => value ?? '0'),
      })),
    )
    await at('2023-02-01T09:00:00+08:00')
  })
  afterAll(() => server.close())

  async function at(now: string): Promise<void> {
    server.clock.now = new Date(now)
    const [district, lead, office] = await Promise.all(
      ['xiaqu', 'fuzeren', 'ducha'].map((name) => server.signIn(name)),
    )
    people = { district: district ?? null, lead: lead ?? null, office: office ?? null }
  }

  async function lights(month = ''): Promise<ProgrammeLightsData> {
    const query = month === '' ? '' : `?month=${month}`
    const url = `/api/programmes/${sample.programmeId}/lights${query}`
    return (await server.send(people.office, { url })).body
  }

  async function levelOf(index: number, month = '') {
    return (await lights(month)).subjects.find(({ subjectId }) => subjectId === promises[index]?.id)?.level
  }

  async function report(month: string, index: number, part: number, seen = 0): Promise<void> {
    const promise = promises[index]
    const value = String((Number(promise?.value ?? 0) * part) / 100)
    const indicatorId = promise?.id ?? ''
    const told = { value, problem: '进场晚', nextStep: '加班', correctionReason: seen > 0 ? '核错了' : '' }
    const sheet = sheetOf(server, sample, wujin(), month)
    await sheet.submit(people.district, [{ indicatorId, seen, typed: typed(told) }], seen > 0 ? '' : '补报')
    for (const step of ['lead', 'office'] as const)
      await reviewOf(server, sample, month, step).decide(step === 'lead' ? people.lead : people.office, [
        { indicatorId, unitId: wujin(), version: seen + 1 },
      ])
  }

  const post = (url: string, payload: object, as = people.office) =>
    server.send(as, { method: 'POST', url, payload })

  it('of a month not yet past due are asked for by its name; the first month is shown before any is', async () => {
    const page = await lights()
    expect(page.month).toBe(january)
    expect(await levelOf(0)).toBe('far-behind')
    const wrong = await server.send(people.office, {
      url: `/api/programmes/${sample.programmeId}/lights?month=2024-01-01`,
    })
    expect(wrong.body.code).toBe('period.wrong-month')
  })

  it('follow what was reviewed, in one statement', async () => {
    await report(january, 0, 100)
    await report(january, 1, 90)
    const statements = await database().statementsOf(() => lights())
    expect(statements.filter((text) => /^\s*with/i.test(text))).toHaveLength(1)
    expect(await levelOf(0)).toBe('reached')
    // 100 − 90 = 10 points: above five, not above twenty.
    expect(await levelOf(1)).toBe('behind')
    expect(await levelOf(2)).toBe('far-behind')
    const page = await lights()
    const project = page.subjects.find(({ scope }) => scope === 'programme')
    expect(project).toMatchObject({ clause: 'R8', reason: { code: 'parts' } })
    expect(page.shares.filter(({ unitId }) => unitId === wujin())).toHaveLength(3)
  })

  it('call out silence once the month is past due', async () => {
    await at('2023-03-10T09:00:00+08:00')
    expect((await lights()).month).toBe(february)
    const silent = (await lights()).subjects.find(({ subjectId }) => subjectId === promises[2]?.id)
    // January and February are past due and nothing was ever reported; by progress it is as far behind.
    expect(silent).toMatchObject({ level: 'far-behind' })
    expect(await levelOf(1)).toBe('behind')
  })

  it('stay as published whatever is corrected later, and the snapshot holds them', async () => {
    const frozen = await post(`/api/programmes/${sample.programmeId}/freezes`, {
      month: january,
      no: 1,
      reason: '',
    })
    expect(frozen.status).toBe(200)
    await report(january, 1, 97, 1)
    expect(await levelOf(1, january)).toBe('on-plan')
    const { published } = await lights()
    const asPublished = published.find(({ subjectId }) => subjectId === promises[1]?.id)
    expect(asPublished).toMatchObject({ month: january, no: 1, level: 'behind', colour: 'yellow' })
    const snapshot: MonthSnapshot = (
      await server.send(people.office, {
        url: `/api/programmes/${sample.programmeId}/freezes/${january}/1`,
      })
    ).body
    expect(snapshot.format).toBe('jiannuo.month/3')
    expect(snapshot.lights).toContainEqual(
      expect.objectContaining({ subjectId: promises[1]?.id, level: 'behind', clause: 'R3' }),
    )
  })

  it('come with where each promise will end, in one statement', async () => {
    const url = `/api/programmes/${sample.programmeId}/forecasts?month=${january}`
    let page: ProgrammeForecastData | undefined
    const statements = await database().statementsOf(async () => {
      page = (await server.send(people.office, { url })).body
    })
    expect(statements.filter((text) => /^\s*with/i.test(text))).toHaveLength(1)
    const of = (index: number) =>
      page?.forecasts.find(({ indicatorId }) => indicatorId === promises[index]?.id)
    expect(page?.forecasts).toHaveLength(3)
    // All of it was to be there in January: the first is, of the third nothing was reported.
    expect(of(0)).toMatchObject({ state: 'reached' })
    expect(Number(of(0)?.probability)).toBeGreaterThan(Number(of(2)?.probability))
    expect(page?.warnings.map(({ indicatorId }) => indicatorId)).not.toContain(promises[0]?.id)
  })

  describe('rules', () => {
    const strict = {
      ...defaultLightRules,
      progress: { tolerance: '0', farBehindOver: '5' },
      colours: { ...defaultLightRules.colours, 'far-behind': 'orange' },
    }
    const next = (over: object) => ({
      no: 1,
      fromMonth: '2023-02-01',
      rules: strict,
      reason: '从严',
      ...over,
    })

    it('are tried before they are set: which lights they would change, and nothing is kept', async () => {
      await report(february, 1, 98)
      expect(await levelOf(1)).toBe('on-plan')
      const answer = await post(`/api/programmes/${sample.programmeId}/light-rules/preview`, {
        rules: strict,
      })
      expect(answer.body.changes).toContainEqual(
        expect.objectContaining({
          month: february,
          indicatorId: promises[1]?.id,
          before: { level: 'on-plan', colour: 'green' },
          // 100 − 98 = 2 points: above none, not above five.
          after: { level: 'behind', colour: 'yellow' },
        }),
      )
      expect(await levelOf(1)).toBe('on-plan')
    })

    it.each([
      [{ no: 2 }, 409, 'light-rules.overtaken'],
      [{ fromMonth: '2023-01-01' }, 409, 'light-rules.month-frozen'],
      [{ reason: ' ' }, 400, 'request.invalid'],
      [{ rules: { ...strict, aheadFrom: '-1' } }, 400, 'request.invalid'],
      [{ rules: { ...strict, colours: { ...strict.colours, reached: 'pink' } } }, 400, 'request.invalid'],
      [
        { rules: { ...strict, progress: { tolerance: '9', farBehindOver: '5' } } },
        422,
        'light-rules.out-of-order',
      ],
    ])('are refused where %o', async (over, status, code) => {
      const answer = await post('/api/light-rules', next(over))
      expect([answer.status, answer.body.code]).toEqual([status, code])
    })

    it('count from their month on, and leave their row in the log', async () => {
      expect((await post('/api/light-rules', next({}))).body).toEqual({ no: 1 })
      expect(await levelOf(1)).toBe('behind')
      expect((await lights()).colours['far-behind']).toBe('orange')
      expect((await lights(january)).rulesNo).toBe(0)
      const kept = (await server.send(people.office, { url: '/api/light-rules' })).body
      expect(kept).toMatchObject({ frozenUpTo: january, recorded: [{ no: 1, reason: '从严' }] })
      const log = await server.send(await server.signIn('shenji'), { url: '/api/log' })
      expect(JSON.stringify(log.body)).toContain('light.set')
    })
  })
})
