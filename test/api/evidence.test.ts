import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { decimal } from '../../src/domain/decimal.ts'
import type { EntryId, IndicatorId, UnitId } from '../../src/domain/ids.ts'
import type { Month } from '../../src/domain/month.ts'
import { newId } from '../../src/services/context.ts'
import { findSuspicionsOfActual, findSuspicionsOfEntries } from '../../src/services/suspicions.ts'
import { inTenant, type TenantTransaction } from '../../src/store/db.ts'
import { insertEntries, type NewEntry } from '../../src/store/entries.ts'
import { openTestApp, upload, type TestApp, type Visitor } from '../support/app.ts'
import { onEveryServer } from '../support/database.ts'
import { demoTenant } from '../support/plan-rows.ts'
import { readSample, type Sample } from '../support/reporting.ts'
import { samplePhotograph } from '../support/sample-photograph.ts'

const february = '2023-02-01'

onEveryServer('evidence', (database) => {
  let server: TestApp
  let sample: Sample
  let district: Visitor
  let office: Visitor
  let base: string
  let wujin: string
  beforeAll(async () => {
    server = await openTestApp(database())
    sample = await readSample(server)
    district = await server.signIn('xiaqu')
    office = await server.signIn('ducha')
    base = `/api/programmes/${sample.programmeId}`
    wujin = sample.units.get('武进区') ?? ''
  })
  afterAll(() => server.close())

  const indicator = (index: number) => sample.indicators[index]?.id ?? ''
  const of = (index: number, month = february, unitId = wujin) =>
    `${base}/evidence?indicatorId=${indicator(index)}&unitId=${unitId}&month=${month}`
  const send = (index: number, name: string, bytes: Uint8Array, month = february) =>
    server.send(district, { method: 'POST', url: of(index, month), ...upload(name, bytes) })
  const read = async (index: number, month = february) =>
    (await server.send(office, { url: of(index, month) })).body as {
      evidence: Record<string, unknown>[]
      suspicions: {
        id: string
        kind: string
        details: Record<string, string>
        other: unknown
        rulings: unknown[]
      }[]
    }

  it('is kept byte for byte, with what the camera wrote and both digests', async () => {
    const photograph = await samplePhotograph(1, {
      takenAt: '2023:02:14 09:30:00',
      longitude: 119.9424,
      latitude: 31.7012,
    })
    const { status, body } = await send(0, '<img src=x onerror=alert(1)>.jpg', photograph)
    expect([status, body.known]).toEqual([200, false])
    const [kept] = (await read(0)).evidence
    expect(kept).toMatchObject({
      fileName: '<img src=x onerror=alert(1)>.jpg',
      mediaType: 'image/jpeg',
      byteSize: photograph.length,
      sha256: createHash('sha256').update(photograph).digest('hex'),
      sm3: createHash('sm3').update(photograph).digest('hex'),
      takenAt: '2023-02-14 09:30',
      longitude: 119.9424,
      latitude: 31.7012,
      camera: 'Jiannuo Test <b>1</b>',
      width: 640,
      height: 480,
    })
    const original = await server.send(office, { url: `/api/evidence/${body.id}/original` })
    expect(original.raw.equals(photograph)).toBe(true)
    const answer = await server.app.inject({
      url: `/api/evidence/${body.id}/thumbnail`,
      headers: { cookie: office ?? '' },
    })
    expect(answer.headers).toMatchObject({
      'content-type': 'image/webp',
      'cache-control': 'private, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    })
    expect(String(answer.headers['content-disposition'])).toMatch(/^attachment; filename\*=UTF-8''%3Cimg/)
    expect((await sharp(answer.rawPayload).metadata()).width).toBe(480)
    expect((await read(0)).suspicions).toEqual([])
  })

  it('that comes again is known, and looks odd elsewhere; so does the same picture made smaller', async () => {
    const photograph = await samplePhotograph(2)
    expect((await send(1, 'a.jpg', photograph)).body.known).toBe(false)
    expect((await send(1, 'a again.jpg', photograph)).body.known).toBe(true)
    expect((await read(1)).evidence).toHaveLength(1)
    expect((await read(1)).suspicions).toEqual([])
    expect((await send(2, 'b.jpg', photograph)).body.known).toBe(true)
    expect((await read(2)).suspicions).toMatchObject([
      {
        kind: 'same-photograph',
        details: { otherUnit: '武进区', otherMonth: '2023-02' },
        other: { indicatorId: indicator(1) },
      },
    ])
    expect(
      (await send(3, 'c.jpg', await samplePhotograph(2, {}, { width: 320, quality: 50 }))).body.known,
    ).toBe(false)
    expect((await read(3)).suspicions.map(({ kind }) => kind)).toEqual([
      expect.stringMatching(/^(same|near)-photograph$/),
    ])
    await send(4, 'd.jpg', await samplePhotograph(77))
    expect((await read(4)).suspicions).toEqual([])
  })

  it('looks odd by its time and place, and a reviewer rules on it', async () => {
    const early = await samplePhotograph(5, {
      takenAt: '2022:12:30 10:00:00',
      longitude: 119.484,
      latitude: 31.417,
    })
    await send(5, 'early.jpg', early)
    await send(6, 'late.jpg', await samplePhotograph(6, { takenAt: '2023:03:01 00:00:00' }))
    const found = (await read(5)).suspicions
    expect(found.map(({ kind }) => kind).toSorted()).toEqual(['outside-district', 'taken-before-adoption'])
    expect((await read(6)).suspicions).toMatchObject([
      { kind: 'taken-after-period', details: { takenOn: '2023-03-01' } },
    ])
    const url = `/api/suspicions/${found[0]?.id}/rulings`
    const rule = (as: Visitor, seen: number, reason: string) =>
      server.send(as, { method: 'POST', url, payload: { seen, ruling: 'explained', reason } })
    expect((await rule(office, 0, ' ')).body).toMatchObject({
      code: 'suspicion.reason-missing',
      details: { place: 'reason' },
    })
    expect((await rule(district, 0, '说明')).body.code).toBe('access.denied')
    expect((await rule(office, 0, '已现场核实')).status).toBe(200)
    expect((await rule(office, 0, '已现场核实')).body.code).toBe('suspicion.overtaken')
    const ruled = (await read(5)).suspicions.find(({ id }) => id === found[0]?.id)
    expect(ruled?.rulings).toMatchObject([{ no: 1, ruling: 'explained', reason: '已现场核实' }])
  })

  it.each([
    ['nothing', Buffer.alloc(0), 'evidence.empty', 422],
    [
      'a page that calls itself a photograph',
      Buffer.from('<script>alert(1)</script>'),
      'evidence.unknown-format',
      415,
    ],
    [
      'a drawing with scripts',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      'evidence.unknown-format',
      415,
    ],
    ['a broken photograph', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]), 'evidence.broken-picture', 422],
  ])('refuses %s and keeps nothing', async (_, bytes, code, status) => {
    const answer = await send(7, 'photo.jpg', bytes)
    expect([answer.body.code, answer.status, answer.body.details.place]).toEqual([code, status, 'file'])
    expect((await read(7)).evidence).toEqual([])
  })

  it('refuses half a photograph', async () => {
    const whole = await samplePhotograph(8)
    expect((await send(7, 'half.jpg', whole.subarray(0, whole.length / 2))).body.code).toBe(
      'evidence.broken-picture',
    )
  })

  it('refuses a gigabyte while it comes, with memory flat', async () => {
    const megabyte = Buffer.alloc(1024 * 1024, 7)
    const form = upload('big.jpg', Buffer.alloc(0))
    if (!Buffer.isBuffer(form.payload)) throw new Error('a form is sent as bytes')
    const [head] = form.payload.toString().split('\r\n\r\n')
    let sent = 0
    const before = process.memoryUsage().rss
    let most = before
    function* gigabyte() {
      yield Buffer.from(`${head}\r\n\r\n`)
      for (; sent < 1024; sent++) {
        most = Math.max(most, process.memoryUsage().rss)
        yield megabyte
      }
      yield Buffer.from('\r\n--jiannuo-test-boundary--\r\n')
    }
    const answer = await server.send(district, {
      method: 'POST',
      url: of(7),
      headers: form.headers ?? {},
      payload: Readable.from(gigabyte()),
    })
    expect(answer.body).toMatchObject({
      code: 'evidence.too-large',
      details: { place: 'file', limitMegabytes: 50 },
    })
    expect((most - before) / 1024 ** 2, 'MB more while it came').toBeLessThan(200)
    const announced = await server.app.inject({
      method: 'POST',
      url: of(7),
      headers: { ...form.headers, cookie: district ?? '', 'content-length': String(1024 ** 3) },
      payload: Readable.from([]),
    })
    expect(announced.json().code).toBe('evidence.too-large')
    expect((await read(7)).evidence).toEqual([])
  })

  it('belongs to one’s own unit and to an entry that is there', async () => {
    const other = of(0, february, sample.units.get('天宁区'))
    const photograph = await samplePhotograph(9)
    const as = (url: string) => server.send(district, { method: 'POST', url, ...upload('a.jpg', photograph) })
    expect((await as(other)).body.code).toBe('access.other-unit')
    expect((await as(`${of(0)}&entryId=${newId()}`)).body.code).toBe('entry.not-found')
    expect((await as(of(0, '2023-02-15'))).body.code).toBe('request.invalid')
    const none = await server.send(district, { method: 'POST', url: of(0), payload: {} })
    expect(none.body.code).toBe('evidence.no-file')
  })

  it('every rule for entries finds what it should, once, and nothing else', async () => {
    const [first, second] = [newId<EntryId>(), newId<EntryId>()]
    await inTenant(database().db, demoTenant, async (tx) => {
      const ctx = await contextIn(tx)
      const origin = {
        indicatorId: indicator(20) as IndicatorId,
        unitId: wujin as UnitId,
        loadId: null,
        by: ctx.person.id,
        postId: ctx.postId,
        at: server.clock.now,
      }
      await insertEntries(tx, origin, [
        entry(first, { counts: '3000', identifier: '甲-1', longitude: '119.9424', latitude: '31.7012' }),
        // 0.0003° to the north: 0.0003 × 111,319 m = 33 m.
        entry(second, {
          counts: '7',
          denominator: '5',
          identifier: '甲-1',
          longitude: '119.9424',
          latitude: '31.7015',
          district: '溧阳市',
        }),
      ])
      for (let again = 0; again < 2; again++) {
        await findSuspicionsOfEntries(ctx, tx, [first, second])
        const cell = { indicatorId: origin.indicatorId, unitId: origin.unitId, month: february as Month }
        const stated = { value: decimal(900), denominator: null, increment: decimal(900) }
        await findSuspicionsOfActual(ctx, tx, cell, stated, [decimal(10), decimal(12), decimal(11)])
      }
    })
    const { suspicions } = await read(20)
    expect(suspicions.map(({ kind }) => kind).toSorted()).toEqual([
      'jump',
      'near-entry',
      'near-entry',
      'outside-district',
      'ratio-above-one',
      'round-figure',
      'same-identifier',
      'same-identifier',
    ])
    expect(suspicions.find(({ kind }) => kind === 'near-entry')?.details).toMatchObject({ metres: '33' })
  })

  async function contextIn(tx: TenantTransaction) {
    const { person_id, post_id } = await tx.query
      .selectFrom('holding')
      .select(['person_id', 'post_id'])
      .executeTakeFirstOrThrow()
    return {
      db: database().db,
      tenantId: demoTenant,
      now: server.clock.now,
      boundaries: [aDistrict],
      person: { id: person_id, roles: [], posts: [] },
      postId: post_id,
    }
  }
})

/** A square 40 km to the west of where the entries lie. */
const aDistrict = {
  name: '溧阳市',
  rings: [
    [
      [119.3, 31.2],
      [119.5, 31.2],
      [119.5, 31.5],
      [119.3, 31.5],
      [119.3, 31.2],
    ],
  ],
}

type Given = {
  counts: string
  identifier: string
  longitude: string
  latitude: string
  denominator?: string
  district?: string
}

function entry(id: EntryId, given: Given): NewEntry {
  return {
    id,
    month: february as Month,
    name: `点位 ${given.counts}`,
    place: null,
    district: given.district ?? null,
    identifier: given.identifier,
    doneOn: null,
    stage: null,
    certificate: null,
    sourceSystem: null,
    counts: decimal(given.counts),
    denominator: given.denominator === undefined ? null : decimal(given.denominator),
    beneficiaries: null,
    outages: null,
    contentKey: newId(),
    loadRow: null,
    replaces: null,
    position: {
      longitude: decimal(given.longitude),
      latitude: decimal(given.latitude),
      datum: 'CGCS2000',
      source: 'typed',
      accuracy: null,
    },
  }
}
