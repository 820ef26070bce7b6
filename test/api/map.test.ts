import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { distanceInMetres, fromCgcs2000, type Datum } from '../../src/domain/coordinates.ts'
import { findEntryMap } from '../../src/store/entry-map-pages.ts'
import { inTenant } from '../../src/store/db.ts'
import type { ProgrammeId } from '../../src/domain/ids.ts'
import { openTestApp, upload, type TestApp, type Visitor } from '../support/app.ts'
import { onEveryServer } from '../support/database.ts'
import { demoTenant } from '../support/plan-rows.ts'
import { planSample, readSample, type Sample } from '../support/reporting.ts'

/** 天宁区, kept as it is. */
const square = { longitude: 119.97, latitude: 31.81 }
const park = { name: '青枫公园', district: '钟楼区', 'done-on': '2023-02-10' }
const typedAt = (longitude: number | string, latitude: number | string, datum: string) => ({
  longitude: String(longitude),
  latitude: String(latitude),
  datum,
})

onEveryServer('the map of entries', (database) => {
  let server: TestApp
  let sample: Sample
  let district: Visitor
  let reviewer: Visitor
  let wujin: string
  let points: string
  let households: string
  beforeAll(async () => {
    server = await openTestApp(database())
    sample = await readSample(server)
    wujin = sample.units.get('武进区') ?? ''
    await planSample(
      database(),
      sample,
      sample.indicators.map(({ id, leadUnitId, value, kind }) => ({
        indicatorId: id,
        leadUnitId,
        unitIds: [wujin],
        ...(kind === 'quantity' && value !== null ? { share: '120' } : {}),
        ...(kind === 'rate' ? { share: '90', denominator: '100' } : {}),
      })),
    )
    district = await server.signIn('xiaqu')
    reviewer = await server.signIn('fuzeren')
    const { ledgers } = (await get(`ledgers?unitId=${wujin}`)).body
    const ledgerOf = (kind: string) =>
      ledgers.find((each: { target: { ledger: string } }) => each.target.ledger === kind).indicatorId
    points = ledgerOf('points')
    households = ledgerOf('households')
  })
  afterAll(() => server.close())

  const at = (path: string) => `/api/programmes/${sample.programmeId}/${path}`
  const get = (path: string, as = district) => server.send(as, { url: at(path) })
  const post = (path: string, payload: object, as = district) =>
    server.send(as, { method: 'POST', url: at(path), payload })
  const enter = (typed: object, options: object = {}, indicatorId = points) =>
    post(`ledgers/${indicatorId}/units/${wujin}/entries`, { typed: { ...park, ...typed }, ...options })
  const entryOf = async (id: string) => (await get(`entries/${id}`)).body
  const mapped = async (query = '') => (await get(`map${query}`)).body

  it('keeps what was given in any datum in CGCS2000, and says what it was given in', async () => {
    for (const datum of ['CGCS2000', 'WGS-84', 'GCJ-02', 'BD-09'] satisfies Datum[]) {
      const given = fromCgcs2000(square, datum)
      const { body, status } = await enter({
        name: `公园（${datum}）`,
        ...typedAt(given.longitude, given.latitude, datum),
        accuracy: '10',
      })
      expect(status).toBe(200)
      const { position } = await entryOf(body.id)
      expect(position).toMatchObject({ datum, source: 'typed', accuracy: '10' })
      const kept = { longitude: Number(position.longitude), latitude: Number(position.latitude) }
      expect(distanceInMetres(kept, square)).toBeLessThan(0.05)
    }
  })

  it('takes both figures in one field, and a place picked on a map', async () => {
    const { body } = await enter(
      { name: '点选公园', longitude: '119.97，31.81', datum: 'CGCS2000' },
      { positionSource: 'map' },
    )
    expect((await entryOf(body.id)).position).toEqual({
      longitude: '119.97',
      latitude: '31.81',
      datum: 'CGCS2000',
      source: 'map',
      accuracy: null,
    })
  })

  it.each([
    ['no number', typedAt('一百一十九', 31.81, 'CGCS2000'), 'longitude', '不是经纬度'],
    ['HTML', typedAt('<b>119</b>', 31.81, 'CGCS2000'), 'longitude', '不是经纬度'],
    ['one figure alone', { longitude: '119.97', datum: 'CGCS2000' }, 'latitude', '不能为空'],
    ['a place abroad', typedAt(2.35, 48.85, 'WGS-84'), 'longitude', '不在我国范围内'],
    ['too far north', typedAt(119.97, 61.81, 'WGS-84'), 'latitude', '不在我国范围内'],
    ['swapped figures', typedAt(31.81, 119.97, 'WGS-84'), 'longitude', '和纬度填反了'],
    ['no datum', typedAt(119.97, 31.81, ''), 'datum', '没有选'],
    ['another datum', typedAt(119.97, 31.81, '常州城市坐标系'), 'datum', '不是可用的坐标系'],
    ['an accuracy without a place', { accuracy: '10' }, 'longitude', '不能为空'],
    ['no accuracy', { ...typedAt(119.97, 31.81, 'WGS-84'), accuracy: '很准' }, 'accuracy', '不是数字'],
    [
      'a negative accuracy',
      { ...typedAt(119.97, 31.81, 'WGS-84'), accuracy: '-1' },
      'accuracy',
      '不能是负数',
    ],
    ['20 kilometres', { ...typedAt(119.97, 31.81, 'WGS-84'), accuracy: '20000' }, 'accuracy', '10000 米'],
  ])('refuses %s at its field', async (_, typed, column, words) => {
    const before = (await mapped()).total
    const { status, body } = await enter({ name: '不行的公园', ...typed })
    expect(status).toBe(422)
    expect(body).toMatchObject({ code: 'entry.refused', details: { place: column } })
    expect(body.message ?? body.sentence ?? JSON.stringify(body)).toContain(words)
    expect((await mapped()).total).toBe(before)
  })

  it('takes no coordinates of households: that is somebody’s home', async () => {
    const { status, body } = await post(`ledgers/${households}/units/${wujin}/entries`, {
      typed: { identifier: '武进-001', ...typedAt(119.97, 31.81, 'CGCS2000'), 'done-on': '2023-02-10' },
    })
    expect(status).toBe(422)
    expect(body.details.faults[0]).toMatchObject({ column: 'longitude', code: 'not-of-this-kind' })
  })

  it('is a correction to move a place, and nothing to type the same place again', async () => {
    const { body: first } = await enter({ name: '要挪的公园', ...typedAt(119.9, 31.7, 'CGCS2000') })
    const same = { typed: { ...park, name: '要挪的公园', ...typedAt(119.9, 31.7, 'WGS-84') }, reason: '核对' }
    expect((await post(`entries/${first.id}/replacement`, same)).body.code).toBe('entry.unchanged')
    const moved = {
      typed: { ...park, name: '要挪的公园', ...typedAt(119.91, 31.7, 'CGCS2000') },
      reason: '定位错',
    }
    const { body: second } = await post(`entries/${first.id}/replacement`, moved)
    const ids = (await mapped()).entries.map(({ id }: { id: string }) => id)
    expect(ids).toContain(second.id)
    expect(ids).not.toContain(first.id)
  })

  it('loads coordinates from files, tells a wrong one by its cell, and knows the same file again', async () => {
    const load = async (rows: string[]) => {
      const bytes = Buffer.from(['点位名称,所在辖市区,经度,纬度,坐标系,完成日期', ...rows].join('\n'))
      const answer = await server.send(district, {
        method: 'POST',
        url: at(`ledgers/${points}/units/${wujin}/loads`),
        ...upload('点位.csv', bytes),
      })
      return JSON.parse(answer.raw.toString().trim().split('\n').at(-1) ?? '')
    }
    const wrong = await load([
      '甲,武进区,119.95,31.7,高德,2023-02-10',
      '乙,武进区,31.7,119.95,高德,2023-02-10',
      '丙,武进区,119.95,31.7,,2023-02-10',
      '丁,武进区,,,高德,2023-02-10',
    ])
    const told = (wrong.problem ?? wrong).details.faults.map(
      ({ cell, code }: { cell: string; code: string }) => [cell, code],
    )
    expect(told).toEqual([
      ['C3', 'swapped'],
      ['E4', 'datum-missing'],
    ])
    const loaded = await load(['甲,武进区,119.95,31.7,高德,2023-02-10', '丁,武进区,,,高德,2023-02-10'])
    expect(loaded).toMatchObject({ state: 'loaded', added: 2 })
    const found = (await mapped()).entries.find(({ name }: { name: string }) => name === '甲')
    expect((await entryOf(found.id)).position).toMatchObject({ datum: 'GCJ-02', source: 'file' })
    // 119.95 − 0.0047 and 31.7 + 0.0021: some 500 m to the west and north of where a GCJ-02 map has it.
    expect(Number(found.longitude)).toBeCloseTo(119.9453, 3)
    expect(Number(found.latitude)).toBeCloseTo(31.7021, 3)
  })

  it('tells what waits and what is accepted, by promise, unit and state, and how many have no place', async () => {
    await enter({ name: '没有坐标的公园' })
    const all = await mapped()
    expect(all.total - all.located).toBeGreaterThanOrEqual(1)
    expect(all.entries).toHaveLength(all.located)
    expect(all.units).toEqual([{ id: wujin, name: '武进区' }])
    const one = all.entries[0]
    await post(`entries/${one.id}/decision`, { decision: 'accept' }, reviewer)
    const accepted = await mapped('?state=accepted')
    expect(accepted.entries).toEqual([{ ...one, state: 'accepted' }])
    expect(accepted).toMatchObject({ total: 1, located: 1 })
    expect((await mapped('?state=waiting')).located).toBe(all.located - 1)
    expect((await mapped(`?indicatorId=${households}`)).entries).toEqual([])
    expect((await mapped(`?unitId=${sample.units.get('天宁区')}`)).entries).toEqual([])
    const rejected = all.entries[1]
    await post(`entries/${rejected.id}/decision`, { decision: 'reject', reason: '位置不对' }, reviewer)
    expect((await mapped()).located).toBe(all.located - 1)
  })

  it('reads one statement, and stops at its limit while it says how many there are', async () => {
    const sent = await database().statementsOf(() => mapped())
    expect(sent.filter((statement) => statement.includes('entry_tally'))).toHaveLength(1)
    const programmeId = sample.programmeId as ProgrammeId
    const filter = { indicatorId: null, unitId: null, state: null }
    const cut = await inTenant(database().db, demoTenant, (tx) => findEntryMap(tx, programmeId, filter, 2))
    expect(cut?.entries).toHaveLength(2)
    expect(cut?.located).toBeGreaterThan(2)
  })

  describe('refuses a question that is none', () => {
    it.each(['?indicatorId=1', '?unitId=x', '?state=withdrawn'])('%s', async (query) => {
      expect((await get(`map${query}`)).status).toBe(400)
    })
  })

  it('has the six districts below it, and no outside server', async () => {
    const { body } = await server.send(district, { url: '/api/map' })
    const names = body.boundaries.features.map(
      ({ properties }: { properties: { name: string } }) => properties.name,
    )
    expect(names).toEqual(['天宁区', '钟楼区', '新北区', '武进区', '金坛区', '溧阳市'])
    expect(body.boundaries.datum).toBe('CGCS2000')
    expect(body.tiles.urls).toEqual([])
  })
})
