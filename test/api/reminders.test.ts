import { afterAll, beforeAll, expect, it } from 'vitest'
import { remind } from '../../src/services/duty/reminders.ts'
import type { Notice } from '../../src/domain/duty/notice.ts'
import { openTestApp, type TestApp } from '../support/app.ts'
import { onEveryServer } from '../support/database.ts'
import { demoTenant } from '../support/plan-rows.ts'
import { planSample, readSample, reviewOf, sheetOf, typed, type Sample } from '../support/reporting.ts'

const february = '2023-02-01'

/** February 2023 opens on 20 February, is due on 3 March and locks on 10 March; due soon is three days before. */
onEveryServer('reminders', (database) => {
  let server: TestApp
  let sample: Sample
  let indicators: string[]
  let wujin: string
  beforeAll(async () => {
    server = await openTestApp(database())
    sample = await readSample(server)
    wujin = sample.units.get('武进区') ?? ''
    const tianning = sample.units.get('天宁区') ?? ''
    const chosen = sample.indicators.filter(({ kind }) => kind === 'quantity').slice(0, 2)
    indicators = chosen.map(({ id }) => id)
    await planSample(
      database(),
      sample,
      chosen.map(({ id, leadUnitId }) => ({
        indicatorId: id,
        leadUnitId,
        unitIds: [wujin, tianning],
        share: '120',
      })),
    )
  })
  afterAll(() => server.close())

  async function remindOn(day: string): Promise<number> {
    server.clock.now = new Date(`${day}T09:00:00+08:00`)
    return remind({ db: database().db, tenantId: demoTenant, person: null, now: server.clock.now })
  }
  const inbox = async (who: string) =>
    (
      (await server.send(await server.signIn(who), { url: '/api/notices?show=open' })).body
        .notices as Notice[]
    ).flatMap(({ kind, month, details }) =>
      month === february ? [[kind, details['count'], details['dueOn']]] : [],
    )
  const submit = async (which: readonly string[]) => {
    const cells = which.map((indicatorId) => ({ indicatorId, seen: 0, typed: typed({ value: '30' }) }))
    const answer = await sheetOf(server, sample, wujin, february).submit(
      await server.signIn('xiaqu'),
      cells,
      '补报',
    )
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  }

  it('say nothing of a month before it opens', async () => {
    await remindOn('2023-02-19')
    expect(await inbox('xiaqu')).toEqual([])
  })

  it('say once that it can be reported, however often the day is asked, and leave their row in the log', async () => {
    expect(await remindOn('2023-02-20')).toBe(2)
    expect(await remindOn('2023-02-20')).toBe(0)
    expect(await remindOn('2023-02-27')).toBe(0)
    expect(await inbox('xiaqu')).toEqual([['sheet-open', 2, '2023-03-03']])
    expect(await inbox('tianning')).toEqual([['sheet-open', 2, '2023-03-03']])
    expect(await inbox('zhonglou')).toEqual([])
    const { entries } = (await server.send(await server.signIn('shenji'), { url: '/api/log' })).body
    const logged = entries.find(({ action }: { action: string }) => action === 'notice.remind')
    expect(logged).toMatchObject({ person: null, details: { notices: 2 } })
  })

  it('take the place of the earlier ones when it is due soon, with what is missing still', async () => {
    await remindOn('2023-02-27')
    await submit(indicators.slice(0, 1))
    expect(await remindOn('2023-02-28')).toBe(2)
    expect(await inbox('xiaqu')).toEqual([['due-soon', 1, '2023-03-03']])
    expect(await inbox('tianning')).toEqual([['due-soon', 2, '2023-03-03']])
  })

  it('leave a unit alone that has submitted everything, until something is returned', async () => {
    server.clock.now = new Date('2023-03-03T18:00:00+08:00')
    await submit(indicators.slice(1))
    expect(await inbox('xiaqu')).toEqual([])
    expect(await remindOn('2023-03-04')).toBe(1)
    expect(await inbox('xiaqu')).toEqual([])
    expect(await inbox('tianning')).toEqual([['overdue', 2, '2023-03-03']])
    const returned = await reviewOf(server, sample, february, 'lead').decide(
      await server.signIn('fuzeren'),
      [{ indicatorId: indicators[0] ?? '', unitId: wujin, version: 1 }],
      'return',
      '请核对',
    )
    expect(returned.status, JSON.stringify(returned.body)).toBe(200)
    expect(await remindOn('2023-03-05')).toBe(1)
    expect(new Set((await inbox('xiaqu')).map(([kind]) => kind))).toEqual(new Set(['overdue', 'returned']))
  })

  it('end when the month locks', async () => {
    expect(await remindOn('2023-03-10')).toBe(0)
    expect(await remindOn('2023-03-13')).toBe(0)
  })

  it('make up for days that were missed: the one that applies, not all of them', async () => {
    // Nobody asked since March opened; by 10 April it is past due and not locked yet.
    expect(await remindOn('2023-04-10')).toBeGreaterThan(0)
    const { notices } = (await server.send(await server.signIn('tianning'), { url: '/api/notices?show=all' }))
      .body as { notices: Notice[] }
    expect(notices.filter(({ month }) => month === '2023-03-01').map(({ kind }) => kind)).toEqual(['overdue'])
  })
})
