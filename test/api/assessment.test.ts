import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AssessmentData, SchemeTrial } from '../../src/contract/assessment.ts'
import { arithmeticInWords } from '../../src/domain/assessment/account-words.ts'
import { defaultScheme } from '../../src/domain/assessment/scheme.ts'
import { openTestApp, upload, type Answer, type TestApp, type Visitor } from '../support/app.ts'
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
import { samplePhotograph } from '../support/sample-photograph.ts'

const january = '2023-01-01'

/** What a test starts from must have been taken. */
function ok({ status, body }: Answer): void {
  if (status !== 200) throw new Error(JSON.stringify(body))
}

onEveryServer('assessment', (database) => {
  let server: TestApp
  let sample: Sample
  let promises: readonly SampleIndicator[]
  let base: string
  let people: Record<'district' | 'head' | 'office', Visitor>
  const wujin = () => sample.units.get('武进区') ?? ''

  beforeAll(async () => {
    server = await openTestApp(database())
    sample = await readSample(server)
    base = `/api/programmes/${sample.programmeId}`
    promises = sample.indicators.filter(({ kind }) => kind === 'quantity').slice(0, 3)
    await planSample(
      database(),
      sample,
      promises.map(({ id, leadUnitId, value }) => ({
        indicatorId: id,
        leadUnitId,
        unitIds: [wujin()],
        share: value ?? '0',
        points: Array.from({ length: 12 }, () => value ?? '0'),
      })),
    )
    await at('2023-02-01T09:00:00+08:00')
    // All of the first by the end of January, half of the second, of the third nothing.
    await report(0, 1)
    await report(1, 0.5)
    await at('2023-02-10T09:00:00+08:00')
    const frozen = await post(people.office, `${base}/freezes`, { month: january, no: 1, reason: '' })
    ok(frozen)
  })
  afterAll(() => server.close())

  async function at(now: string): Promise<void> {
    server.clock.now = new Date(now)
    const [district, head, office] = await Promise.all(
      ['xiaqu', 'fuzeren', 'ducha'].map((name) => server.signIn(name)),
    )
    people = { district: district ?? null, head: head ?? null, office: office ?? null }
  }

  const post = (as: Visitor, url: string, payload: object) =>
    server.send(as, { method: 'POST', url, payload })

  async function report(index: number, part: number): Promise<void> {
    const indicatorId = promises[index]?.id ?? ''
    const value = String(Number(promises[index]?.value ?? 0) * part)
    const told = typed({ value, problem: '进场晚', nextStep: '加班' })
    const sheet = sheetOf(server, sample, wujin(), january)
    expect((await sheet.submit(people.district, [{ indicatorId, seen: 0, typed: told }])).status).toBe(200)
    for (const step of ['lead', 'office'] as const) {
      const cells = [{ indicatorId, unitId: wujin(), version: 1 }]
      const by = step === 'lead' ? people.head : people.office
      expect((await reviewOf(server, sample, january, step).decide(by, cells)).status).toBe(200)
    }
  }

  const read = async (as = people.office): Promise<AssessmentData> =>
    (await server.send(as, { url: `${base}/assessment` })).body
  const accountOf = async (unit = '武进区', as = people.office) => {
    const account = (await read(as)).groups
      .flatMap(({ accounts }) => accounts)
      .find((each) => each.unit === unit)
    if (!account) throw new Error(`${unit} is assessed`)
    return account
  }
  const points = async () =>
    Object.fromEntries((await accountOf()).lines.map((line) => [line.rule, line.points]))
  const codes = (answer: Answer) => [answer.status, answer.body.code ?? null]

  it('explains every score down to the facts, in one statement', async () => {
    const statements = await database().statementsOf(() => read())
    expect(statements.filter((text) => /^\s*with/i.test(text))).toHaveLength(1)
    const { month, schemeNo, groups } = await read()
    expect({ month, schemeNo }).toEqual({ month: january, schemeNo: 0 })
    expect(groups.map(({ group }) => group)).toEqual(['districts', 'departments'])
    const account = await accountOf()
    expect(account.leftOut).toEqual(['satisfaction'])
    const arithmetic = (line: (typeof account.lines)[number]) =>
      'times' in line.arithmetic ? arithmeticInWords(line, 'zh') : line.arithmetic
    expect(account.lines.map((line) => [line.rule, line.points, arithmetic(line)])).toEqual([
      // Of 100 − 10 for satisfaction, which nobody entered.
      ['completion', '27.78', ['(100 + 50 + 0) ÷ 3 = 50', '50 × 50 ÷ 90 = 27.78']],
      // Two of three far behind make the unit far behind.
      ['progress', '0', ['(0) ÷ 1 = 0', '0 × 25 ÷ 90 = 0']],
      ['reporting', '11.11', ['2 ÷ 3 × 100 = 66.67', '66.67 × 15 ÷ 90 = 11.11']],
      // The first was met in January and is due in December.
      ['early', '0.5', '1 项 × 0.5 分 ＝ 0.5 分'],
      ['late', '-1', '1 次 × 1 分 ＝ 1 分'],
      ['far-behind', '-0.2', '1 次 × 0.2 分 ＝ 0.2 分'],
    ])
    // 27.78 + 0 + 11.11 + 0.5 − 1 − 0.2
    expect(account).toMatchObject({ score: '38.19', rank: 1 })
    expect(account.lines[0]?.facts.map(({ indicatorId, value }) => [indicatorId, value])).toEqual([
      [promises[0]?.id, '100'],
      [promises[1]?.id, '50'],
      [promises[2]?.id, '0'],
    ])
    expect(account.lines[2]?.facts).toEqual([
      { indicatorId: null, month: january, words: '2/3', value: null },
    ])
  })

  it('is shown whole to the office and leaders, to officers of their own units', async () => {
    const units = async (name: string) =>
      (await read(await server.signIn(name))).groups.flatMap(({ accounts }) =>
        accounts.map(({ unit }) => unit),
      )
    expect(await units('xiaqu')).toEqual(['武进区'])
    expect(await units('tianning')).toEqual([])
    expect(await units('lingdao')).toEqual(
      (await read()).groups.flatMap(({ accounts }) => accounts.map(({ unit }) => unit)),
    )
    expect((await read(people.district)).ownOnly).toBe(true)
  })

  describe('satisfaction', () => {
    const enter = (over: object) =>
      post(people.office, `${base}/assessment/satisfaction`, {
        unitId: wujin(),
        no: 1,
        value: '90.5',
        source: '人大代表测评 17/11/1',
        ...over,
      })

    it.each([
      [{ value: '100.1' }, 400, 'request.invalid'],
      [{ source: ' ' }, 400, 'request.invalid'],
      [{ no: 2 }, 409, 'assessment.overtaken'],
      [{ unitId: '01a00000-0000-7000-8000-000000000000' }, 404, 'assessment.unit-not-found'],
    ])('is refused where %o', async (over, status, code) => {
      expect(codes(await enter(over))).toEqual([status, code])
    })

    it('counts once it is entered with its source, and the latest counts', async () => {
      expect(codes(await enter({ value: '12' }))).toEqual([200, null])
      expect(codes(await enter({ no: 2 }))).toEqual([200, null])
      // 50 × 50 ÷ 100, 66.67 × 15 ÷ 100 = 10.0005, 90.5 × 10 ÷ 100.
      expect(await points()).toMatchObject({ completion: '25', reporting: '10', satisfaction: '9.05' })
      const { satisfaction } = await read()
      expect(satisfaction).toMatchObject([{ no: 2, value: '90.5', source: '人大代表测评 17/11/1' }])
    })
  })

  it('takes away for doubts that were borne out, as long as they are', async () => {
    const cell = `indicatorId=${promises[0]?.id}&unitId=${wujin()}&month=${january}`
    const early = await samplePhotograph(5, { takenAt: '2022:12:30 10:00:00' })
    const file = { method: 'POST', url: `${base}/evidence?${cell}`, ...upload('现场.jpg', early) } as const
    expect((await server.send(people.district, file)).status).toBe(200)
    const { suspicions } = (await server.send(people.office, { url: `${base}/evidence?${cell}` })).body
    const rule = async (seen: number, ruling: string) => {
      const body = { seen, ruling, reason: '核对过' }
      expect((await post(people.office, `/api/suspicions/${suspicions[0].id}/rulings`, body)).status).toBe(
        200,
      )
    }
    await rule(0, 'upheld')
    expect(await points()).toMatchObject({ 'false-report': '-2' })
    await rule(1, 'explained')
    expect(await points()).not.toHaveProperty('false-report')
  })

  describe('a scheme', () => {
    const strict = {
      ...defaultScheme,
      weights: { completion: '100', progress: '0', reporting: '0', satisfaction: '0' },
      excluded: [] as string[],
    }
    const set = (over: object) =>
      post(people.office, '/api/assessment-schemes', {
        no: 1,
        fromYear: 2023,
        scheme: strict,
        reason: '只看结果',
        ...over,
      })

    it('is tried before it is set, and nothing is kept', async () => {
      const before = await accountOf()
      const trial: SchemeTrial = (
        await post(people.office, `${base}/assessment/trial`, {
          scheme: { ...strict, excluded: [wujin()] },
          month: null,
        })
      ).body
      const [tried] = trial.groups[0]?.accounts ?? []
      // 50 + 0.5 − 1 − 0.2
      expect(tried).toMatchObject({
        unit: '武进区',
        before: { rank: 1, score: before.score },
        after: { rank: null, score: '49.3' },
      })
      expect(await accountOf()).toEqual(before)
    })

    it('is tried with limits of one kind', async () => {
      const most = { late: '0.4', 'far-behind': '0' }
      const tried = await post(people.office, `${base}/assessment/trial`, {
        scheme: { ...strict, most },
        month: null,
      })
      // 50 + 0.5 − 0.4 of 1 − 0 of 0.2
      expect((tried.body as SchemeTrial).groups[0]?.accounts[0]?.after.score).toBe('50.1')
    })

    it.each([
      [{ scheme: { ...strict, weights: { ...strict.weights, progress: '1' } } }, 422, 'assessment.weights'],
      [
        { scheme: { ...strict, levelPoints: { ...strict.levelPoints, behind: '100', 'on-plan': '90' } } },
        422,
        'assessment.levels-out-of-order',
      ],
      [
        { scheme: { ...strict, coefficient: { perExtraProject: '0', most: '0.5' } } },
        422,
        'assessment.coefficient',
      ],
      [{ no: 2 }, 409, 'assessment.overtaken'],
      [{ scheme: { ...strict, overFrom: '90' } }, 400, 'request.invalid'],
      [{ scheme: { ...strict, most: { late: '-1' } } }, 400, 'request.invalid'],
      [{ scheme: { ...strict, most: { completion: '5' } } }, 400, 'request.invalid'],
      [{ reason: ' ' }, 400, 'request.invalid'],
    ])('is refused where %o', async (over, status, code) => {
      expect(codes(await set(over))).toEqual([status, code])
    })

    it('counts from its year on and leaves its row in the log', async () => {
      expect(codes(await set({ fromYear: 2024 }))).toEqual([200, null])
      expect((await read()).schemeNo).toBe(0)
      expect(codes(await set({}))).toEqual([409, 'assessment.overtaken'])
      expect(codes(await set({ no: 2 }))).toEqual([200, null])
      // As it was recorded before rules had limits.
      const client = new Client({ connectionString: database().superuserUrl })
      await client.connect()
      const { rowCount } = await client.query(
        "update assessment_scheme set scheme = scheme - 'most' where no = 2",
      )
      await client.end()
      expect(rowCount).toBe(1)
      const { schemeNo, scheme, schemes } = await read()
      expect([schemeNo, scheme.most, schemes[0]?.scheme.most]).toEqual([2, {}, {}])
      expect((await accountOf()).score).toBe('49.3')
      const log = await server.send(await server.signIn('shenji'), { url: '/api/log' })
      expect(JSON.stringify(log.body)).toContain('assessment.set-scheme')
      expect(JSON.stringify(log.body)).toContain('assessment.enter-satisfaction')
    })
  })

  it('comes as a spreadsheet, the same bytes for the same figures', async () => {
    const url = `${base}/assessment.xlsx`
    const first = await server.send(people.office, { url })
    expect(first.raw.subarray(0, 2).toString()).toBe('PK')
    expect((await server.send(people.office, { url })).raw.equals(first.raw)).toBe(true)
  })
})
