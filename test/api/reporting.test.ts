import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestApp, type TestApp, type Visitor } from '../support/app.ts'
import { onEveryServer } from '../support/database.ts'
import {
  planSample,
  readSample,
  reviewOf,
  sheetOf,
  typed,
  type Sample,
  type SampleIndicator,
} from '../support/reporting.ts'

const february = '2023-02-01'

onEveryServer('a month of a cell', (database) => {
  let server: TestApp
  let sample: Sample
  let promise: SampleIndicator
  let unitId: string
  let district: Visitor
  let lead: Visitor
  let office: Visitor
  beforeAll(async () => {
    server = await openTestApp(database())
    sample = await readSample(server)
    const quantities = sample.indicators.filter(({ kind }) => kind === 'quantity')
    ;[promise] = quantities as [SampleIndicator]
    unitId = sample.units.get('武进区') ?? ''
    await planSample(
      database(),
      sample,
      quantities.map(({ id, leadUnitId }) => ({
        indicatorId: id,
        leadUnitId,
        unitIds: [...sample.units.values()],
        share: '120',
      })),
    )
    district = await server.signIn('xiaqu')
    lead = await server.signIn('fuzeren')
    office = await server.signIn('ducha')
  })
  afterAll(() => server.close())

  it('goes from the unit through the lead unit to the office, a return on the way', async () => {
    const sheet = sheetOf(server, sample, unitId, february)
    const atLead = reviewOf(server, sample, february, 'lead')
    const atOffice = reviewOf(server, sample, february, 'office')
    const indicatorId = promise.id
    const named = (version: number) => [{ indicatorId, unitId, version }]

    // Of 120 in twelve equal parts, 10 × 2 = 20 are planned for the end of February.
    expect(await sheet.cell(district, indicatorId)).toMatchObject({ plan: { value: '20' }, standing: null })
    const behind = await sheet.submit(district, [{ indicatorId, seen: 0, typed: typed({ value: '18' }) }])
    expect(behind.body.details.cells[0].faults).toEqual([
      { field: 'problem', code: 'behind-plan' },
      { field: 'nextStep', code: 'behind-plan' },
    ])
    const first = typed({ value: '18', problem: '雨天停工', nextStep: '加开两个班组' })
    expect((await sheet.submit(district, [{ indicatorId, seen: 0, typed: first }])).body).toEqual({
      submitted: 1,
      reopened: 0,
    })
    expect((await atOffice.decide(office, named(1))).body.code).toBe('review.not-this-step')
    expect((await atLead.decide(lead, named(1), 'return')).body.code).toBe('review.reason-missing')
    expect((await atLead.decide(lead, named(1), 'return', '请核对竣工清单')).body).toEqual({ decided: 1 })
    expect(await sheet.cell(district, indicatorId)).toMatchObject({
      standing: { state: 'returned', version: 1 },
    })

    const second = typed({ value: '22' })
    expect((await sheet.submit(district, [{ indicatorId, seen: 1, typed: second }])).status).toBe(200)
    expect((await atLead.read(lead)).cells.map(({ standing }) => standing?.version)).toEqual([2])
    expect((await atLead.decide(lead, named(1))).body).toMatchObject({
      code: 'review.overtaken',
      details: { yours: 1, version: 2, value: '22' },
    })
    expect((await atLead.decide(lead, named(2))).status).toBe(200)
    expect((await atOffice.decide(office, named(2))).status).toBe(200)
    const done = await sheet.cell(district, indicatorId)
    expect(done.standing).toEqual({
      version: 2,
      state: 'approved',
      stated: { value: '22', denominator: null },
      approvedVersion: 2,
      approved: { value: '22', denominator: null },
    })
    expect(
      done.versions.map(({ version, reviews }) => [
        version,
        reviews.map(({ step, decision }) => [step, decision]),
      ]),
    ).toEqual([
      [
        2,
        [
          ['lead', 'approve'],
          ['office', 'approve'],
        ],
      ],
      [1, [['lead', 'return']]],
    ])
  })

  it('is read in one statement', async () => {
    const sheet = sheetOf(server, sample, unitId, february)
    const statements = await database().statementsOf(() => sheet.read(district))
    expect(statements.filter((statement) => statement.includes('plan_share'))).toHaveLength(1)
  })
})
