import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestApp, upload, type TestApp, type Visitor } from '../support/app.ts'
import { onEveryServer } from '../support/database.ts'
import { madeUpTable } from '../support/made-up-table.ts'

const first = [
  ['绿色宜居工程', '新建口袋公园30个，改造老旧小区12个。', '市园林局'],
  ['绿色宜居工程', '新增公共充电桩500个。', '市发改委'],
  ['健康工程', '为2万名老年人开展免费体检。', '市卫健委'],
] as const
const second = [
  ['绿色宜居工程', '新建口袋公园36个，改造老旧小区12个。', '市城管局'],
  ['健康工程', '为2万名老年人开展免费体检，建成社区医院3家。', '市卫健委'],
] as const
const decision = { text: '市人大常委会〔2031〕8号', on: '2031-07-20' }

onEveryServer('an amendment', (database) => {
  let server: TestApp
  let office: Visitor
  beforeAll(async () => {
    server = await openTestApp(database())
    office = await server.signIn('ducha')
  })
  afterAll(() => server.close())

  const get = async (url: string) => (await server.send(office, { url })).body
  const post = (url: string, payload: object) => server.send(office, { method: 'POST', url, payload })
  async function start(bytes: Uint8Array): Promise<string> {
    const answer = await server.send(office, {
      method: 'POST',
      url: '/api/imports',
      ...upload('表.docx', bytes),
    })
    return answer.body.id
  }
  async function adopted(rows: Parameters<typeof madeUpTable>[2], share?: object): Promise<string> {
    const id = await start(await madeUpTable('2031年度云州市民生实事项目任务分解表', 2031, rows))
    return (await post(`/api/imports/${id}/adoption`, { seq: 0, share })).body.programmeId
  }
  const indicatorsOf = (programme: {
    projects: { tasks: { indicators: { id: string; object: string; value: string }[] }[] }[]
  }) =>
    new Map(
      programme.projects.flatMap((p) =>
        p.tasks.flatMap((t) => t.indicators.map((i) => [i.object, i] as const)),
      ),
    )

  it('keeps the promises that are the same, changes, adds and withdraws the others, and cites its decision', async () => {
    const programmeId = await adopted(first)
    const before = indicatorsOf(await get(`/api/programmes/${programmeId}`))
    const id = await start(await madeUpTable('2031年度云州市民生实事项目任务分解表（调整）', 2031, second))

    const comparison = await get(`/api/imports/${id}/comparison/${programmeId}`)
    expect(comparison.promises.map(({ kind }: { kind: string }) => kind)).toEqual([
      'changed',
      'unchanged',
      'unchanged',
      'new',
      'withdrawn',
    ])

    const amended = await post(`/api/imports/${id}/amendment`, { seq: 0, programmeId, amends: 0, decision })
    expect(amended.body).toEqual({ programmeId, amendmentNo: 1 })
    const programme = await get(`/api/programmes/${programmeId}`)
    const after = indicatorsOf(programme)
    expect(programme).toMatchObject({ amendmentNo: 1, year: 2031 })
    expect([...after].map(([object, { value }]) => [object, value])).toEqual([
      ['口袋公园', '36'],
      ['老旧小区', '12'],
      ['老年人免费体检', '20000'], // 2 × 10,000
      ['社区医院', '3'],
    ])
    for (const object of ['口袋公园', '老旧小区', '老年人免费体检']) {
      expect(after.get(object)?.id).toBe(before.get(object)?.id)
    }
    const amendments = await get(`/api/programmes/${programmeId}/amendments`)
    expect(amendments.map(({ no, decision: cited }: Record<string, unknown>) => [no, cited])).toEqual([
      [0, null],
      [1, decision.text],
    ])
    const changes = amendments[1].changes as {
      kind: string
      before: { value: string } | null
      after: { value: string } | null
    }[]
    expect(changes.map(({ kind, before: was, after: is }) => [kind, was?.value, is?.value])).toEqual([
      ['changed', '30', '36'],
      ['new', undefined, '3'],
      ['withdrawn', '500', undefined],
    ])
  })

  it('is refused for another year, without a decision, and for what is not there', async () => {
    const programmeId = await adopted(first)
    const id = await start(await madeUpTable('2032年度云州市民生实事项目任务分解表', 2032, second))
    const amend = (payload: object) =>
      post(`/api/imports/${id}/amendment`, { seq: 0, programmeId, amends: 0, decision, ...payload })
    expect((await amend({})).body.code).toBe('amendment.other-year')
    expect((await amend({ decision: { text: ' ', on: decision.on } })).body.code).toBe('request.invalid')
    expect((await amend({ programmeId: '00000000-0000-4000-8000-000000000000' })).body.code).toBe(
      'programme.not-found',
    )
    expect((await get(`/api/programmes/${programmeId}`)).amendmentNo).toBe(0)
  })

  it('is made by one of two who compared with the same programme, and the other compares again', async () => {
    const programmeId = await adopted(first)
    const ids = [
      await start(await madeUpTable('2031年度甲表', 2031, second)),
      await start(await madeUpTable('2031年度乙表', 2031, first)),
    ]
    const amend = (id: string, amends: number) =>
      post(`/api/imports/${id}/amendment`, { seq: 0, programmeId, amends, decision })
    const answers = await Promise.all(ids.map((id) => amend(id, 0)))
    const outcomes = answers.map(({ body }) => body.amendmentNo ?? body.code)
    expect(new Set(outcomes)).toEqual(new Set([1, 'amendment.overtaken']))
    const late = ids[outcomes.indexOf('amendment.overtaken')] ?? ''
    expect((await amend(late, 1)).body.amendmentNo).toBe(2)
  })

  it('of nothing leaves the adopted programme as it is', async () => {
    const programmeId = await adopted(first)
    const before = await get(`/api/programmes/${programmeId}`)
    const id = await start(await madeUpTable('2031年度表', 2031, first))
    await get(`/api/imports/${id}/comparison/${programmeId}`)
    expect(await get(`/api/programmes/${programmeId}`)).toEqual(before)
  })

  it('beside it, districts’ tables add up to what was promised, or the difference is told', async () => {
    const programmeId = await adopted(first)
    const units: { id: string; name: string }[] = await get('/api/units')
    const idOf = (name: string) => units.find((unit) => unit.name === name)?.id
    const districts = [
      [
        '天宁区',
        [
          ['绿色宜居工程', '新建口袋公园18个。', '区城管局'],
          ['绿色宜居工程', '新建区图书馆2座。', '区文旅局'],
        ],
      ],
      ['钟楼区', [['绿色宜居工程', '新建口袋公园9个，新增公共充电桩500个。', '区城管局']]],
    ] as const
    for (const [district, rows] of districts) {
      expect(await adopted(rows, { issuerId: idOf(district), shareOf: programmeId })).toMatch(
        /^[0-9a-f-]{36}$/,
      )
    }
    const { promises, own, districts: listed } = await get(`/api/programmes/${programmeId}/shares`)
    expect(listed.map(({ unit }: { unit: string }) => unit)).toEqual(['天宁区', '钟楼区'])
    const sums = promises.map(
      (promise: {
        target: { object: string; value: string }
        sum: string | null
        difference: string | null
      }) => [promise.target.object, promise.target.value, promise.sum, promise.difference],
    )
    expect(sums).toEqual([
      ['口袋公园', '30', '27', '-3'], // 18 + 9 = 27, 27 − 30 = −3
      ['老旧小区', '12', null, null],
      ['公共充电桩', '500', '500', '0'],
      ['老年人免费体检', '20000', null, null],
    ])
    expect(
      own.map(({ promises: mine }: { promises: { object: string }[] }) => mine.map(({ object }) => object)),
    ).toEqual([['区图书馆'], []])

    const again = await start(await madeUpTable('2031年度天宁区任务分解表', 2031, districts[0][1]))
    const share = { issuerId: idOf('天宁区'), shareOf: programmeId }
    expect((await post(`/api/imports/${again}/adoption`, { seq: 0, share })).body.code).toBe('share.taken')
  })
})

onEveryServer('the report of an import', (database) => {
  let server: TestApp
  beforeAll(async () => {
    server = await openTestApp(database())
  })
  afterAll(() => server.close())

  it('accounts for every character of the document', async () => {
    const office = await server.signIn('ducha')
    const [known] = (await server.send(office, { url: '/api/imports' })).body
    const report = (await server.send(office, { url: `/api/imports/${known.id}/report` })).body
    expect(report.counts).toMatchObject({ projects: 10, tasks: 32, indicators: 110 })
    expect(report.unaccounted).toEqual([])
    expect(report.ignored.every(({ why }: { why: string }) => why !== '')).toBe(true)
    const file = await server.send(office, { url: `/api/imports/${known.id}/report.xlsx` })
    expect([file.status, file.raw.subarray(0, 2).toString()]).toEqual([200, 'PK'])
  })
})
