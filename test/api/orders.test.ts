import { beforeAll, describe, expect, it } from 'vitest'
import type { OrderData } from '../../src/contract/orders.ts'
import { defaultLadderRules } from '../../src/domain/order/ladder-rules.ts'
import { upload } from '../support/app.ts'
import { onEveryServer } from '../support/database.ts'
import { orderDesk } from '../support/order-desk.ts'
import { planSample, reviewOf, sheetOf, typed } from '../support/reporting.ts'

onEveryServer('supervision orders', (database) => {
  const desk = orderDesk(database)
  const { runDay, unitOf, base, at, post, list, read, issue, turn, inbox, told } = desk

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
      const file = await desk.server.send(desk.people.xiaqu, {
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

  describe('of lights', () => {
    const january = '2023-01-01'
    beforeAll(async () => {
      const promises = desk.sample.indicators.filter(({ kind }) => kind === 'quantity').slice(0, 2)
      await planSample(
        database(),
        desk.sample,
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
      await sheetOf(desk.server, desk.sample, cell.unitId, january).submit(
        desk.people.xiaqu,
        [{ indicatorId: cell.indicatorId, seen: 0, typed: typed({ value, problem: '慢', nextStep: '赶' }) }],
        '补报',
      )
      for (const step of ['lead', 'office'] as const)
        await reviewOf(desk.server, desk.sample, january, step).decide(
          step === 'lead' ? desk.people.fuzeren : desk.people.ducha,
          [{ ...cell, version: 1 }],
        )
    })

    it('rest on the sentence of the light as it was', async () => {
      const promise = desk.sample.indicators.find(({ kind }) => kind === 'quantity')
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
        desk.server.send(desk.people.ducha, {
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
    const promise = desk.sample.indicators.find(({ kind }) => kind === 'quantity')
    const indicatorId = promise?.id ?? ''
    const sheet = sheetOf(desk.server, desk.sample, unitOf('武进区'), february)
    const stated = { value: '1000', problem: '慢', nextStep: '赶', correctionReason: '核减' }
    const sent = await sheet.submit(
      desk.people.xiaqu,
      [{ indicatorId, seen: 0, typed: typed(stated) }],
      '补报',
    )
    expect(sent.status).toBe(200)
    const [suspicion] = (await sheet.cell(desk.people.xiaqu, indicatorId)).suspicions
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
    const log = await desk.log()
    for (const action of ['order.issue', 'order.open', 'order.step', 'ladder.set', 'order.withdraw'])
      expect(log).toContain(action)
  })
})
