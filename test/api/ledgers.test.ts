import { afterAll, beforeAll, expect, it } from 'vitest'
import { sql } from 'kysely'
import { inTenant } from '../../src/store/db.ts'
import { openTestApp, upload, type Answer, type TestApp, type Visitor } from '../support/app.ts'
import { onEveryServer } from '../support/database.ts'
import { demoTenant } from '../support/plan-rows.ts'
import { planSample, readSample, type Sample } from '../support/reporting.ts'
import { numberCell, sheetOf, textCell, xlsxOf } from '../support/workbook-package.ts'

type Ledger = { indicatorId: string; target: { ledger: string; object: string; kind: string } }

onEveryServer('ledgers', (database) => {
  let server: TestApp
  let sample: Sample
  let district: Visitor
  let reviewer: Visitor
  let office: Visitor
  let wujin: string
  let ledgers: Ledger[]
  beforeAll(async () => {
    server = await openTestApp(database())
    sample = await readSample(server)
    wujin = sample.units.get('武进区') ?? ''
    await planSample(
      database(),
      sample,
      sample.indicators.slice(1).map(({ id, leadUnitId, value, kind }) => ({
        indicatorId: id,
        leadUnitId,
        unitIds: [wujin, sample.units.get('天宁区') ?? ''],
        ...(kind === 'quantity' && value !== null ? { share: '120' } : {}),
        ...(kind === 'rate' ? { share: '90', denominator: '100' } : {}),
      })),
    )
    district = await server.signIn('xiaqu')
    reviewer = await server.signIn('fuzeren')
    office = await server.signIn('ducha')
    ledgers = (await get(district, `ledgers?unitId=${wujin}`)).body.ledgers
  })
  afterAll(() => server.close())

  const at = (path: string) => `/api/programmes/${sample.programmeId}/${path}`
  const get = (as: Visitor, path: string) => server.send(as, { url: at(path) })
  const post = (as: Visitor, path: string, payload: object) =>
    server.send(as, { method: 'POST', url: at(path), payload })
  const ledgerOf = (kind: string, nth = 0): string =>
    ledgers.filter(({ target }) => target.ledger === kind)[nth]?.indicatorId ?? ''
  const enter = (indicatorId: string, typed: object, again = false, as = district, unitId = wujin) =>
    post(as, `ledgers/${indicatorId}/units/${unitId}/entries`, { typed, again })
  const load = async (indicatorId: string, fileName: string, bytes: Uint8Array) => {
    const answer = await server.send(district, {
      method: 'POST',
      url: at(`ledgers/${indicatorId}/units/${wujin}/loads`),
      ...upload(fileName, bytes),
    })
    return { answer, last: lastLine(answer) }
  }
  const sumOf = async (indicatorId: string) =>
    (await get(district, `ledgers/${indicatorId}?unitId=${wujin}`)).body.sum
  const bodiesAt = (answer: Answer): string[] =>
    answer.body.details.faults.map(
      ({ column, code }: { column: string; code: string }) => `${column} ${code}`,
    )

  it('give every promise of the sample a form of its own kind, and an entry of it counts', async () => {
    const values: Record<string, object> = {
      points: { name: '阳湖托育园', place: '湖塘镇', 'done-on': '2023-02-03' },
      works: { name: '污水管网', quantity: '1.5', 'done-on': '2023/2/3' },
      equipment: { name: '充电桩', quantity: '12', 'done-on': '2023年2月3日' },
      households: { identifier: '武进-0012', 'done-on': '2023-02-03' },
      beneficiaries: { name: '二月第一批', period: '2023-02', beneficiaries: '1,200' },
      events: { name: '家教讲座', 'done-on': '2023-02-03', quantity: '3' },
      awards: { name: '湖塘社区', 'done-on': '2023-02-03', certificate: '苏民〔2023〕8号' },
      coverage: { period: '2023-02', numerator: '90', denominator: '100' },
      stages: { name: '检验大楼', stage: '投用', 'done-on': '2023-02-03' },
      volumes: { period: '2023-02', quantity: '310', outages: '1' },
      feed: { period: '2023-02', quantity: '2.7万', 'source-system': '就业信息系统' },
    }
    const counts: Record<string, string> = {
      points: '1',
      works: '1.5',
      equipment: '12',
      households: '1',
      beneficiaries: '1200',
      events: '3',
      awards: '1',
      coverage: '90',
      stages: '1',
      volumes: '310',
      feed: '27000',
    }
    expect(ledgers.length).toBe(109) // all but the one without a plan
    expect(new Set(ledgers.map(({ target }) => target.ledger))).toEqual(new Set(Object.keys(values)))
    for (const { indicatorId, target } of ledgers) {
      const entered = await enter(indicatorId, values[target.ledger] ?? {})
      expect([entered.status, entered.body], target.object).toEqual([
        200,
        { id: expect.any(String), month: '2023-02-01' },
      ])
      const [entry] = (await get(district, `ledgers/${indicatorId}?unitId=${wujin}`)).body.entries
      expect([entry.counts, entry.state]).toEqual([counts[target.ledger], 'waiting'])
    }
  })

  it.each<[kind: string, typed: object, faults: string[]]>([
    ['points', {}, ['name missing', 'done-on missing']],
    ['points', { name: '园', 'done-on': '2023-02-30' }, ['done-on not-a-date']],
    ['points', { name: '园', 'done-on': '2023-03-02' }, ['done-on in-future']],
    ['points', { name: '园', 'done-on': '2022-12-31' }, ['done-on outside-year']],
    ['points', { name: '园', 'done-on': '2023-02-01', month: '2023-01' }, ['month before-done']],
    ['points', { name: '园', 'done-on': '2023-02-01', month: '2023-04' }, ['month in-future']],
    ['points', { name: '园', 'done-on': '2023-02-01', quantity: '0' }, ['quantity not-positive']],
    ['points', { name: '园', 'done-on': '2023-02-01', quantity: '-1' }, ['quantity negative']],
    ['points', { name: '园', 'done-on': '2023-02-01', quantity: '几个' }, ['quantity not-a-number']],
    ['points', { name: '园', 'done-on': '2023-02-01', stage: '开工' }, ['stage not-of-this-kind']],
    ['points', { name: '长'.repeat(201), 'done-on': '2023-02-01' }, ['name too-long']],
    ['points', { name: '张某 13812345678', 'done-on': '2023-02-01' }, ['name mobile-number']],
    ['points', { name: '园', place: '138 1234 5678', 'done-on': '2023-02-01' }, ['place mobile-number']],
    [
      'households',
      { identifier: '320402199001011234', 'done-on': '2023-02-01' },
      ['identifier identity-number'],
    ],
    [
      'households',
      { identifier: '３２０４０２19900101123x', 'done-on': '2023-02-01' },
      ['identifier identity-number'],
    ],
    [
      'beneficiaries',
      { name: '批', period: '2023-13', beneficiaries: '1.5' },
      ['period not-a-month', 'beneficiaries not-whole'],
    ],
    ['coverage', { period: '2023-02', numerator: '1', denominator: '0' }, ['denominator not-positive']],
    ['feed', { period: '2023-02', quantity: '1' }, ['source-system missing']],
  ])('refuse an entry of %s at its field: %j', async (kind, typed, faults) => {
    const before = await sumOf(ledgerOf(kind))
    const answer = await enter(ledgerOf(kind), typed)
    expect([answer.status, answer.body.code]).toEqual([422, 'entry.refused'])
    expect(bodiesAt(answer).toSorted()).toEqual(faults.toSorted())
    expect(answer.body.details.place).toBe(answer.body.details.faults[0].column)
    expect(await sumOf(ledgerOf(kind))).toEqual(before)
  })

  it('keep HTML and control characters as harmless text', async () => {
    const typed = { name: '<b onclick="x">园</b>\u0000\u0007', 'done-on': '2023-02-05' }
    expect((await enter(ledgerOf('points'), typed)).status).toBe(200)
    const [entry] = (await get(district, `ledgers/${ledgerOf('points')}?unitId=${wujin}`)).body.entries
    expect(entry.name).toBe('<b onclick="x">园</b>')
  })

  it('take no entry without a plan, without a share, or for another unit', async () => {
    const typed = { name: '园', 'done-on': '2023-02-03' }
    const unplanned = sample.indicators[0]?.id ?? ''
    expect((await enter(unplanned, typed)).body.code).toBe('entry.no-plan')
    const zhonglou = await server.signIn('zhonglou')
    const other = sample.units.get('钟楼区') ?? ''
    const refused = await enter(ledgerOf('points'), typed, false, zhonglou, other)
    expect([refused.body.code, refused.body.message]).toEqual([
      'entry.no-share',
      expect.stringContaining('在分解方案中加上钟楼区'),
    ])
    expect((await enter(ledgerOf('points'), typed, false, zhonglou)).body.code).toBe('access.other-unit')
    expect((await enter(ledgerOf('points'), typed, false, office)).body.code).toBe('access.denied')
  })

  it('know the same content again, and take it as another when told so', async () => {
    const typed = { name: '同名园', 'done-on': '2023-02-08' }
    const indicatorId = ledgerOf('points', 1)
    expect((await enter(indicatorId, typed)).status).toBe(200)
    const before = await sumOf(indicatorId)
    expect((await enter(indicatorId, { ...typed, name: ' 同名园 ' })).body.code).toBe('entry.known')
    expect(await sumOf(indicatorId)).toEqual(before)
    expect((await enter(indicatorId, typed, true)).status).toBe(200)
    expect((await sumOf(indicatorId)).waitingEntries).toBe(before.waitingEntries + 1)
  })

  it('are accepted, rejected, corrected and withdrawn with the sum in step and all of it kept', async () => {
    const indicatorId = ledgerOf('works', 1)
    const typed = { name: '环湖西路管网', quantity: '2.50', 'done-on': '2023-01-20' }
    const { id } = (await enter(indicatorId, typed)).body
    const before = await sumOf(indicatorId)
    const decide = (as: Visitor, entryId: string, decision: string, reason = '') =>
      post(as, `entries/${entryId}/decision`, { decision, reason })
    expect((await decide(district, id, 'accept')).body.code).toBe('access.denied')
    expect((await decide(reviewer, id, 'reject')).body.code).toBe('entry.reason-missing')
    expect((await decide(reviewer, id, 'accept')).status).toBe(200)
    expect(await sumOf(indicatorId)).toMatchObject({ accepted: '2.5', acceptedEntries: 1 })
    expect((await decide(reviewer, id, 'accept')).body.code).toBe('entry.settled')

    const replace = (entryId: string, changes: object, reason: string) =>
      post(district, `entries/${entryId}/replacement`, { typed: { ...typed, ...changes }, reason })
    expect((await replace(id, { quantity: '3' }, ' ')).body.code).toBe('entry.reason-missing')
    expect((await replace(id, {}, '量错了')).body.code).toBe('entry.unchanged')
    expect((await replace(id, { quantity: '三公里' }, '量错了')).body.code).toBe('entry.refused')
    const corrected = (await replace(id, { quantity: '3' }, '量错了')).body.id
    expect((await replace(id, { quantity: '4' }, '又量')).body.code).toBe('entry.settled')
    // 2.5 no longer counts; 3 waits beside what waited before.
    expect(await sumOf(indicatorId)).toMatchObject({
      accepted: '0',
      waiting: String(Number(before.waiting) - 2.5 + 3),
    })
    expect((await decide(office, corrected, 'reject', '照片不清')).status).toBe(200)
    expect((await post(district, `entries/${corrected}/withdrawal`, { reason: '' })).body.code).toBe(
      'entry.reason-missing',
    )
    expect((await post(district, `entries/${corrected}/withdrawal`, { reason: '重复' })).status).toBe(200)
    expect((await decide(office, corrected, 'accept')).body.code).toBe('entry.settled')

    const details = (await get(district, `entries/${corrected}`)).body
    expect(details).toMatchObject({ state: 'withdrawn', replaces: id, reason: '量错了' })
    expect(
      details.decisions.map(({ decision, reason }: Record<string, string>) => [decision, reason]),
    ).toEqual([
      ['reject', '照片不清'],
      ['withdraw', '重复'],
    ])
    expect(details.versions.map(({ counts }: { counts: string }) => counts)).toEqual(['2.5', '3'])
    expect((await get(district, `entries/${id}`)).body.state).toBe('replaced')
  })

  it('take nothing new into a frozen month, and corrections all the same', async () => {
    const indicatorId = ledgerOf('points', 2)
    const { id } = (await enter(indicatorId, { name: '一月园', 'done-on': '2023-01-10' })).body
    await freeze('2023-01-01')
    const refused = await enter(indicatorId, { name: '又一园', 'done-on': '2023-01-11' })
    expect(bodiesAt(refused)).toEqual(['done-on month-frozen'])
    expect(refused.body.details.faults[0]).toMatchObject({ month: '2023-01', next: '2023-02' })
    const later = await enter(indicatorId, { name: '又一园', 'done-on': '2023-01-11', month: '2023-02' })
    expect(later.body.month).toBe('2023-02-01')
    const typed = { name: '一月园（改名）', 'done-on': '2023-01-10' }
    const corrected = await post(district, `entries/${id}/replacement`, { typed, reason: '改名' })
    expect(corrected.body.month).toBe('2023-01-01')
  })

  const freeze = (month: string) =>
    inTenant(database().db, demoTenant, ({ query }) =>
      sql`
        insert into month_freeze (tenant_id, programme_id, month, no, snapshot, sha256, sm3, frozen_by, frozen_post, frozen_at)
        select tenant_id, ${sample.programmeId}::uuid, ${month}::date, 1, '{}', sha256('x'), sha256('x'), person_id, post_id, now()
        from holding limit 1
      `.execute(query),
    )

  const heads =
    '<row r="1">' +
    ['工程名称 *', '完成工程量 *', '完成日期 *', '备注']
      .map((head, i) => textCell(`${'ABCD'.charAt(i)}1`, head))
      .join('') +
    '</row>'
  const styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'
  const workbook = (rows: readonly (readonly [string, string | number, number])[]) =>
    xlsxOf({
      sheets: [
        sheetOf([
          heads,
          ...rows.map(([name, quantity, day], i) => {
            const row = i + 2
            const amount =
              typeof quantity === 'number' ? numberCell(`B${row}`, quantity) : textCell(`B${row}`, quantity)
            return `<row r="${row}">${textCell(`A${row}`, name)}${amount}${numberCell(`C${row}`, day, 1)}</row>`
          }),
        ]),
      ],
      styles,
    })
  // 44970 is 2023-02-13 (ECMA-376: 44927 is 2023-01-01).
  const rows = [
    ['一号路', 1.5, 44970],
    ['二号路', 0.25, 44971],
    ['二号路', 0.25, 44971],
  ] as const

  it('are loaded from a workbook, whole or not at all, and the same again is known', async () => {
    const indicatorId = ledgerOf('works', 2)
    const before = await sumOf(indicatorId)
    const wrong = await load(
      indicatorId,
      '台账.xlsx',
      workbook([...rows, ['三号路', '两公里', 44970], ['', 1, 99999]]),
    )
    expect(wrong.last.problem.code).toBe('ledger-file.refused')
    expect(
      wrong.last.problem.details.faults.map(({ cell, code }: { cell: string; code: string }) => [cell, code]),
    ).toEqual([
      ['B5', 'not-a-number'],
      ['A6', 'missing'],
      ['C6', 'in-future'],
    ])
    expect(await sumOf(indicatorId)).toEqual(before)

    const file = workbook(rows)
    const loaded = await load(indicatorId, '台账.xlsx', file)
    expect(loaded.last).toMatchObject({ state: 'loaded', rows: 3, added: 3, known: 0, ignored: ['备注'] })
    expect((await sumOf(indicatorId)).waiting).toBe(String(Number(before.waiting) + 2)) // 1.5 + 0.25 + 0.25
    expect((await load(indicatorId, '同一份.xlsx', file)).last).toMatchObject({
      state: 'known',
      load: { fileName: '台账.xlsx', rowsAdded: 3 },
    })
    const more = await load(indicatorId, '台账2.xlsx', workbook([...rows, ['四号路', 1, 44972]]))
    expect(more.last).toMatchObject({ state: 'loaded', rows: 4, added: 1, known: 3 })
    const loads = (await get(district, `ledgers/${indicatorId}/loads`)).body
    expect(loads.map(({ rowsAdded, rowsKnown }: Record<string, number>) => [rowsAdded, rowsKnown])).toEqual([
      [1, 3],
      [3, 0],
    ])
  })

  it('are loaded from a CSV, from the template, and from their own export', async () => {
    const indicatorId = ledgerOf('works', 0)
    const csv = '工程名称,完成工程量,完成日期\r\n"甲路,东段",1.5,2023-2-3\r\n乙路,2,2023/2/4\r\n'
    expect((await load(indicatorId, '台账.csv', Buffer.from(`\uFEFF${csv}`))).last).toMatchObject({
      added: 2,
    })
    const template = await get(district, `ledgers/${indicatorId}/template.xlsx`)
    expect((await load(indicatorId, '模板.xlsx', template.raw)).last.problem.code).toBe('ledger-file.empty')
    for (const format of ['xlsx', 'csv']) {
      const exported = await get(district, `ledgers/${indicatorId}/entries.${format}?unitId=${wujin}`)
      const { found } = (await get(district, `ledgers/${indicatorId}?unitId=${wujin}`)).body
      const again = await load(indicatorId, `导出.${format}`, exported.raw)
      expect(again.last).toMatchObject({ state: 'loaded', rows: found, added: 0, known: found })
    }
  })

  it.each<[what: string, fileName: string, bytes: () => Uint8Array, code: string]>([
    ['nothing', 'a.xlsx', () => new Uint8Array(), 'document.empty'],
    [
      'a picture',
      'a.xlsx',
      () => Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70),
      'ledger-file.not-a-sheet',
    ],
    ['a cut workbook', 'a.xlsx', () => workbook(rows).subarray(0, 900), 'document.broken'],
    ['another table', 'a.csv', () => Buffer.from('甲,乙\n1,2\n'), 'ledger-file.no-heads'],
    ['heads alone', 'a.csv', () => Buffer.from('工程名称,完成工程量,完成日期\n'), 'ledger-file.empty'],
  ])('refuse a file that is %s', async (_, fileName, bytes, code) => {
    const { answer, last } = await load(ledgerOf('works'), fileName, bytes())
    expect([answer.status, last.problem.code]).toEqual([200, code])
    expect(last.problem.message).toMatch(/。$/)
  })

  it('are found by unit, month, state, district and text, page by page', async () => {
    const indicatorId = ledgerOf('events', 3)
    for (let i = 0; i < 55; i++)
      await enter(indicatorId, {
        name: `讲座${i}`,
        'done-on': '2023-02-10',
        district: i % 2 === 0 ? '武进区' : '天宁区',
      })
    const page = (await get(district, `ledgers/${indicatorId}?unitId=${wujin}`)).body
    expect([page.entries.length, page.found, page.next]).toEqual([50, 56, page.entries[49].id])
    const rest = (await get(district, `ledgers/${indicatorId}?unitId=${wujin}&before=${page.next}`)).body
    expect([rest.entries.length, rest.next]).toEqual([6, null])
    const found = async (query: string) =>
      (await get(district, `ledgers/${indicatorId}?${query}`)).body.found as number
    expect(await found(`district=${encodeURIComponent('武进区')}`)).toBe(28)
    expect(await found(`text=${encodeURIComponent('讲座1')}`)).toBe(11) // 1 and 10–19
    expect(await found('text=%25')).toBe(0)
    expect(await found('month=2023-01-01')).toBe(0)
    expect(await found('state=accepted')).toBe(0)
    expect(await found('state=waiting')).toBe(56)
  })

  it('are read by one statement a page', async () => {
    const indicatorId = ledgerOf('events', 3)
    for (const url of ['ledgers', `ledgers/${indicatorId}`]) {
      const statements = await database().statementsOf(() => get(office, url))
      expect(
        statements
          .filter((one) => !one.startsWith('set local'))
          .filter((one) => one.includes('plan_version')),
      ).toHaveLength(1)
    }
  })
})

function lastLine(answer: Answer) {
  return JSON.parse(answer.raw.toString().trim().split('\n').at(-1) ?? '')
}
