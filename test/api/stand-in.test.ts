import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, upload, type TestApp, type Visitor } from '../support/app.ts'
import { onEveryServer } from '../support/database.ts'
import { planSample, readSample, reviewOf, sheetOf, typed, type Sample } from '../support/reporting.ts'
import { samplePhotograph } from '../support/sample-photograph.ts'

const february = '2023-02-01'

onEveryServer('a stand-in', (database) => {
  let server: TestApp
  let sample: Sample
  let indicatorId: string
  let wujin: string
  let district: Visitor
  /** The head of the lead units, who also acts for the officer of a district. */
  let both: Visitor
  let office: Visitor
  beforeAll(async () => {
    server = await openTestApp(database())
    sample = await readSample(server)
    wujin = sample.units.get('武进区') ?? ''
    const tianning = sample.units.get('天宁区') ?? ''
    const chosen = sample.indicators.filter(({ kind }) => kind === 'quantity').slice(0, 2)
    indicatorId = chosen[0]?.id ?? ''
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
    district = await server.signIn('xiaqu')
    const before = await server.signIn('fuzeren')
    const { person } = (await server.send(before, { url: '/api/session' })).body
    const { posts } = (await server.send(district, { url: '/api/account' })).body
    const colleagues: { id: string; name: string }[] = (
      await server.send(district, { url: '/api/colleagues' })
    ).body
    const toPersonId = colleagues.find(({ name }) => name === person.name)?.id
    const delegated = await post(district, `/api/posts/${posts[0].id}/delegations`, {
      toPersonId,
      from: '2023-03-01',
      to: '2023-03-31',
      reason: '出差',
    })
    if (delegated.status !== 200) throw new Error(JSON.stringify(delegated.body))
    both = await server.signIn('fuzeren')
    office = await server.signIn('ducha')
  })
  afterAll(() => server.close())

  const post = (as: Visitor, url: string, payload: object) =>
    server.send(as, { method: 'POST', url, payload })
  const sheet = () => sheetOf(server, sample, wujin, february)
  const submit = (as: Visitor, index: number, value: string, seen = 0) =>
    sheet().submit(as, [
      {
        indicatorId: sample.indicators.filter(({ kind }) => kind === 'quantity')[index]?.id ?? '',
        seen,
        typed: typed({ value }),
      },
    ])
  const decide = (as: Visitor, step: 'lead' | 'office', index = 0) =>
    reviewOf(server, sample, february, step).decide(as, [
      {
        indicatorId: sample.indicators.filter(({ kind }) => kind === 'quantity')[index]?.id ?? '',
        unitId: wujin,
        version: 1,
      },
    ])
  const lastLogged = async (action: string) => {
    const auditor = await server.signIn('shenji')
    const { entries } = (await server.send(auditor, { url: '/api/log' })).body
    return entries.find((entry: { action: string }) => entry.action === action)
  }

  describe('acts for the holder, and everybody sees for whom', () => {
    it('in a sheet, its history and the log', async () => {
      expect((await submit(both, 0, '30')).status).toBe(200)
      expect((await submit(district, 1, '30')).status).toBe(200)
      const { cells } = await sheet().read(office)
      const standsIn = cells.map(({ versions }) => versions[0]?.submittedBy.standsIn)
      expect(standsIn).toEqual([true, false])
      expect((await lastLogged('actual.submit')).details.actingFor).toBeUndefined()
      const auditor = await server.signIn('shenji')
      const { entries } = (await server.send(auditor, { url: '/api/log' })).body
      const acted = entries.filter(({ action }: { action: string }) => action === 'actual.submit')
      expect(acted.map(({ details }: { details: { actingFor?: unknown } }) => details.actingFor)).toEqual([
        undefined,
        { postId: expect.any(String), post: '联络员', unit: '武进区' },
      ])
    })

    it('but does not review what they reported themselves, at neither step', async () => {
      expect((await decide(both, 'lead')).body.code).toBe('review.own-figure')
      expect((await decide(both, 'lead', 1)).status).toBe(200)
      const { cells } = await sheet().read(office)
      expect(cells.map(({ standing }) => standing?.state)).toEqual(['submitted', 'lead-approved'])
      // Reviewed with a post of one's own.
      expect(cells[1]?.versions[0]?.reviews).toMatchObject([{ step: 'lead', standsIn: false }])
      expect((await lastLogged('review.approve')).details.actingFor).toBeUndefined()
    })
  })

  it('decides neither on an entry nor on a doubt that is their own doing', async () => {
    const base = `/api/programmes/${sample.programmeId}`
    const entered = await post(both, `${base}/ledgers/${indicatorId}/units/${wujin}/entries`, {
      typed: { name: '阳湖托育园', 'done-on': '2023-02-03' },
      again: false,
    })
    expect(entered.status, JSON.stringify(entered.body)).toBe(200)
    const entryId = entered.body.id
    const accept = (as: Visitor) =>
      post(as, `${base}/entries/${entryId}/decision`, { decision: 'accept', reason: '' })
    expect((await accept(both)).body.code).toBe('entry.own')
    const proven = `${base}/evidence?indicatorId=${indicatorId}&unitId=${wujin}&month=${february}&entryId=${entryId}`
    // Taken two months before the year began.
    const photograph = await samplePhotograph(11, { takenAt: '2022:11:01 10:00:00' })
    const added = await server.send(both, { method: 'POST', url: proven, ...upload('旧照.jpg', photograph) })
    expect(added.status, JSON.stringify(added.body)).toBe(200)
    const read = async () => (await server.send(office, { url: proven })).body
    const [found] = (await read()).suspicions
    expect(found).toMatchObject({
      kind: 'taken-before-adoption',
      here: { unit: '武进区', entry: '阳湖托育园', fileName: '旧照.jpg', hasThumbnail: true, year: 2023 },
      other: null,
    })
    const rule = (as: Visitor) =>
      post(as, `/api/suspicions/${found.id}/rulings`, { seen: 0, ruling: 'upheld', reason: '照片是旧的' })
    expect((await rule(both)).body.code).toBe('suspicion.own')
    expect((await rule(office)).status).toBe(200)
    const [ruled] = (await read()).suspicions
    expect(ruled.rulings).toMatchObject([
      {
        no: 1,
        ruling: 'upheld',
        reason: '照片是旧的',
        standsIn: false,
        post: expect.stringContaining('督查'),
      },
    ])
    expect((await accept(office)).status).toBe(200)
    const details = (await server.send(office, { url: `${base}/entries/${entryId}` })).body
    expect(details.versions).toMatchObject([{ standsIn: true }])
    expect(details.decisions).toMatchObject([{ decision: 'accept', standsIn: false }])
    expect((await lastLogged('evidence.add')).details.actingFor).toMatchObject({ unit: '武进区' })
  })

  it('stays one in what they did after the holder is back', async () => {
    server.clock.now = new Date('2023-04-03T09:00:00+08:00')
    const auditor = await server.signIn('ducha')
    const { cells } = await sheet().read(auditor)
    expect(cells.map(({ versions }) => versions[0]?.submittedBy.standsIn)).toEqual([true, false])
  })
})
