import { afterAll, beforeAll, expect, it } from 'vitest'
import type { PlanDraft, PlanShare } from '../../src/domain/plan/plan.ts'
import { openTestApp, type TestApp, type Visitor } from '../support/app.ts'
import { onEveryServer, withClient } from '../support/database.ts'
import { defaultPlans } from '../support/default-plans.ts'

type Fields = Record<string, unknown>
type Version = { version: number; inForce: boolean; shares: (PlanShare & { signature: Fields | null })[] }

onEveryServer('a plan', (database) => {
  let server: TestApp
  let lead: Visitor
  let office: Visitor
  let wujin: Visitor
  let tianning: Visitor
  let programmeId: string
  let drafts: PlanDraft[]
  beforeAll(async () => {
    server = await openTestApp(database())
    lead = await server.signIn('qiantou')
    office = await server.signIn('ducha')
    wujin = await server.signIn('xiaqu')
    tianning = await server.signIn('tianning')
    programmeId = (await server.send(null, { url: '/api/programmes' })).body[0].id
    drafts = defaultPlans(await read(lead, ''), await read(lead, '/plans'))
  })
  afterAll(() => server.close())

  const read = async (as: Visitor, path: string) =>
    (await server.send(as, { url: `/api/programmes/${programmeId}${path}` })).body
  const post = (as: Visitor, path: string, payload: object) =>
    server.send(as, { method: 'POST', url: `/api/programmes/${programmeId}${path}`, payload })
  const draft = (as: Visitor, ...plans: object[]) => post(as, '/plans', { plans })
  const versionsOf = (plan: PlanDraft): Promise<Version[]> => read(lead, `/plans/${plan.indicatorId}`)
  const sign = (as: Visitor, plan: PlanDraft, unitId: string | undefined, change: object = {}) =>
    post(as, '/signatures', {
      decision: 'sign',
      reason: null,
      shares: [{ indicatorId: plan.indicatorId, version: 1, unitId, ...change }],
    })
  const consent = (plan: PlanDraft, version: number, decision: 'consent' | 'refuse', reason: string | null) =>
    post(office, '/consents', { decision, reason, plans: [{ indicatorId: plan.indicatorId, version }] })
  const unitIdOf = async (name: string): Promise<string> =>
    (await read(lead, '/plans')).units.find((unit: Fields) => unit['name'] === name).unitId
  const levels = async (): Promise<string[]> =>
    (await read(null, '')).projects.flatMap(({ tasks }: { tasks: { indicators: { level: string }[] }[] }) =>
      tasks.flatMap(({ indicators }) => indicators.map(({ level }) => level)),
    )
  /** The nth promise that is split over districts by figures. */
  const districtPlan = (n: number): PlanDraft => {
    const plan = drafts.filter(({ shares }) => shares.length > 1 && shares[0]?.value != null)[n]
    if (!plan) throw new Error(`fewer than ${n + 1} promises are split over districts`)
    return plan
  }
  const withShare = (plan: PlanDraft, change: Partial<Record<keyof PlanShare, unknown>>) => ({
    ...plan,
    shares: plan.shares.map((share, index) => (index === 0 ? { ...share, ...change } : share)),
  })
  const noticesOf = async (kind: string): Promise<Fields[]> =>
    withClient(
      database().superuserUrl,
      async (client) => (await client.query('select * from notice where kind = $1', [kind])).rows,
    )

  it('is refused with the field at fault, and then nothing at all is kept', async () => {
    const plan = districtPlan(0)
    const point = plan.shares[0]?.points[0]
    const points = plan.shares[0]?.points ?? []
    const faults: [string, object][] = [
      ['no-shares', { ...plan, shares: [] }],
      ['unit-twice', { ...plan, shares: [...plan.shares, plan.shares[0]] }],
      ['value-missing', withShare(plan, { value: null, points: [] })],
      ['negative', withShare(plan, { value: '-1' })],
      ['not-whole', withShare(plan, { value: '1.5' })],
      ['month-missing', withShare(plan, { points: points.slice(1) })],
      ['month-outside', withShare(plan, { points: [...points, { ...point, month: '2024-01-01' }] })],
      [
        'falls',
        withShare(plan, { points: points.map((one, at) => (at === 5 ? { ...one, value: '0' } : one)) }),
      ],
      ['last-differs', withShare(plan, { value: '999' })],
      ['base-name-missing', { ...plan, basis: 'base' }],
    ]
    for (const [why, body] of faults) {
      const answer = await draft(lead, districtPlan(1), body)
      expect([answer.status, answer.body.code, answer.body.details.why], why).toEqual([
        422,
        'plan.fault',
        why,
      ])
      expect(answer.body.details.place.indicatorId).toBe(plan.indicatorId)
      expect(answer.body.message).toContain('“')
    }
    const invalid: [string, object][] = [
      ['/plans/0/shares/0/value', withShare(plan, { value: 'many' })],
      ['/plans/0/shares/0/value', withShare(plan, { value: '1e5' })],
      ['/plans/0/shares/0/points/0/month', withShare(plan, { points: [{ ...point, month: '2023-01-15' }] })],
      ['/plans/0/shares/0/points/0/value', withShare(plan, { points: [{ ...point, value: '' }] })],
      [
        '/plans/0/shares/0/stages/0/dueOn',
        withShare(plan, { stages: [{ stage: '开工', dueOn: '2023-02-30' }] }),
      ],
      ['/plans/0/curve', { ...plan, curve: 'bent' }],
      ['/plans/0/basis', { ...plan, basis: 'guess' }],
      ['/plans/0/baseName', { ...plan, baseName: ' ' }],
      ['/plans/0/reason', { ...plan, reason: ' ' }],
      ['/plans/0/basedOn', { ...plan, basedOn: -1 }],
    ]
    for (const [place, body] of invalid) {
      const answer = await draft(lead, body)
      expect([answer.status, answer.body.code], place).toEqual([400, 'request.invalid'])
      expect(answer.body.details.place).toContain(place)
    }
    const other = { ...plan, indicatorId: '00000000-0000-4000-8000-000000000000' }
    expect((await draft(lead, other)).body.code).toBe('plan.no-such-promise')
    expect((await draft(lead, plan, plan)).body.code).toBe('plan.promise-twice')
    expect((await draft(lead, withShare(plan, { unitId: other.indicatorId }))).body.code).toBe(
      'plan.no-such-unit',
    )
    expect((await read(lead, '/plans')).plans).toEqual([])
  })

  it('of a milestone has stages in order', async () => {
    const plan = drafts.find(({ curve }) => curve === 'stages')
    if (!plan) throw new Error('the sample has milestones')
    const stages = plan.shares[0]?.stages ?? []
    const whys = [
      [withShare(plan, { stages: [] }), 'stages-missing'],
      [
        withShare(plan, {
          stages: [
            { stage: '验收', dueOn: '2023-12-31' },
            { stage: '开工', dueOn: '2023-03-31' },
          ],
        }),
        'stages-out-of-order',
      ],
      [withShare(plan, { value: '3' }), 'points-without-value'],
    ] as const
    for (const [body, why] of whys) expect((await draft(lead, body)).body.details.why).toBe(why)
    expect(stages.at(-1)?.dueOn).toBe('2023-12-31')
  })

  it('is made for all 110 promises of the sample in one transaction, each with its own kind', async () => {
    expect(drafts).toHaveLength(110)
    expect(new Set(await levels())).toEqual(new Set(['to-plan']))
    const answer = await draft(lead, ...drafts)
    expect(answer.body).toHaveLength(110)
    expect(new Set(await levels())).toEqual(new Set(['to-sign']))
    const log = (await server.send(await server.signIn('shenji'), { url: '/api/log' })).body
    expect(log.entries.filter(({ action }: Fields) => action === 'plan.draft').length).toBeGreaterThan(0)
    // Every unit with a share is told once, not once a promise.
    const told = await noticesOf('plan-to-sign')
    expect(new Set(told.map(({ post_id }) => post_id)).size).toBe(told.length)
  })

  it('is read by one statement, overview, versions and signing alike', async () => {
    const plan = districtPlan(0)
    for (const path of ['/plans', `/plans/${plan.indicatorId}`, '/signing']) {
      const sent = await database().statementsOf(() =>
        server.send(wujin, { url: `/api/programmes/${programmeId}${path}` }),
      )
      expect(
        sent.filter((statement) => statement.includes('plan_')),
        path,
      ).toHaveLength(1)
    }
  })

  it('is refused to who does not lead the task, even with the right role', async () => {
    expect((await draft(wujin, districtPlan(0))).body.code).toBe('access.denied')
    expect((await sign(wujin, districtPlan(0), await unitIdOf('天宁区'))).body.code).toBe('access.other-unit')
    expect((await post(lead, '/consents', { decision: 'consent', reason: null, plans: [] })).body.code).toBe(
      'access.denied',
    )
  })

  it('is made once by two who draft on the same version; the other is told by whom', async () => {
    const plan = { ...districtPlan(2), basedOn: 1 }
    const answers = await Promise.all([draft(lead, plan), draft(lead, plan)])
    const outcomes = answers.map(({ body }) => body.code ?? body[0].version)
    expect(new Set(outcomes)).toEqual(new Set([2, 'plan.overtaken']))
    const late = await draft(lead, plan)
    expect(late.body.details).toMatchObject({ version: 2, by: '牵头联络员', indicatorId: plan.indicatorId })
    expect(late.status).toBe(409)
    expect(await versionsOf(plan)).toHaveLength(2)
  })

  it('once signed changes only with a reason and the office’s consent, and stays in force until then', async () => {
    const plan = districtPlan(3)
    const unitId = await unitIdOf('武进区')
    expect((await sign(wujin, plan, unitId)).body).toEqual({ signed: 1 })
    expect((await sign(wujin, plan, unitId)).body.code).toBe('plan.already-decided')
    const change = { ...plan, basedOn: 1 }
    expect((await draft(lead, change)).body.code).toBe('plan.reason-needed')
    const asked = await draft(lead, { ...change, reason: '区划调整' })
    expect(asked.body).toEqual([{ indicatorId: plan.indicatorId, version: 2, needsConsent: true }])
    const inForce = async () => (await versionsOf(plan)).find((version) => version.inForce)?.version
    expect(await inForce()).toBe(1)
    expect((await sign(wujin, plan, unitId, { version: 2 })).body.code).toBe('plan.not-in-force')
    expect((await consent(plan, 2, 'refuse', null)).body.code).toBe('plan.refusal-needs-reason')
    expect((await consent(plan, 2, 'refuse', '理由不足')).body).toEqual({ decided: 1 })
    expect((await consent(plan, 2, 'consent', null)).body.code).toBe('plan.no-consent-asked')
    expect(await inForce()).toBe(1)
    await draft(lead, { ...change, basedOn: 2, reason: '区划调整，附文件' })
    const both = await Promise.all([consent(plan, 3, 'consent', null), consent(plan, 3, 'consent', null)])
    const outcomes = both.map(({ body }) => body.decided ?? body.code)
    expect(outcomes).toContain(1)
    expect(outcomes.filter((outcome) => outcome !== 1)).toHaveLength(1)
    expect(await inForce()).toBe(3)
    expect((await sign(wujin, plan, unitId, { version: 3 })).body).toEqual({ signed: 1 })
    expect((await noticesOf('plan-decided')).length).toBeGreaterThan(0)
    expect((await noticesOf('plan-to-consent')).length).toBeGreaterThan(0)
  })

  it('keeps the signature of a share that a new version does not change, until it changes', async () => {
    const plan = districtPlan(5)
    const ids = { wujin: await unitIdOf('武进区'), tianning: await unitIdOf('天宁区') }
    for (const [as, unitId] of [
      [wujin, ids.wujin],
      [tianning, ids.tianning],
    ] as const)
      expect((await sign(as, plan, unitId)).body).toEqual({ signed: 1 })
    const changed = (unitId: string, basedOn: number, reached: (index: number) => number) => ({
      ...plan,
      basedOn,
      curve: 'typed',
      reason: '据实调整',
      shares: plan.shares.map((share) =>
        share.unitId === unitId
          ? {
              ...share,
              value: String(reached(share.points.length - 1)),
              points: share.points.map((point, index) => ({ ...point, value: String(reached(index)) })),
            }
          : share,
      ),
    })
    const wordOf = async (unitId: string) => {
      const shares = (await versionsOf(plan)).find(({ inForce }) => inForce)?.shares
      return shares?.find((share) => share.unitId === unitId)?.signature ?? null
    }
    await draft(
      lead,
      changed(ids.tianning, 1, (index) => index * 2),
    )
    await consent(plan, 2, 'consent', null)
    expect(await wordOf(ids.wujin)).toMatchObject({ decision: 'sign', version: 1 })
    expect(await wordOf(ids.tianning)).toBeNull()
    const { inForce } = (await read(lead, '/plans')).plans.find(
      ({ indicatorId }: Fields) => indicatorId === plan.indicatorId,
    )
    const decided = inForce.shares.filter(({ decision }: Fields) => decision === 'sign')
    expect(decided.map(({ unitId }: Fields) => unitId)).toEqual([ids.wujin])

    // The same share by the same day, but another way there.
    const value = Number(plan.shares.find(({ unitId }) => unitId === ids.wujin)?.value)
    await draft(
      lead,
      changed(ids.wujin, 2, () => value),
    )
    await consent(plan, 3, 'consent', null)
    expect(await wordOf(ids.wujin)).toBeNull()
  })

  it('is objected to with a reason, the lead unit is told, and it is planned once all have signed', async () => {
    const plan = districtPlan(4)
    const unitId = await unitIdOf('天宁区')
    const object = (reason: string | null) =>
      post(tianning, '/signatures', {
        decision: 'object',
        reason,
        shares: [{ indicatorId: plan.indicatorId, version: 1, unitId }],
      })
    expect((await object(null)).body.code).toBe('plan.objection-needs-reason')
    expect((await object('与区内施工计划不符')).body).toEqual({ signed: 1 })
    const told = await noticesOf('plan-objected')
    expect(told.map(({ details }) => details)).toContainEqual(
      expect.objectContaining({ reason: '与区内施工计划不符' }),
    )
    const again = await draft(lead, { ...plan, basedOn: 1 })
    expect(again.body[0]).toMatchObject({ version: 2, needsConsent: false })
    const officers = ['xiaqu', 'tianning', 'zhonglou', 'xinbei', 'jintan', 'liyang', 'jingkai']
    for (const officer of officers) {
      const visitor = await server.signIn(officer)
      const own = (await read(visitor, '/signing')).filter(
        ({ indicatorId }: Fields) => indicatorId === plan.indicatorId,
      )
      expect(own, officer).toHaveLength(1)
      await post(visitor, '/signatures', {
        decision: 'sign',
        reason: null,
        shares: own.map(({ indicatorId, version, unitId: of }: Fields) => ({
          indicatorId,
          version,
          unitId: of,
        })),
      })
    }
    expect((await levels()).filter((level) => level === 'planned')).toHaveLength(1)
  })
})
