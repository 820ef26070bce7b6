import { expect, it } from 'vitest'
import { onEveryServer } from '../support/database.ts'
import { orderDesk } from '../support/order-desk.ts'

onEveryServer('leaders’ instructions', (database) => {
  const desk = orderDesk(database)
  const { base, post, list, read, issue, turn, inbox, told } = desk

  it('follow a leader’s instruction once, in a series of their own', async () => {
    const promise = desk.sample.indicators.at(-1)
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
    const setAside = (who: 'ducha' | 'lingdao', id: string, over: object = {}) =>
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
    const { due } = (await desk.server.send(desk.people.ducha, { url: `${base()}/desk` })).body
    expect(due.filter(({ kind }: { kind: string }) => kind === 'instructions')).toEqual([])
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

  it('leave a row in the log for what was written and for what was made of it', async () => {
    const log = await desk.log()
    for (const action of ['order.instruct', 'order.set-aside']) expect(log).toContain(action)
  })
})
