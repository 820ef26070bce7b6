import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Course } from '../../src/contract/courses.ts'
import type { Desk, LeaderPageData } from '../../src/contract/desk.ts'
import type { ProgrammeLightsData } from '../../src/contract/lights.ts'
import { openTestApp, type Answer, type TestApp, type Visitor } from '../support/app.ts'
import { onEveryServer } from '../support/database.ts'
import { planSample, readSample, reviewOf, sheetOf, typed, type Sample } from '../support/reporting.ts'

const january = '2023-01-01'
const february = '2023-02-01'

onEveryServer('the desk', (database) => {
  let server: TestApp
  let sample: Sample
  let people: Record<'district' | 'lead' | 'office' | 'leader', Visitor>
  /** Two promises of the leader whose post the demonstration's account holds, and one of another. */
  let own: readonly [string, string]
  let others: string
  const wujin = () => sample.units.get('武进区') ?? ''
  const tianning = () => sample.units.get('天宁区') ?? ''

  beforeAll(async () => {
    server = await openTestApp(database())
    sample = await readSample(server)
    await at('2023-02-01T09:00:00+08:00')
    const { programme } = await lights()
    const leads = (id: string) =>
      programme.tasks
        .find((task) => task.id === programme.indicators.find((promise) => promise.id === id)?.taskId)
        ?.leaders.some(({ name }) => name === '徐华勤') ?? false
    const quantities = sample.indicators.filter(({ kind }) => kind === 'quantity').map(({ id }) => id)
    const [first, second] = quantities.filter(leads)
    own = [first ?? '', second ?? '']
    others = quantities.find((id) => !leads(id)) ?? ''
    await planSample(
      database(),
      sample,
      [...own, others].map((indicatorId) => ({
        indicatorId,
        leadUnitId: sample.indicators.find(({ id }) => id === indicatorId)?.leadUnitId ?? '',
        unitIds: [wujin(), tianning()],
        share: '60',
        // Of 60 each: 10, 20, 30 … by the ends of the months.
        points: Array.from({ length: 12 }, (_, index) => String(Math.min(60, (index + 1) * 10))),
      })),
    )
  })
  afterAll(() => server.close())

  async function at(now: string): Promise<void> {
    server.clock.now = new Date(now)
    const [district, lead, office, leader] = await Promise.all(
      ['xiaqu', 'fuzeren', 'ducha', 'lingdao'].map((name) => server.signIn(name)),
    )
    people = {
      district: district ?? null,
      lead: lead ?? null,
      office: office ?? null,
      leader: leader ?? null,
    }
  }

  const url = (path: string) => `/api/programmes/${sample.programmeId}/${path}`
  const get = async (path: string, as: Visitor) => server.send(as, { url: url(path) })
  const lights = async (): Promise<ProgrammeLightsData> => (await get('lights', people.office)).body
  const desk = async (): Promise<Desk> => (await get('desk', people.office)).body
  const leaderPage = async (as = people.leader, query = ''): Promise<LeaderPageData> =>
    (await get(`leader${query}`, as)).body

  async function report(month: string, indicatorId: string, value: string, problem = ''): Promise<void> {
    const told = problem === '' ? { value } : { value, problem, nextStep: '倒排工期' }
    await sheetOf(server, sample, wujin(), month).submit(
      people.district,
      [{ indicatorId, seen: 0, typed: typed(told) }],
      '补报',
    )
  }
  async function approve(month: string, indicatorId: string, step: 'lead' | 'office'): Promise<void> {
    const as = step === 'lead' ? people.lead : people.office
    const cell = { indicatorId, unitId: wujin(), version: 1 }
    await reviewOf(server, sample, month, step).decide(as, [cell])
  }

  it('before anything is reported says who is silent and who has not signed', async () => {
    await at('2023-02-07T09:00:00+08:00')
    const page = await desk()
    expect(page.month).toBe(january)
    expect(page.publishedMonth).toBeNull()
    // Three promises of two units each.
    expect(page.missing.map(({ unit, missing, cells }) => [unit, missing, cells])).toEqual(
      expect.arrayContaining([
        ['武进区', 3, 3],
        ['天宁区', 3, 3],
      ]),
    )
    expect(page.due).toContainEqual(expect.objectContaining({ kind: 'sign', count: 6 }))
    expect(page.due).toContainEqual(
      expect.objectContaining({ kind: 'reports', month: january, isLate: true, count: 6, units: 2 }),
    )
    expect(page.changes).toEqual([])
  })

  it('is read in one statement, and tells what was done since yesterday in the words of the reports', async () => {
    await report(january, own[0], '4', '征地拆迁滞后，地块未交付')
    await report(january, own[1], '5', '资金未到位；征地拆迁滞后')
    await report(january, others, '10')
    await approve(january, own[0], 'lead')
    let page: Desk | undefined
    const statements = await database().statementsOf(async () => {
      page = await desk()
    })
    expect(statements.filter((text) => /cell_standing/.test(text))).toHaveLength(1)
    expect(page?.changes.map(({ action, unit, month, count }) => [action, unit, month, count])).toEqual(
      expect.arrayContaining([
        ['actual.submit', '武进区', january, 3],
        ['review.approve', null, january, 1],
      ]),
    )
    expect(page?.due).toContainEqual({ kind: 'review', month: january, step: 'office', count: 1 })
    expect(page?.due).toContainEqual({ kind: 'review', month: january, step: 'lead', count: 2 })
    expect(page?.problems).toHaveLength(1)
    expect(page?.problems[0]).toMatchObject({ words: '征地拆迁滞后', problems: [{ unit: '武进区' }, {}] })
    // Tianning's three are missing still.
    expect(page?.missing.map(({ unit, missing }) => [unit, missing])).toEqual([['天宁区', 3]])
    const lagging = page?.lagging.map(({ promise }) => promise.id)
    expect(lagging).toContain(own[0])
  })

  it('forgets what was done before yesterday', async () => {
    await at('2023-02-08T23:00:00+08:00')
    expect((await desk()).changes).not.toEqual([])
    await at('2023-02-09T00:00:00+08:00')
    expect((await desk()).changes).toEqual([])
  })

  it('compares the lights with those last published, for the office and for the leader', async () => {
    await approve(january, own[0], 'office')
    for (const step of ['lead', 'office'] as const) await approve(january, others, step)
    await server.send(people.office, {
      method: 'POST',
      url: url('freezes'),
      payload: { month: january, no: 1, reason: '' },
    })
    await at('2023-03-08T09:00:00+08:00')
    const page = await desk()
    expect(page).toMatchObject({ month: february, publishedMonth: january })
    // Of the other leader's: 10 of 20 in January, 10 of 40 in February.
    const turned = page.turnedLights.find(({ promise }) => promise.id === others)
    expect(turned?.way).toBe('worse')
    const leader = await leaderPage()
    expect(leader.post.name).toBe('徐华勤')
    expect(leader.posts).toHaveLength(1)
    expect(leader.promises.map(({ promise }) => promise.id)).toEqual(expect.arrayContaining([...own]))
    expect(leader.promises.map(({ promise }) => promise.id)).not.toContain(others)
    expect(leader.worse.map(({ promise }) => promise.id)).not.toContain(others)
    // 51 promises of the sample are led by this leader.
    expect(leader.levels.reduce((sum, { count }) => sum + count, 0)).toBe(51)
    expect(leader.asked.problems[0]?.words).toBe('征地拆迁滞后')
  })

  it('has the course of a promise and the milestones, in one statement each', async () => {
    const read = async (path: string) => {
      let answer: Answer | undefined
      const statements = await database().statementsOf(async () => {
        answer = await get(path, people.office)
      })
      expect(statements.filter((text) => /cell_standing/.test(text))).toHaveLength(1)
      if (!answer) throw new Error(`${path} was not answered`)
      return answer
    }
    const course: Course = (await read(`indicators/${own[0]}/course`)).body
    // Two units: 10 + 10 by the end of January, 20 + 20 by that of February; 4 of the one was approved.
    expect(course.points.slice(0, 3)).toEqual([
      { month: january, planned: '20', done: '4' },
      { month: february, planned: '40', done: '4' },
      { month: '2023-03-01', planned: '60', done: null },
    ])
    expect(course.fan[0]?.month).toBe(february)
    expect((await read('milestones')).body.milestones).toEqual([])
    const unknown = await get('indicators/01a00000-0000-7000-8000-000000000000/course', people.office)
    expect([unknown.status, unknown.body.code]).toEqual([404, 'plan.no-such-promise'])
  })

  it('is the office’s alone; a leader’s page is that leader’s and the office’s', async () => {
    expect((await get('desk', people.leader)).status).toBe(403)
    const { posts } = await leaderPage(people.office)
    expect(posts.length).toBeGreaterThan(1)
    const other = posts.find(({ name }) => name !== '徐华勤')
    expect((await leaderPage(people.office, `?post=${other?.id}`)).post).toEqual(other)
    const refused = await get(`leader?post=${other?.id}`, people.leader)
    expect([refused.status, refused.body.code]).toEqual([403, 'leader-page.not-own'])
    const nobody = await get('leader?post=01a00000-0000-7000-8000-000000000000', people.office)
    expect([nobody.status, nobody.body.code]).toEqual([404, 'leader-page.no-promises'])
    server.app.rememberedAnswers.clear()
    const statements = await database().statementsOf(() => leaderPage())
    expect(statements.filter((text) => /cell_standing/.test(text))).toHaveLength(1)
  })
})
