import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { canonicalJson, type MonthSnapshot } from '../../src/domain/reporting/snapshot.ts'
import { rebuildStandings } from '../../src/store/actuals.ts'
import { inTenant } from '../../src/store/db.ts'
import { openTestApp, type TestApp, type Visitor } from '../support/app.ts'
import { onEveryServer } from '../support/database.ts'
import { demoTenant } from '../support/plan-rows.ts'
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
const inTime = new Date('2023-03-01T09:00:00+08:00')
const pastDue = new Date('2023-03-06T09:00:00+08:00')
const pastLock = new Date('2023-03-13T09:00:00+08:00')

onEveryServer('monthly reporting', (database) => {
  let server: TestApp
  let sample: Sample
  let quantities: readonly SampleIndicator[]
  let district: Visitor
  let lead: Visitor
  let office: Visitor
  const unitOf = (name: string) => sample.units.get(name) ?? ''
  beforeAll(async () => {
    server = await openTestApp(database())
    sample = await readSample(server)
    quantities = sample.indicators.filter(({ kind }) => kind === 'quantity')
    const unitIds = [unitOf('武进区'), unitOf('天宁区')]
    const of = ({ id, leadUnitId }: SampleIndicator) => ({ indicatorId: id, leadUnitId, unitIds })
    const kind = (name: string) => sample.indicators.filter((each) => each.kind === name).map(of)
    await planSample(database(), sample, [
      ...kind('quantity').map((plan) => ({ ...plan, share: '120' })),
      ...kind('rate').map((plan) => ({ ...plan, share: '100' })),
      ...kind('milestone').map((plan) => ({
        ...plan,
        stages: [
          ['立项', '2023-01-31'],
          ['开工', '2023-06-30'],
        ] as const,
      })),
      ...kind('service'),
      ...kind('activity'),
      ...kind('entitlement'),
    ])
    await at(inTime)
  })
  afterAll(() => server.close())

  /** Moves the clock; sessions do not last that long. */
  async function at(now: Date): Promise<void> {
    server.clock.now = now
    district = await server.signIn('xiaqu')
    lead = await server.signIn('fuzeren')
    office = await server.signIn('ducha')
  }
  const quantity = (index: number) => quantities[index]?.id ?? ''
  const wujin = () => sheetOf(server, sample, unitOf('武进区'), february)
  const named = (indicatorId: string, version: number) => [{ indicatorId, unitId: unitOf('武进区'), version }]
  const approve = async (indicatorId: string, version: number) => {
    await reviewOf(server, sample, february, 'lead').decide(lead, named(indicatorId, version))
    return reviewOf(server, sample, february, 'office').decide(office, named(indicatorId, version))
  }

  describe('what is stated', () => {
    it('is told every fault of every cell, and nothing is submitted when there is one', async () => {
      const good = { indicatorId: quantity(0), seen: 0, typed: typed({ value: '2.5万' }) }
      const cases = [
        [{ value: '' }, 'value', 'missing'],
        [{ value: '三十' }, 'value', 'not-a-number'],
        [{ value: '-3', correctionReason: 'x' }, 'value', 'negative'],
        [{ value: '30', narrative: 'n'.repeat(2001) }, 'narrative', 'too-long'],
        [{ value: '30', problem: 'p'.repeat(1001) }, 'problem', 'too-long'],
        [{ value: '30', nextStep: 's'.repeat(1001) }, 'nextStep', 'too-long'],
        [{ value: '30', lateReason: 'l'.repeat(501) }, 'lateReason', 'too-long'],
        [{ value: '30', correctionReason: 'c'.repeat(501) }, 'correctionReason', 'too-long'],
        [{ value: '30', narrative: 'bell\u0007' }, 'narrative', 'control-character'],
      ] as const
      for (const [fields, field, code] of cases) {
        const bad = { indicatorId: quantity(1), seen: 0, typed: typed(fields) }
        const { status, body } = await wujin().submit(district, [good, bad])
        expect([status, body.code]).toEqual([422, 'actual.refused'])
        expect(body.details.cells).toHaveLength(1)
        expect(body.details.cells[0].faults).toContainEqual(expect.objectContaining({ field, code }))
      }
      const tooLong = { indicatorId: quantity(1), seen: 0, typed: typed({ narrative: 'x'.repeat(4001) }) }
      expect((await wujin().submit(district, [tooLong])).body.code).toBe('request.invalid')
      const nul = { indicatorId: quantity(1), seen: 0, typed: typed({ narrative: 'a\0b' }) }
      expect((await wujin().submit(district, [nul])).body.code).toBe('request.invalid')
      const nowhere = { indicatorId: demoTenant, seen: 0, typed: typed({ value: '1' }) }
      expect((await wujin().submit(district, [nowhere])).body.code).toBe('sheet.no-such-cell')
      expect((await wujin().cell(district, quantity(0))).standing).toBeNull()
    })

    it('takes every kind of promise: a rate, a stage, words without a figure; and HTML as the text it is', async () => {
      const one = (kind: string) => sample.indicators.find((each) => each.kind === kind)?.id ?? ''
      const html = '<script>alert(1)</script>'
      const cells = [
        { indicatorId: one('rate'), seen: 0, typed: typed({ value: '99', denominator: '0', stage: 'x' }) },
        { indicatorId: one('milestone'), seen: 0, typed: typed({ stage: '搬家' }) },
        { indicatorId: one('activity'), seen: 0, typed: typed({}) },
      ]
      const refused = (await wujin().submit(district, cells)).body.details.cells
      expect(
        refused.flatMap(({ faults }: { faults: { code: string }[] }) => faults.map(({ code }) => code)),
      ).toEqual(['not-positive', 'unknown-stage', 'no-figure'])
      const mended = [
        { indicatorId: one('rate'), seen: 0, typed: typed({ value: '99', denominator: '100' }) },
        { indicatorId: one('milestone'), seen: 0, typed: typed({ stage: '立项' }) },
        { indicatorId: one('activity'), seen: 0, typed: typed({ narrative: html }) },
      ]
      expect((await wujin().submit(district, mended)).body).toEqual({ submitted: 3, reopened: 0 })
      expect((await wujin().cell(district, one('activity'))).versions[0]?.narrative).toBe(html)
      expect((await wujin().cell(district, one('rate'))).standing?.stated).toEqual({
        value: '99',
        denominator: '100',
      })
    })

    it('belongs to the unit: another’s officer neither saves nor submits', async () => {
      const other = await server.signIn('tianning')
      const cell = { indicatorId: quantity(0), seen: 0, typed: typed({ value: '30' }) }
      expect((await wujin().submit(other, [cell])).body.code).toBe('access.other-unit')
      expect((await wujin().saveDraft(other, quantity(0), 0, typed({}))).body.code).toBe('access.other-unit')
      expect((await wujin().submit(office, [cell])).body.code).toBe('access.denied')
    })

    it('is not taken before the month opens, nor of another year', async () => {
      const cell = { indicatorId: quantity(0), seen: 0, typed: typed({ value: '30' }) }
      const march = sheetOf(server, sample, unitOf('武进区'), '2023-03-01')
      expect((await march.submit(district, [cell])).body).toMatchObject({
        code: 'sheet.not-open',
        details: { opensOn: '2023-03-20' },
      })
      const next = sheetOf(server, sample, unitOf('武进区'), '2024-01-01')
      expect((await next.submit(district, [cell])).body.code).toBe('period.wrong-month')
      const noMonth = sheetOf(server, sample, unitOf('武进区'), '2023-02-02')
      expect((await noMonth.submit(district, [cell])).body.code).toBe('request.invalid')
    })
  })

  describe('two at one cell', () => {
    it('save drafts: one wins, the other is shown what the first typed', async () => {
      const texts = ['20', '21'].map((value) => typed({ value }))
      const answers = await Promise.all(
        texts.map((each) => wujin().saveDraft(district, quantity(2), 0, each)),
      )
      const [won, lost] = answers.toSorted((a, b) => a.status - b.status)
      expect(won?.body).toEqual({ revision: 1 })
      expect(lost?.body).toMatchObject({
        code: 'draft.overtaken',
        details: { revision: 1, by: '辖区联络员' },
      })
      expect(texts).toContainEqual(lost?.body.details.draft)
      expect((await wujin().cell(district, quantity(2))).draft?.draft).toEqual(lost?.body.details.draft)
    })

    it('submit: one version is made, the other is told whose figure stands', async () => {
      const submit = (value: string) =>
        wujin().submit(district, [{ indicatorId: quantity(3), seen: 0, typed: typed({ value }) }])
      const answers = await Promise.all(['30', '31', '32'].map(submit))
      expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409])
      const stands = (await wujin().cell(district, quantity(3))).versions
      expect(stands).toHaveLength(1)
      for (const { body } of answers.filter(({ status }) => status === 409))
        expect(body).toMatchObject({
          code: 'actual.overtaken',
          details: { theirs: stands[0]?.value, by: '辖区联络员', version: 1 },
        })
    })

    it('review: one decision is recorded, the other is told which', async () => {
      const decide = (decision: 'approve' | 'return') =>
        reviewOf(server, sample, february, 'lead').decide(lead, named(quantity(3), 1), decision, '核对')
      const answers = await Promise.all([decide('approve'), decide('return')])
      expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
      expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({
        code: 'review.given',
        details: { version: 1 },
      })
      expect((await wujin().cell(district, quantity(3))).versions[0]?.reviews).toHaveLength(1)
    })

    it('submit and review: whichever comes second sees the first', async () => {
      const id = quantity(4)
      await wujin().submit(district, [{ indicatorId: id, seen: 0, typed: typed({ value: '30' }) }])
      const [submitted, decided] = await Promise.all([
        wujin().submit(district, [
          { indicatorId: id, seen: 1, typed: typed({ value: '40', correctionReason: '漏报' }) },
        ]),
        reviewOf(server, sample, february, 'lead').decide(lead, named(id, 1)),
      ])
      expect(submitted.status).toBe(200)
      const cell = await wujin().cell(district, id)
      expect(cell.standing).toMatchObject({ version: 2, state: 'submitted' })
      // Approved before the new version came, or refused since it had come.
      expect(decided.status === 200 || decided.body.code === 'review.overtaken').toBe(true)
      expect(cell.versions.flatMap(({ reviews }) => reviews)).toHaveLength(decided.status === 200 ? 1 : 0)
    })
  })

  describe('past the due and lock dates', () => {
    it('asks why it is late, and after the lock why it is corrected; the chain starts again', async () => {
      const id = quantity(5)
      const submit = (seen: number, fields: Parameters<typeof typed>[0], late = '') =>
        wujin().submit(district, [{ indicatorId: id, seen, typed: typed(fields) }], late)
      await at(pastDue)
      expect((await submit(0, { value: '30' })).body.details.cells[0].faults).toEqual([
        { field: 'lateReason', code: 'after-due' },
      ])
      expect((await submit(0, { value: '30' }, '系统升级')).status).toBe(200)
      expect((await wujin().cell(district, id)).versions[0]?.lateReason).toBe('系统升级')
      expect((await approve(id, 1)).status).toBe(200)

      await at(pastLock)
      expect((await submit(1, { value: '25' })).body.details.cells[0].faults).toEqual([
        { field: 'correctionReason', code: 'corrects' },
      ])
      const corrected = await submit(1, { value: '25', correctionReason: '重复计数' })
      expect(corrected.body).toEqual({ submitted: 1, reopened: 1 })
      expect((await wujin().cell(district, id)).standing).toMatchObject({
        version: 2,
        state: 'submitted',
        stated: { value: '25' },
        approvedVersion: 1,
        approved: { value: '30' },
      })
      const notices = await inTenant(database().db, demoTenant, (tx) =>
        tx.query.selectFrom('notice').select('kind').where('kind', '=', 'reopened').execute(),
      )
      expect(notices.length).toBeGreaterThan(0)
      await at(inTime)
    })

    it('lets a cumulative figure fall below last month’s only with a recorded reason', async () => {
      const id = quantity(6)
      const january = sheetOf(server, sample, unitOf('武进区'), '2023-01-01')
      const cell = (value: string, correctionReason = '') => [
        {
          indicatorId: id,
          seen: 0,
          typed: typed({ value, correctionReason, problem: '雨', nextStep: '赶' }),
        },
      ]
      expect((await january.submit(district, cell('15'), '补报')).status).toBe(200)
      expect((await wujin().submit(district, cell('12'))).body.details.cells[0].faults).toEqual([
        { field: 'correctionReason', code: 'falls', than: '15' },
      ])
      expect((await wujin().submit(district, cell('12', '一月多计 3 个'))).status).toBe(200)
    })
  })

  describe('declaring what figures mean', () => {
    it('needs a reason and the right unit; months’ own figures then add up', async () => {
      const id = quantity(7)
      const url = `/api/programmes/${sample.programmeId}/indicators/${id}/semantics`
      const declare = (as: Visitor, payload: object) => server.send(as, { method: 'POST', url, payload })
      expect((await declare(office, { no: 1, semantics: 'period', reason: ' ' })).body.code).toBe(
        'semantics.reason-missing',
      )
      expect((await declare(office, { no: 1, semantics: 'weekly', reason: 'x' })).body.code).toBe(
        'request.invalid',
      )
      expect((await declare(district, { no: 1, semantics: 'period', reason: 'x' })).body.code).toBe(
        'access.denied',
      )
      expect((await declare(office, { no: 1, semantics: 'period', reason: '按月统计' })).body).toEqual({
        semantics: 'period',
      })
      const overtaken = await declare(office, { no: 1, semantics: 'cumulative', reason: '没看到' })
      expect(overtaken.body.code).toBe('semantics.overtaken')
      expect((await server.send(district, { url })).body).toMatchObject({
        semantics: 'period',
        declarations: [{ no: 1, semantics: 'period', reason: '按月统计', by: '督查员' }],
        stated: 0,
        planned: true,
      })
      const january = sheetOf(server, sample, unitOf('武进区'), '2023-01-01')
      const cell = (value: string) => [{ indicatorId: id, seen: 0, typed: typed({ value }) }]
      expect((await january.submit(district, cell('12'), '补报')).status).toBe(200)
      expect((await wujin().submit(district, cell('9'))).status).toBe(200)
      // 12 in January and 9 in February are 21, above the 20 planned.
      expect((await wujin().cell(district, id)).standing?.stated).toEqual({ value: '21', denominator: null })
    })
  })

  describe('freezing', () => {
    const freezes = () => `/api/programmes/${sample.programmeId}/freezes`
    const freeze = (no: number, reason = '') =>
      server.send(office, { method: 'POST', url: freezes(), payload: { month: february, no, reason } })

    it('waits for the due date, is cited by its digests, and says what a later one changes', async () => {
      await at(inTime)
      expect((await freeze(1)).body.code).toBe('freeze.too-early')
      await at(pastLock)
      const first = await freeze(1)
      expect(first.status).toBe(200)
      const { raw } = await server.send(office, { url: `${freezes()}/${february}/1` })
      expect(createHash('sha256').update(raw).digest('hex')).toBe(first.body.sha256)
      expect(createHash('sm3').update(raw).digest('hex')).toBe(first.body.sm3)
      const snapshot: MonthSnapshot = JSON.parse(raw.toString())
      expect(canonicalJson(snapshot)).toBe(raw.toString())
      const before = snapshot.indicators.find(({ id }) => id === quantity(5))
      expect(before).toMatchObject({ approved: { value: '30' }, missing: ['天宁区'] })

      expect((await freeze(2)).body.code).toBe('freeze.reason-missing')
      expect((await freeze(1)).body.code).toBe('freeze.overtaken')
      expect((await approve(quantity(5), 2)).status).toBe(200)
      expect((await freeze(2, '更正后重新冻结')).status).toBe(200)
      const [second] = (await server.send(office, { url: freezes() })).body
      expect(second).toMatchObject({ no: 2, reason: '更正后重新冻结' })
      expect(second.changes).toMatchObject([
        {
          unit: '武进区',
          before: { value: '30' },
          after: { value: '25' },
          versionBefore: 1,
          versionAfter: 2,
        },
      ])
      expect((await server.send(office, { url: `${freezes()}/${february}/9` })).body.code).toBe(
        'freeze.not-found',
      )
      await at(inTime)
    })

    it('at once gives one number to one of two', async () => {
      await at(pastLock)
      const answers = await Promise.all([freeze(3, '甲'), freeze(3, '乙')])
      expect(new Set(answers.map(({ body }) => body.no ?? body.code))).toEqual(
        new Set([3, 'freeze.overtaken']),
      )
      await at(inTime)
    })
  })

  it('leaves standings that are the fold of the facts: rebuilt, they are the same rows', async () => {
    const rows = () =>
      inTenant(database().db, demoTenant, (tx) =>
        tx.query
          .selectFrom('cell_standing')
          .selectAll()
          .orderBy('indicator_id')
          .orderBy('unit_id')
          .orderBy('month')
          .execute(),
      )
    const before = JSON.stringify(await rows())
    expect(JSON.parse(before).length).toBeGreaterThan(5)
    expect(await inTenant(database().db, demoTenant, rebuildStandings)).toEqual([])
    expect(JSON.stringify(await rows())).toBe(before)
  })

  it('leaves a row in the log for every write', async () => {
    const auditor = await server.signIn('shenji')
    const entries: { action: string }[] = (await server.send(auditor, { url: '/api/log' })).body.entries
    const actions = new Set(entries.map(({ action }) => action))
    for (const action of ['actual.submit', 'actual.draft', 'review.approve', 'month.freeze', 'semantics.set'])
      expect(actions).toContain(action)
  })

  it('reads each screen in one statement', async () => {
    const base = `/api/programmes/${sample.programmeId}`
    const screens = [
      `sheets/${february}/${unitOf('武进区')}`,
      `sheets/${february}`,
      `reviews/${february}/office`,
      'periods',
      'freezes',
    ]
    for (const screen of screens) {
      const sent = await database().statementsOf(() => server.send(office, { url: `${base}/${screen}` }))
      expect(sent.filter((statement) => /plan_version|month_freeze/.test(statement))).toHaveLength(1)
      expect(sent.filter((statement) => /period_rule|cell_standing/.test(statement)).length).toBeLessThan(2)
    }
  })
})
