import { afterAll, beforeAll, expect, it } from 'vitest'
import type { PlanDraft } from '../../src/domain/plan/plan.ts'
import type { Notice, NoticeKind } from '../../src/domain/duty/notice.ts'
import { decimal } from '../../src/domain/values/decimal.ts'
import { openTestApp, type TestApp, type Visitor } from '../support/app.ts'
import { onEveryServer } from '../support/database.ts'
import { defaultPlans } from '../support/default-plans.ts'
import { readSample } from '../support/reporting.ts'

onEveryServer('notices of plans', (database) => {
  let server: TestApp
  let lead: Visitor
  let office: Visitor
  let district: Visitor
  let base: string
  let wujin: string
  let plans: PlanDraft[]
  beforeAll(async () => {
    server = await openTestApp(database())
    lead = await server.signIn('qiantou')
    office = await server.signIn('ducha')
    district = await server.signIn('xiaqu')
    const sample = await readSample(server)
    wujin = sample.units.get('武进区') ?? ''
    base = `/api/programmes/${sample.programmeId}`
    const all = defaultPlans(await read(null, base), await read(lead, `${base}/plans`))
    plans = all.filter(({ shares }) => shares.some(({ unitId }) => unitId === wujin)).slice(0, 2)
    const drafted = await draft(...plans)
    if (drafted.status !== 200) throw new Error(JSON.stringify(drafted.body))
  })
  afterAll(() => server.close())

  const read = async (as: Visitor, url: string) => (await server.send(as, { url })).body
  const post = (as: Visitor, path: string, payload: object) =>
    server.send(as, { method: 'POST', url: `${base}${path}`, payload })
  const draft = (...drafts: object[]) => post(lead, '/plans', { plans: drafts })
  const word = (decision: 'sign' | 'object', which: readonly PlanDraft[], version = 1) =>
    post(district, '/signatures', {
      decision,
      reason: decision === 'object' ? '分得太多' : null,
      shares: which.map(({ indicatorId }) => ({ indicatorId, version, unitId: wujin })),
    })
  const open = async (as: Visitor, kind: NoticeKind): Promise<Notice[]> =>
    (await read(as, '/api/notices?show=open')).notices.filter((notice: Notice) => notice.kind === kind)
  const one = (index: number): PlanDraft => {
    const plan = plans[index]
    if (!plan) throw new Error(`no plan ${index}`)
    return plan
  }

  /** What is asked of the unit changes with it: the same share would keep its signature. */
  const oneMore = (share: PlanDraft['shares'][number]) => {
    const more = decimal(Number(share.value) + 1)
    return {
      ...share,
      value: more,
      points: share.points.map((point, index) =>
        index === share.points.length - 1 ? { ...point, value: more } : point,
      ),
    }
  }

  it('to sign are done when the unit has given its word on the last share, not before', async () => {
    expect(await open(district, 'plan-to-sign')).toHaveLength(1)
    expect((await word('sign', [one(0)])).status).toBe(200)
    expect(await open(district, 'plan-to-sign')).toHaveLength(1)
    expect((await word('object', [one(1)])).status).toBe(200)
    expect(await open(district, 'plan-to-sign')).toEqual([])
  })

  it('of an objection name the unit, and are done when it is taken back', async () => {
    expect(await open(lead, 'plan-objected')).toMatchObject([
      { indicatorId: one(1).indicatorId, details: { unit: '武进区', reason: '分得太多' } },
    ])
    expect((await word('sign', [one(1)])).status).toBe(200)
    expect(await open(lead, 'plan-objected')).toEqual([])
  })

  it('of an objection are done when a new version is drafted, and the office is asked', async () => {
    expect((await word('object', [one(0)])).status).toBe(200)
    expect(await open(lead, 'plan-objected')).toHaveLength(1)
    const changed = (index: number) => ({
      ...one(index),
      basedOn: 1,
      reason: '重新分配',
      shares: one(index).shares.map((share) => (share.unitId === wujin ? oneMore(share) : share)),
    })
    expect((await draft(changed(0))).status).toBe(200)
    expect(await open(lead, 'plan-objected')).toEqual([])
    expect((await draft(changed(1))).status).toBe(200)
    expect(await open(office, 'plan-to-consent')).toHaveLength(2)
  })

  it('to consent are done one by one as they are decided, and all when nothing waits', async () => {
    const decide = (index: number, decision: 'consent' | 'refuse') =>
      post(office, '/consents', {
        decision,
        reason: decision === 'refuse' ? '维持原分解' : null,
        plans: [{ indicatorId: one(index).indicatorId, version: 2 }],
      })
    expect((await decide(0, 'refuse')).status).toBe(200)
    expect((await open(office, 'plan-to-consent')).map(({ indicatorId }) => indicatorId)).toEqual([
      one(1).indicatorId,
    ])
    expect((await decide(1, 'consent')).status).toBe(200)
    expect(await open(office, 'plan-to-consent')).toEqual([])
    // The version consented to is a new one to sign for.
    expect(await open(district, 'plan-to-sign')).toHaveLength(1)
    expect((await word('sign', [one(1)], 2)).status).toBe(200)
    expect(await open(district, 'plan-to-sign')).toEqual([])
  })
})
