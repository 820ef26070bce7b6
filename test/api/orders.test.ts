import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OrderData, OrdersData } from '../../src/contract/orders.ts'
import { defaultLadderRules } from '../../src/domain/order/ladder-rules.ts'
import { runJobs } from '../../src/services/duty/jobs.ts'
import { tenantIdOf } from '../../src/services/installation/tenants.ts'
import { demoSeed } from '../../src/services/installation/demo-seed.ts'
import { openTestApp, upload, type TestApp, type Visitor } from '../support/app.ts'
import { onEveryServer } from '../support/database.ts'
import { planSample, readSample, reviewOf, sheetOf, typed, type Sample } from '../support/reporting.ts'

const everybody = ['ducha', 'qiantou', 'fuzeren', 'xiaqu', 'tianning', 'lingdao'] as const
type Who = (typeof everybody)[number]

onEveryServer('supervision orders', (database) => {
  let server: TestApp
  let sample: Sample
  let people: Record<Who, Visitor>
  const unitOf = (name: string) => sample.units.get(name) ?? ''
  const base = () => `/api/programmes/${sample.programmeId}`

  beforeAll(async () => {
    server = await openTestApp(database())
    sample = await readSample(server)
    await at('2023-03-01T09:00:00+08:00')
  })
  afterAll(() => server.close())

  /** Sessions do not outlive a day, so everybody signs in again. */
  async function at(now: string): Promise<void> {
    server.clock.now = new Date(now)
    const visitors = await Promise.all(
      everybody.map(async (name) => [name, await server.signIn(name)] as const),
    )
    people = Object.fromEntries(visitors) as Record<Who, Visitor>
  }
  const runDay = () =>
    runJobs({
      db: database().db,
      tenantIds: [tenantIdOf(demoSeed.tenant.code)],
      now: () => server.clock.now,
      mail: undefined,
      failed: (job, error) => {
        throw new Error(`${job} failed`, { cause: error })
      },
    })
  const post = (who: Who, url: string, payload: object) =>
    server.send(people[who], { method: 'POST', url: `${base()}${url}`, payload })
  const list = async (who: Who = 'ducha'): Promise<OrdersData> =>
    (await server.send(people[who], { url: `${base()}/orders` })).body
  const read = async (id: string): Promise<OrderData> =>
    (await server.send(people.ducha, { url: `${base()}/orders/${id}` })).body
  const form = (over: object = {}) => ({
    indicatorId: null,
    month: null,
    suspicionId: null,
    instructionId: null,
    subject: '口袋公园进场慢',
    content: '请查明原因，倒排工期。',
    instructedBy: '',
    leadLeader: '李副市长',
    cooperatingLeaders: '',
    contact: '王科员',
    phone: '0519-0000',
    feedback: { kind: 'once', days: null },
    leadUnitId: unitOf('武进区'),
    cooperatingUnitIds: [],
    step: 'blue',
    dueOn: '2023-03-08',
    reason: '',
    ...over,
  })
  const issue = async (over: object = {}) => (await post('ducha', '/orders', form(over))).body
  const turn = (who: Who, id: string, seen: number, kind: string, over: object = {}) =>
    post(who, `/orders/${id}/${who === 'ducha' ? 'decisions' : 'sendings'}`, {
      seen,
      kind,
      text: '',
      reason: '',
      dueOn: null,
      evidenceIds: [],
      ...over,
    })
  const inbox = async (who: Who): Promise<{ kind: string; details: Record<string, string> }[]> =>
    (await server.send(people[who], { url: '/api/notices' })).body.notices

  /** A notice of this kind whose details hold these. */
  const told = (kind: string, details: object) =>
    expect.objectContaining({ kind, details: expect.objectContaining(details) })

  it('are numbered without gaps, also when many are issued at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, index) => issue({ subject: `第 ${index} 件` })),
    )
    expect(answers.map(({ number }) => number.no).toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6])
    expect(answers[0].number).toMatchObject({ series: '政督', year: 2023 })
    // A reminder is no document of a series.
    expect((await issue({ step: 'reminder' })).number).toBeNull()
    expect((await issue()).number.no).toBe(7)
    await at('2024-01-03T09:00:00+08:00')
    expect((await issue({ dueOn: '2024-01-10' })).number).toEqual({ series: '政督', year: 2024, no: 1 })
    await at('2023-03-01T09:00:00+08:00')
  })

  it('and one of them are read in one statement each', async () => {
    const { id } = await issue({ cooperatingUnitIds: [unitOf('天宁区')] })
    const ofList = await database().statementsOf(() => list())
    expect(ofList.filter((text) => /supervision_order/.test(text))).toHaveLength(1)
    let page: OrderData | undefined
    const ofOne = await database().statementsOf(async () => {
      page = await read(id)
    })
    expect(ofOne.filter((text) => /supervision_order/.test(text))).toHaveLength(1)
    expect(page?.order).toMatchObject({
      origin: 'hand',
      phase: 'under-way',
      deadline: '2023-03-08',
      leadLeader: '李副市长',
      instructedBy: null,
      units: [
        { name: '武进区', duty: 'lead' },
        { name: '天宁区', duty: 'cooperating' },
      ],
      facts: [{ no: 1, kind: 'step', step: 'blue', by: expect.any(String) }],
    })
  })

  it.each([
    [{ subject: ' ' }, 'request.invalid'],
    [{ feedback: { kind: 'days', days: null } }, 'request.invalid'],
    [{ cooperatingUnitIds: ['00000000-0000-4000-8000-000000000000'] }, 'order.units-wrong'],
    [{ indicatorId: '00000000-0000-4000-8000-000000000000' }, 'order.origin-unknown'],
    [{ instructionId: '00000000-0000-4000-8000-000000000000' }, 'order.origin-unknown'],
    [{ dueOn: '2023-02-28' }, 'order.due-past'],
    [{ step: 'red' }, 'order.start-reason-missing'],
  ])('are refused with %o', async (over, code) => {
    const before = (await list()).orders.length
    expect((await issue(over)).code).toBe(code)
    expect((await list()).orders).toHaveLength(before)
  })

  it('start higher with a reason, and a unit is bound once', async () => {
    const { id } = await issue({ step: 'red', reason: '汛期将至' })
    expect((await read(id)).order.facts[0]).toMatchObject({ step: 'red', reason: '汛期将至' })
    expect((await issue({ cooperatingUnitIds: [unitOf('武进区')] })).code).toBe('order.units-wrong')
  })

  describe('go their way', () => {
    let id: string
    beforeAll(async () => {
      id = (await issue({ subject: '管网改造' })).id
    })

    it('are told to the unit, whose officer replies with a file', async () => {
      expect(await inbox('xiaqu')).toContainEqual(told('order-given', { about: id }))
      const file = await server.send(people.xiaqu, {
        method: 'POST',
        url: `${base()}/orders/${id}/files`,
        ...upload('说明.pdf', Buffer.from('%PDF-1.4 说明')),
      })
      expect(file.status).toBe(200)
      const sent = await turn('xiaqu', id, 1, 'reply', { text: '已进场', evidenceIds: [file.body.id] })
      expect(sent.body).toMatchObject({ no: 2 })
      const { order } = await read(id)
      expect(order.phase).toBe('reply-waiting')
      expect(order.facts[1]).toMatchObject({ text: '已进场', files: [{ fileName: '说明.pdf' }] })
      expect((await inbox('xiaqu')).filter(({ details }) => details['about'] === id)).toEqual([])
      expect(await inbox('ducha')).toContainEqual(told('order-waiting', { about: id }))
    })

    it('take nothing from other units, from whoever saw less, or of files that are not there', async () => {
      expect((await turn('tianning', id, 2, 'feedback', { text: '不是我' })).body.code).toBe(
        'access.other-unit',
      )
      expect((await turn('xiaqu', id, 1, 'feedback', { text: '在办' })).body.code).toBe('order.overtaken')
      const evidenceIds = ['00000000-0000-4000-8000-000000000000']
      expect((await turn('xiaqu', id, 2, 'feedback', { text: '在办', evidenceIds })).body.code).toBe(
        'evidence.not-found',
      )
      expect((await read(id)).order.facts).toHaveLength(2)
    })

    it('are returned with a reason, extended when asked in time, and end when the reply is accepted', async () => {
      expect((await turn('ducha', id, 2, 'return', { dueOn: '2023-03-08' })).body.code).toBe(
        'order.reason-missing',
      )
      await turn('ducha', id, 2, 'return', { reason: '缺现场照片', dueOn: '2023-03-08' })
      expect(await inbox('xiaqu')).toContainEqual(told('order-answered', { reason: '缺现场照片' }))
      await turn('xiaqu', id, 3, 'extension', { text: '完成六成', reason: '雨天', dueOn: '2023-03-20' })
      await turn('ducha', id, 4, 'extend', { dueOn: '2023-03-15' })
      expect((await read(id)).order).toMatchObject({ deadline: '2023-03-15', phase: 'under-way' })
      await turn('xiaqu', id, 5, 'reply', { text: '全部完成' })
      await turn('ducha', id, 6, 'accept')
      const { order } = await read(id)
      expect(order.phase).toBe('closed')
      expect(order.facts.map(({ kind }) => kind)).toEqual([
        'step',
        'reply',
        'return',
        'extension',
        'extend',
        'reply',
        'accept',
      ])
      expect((await turn('ducha', id, 7, 'close', { reason: '再关' })).body.code).toBe('order.ended')
      expect((await inbox('ducha')).filter(({ details }) => details['about'] === id)).toEqual([])
    })
  })

  it('climb by the daily job where the rules say so; the office decides the rest; what waits holds the lapse', async () => {
    const gentle = (await issue({ subject: '提醒件', step: 'reminder' })).id
    const blue = (await issue({ subject: '督办件' })).id
    const waiting = (await issue({ subject: '已报件', step: 'reminder' })).id
    const stopped = (await issue({ subject: '暂停件', step: 'reminder' })).id
    await turn('xiaqu', waiting, 1, 'reply', { text: '已办' })
    await turn('ducha', stopped, 1, 'hold', { reason: '等上级意见' })
    await at('2023-03-09T09:00:00+08:00')
    const writes = async () =>
      (await database().statementsOf(runDay)).filter((text) => /insert into (log_head|notice) /.test(text))
    expect(await writes()).not.toEqual([])
    // The day asked again takes nobody's turn and writes nothing.
    expect(await writes()).toEqual([])
    // Due on the 8th; on Thursday the 9th urging begins and runs three working days: 10, 13, 14.
    expect((await read(gentle)).order).toMatchObject({
      deadline: '2023-03-14',
      facts: [{ step: 'reminder' }, { step: 'urging', ruleNo: 0, by: null, post: null }],
    })
    for (const id of [blue, waiting, stopped]) expect((await read(id)).order.standing.step).not.toBe('urging')
    const lapsed = (await inbox('ducha')).filter(({ kind }) => kind === 'order-lapsed')
    expect(lapsed.map(({ details }) => details['about'])).toEqual(expect.arrayContaining([blue, stopped]))
    expect(lapsed.map(({ details }) => details['about'])).not.toContain(waiting)
    expect(await inbox('xiaqu')).toContainEqual(told('order-lapsed', { about: blue, decision: 'reply' }))
    expect((await turn('ducha', blue, 1, 'step', { reason: '逾期未反馈' })).body).toMatchObject({ no: 2 })
    expect((await read(blue)).order.standing.step).toBe('orange')
    // The next needs this one to lapse.
    expect((await turn('ducha', blue, 2, 'step', { reason: '再升' })).body.code).toBe('order.not-lapsed')
    expect((await turn('ducha', gentle, 2, 'step', { reason: '再升' })).body.code).toBe('order.not-lapsed')
    await at('2023-03-15T09:00:00+08:00')
    // Urging lapsed on the 14th: the first numbered step takes the next number, though it began without one.
    expect((await turn('ducha', gentle, 2, 'step', { reason: '催办无果' })).body.number).toMatchObject({
      series: '政督',
      year: 2023,
    })
  })

  it('follow a leader’s instruction once, in a series of their own', async () => {
    const promise = sample.indicators.at(-1)
    const given = await post('lingdao', '/instructions', { indicatorId: promise?.id, text: '请抓紧推进。' })
    expect(given.status).toBe(200)
    expect(await inbox('ducha')).toContainEqual(told('instruction-given', { about: given.body.id }))
    const [waiting] = (await list()).instructions
    expect(waiting).toMatchObject({ text: '请抓紧推进。', promise: { id: promise?.id } })
    expect((await list('lingdao')).instructions).toHaveLength(1)
    // Units learn of it with the order.
    expect((await list('xiaqu')).instructions).toEqual([])
    const followed = { instructionId: given.body.id, indicatorId: promise?.id, dueOn: '2023-03-30' }
    const first = await issue(followed)
    expect(first.number).toEqual({ series: '批督', year: 2023, no: 1 })
    expect((await issue(followed)).code).toBe('order.instruction-followed')
    expect((await list()).instructions).toEqual([])
    expect((await read(first.id)).order).toMatchObject({
      origin: 'instruction',
      instruction: { text: '请抓紧推进。' },
    })
    expect((await inbox('ducha')).filter(({ kind }) => kind === 'instruction-given')).toEqual([])
    const followedBy = async () =>
      (await inbox('lingdao')).flatMap(({ kind, details }) =>
        kind === 'instruction-followed' ? details['decision'] : [],
      )
    expect(await followedBy()).toEqual(['issue'])
    await turn('ducha', first.id, 1, 'close', { reason: '已办妥' })
    expect(await followedBy()).toEqual(['close'])
  })

  it('are not issued for an instruction that is set aside with a reason, which its leader learns', async () => {
    const write = async (text: string): Promise<string> =>
      (await post('lingdao', '/instructions', { indicatorId: null, text })).body.id
    const setAside = (who: Who, id: string, over: object = {}) =>
      post(who, `/instructions/${id}/set-aside`, { reason: '阅示，无须立项', orderId: null, ...over })
    const [known, merged] = [await write('已阅。'), await write('与停车位一并督办。')]
    const { id: orderId } = await issue({ subject: '新增停车位慢', dueOn: '2023-03-30' })
    expect((await setAside('lingdao', known)).body.code).toBe('access.denied')
    expect((await setAside('ducha', known, { reason: ' ' })).body.code).toBe('request.invalid')
    expect((await setAside('ducha', known, { orderId: known })).body.code).toBe('order.merged-unknown')
    expect((await setAside('ducha', orderId)).body.code).toBe('order.instruction-not-found')
    expect((await setAside('ducha', known)).status).toBe(200)
    expect((await setAside('ducha', known)).body.code).toBe('order.instruction-set-aside')
    expect((await setAside('ducha', merged, { orderId, reason: '同一事项' })).status).toBe(200)
    // Nothing waits at the office; the leader sees why, units see nothing.
    expect((await list()).instructions).toEqual([])
    expect((await inbox('ducha')).filter(({ kind }) => kind === 'instruction-given')).toEqual([])
    const { setAside: listed } = await list('lingdao')
    expect(listed.map(({ text, reason, order }) => [text, reason, order?.subject])).toEqual([
      ['与停车位一并督办。', '同一事项', '新增停车位慢'],
      ['已阅。', '阅示，无须立项', undefined],
    ])
    expect(listed[0]?.decided).toMatchObject({ by: expect.any(String), standsIn: false })
    expect((await list('xiaqu')).setAside).toEqual([])
    expect(await inbox('lingdao')).toContainEqual(
      told('instruction-set-aside', { about: known, reason: '阅示，无须立项', under: '' }),
    )
    expect(await inbox('lingdao')).toContainEqual(
      told('instruction-set-aside', { about: merged, under: expect.stringMatching(/^政督.*新增停车位慢$/) }),
    )
    const desk = (await server.send(people.ducha, { url: `${base()}/desk` })).body
    expect(desk.due.filter(({ kind }: { kind: string }) => kind === 'instructions')).toEqual([])
    // An order takes it up again; what was said stays in the log.
    expect((await issue({ instructionId: known, dueOn: '2023-03-30' })).number).toMatchObject({
      series: '批督',
    })
    expect((await list()).setAside.map(({ id }) => id)).toEqual([merged])
    expect((await setAside('ducha', known)).body.code).toBe('order.instruction-followed')
    const open = (await inbox('lingdao')).filter(({ kind }) => kind === 'instruction-set-aside')
    expect(open.map(({ details }) => details['about'])).toEqual([merged])
    // What has ended takes nothing in.
    await turn('ducha', orderId, 1, 'close', { reason: '已办妥' })
    const late = await write('再议。')
    expect((await setAside('ducha', late, { orderId })).body.code).toBe('order.merged-unknown')
    expect((await setAside('ducha', late)).status).toBe(200)
  })

  describe('of lights', () => {
    const january = '2023-01-01'
    beforeAll(async () => {
      const promises = sample.indicators.filter(({ kind }) => kind === 'quantity').slice(0, 2)
      await planSample(
        database(),
        sample,
        promises.map(({ id, leadUnitId, value }) => ({
          indicatorId: id,
          leadUnitId,
          unitIds: [unitOf('武进区')],
          share: value ?? '0',
          points: Array.from({ length: 12 }, () => value ?? '0'),
        })),
      )
      const [behind] = promises
      const cell = { indicatorId: behind?.id ?? '', unitId: unitOf('武进区') }
      // 100 − 90 = 10 points short: behind. The other reports nothing: far behind.
      const value = String((Number(behind?.value) * 90) / 100)
      await sheetOf(server, sample, cell.unitId, january).submit(
        people.xiaqu,
        [{ indicatorId: cell.indicatorId, seen: 0, typed: typed({ value, problem: '慢', nextStep: '赶' }) }],
        '补报',
      )
      for (const step of ['lead', 'office'] as const)
        await reviewOf(server, sample, january, step).decide(
          step === 'lead' ? people.fuzeren : people.ducha,
          [{ ...cell, version: 1 }],
        )
    })

    it('rest on the sentence of the light as it was', async () => {
      const promise = sample.indicators.find(({ kind }) => kind === 'quantity')
      const answer = await issue({
        indicatorId: promise?.id,
        month: january,
        step: 'reminder',
        dueOn: '2023-03-20',
      })
      const { order } = await read(answer.id)
      expect(order.ground).toMatch(/^1月底应完成.*差10个百分点，按规则 R3 为黄。$/)
      // What is behind starts with a reminder; to urge at once needs a reason.
      const higher = { indicatorId: promise?.id, month: january, step: 'urging', dueOn: '2023-03-20' }
      expect((await issue(higher)).code).toBe('order.start-reason-missing')
      await turn('ducha', answer.id, 1, 'withdraw', { reason: '重复' })
      expect((await read(answer.id)).order.phase).toBe('withdrawn')
    })

    it('open by themselves when the month is published, where the rules say so', async () => {
      const rules = {
        ...defaultLadderRules,
        series: '常政督',
        starts: { ...defaultLadderRules.starts, 'far-behind': 'blue' },
        opens: { behind: true, 'far-behind': true },
      }
      const set = (over: object) =>
        server.send(people.ducha, {
          method: 'POST',
          url: '/api/ladder-rules',
          payload: { no: 1, fromMonth: '2023-03-01', rules, reason: '自动交办', ...over },
        })
      expect((await set({ fromMonth: '2023-02-01' })).body.code).toBe('ladder-rules.month-past')
      expect((await set({ no: 2 })).body.code).toBe('ladder-rules.overtaken')
      const starts = { ...rules.starts, behind: 'red' }
      expect((await set({ rules: { ...rules, starts } })).body.code).toBe('ladder-rules.out-of-order')
      expect((await set({})).body).toEqual({ no: 1 })
      const before = new Set((await list()).orders.map(({ id }) => id))
      expect((await post('ducha', '/freezes', { month: january, no: 1, reason: '' })).status).toBe(200)
      const opened = (await list()).orders.filter(({ id }) => !before.has(id))
      expect(Object.fromEntries(opened.map(({ standing, number }) => [standing.step, number]))).toEqual({
        blue: { series: '常政督', year: 2023, no: 1 },
        reminder: null,
      })
      const mild = opened.find(({ standing }) => standing.step === 'reminder')
      // From Wednesday 15 March five working days: 16, 17, 20, 21, 22.
      expect(mild).toMatchObject({ origin: 'light', month: january, deadline: '2023-03-22' })
      expect((await read(mild?.id ?? '')).order.facts).toMatchObject([{ ruleNo: 1, by: null }])
      // Frozen again, what is under supervision already is left alone.
      await post('ducha', '/freezes', { month: january, no: 2, reason: '更正' })
      expect((await list()).orders).toHaveLength(before.size + 2)
    })
  })

  it('rest on a doubt, with its sentence', async () => {
    const february = '2023-02-01'
    const promise = sample.indicators.find(({ kind }) => kind === 'quantity')
    const indicatorId = promise?.id ?? ''
    const sheet = sheetOf(server, sample, unitOf('武进区'), february)
    const stated = { value: '1000', problem: '慢', nextStep: '赶', correctionReason: '核减' }
    const sent = await sheet.submit(people.xiaqu, [{ indicatorId, seen: 0, typed: typed(stated) }], '补报')
    expect(sent.status).toBe(200)
    const [suspicion] = (await sheet.cell(people.xiaqu, indicatorId)).suspicions
    expect(suspicion?.kind).toBe('round-figure')
    const doubted = { suspicionId: suspicion?.id, indicatorId, step: 'urging', dueOn: '2023-03-20' }
    const { id } = await issue(doubted)
    expect((await read(id)).order).toMatchObject({
      origin: 'doubt',
      suspicionId: suspicion?.id,
      ground: '数字 1000 末尾是三个以上的零，可能是估数。',
      number: null,
    })
    // By the rules a doubt starts with urging.
    expect((await issue({ ...doubted, step: 'blue' })).code).toBe('order.start-reason-missing')
  })

  it('leave a row in the log for every turn', async () => {
    const log = JSON.stringify((await server.send(await server.signIn('shenji'), { url: '/api/log' })).body)
    for (const action of [
      'order.issue',
      'order.open',
      'order.step',
      'order.instruct',
      'order.set-aside',
      'ladder.set',
      'order.withdraw',
    ])
      expect(log).toContain(action)
  })
})
