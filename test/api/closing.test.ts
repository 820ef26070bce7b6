import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Desk, LeaderPageData } from '../../src/contract/desk.ts'
import type { ProgrammeForecastData } from '../../src/contract/forecasts.ts'
import type { ProgrammeLightsData } from '../../src/contract/lights.ts'
import type { OrdersData } from '../../src/contract/orders.ts'
import { defaultLadderRules } from '../../src/domain/order/ladder-rules.ts'
import { climbLadder } from '../../src/services/oversight/climb-ladder.ts'
import { remind } from '../../src/services/duty/reminders.ts'
import { openTestApp, type Answer, type TestApp, type Visitor } from '../support/app.ts'
import { onEveryServer } from '../support/database.ts'
import { demoTenant } from '../support/plan-rows.ts'
import { planSample, readSample, reviewOf, sheetOf, typed, type Sample } from '../support/reporting.ts'

const october = '2023-10-01'
const november = '2023-11-01'
const everybody = ['ducha', 'qiantou', 'fuzeren', 'xiaqu', 'lingdao'] as const
type Who = (typeof everybody)[number]

/** Two promises far behind alike and a third that nothing is said of; the first is accepted for a reason and closed. */
onEveryServer('a closed promise', (database) => {
  let server: TestApp
  let sample: Sample
  let people: Record<Who, Visitor>
  let closed: string
  let open: string
  let silent: string
  const wujin = () => sample.units.get('武进区') ?? ''
  const base = () => `/api/programmes/${sample.programmeId}`

  beforeAll(async () => {
    server = await openTestApp(database())
    sample = await readSample(server)
    await at('2023-11-01T09:00:00+08:00')
    const { programme } = await lights()
    const ledByLeader = new Set(
      programme.tasks.flatMap(({ id, leaders }) =>
        leaders.some(({ name }) => name === '徐华勤') ? [id] : [],
      ),
    )
    const chosen = programme.indicators.filter(
      ({ taskId, target }) => ledByLeader.has(taskId) && target.kind === 'quantity',
    )
    const [first, second, third] = chosen.map(({ id, target }) => ({ id, value: target.value ?? '0' }))
    if (!first || !second || !third) throw new Error('the leader leads three promises')
    ;[closed, open, silent] = [first.id, second.id, third.id]
    const session = (await server.send(people.qiantou, { url: '/api/session' })).body
    const leadUnitId: string = session.person.posts[0].unitId
    await planSample(
      database(),
      sample,
      [first, second, third].map(({ id, value }) => ({
        indicatorId: id,
        leadUnitId,
        unitIds: [wujin()],
        share: value,
        points: Array.from({ length: 12 }, () => value),
      })),
    )
    for (const id of [closed, open]) await report(october, id, '1')
  })
  afterAll(() => server.close())

  async function at(now: string): Promise<void> {
    server.clock.now = new Date(now)
    const visitors = await Promise.all(
      everybody.map(async (name) => [name, await server.signIn(name)] as const),
    )
    people = Object.fromEntries(visitors) as Record<Who, Visitor>
  }
  function ok(answer: Answer) {
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
    return answer.body
  }
  const get = async (path: string, who: Who = 'ducha') =>
    ok(await server.send(people[who], { url: `${base()}/${path}` }))
  const post = async (who: Who, path: string, payload: object) =>
    ok(await server.send(people[who], { method: 'POST', url: `${base()}/${path}`, payload }))
  const lights = (): Promise<ProgrammeLightsData> => get('lights')
  const desk = (): Promise<Desk> => get('desk')
  const leaderPage = (): Promise<LeaderPageData> => get('leader', 'lingdao')
  const forecasts = (): Promise<ProgrammeForecastData> => get('forecasts')
  const orders = (): Promise<OrdersData> => get('orders')

  async function report(month: string, indicatorId: string, value: string): Promise<void> {
    const told = typed({ value, problem: '征地滞后', nextStep: '赶' })
    ok(
      await sheetOf(server, sample, wujin(), month).submit(
        people.xiaqu,
        [{ indicatorId, seen: 0, typed: told }],
        '补报',
      ),
    )
    for (const step of ['lead', 'office'] as const)
      ok(
        await reviewOf(server, sample, month, step).decide(step === 'lead' ? people.fuzeren : people.ducha, [
          { indicatorId, unitId: wujin(), version: 1 },
        ]),
      )
  }
  const issue = (indicatorId: string) =>
    post('ducha', 'orders', {
      indicatorId,
      month: null,
      suspicionId: null,
      instructionId: null,
      subject: '进度滞后',
      content: '请查明原因。',
      instructedBy: '',
      leadLeader: '',
      cooperatingLeaders: '',
      contact: '',
      phone: '',
      feedback: { kind: 'once', days: null },
      leadUnitId: wujin(),
      cooperatingUnitIds: [],
      step: 'reminder',
      dueOn: '2023-11-20',
      reason: '',
    })
  async function decide(seen: number, step: string, reason: string): Promise<void> {
    const { claims } = await get(`acceptance/${closed}`)
    await post('ducha', `acceptance-claims/${claims[0].id}/steps`, { seen, step, reason })
  }
  const context = () => ({
    db: database().db,
    tenantId: demoTenant,
    person: null,
    now: server.clock.now,
  })
  const orderOf = async (indicatorId: string) =>
    (await orders()).orders.find(({ promise, origin }) => promise?.id === indicatorId && origin === 'hand')
  /** What each list of things to do holds of a promise. */
  async function listsOf(indicatorId: string): Promise<Record<string, boolean>> {
    const [office, leader, ahead] = [await desk(), await leaderPage(), await forecasts()]
    const names = (list: readonly { promise: { id: string } }[]) =>
      list.some(({ promise }) => promise.id === indicatorId)
    return {
      lagging: names(office.lagging),
      problems: office.problems.some(({ problems }) => names(problems)),
      leaderProblems: leader.asked.problems.some(({ problems }) => names(problems)),
      warned: ahead.warnings.some((warning) => warning.indicatorId === indicatorId),
    }
  }
  const everywhere = { lagging: true, problems: true, leaderProblems: true, warned: true }
  const nowhere = { lagging: false, problems: false, leaderProblems: false, warned: false }
  const countOf = (levels: Desk['levels'], level: string) =>
    levels.find((each) => each.level === level)?.count ?? 0
  const lightOf = async (indicatorId: string) => {
    const { subjects } = await lights()
    return subjects.find(({ subjectId }) => subjectId === indicatorId)
  }

  it('is on every list until it is closed', async () => {
    await at('2023-11-15T09:00:00+08:00')
    for (const id of [closed, open]) {
      await issue(id)
      expect(await listsOf(id)).toEqual(everywhere)
    }
    expect((await desk()).closed).toBe(0)
    expect((await desk()).missing).toMatchObject([{ unit: '武进区', cells: 3, missing: 1 }])
  })

  it('is on none of them from then on, keeps its light, and says since when; no screen asks for more', async () => {
    const before = await lightOf(closed)
    expect(before).toMatchObject({ level: 'far-behind', clause: 'R3' })
    await post('qiantou', `acceptance/${closed}/claims`, { seen: 0, statement: '市里已同意结转。' })
    await decide(0, 'accept', '经市政府同意，结转下年')
    expect(await listsOf(closed)).toEqual(everywhere)
    await decide(1, 'close', '')
    for (const read of [lights, desk, leaderPage, forecasts]) {
      const statements = await database().statementsOf(() => read())
      expect(statements.filter((text) => text.includes('cell_standing'))).toHaveLength(1)
      expect(statements.filter((text) => text.includes('acceptance_claim'))).toHaveLength(1)
    }
    expect(await lightOf(closed)).toEqual(before)
    expect(await listsOf(closed)).toEqual(nowhere)
    expect(await listsOf(open)).toEqual(everywhere)
    const { programme } = await lights()
    expect(programme.indicators.find(({ id }) => id === closed)?.closedOn).toBe('2023-11-15')
    expect(programme.indicators.filter(({ closedOn }) => closedOn !== null)).toHaveLength(1)
    const { promises } = await forecasts()
    expect(promises.find(({ id }) => id === closed)?.closedOn).toBe('2023-11-15')
  })

  it('is counted apart, and last of the leader’s promises', async () => {
    const [office, leader] = [await desk(), await leaderPage()]
    for (const page of [office, leader]) {
      expect(page.closed).toBe(1)
      expect(countOf(page.levels, 'far-behind')).toBe(2)
    }
    expect(leader.promises.at(-1)).toMatchObject({
      promise: { id: closed },
      light: { level: 'far-behind' },
      closedOn: '2023-11-15',
    })
    // In what lights add up to it is kept, and told apart.
    expect(leader.light?.reason).toMatchObject({ code: 'parts', counts: { 'far-behind': 2 }, closed: 1 })
    expect(office.due).toContainEqual({ kind: 'orders-of-closed', count: 1 })
  })

  it('opens no matter when its light is published, while others do', async () => {
    const rules = { ...defaultLadderRules, opens: { behind: true, 'far-behind': true } }
    ok(
      await server.send(people.ducha, {
        method: 'POST',
        url: '/api/ladder-rules',
        payload: { no: 1, fromMonth: november, rules, reason: '自动交办' },
      }),
    )
    for (const id of [closed, open]) {
      const order = await orderOf(id)
      await post('ducha', `orders/${order?.id}/decisions`, {
        seen: 1,
        kind: 'withdraw',
        text: '',
        reason: '重新交办',
        dueOn: null,
        evidenceIds: [],
      })
    }
    await post('ducha', 'freezes', { month: october, no: 1, reason: '' })
    const opened = (await orders()).orders.filter(({ origin }) => origin === 'light')
    const about = opened.map(({ promise }) => promise?.id)
    expect(about).toEqual(expect.arrayContaining([open, silent]))
    expect(about).not.toContain(closed)
    // What is published is the light of its figures.
    const { published } = await lights()
    expect(published.find(({ subjectId }) => subjectId === closed)?.level).toBe('far-behind')
  })

  it('under an order stays so until the office ends it, but nothing climbs by itself', async () => {
    for (const id of [closed, open]) await issue(id)
    await at('2023-11-21T09:00:00+08:00')
    await climbLadder(context())
    const stepOf = async (id: string) =>
      (await orders()).orders.find(
        ({ promise, origin, standing }) =>
          promise?.id === id && origin === 'hand' && standing.state === 'open',
      )
    expect((await stepOf(closed))?.standing.step).toBe('reminder')
    expect(await stepOf(closed)).toMatchObject({ phase: 'lapsed', closedOn: '2023-11-15' })
    expect((await stepOf(open))?.standing.step).toBe('urging')
    expect(await stepOf(open)).toMatchObject({ closedOn: null })
    expect((await climbLadder(context())).climbed).toBe(0)
  })

  it('is not asked for: neither by reminders nor by the sheet, though it can be reported', async () => {
    await remind(context())
    const { notices } = ok(await server.send(people.xiaqu, { url: '/api/notices' }))
    const asked = notices.filter(
      ({ kind, month }: { kind: string; month: string }) => kind === 'sheet-open' && month === november,
    )
    expect(asked).toMatchObject([{ details: { count: 2 } }])
    await at('2023-12-13T09:00:00+08:00')
    expect((await desk()).missing).toMatchObject([{ unit: '武进区', cells: 2, missing: 2 }])
    const { cells } = await sheetOf(server, sample, wujin(), november).read(people.xiaqu)
    expect(cells.find(({ indicatorId }) => indicatorId === closed)?.closedOn).toBe('2023-11-15')
    // Silent for two months past due, the third lags by its silence; of the closed one nothing was asked.
    expect((await lightOf(closed))?.reason.code).toBe('progress')
    await report(november, closed, '2')
    expect(await listsOf(closed)).toEqual(nowhere)
  })

  it('returned after a later look, is on every list again', async () => {
    await decide(2, 'return', '回头看发现没有结转')
    expect(await listsOf(closed)).toEqual(everywhere)
    const [office, { programme }] = [await desk(), await lights()]
    expect(office.closed).toBe(0)
    expect(office.due).not.toContainEqual(expect.objectContaining({ kind: 'orders-of-closed' }))
    expect(programme.indicators.every(({ closedOn }) => closedOn === null)).toBe(true)
  })
})
