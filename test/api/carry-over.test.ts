import { afterAll, beforeAll, expect, it } from 'vitest'
import type { CarryOverData } from '../../src/contract/carry-over.ts'
import type { ImportPage } from '../../src/contract/imports.ts'
import { openTestApp, type Answer, type TestApp, type Visitor } from '../support/app.ts'
import { onEveryServer } from '../support/database.ts'
import { planSample, readSample, reviewOf, sheetOf, typed, type Sample } from '../support/reporting.ts'

const january = '2023-01-01'

/** What a test starts from must have been taken. */
function ok({ status, body }: Answer): void {
  if (status !== 200) throw new Error(JSON.stringify(body))
}

onEveryServer('carrying over', (database) => {
  let server: TestApp
  let sample: Sample
  let base: string
  let office: Visitor
  let places: { id: string; leadUnitId: string; value: string | null }

  beforeAll(async () => {
    server = await openTestApp(database())
    server.clock.now = new Date('2023-02-01T09:00:00+08:00')
    office = await server.signIn('ducha')
    sample = await readSample(server)
    base = `/api/programmes/${sample.programmeId}`
    const found = sample.indicators.find(({ value }) => value === '3400')
    if (!found) throw new Error('the sample promises 3400 places')
    places = found
    const unitId = sample.units.get('武进区') ?? ''
    await planSample(database(), sample, [
      { indicatorId: places.id, leadUnitId: places.leadUnitId, unitIds: [unitId], share: '3400' },
    ])
    const told = typed({ value: '3001', problem: '进场晚', nextStep: '加班' })
    const sent = await sheetOf(server, sample, unitId, january).submit(await server.signIn('xiaqu'), [
      { indicatorId: places.id, seen: 0, typed: told },
    ])
    ok(sent)
    for (const [step, name] of [
      ['lead', 'fuzeren'],
      ['office', 'ducha'],
    ] as const) {
      const cells = [{ indicatorId: places.id, unitId, version: 1 }]
      const decided = await reviewOf(server, sample, january, step).decide(await server.signIn(name), cells)
      ok(decided)
    }
  })
  afterAll(() => server.close())

  const read = async (): Promise<CarryOverData> =>
    (await server.send(office, { url: `${base}/carry-over` })).body
  const carry = (over: object) =>
    server.send(office, {
      method: 'POST',
      url: `${base}/carry-over`,
      payload: {
        seen: 0,
        indicatorIds: [places.id],
        restOnly: true,
        decision: '市政府第 18 次常务会议',
        decidedOn: '2023-12-28',
        ...over,
      },
    })
  const codes = (answer: Answer) => [answer.status, answer.body.code ?? null]

  it('lists what is not accepted, with what is left of it, in one statement', async () => {
    const statements = await database().statementsOf(() => read())
    expect(statements.filter((text) => /^\s*with/i.test(text))).toHaveLength(1)
    const { promises, records } = await read()
    expect(promises).toHaveLength(sample.indicators.length)
    expect(records).toEqual([])
    // 3,400 − 3,001
    expect(promises.find(({ id }) => id === places.id)).toMatchObject({ rest: '399', state: 'under-way' })
  })

  it.each([
    [{ indicatorIds: [] }, 422, 'carry-over.nothing-chosen'],
    [{ indicatorIds: ['01a00000-0000-7000-8000-000000000000'] }, 422, 'carry-over.not-open'],
    [{ seen: 1 }, 409, 'carry-over.overtaken'],
    [{ decision: ' ' }, 400, 'request.invalid'],
  ])('is refused where %o, and nothing is kept', async (over, status, code) => {
    const imports = async () => (await server.send(office, { url: '/api/imports' })).body.length
    const before = await imports()
    expect(codes(await carry(over))).toEqual([status, code])
    expect(await imports()).toBe(before)
  })

  it('makes a draft of the next year that the importer reads, with what is left in place of the whole', async () => {
    const answer = await carry({})
    expect(codes(answer)).toEqual([200, null])
    const draft: ImportPage = (await server.send(office, { url: `/api/imports/${answer.body.importId}` }))
      .body
    expect(draft.draft.year).toBe(2024)
    const tasks = draft.draft.projects.flatMap((project) => project.tasks)
    expect(tasks).toHaveLength(1)
    expect(tasks[0]?.indicators).toMatchObject([{ value: '399', unit: '个' }])
    expect(tasks[0]?.leadUnits.map(({ name }) => name)).toEqual(['市教育局'])
    expect((await read()).records).toMatchObject([
      { no: 1, promises: 1, decision: '市政府第 18 次常务会议', importId: answer.body.importId },
    ])
    const log = await server.send(await server.signIn('shenji'), { url: '/api/log' })
    expect(JSON.stringify(log.body)).toContain('programme.carry-over')
  })

  it('of a whole year comes back as the programme it was: every promise, with its figures, leaders and units', async () => {
    const all = (await read()).promises
    const answer = await carry({ seen: 1, restOnly: false, indicatorIds: all.map(({ id }) => id) })
    expect(codes(answer)).toEqual([200, null])
    const { draft }: ImportPage = (await server.send(office, { url: `/api/imports/${answer.body.importId}` }))
      .body
    const figures = draft.projects.flatMap(({ tasks }) =>
      tasks.flatMap(({ indicators }) =>
        indicators.map(({ kind, value, unit }) => `${kind} ${value} ${unit}`),
      ),
    )
    expect(figures).toEqual(all.map(({ target: { kind, value, unit } }) => `${kind} ${value} ${unit}`))
    expect(draft.projects.map(({ name }) => name)).toHaveLength(10)
  })
})
