import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { linesOf } from '../../src/domain/notice-line.ts'
import type { Notice } from '../../src/domain/notice.ts'
import { openTestApp, type TestApp, type Visitor } from '../support/app.ts'
import { onEveryServer, withClient } from '../support/database.ts'
import { noticeGiver } from '../support/notices.ts'

onEveryServer('the inbox', (database) => {
  let server: TestApp
  let giver: ReturnType<typeof noticeGiver>
  let port: number
  beforeAll(async () => {
    server = await openTestApp(database())
    giver = noticeGiver(database(), () => server.clock.now)
    await server.app.listen({ port: 0, host: '127.0.0.1' })
    port = (server.app.server.address() as AddressInfo).port
  })
  afterAll(() => server.close())

  const inboxOf = async (as: Visitor, show = 'open'): Promise<Notice[]> =>
    (await server.send(as, { url: `/api/notices?show=${show}` })).body.notices
  const countOf = async (as: Visitor): Promise<number> =>
    (await server.send(as, { url: '/api/notices/count' })).body.open
  const mark = (as: Visitor, payload: unknown) =>
    server.send(as, { method: 'POST', url: '/api/notices/marks', payload: payload as object })

  it('counts what it lists: the lines of twenty posts are one', async () => {
    const fuzeren = await server.signIn('fuzeren')
    expect(
      await giver.give({ kind: 'to-review', details: { count: 2, step: 'lead' } }, ['lead-reviewer']),
    ).toBe(20)
    await giver.give({ kind: 'frozen' }, ['lead-reviewer'])
    await giver.give({ kind: 'to-review', details: { count: 1, step: 'lead' } }, ['lead-reviewer'])
    const notices = await inboxOf(fuzeren)
    expect(notices).toHaveLength(60)
    const lines = linesOf(notices)
    expect(lines.map(({ kind, count }) => `${kind} ${count}`).toSorted()).toEqual(['frozen 1', 'to-review 3'])
    expect(await countOf(fuzeren)).toBe(lines.length)
    expect(await countOf(await server.signIn('ducha'))).toBe(0)
  })

  it('is read in one statement', async () => {
    const fuzeren = await server.signIn('fuzeren')
    const statements = await database().statementsOf(() => inboxOf(fuzeren))
    expect(statements.filter((statement) => /from notice\b/.test(statement))).toHaveLength(1)
  })

  it('gives a notice once, however often its cause is looked at', async () => {
    const same = { kind: 'frozen', onceKey: 'the same' } as const
    expect(await giver.give(same, ['supervisor'])).toBe(1)
    expect(await giver.give(same, ['supervisor'])).toBe(0)
  })

  it('is marked done and open again by its post, and by no other', async () => {
    const ducha = await server.signIn('ducha')
    const lingdao = await server.signIn('lingdao')
    await giver.settle({ kinds: ['frozen'] })
    await giver.give({ kind: 'plan-to-consent', month: null }, ['supervisor'])
    const [notice] = await inboxOf(ducha)
    const noticeIds = [notice?.id]
    expect((await mark(lingdao, { noticeIds, done: true })).body).toEqual({ marked: 0 })
    expect((await mark(ducha, { noticeIds, done: true })).body).toEqual({ marked: 1 })
    expect((await mark(ducha, { noticeIds, done: true })).body).toEqual({ marked: 0 })
    expect(await inboxOf(ducha)).toEqual([])
    expect((await inboxOf(ducha, 'all')).find(({ id }) => id === notice?.id)?.done).toBe(true)
    expect((await mark(ducha, { noticeIds, done: false })).body).toEqual({ marked: 1 })
    expect(await inboxOf(ducha)).toMatchObject([{ id: notice?.id, done: false }])
    const { entries } = (await server.send(await server.signIn('shenji'), { url: '/api/log' })).body
    const marks = entries.filter(({ action }: { action: string }) => action === 'notice.mark')
    expect(marks.map(({ details }: { details: object }) => details)).toEqual([
      { done: false, notices: 1 },
      { done: true, notices: 1 },
    ])
  })

  it('is settled when the cause is gone, and only what agrees with it', async () => {
    const ducha = await server.signIn('ducha')
    await giver.give({ kind: 'reopened' }, ['supervisor'])
    await giver.give({ kind: 'to-review', details: { step: 'office', count: 4 } }, ['supervisor'])
    const before = await countOf(ducha)
    expect(await giver.settle({ kinds: ['to-review'], step: 'lead' })).toBe(40)
    expect(await countOf(ducha)).toBe(before)
    expect(await giver.settle({ kinds: ['to-review'], step: 'office' })).toBe(1)
    expect(await giver.settle({ kinds: ['to-review'], step: 'office' })).toBe(0)
    expect(await countOf(ducha)).toBe(before - 1)
  })

  it.each([
    [{ noticeIds: [], done: true }, 'noticeIds'],
    [{ noticeIds: ['x'], done: true }, 'noticeIds'],
    [{ noticeIds: ['00000000-0000-7000-8000-000000000000'], done: 'yes' }, 'done'],
    [{ done: true }, 'noticeIds'],
  ])('refuses %o at its field', async (payload, field) => {
    const { status, body } = await mark(await server.signIn('ducha'), payload)
    expect([status, body.code]).toEqual([400, 'request.invalid'])
    expect(body.details.place).toContain(field)
  })

  /** A stream over the network, and the events that come through it. */
  async function listen(as: Visitor) {
    const request = get({
      port,
      host: '127.0.0.1',
      path: '/api/notices/stream',
      headers: { cookie: as ?? '' },
    })
    const [response] = (await once(request, 'response')) as [IncomingMessage]
    response.setEncoding('utf8')
    let text = ''
    response.on('data', (chunk: string) => (text += chunk))
    const ended = new Promise((resolve) => response.once('close', resolve))
    const count = () => text.split('event: notices').length - 1
    return { status: response.statusCode, count, ended, leave: () => response.destroy() }
  }

  it('tells open browsers when the transaction commits, and nothing before', async () => {
    const stream = await listen(await server.signIn('ducha'))
    expect(stream.status).toBe(200)
    await giver.give({ kind: 'frozen' }, ['supervisor'])
    await expect.poll(stream.count).toBeGreaterThan(0)
    stream.leave()
  })

  it('tells them again after the database was gone', async () => {
    const stream = await listen(await server.signIn('ducha'))
    await giver.give({ kind: 'frozen' }, ['supervisor'])
    await expect.poll(stream.count).toBeGreaterThan(0)
    await withClient(database().superuserUrl, (client) =>
      client.query(`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and usename = 'jiannuo_app' and query like 'listen%'`),
    )
    // Made again, it says that something may have been missed.
    const before = stream.count()
    await expect.poll(stream.count, { timeout: 10_000 }).toBeGreaterThan(before)
    const after = stream.count()
    await giver.give({ kind: 'frozen' }, ['supervisor'])
    await expect.poll(stream.count).toBeGreaterThan(after)
    stream.leave()
  })

  it('ends with the session, at once', async () => {
    const visitor = await server.signIn('ducha')
    const stream = await listen(visitor)
    await server.send(visitor, { method: 'DELETE', url: '/api/session' })
    await stream.ended
    expect((await listen(visitor)).status).toBe(401)
  })

  it('is open to four windows of a session', async () => {
    const visitor = await server.signIn('ducha')
    const streams = await Promise.all(Array.from({ length: 4 }, () => listen(visitor)))
    expect(streams.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    expect((await listen(visitor)).status).toBe(429)
    streams[0]?.leave()
    await expect.poll(async () => (await listen(visitor)).status).toBe(200)
    for (const stream of streams) stream.leave()
  })

  it('keeps no session open by looking', async () => {
    const visitor = await server.signIn('ducha')
    const started = server.clock.now
    for (let hour = 1; hour <= 2; hour++) {
      server.clock.now = new Date(server.clock.now.getTime() + 59 * 60_000)
      expect((await server.send(visitor, { url: '/api/notices/count' })).status).toBe(200)
    }
    server.clock.now = new Date(started.getTime() + 121 * 60_000)
    expect((await server.send(visitor, { url: '/api/notices/count' })).status).toBe(401)
  })

  it('ends every stream when the server closes', async () => {
    const stream = await listen(await server.signIn('ducha'))
    await server.app.close()
    await stream.ended
    expect(stream.status).toBe(200)
  })
})
