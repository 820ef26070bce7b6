import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AcceptanceData, AcceptanceListData } from '../../src/contract/acceptance.ts'
import type { LedgersPage } from '../../src/contract/ledgers.ts'
import { checkSentence } from '../../src/domain/acceptance/check-sentence.ts'
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

onEveryServer('acceptance', (database) => {
  let server: TestApp
  let sample: Sample
  let promise: SampleIndicator
  let unmet: SampleIndicator
  let people: Record<'district' | 'lead' | 'head' | 'office', Visitor>
  let base: string
  const wujin = () => sample.units.get('武进区') ?? ''

  beforeAll(async () => {
    server = await openTestApp(database())
    server.clock.now = new Date('2023-02-01T09:00:00+08:00')
    const names = ['xiaqu', 'qiantou', 'fuzeren', 'ducha']
    const [district, lead, head, office] = await Promise.all(names.map((name) => server.signIn(name)))
    people = { district: district ?? null, lead: lead ?? null, head: head ?? null, office: office ?? null }
    sample = await readSample(server)
    base = `/api/programmes/${sample.programmeId}`
    const session = (await server.send(people.lead, { url: '/api/session' })).body
    const leadUnitId: string = session.person.posts[0].unitId
    const quantities = sample.indicators.filter(({ kind }) => kind === 'quantity')
    const plan = (chosen: SampleIndicator, share: string) => ({
      indicatorId: chosen.id,
      leadUnitId,
      unitIds: [wujin()],
      share,
      points: Array.from({ length: 12 }, () => share),
    })
    await planSample(
      database(),
      sample,
      quantities.map((each) => plan(each, each.value ?? '0')),
    )
    const { ledgers }: LedgersPage = (
      await server.send(people.district, { url: `${base}/ledgers?unitId=${wujin()}` })
    ).body
    const located = quantities.filter(({ id }) =>
      ledgers.some(({ indicatorId, target }) => indicatorId === id && target.ledger === 'points'),
    )
    const [first, second] = located
    if (!first || !second) throw new Error('the sample has promises counted by points')
    promise = first
    unmet = second
    for (let no = 1; no <= 5; no++) await enter(no)
    // A photograph that was taken before there was anything to prove: a doubt nobody ruled on.
    const early = await samplePhotograph(5, { takenAt: '2022:12:30 10:00:00' })
    const cell = `indicatorId=${promise.id}&unitId=${wujin()}&month=${january}`
    const proved = { method: 'POST', url: `${base}/evidence?${cell}`, ...upload('现场.jpg', early) } as const
    ok(await server.send(people.district, proved))
    await report(promise, promise.value ?? '0')
    await report(unmet, '1')
  })
  afterAll(() => server.close())

  const post = (as: Visitor, path: string, payload: object) =>
    server.send(as, { method: 'POST', url: `${base}/${path}`, payload })

  async function enter(no: number): Promise<void> {
    const entered = await post(people.district, `ledgers/${promise.id}/units/${wujin()}/entries`, {
      typed: { name: `第${no}处`, 'done-on': '2023-01-14' },
      again: false,
    })
    expect(entered.status).toBe(200)
  }

  async function report({ id: indicatorId }: SampleIndicator, value: string): Promise<void> {
    const told = typed({ value, problem: '进场晚', nextStep: '加班' })
    const sheet = sheetOf(server, sample, wujin(), january)
    const sent = await sheet.submit(people.district, [{ indicatorId, seen: 0, typed: told }])
    expect(sent.status).toBe(200)
    for (const step of ['lead', 'office'] as const) {
      const cells = [{ indicatorId, unitId: wujin(), version: 1 }]
      const by = step === 'lead' ? people.head : people.office
      expect((await reviewOf(server, sample, january, step).decide(by, cells)).status).toBe(200)
    }
  }

  const list = async (): Promise<AcceptanceListData> =>
    (await server.send(people.office, { url: `${base}/acceptance` })).body
  const one = async ({ id } = promise): Promise<AcceptanceData> =>
    (await server.send(people.office, { url: `${base}/acceptance/${id}` })).body
  const stateOf = async ({ id } = promise) => (await list()).promises.find((each) => each.id === id)?.state
  const claimId = async () => (await one()).claims[0]?.id ?? ''
  const claim = (seen: number, as = people.lead, of = promise) =>
    post(as, `acceptance/${of.id}/claims`, { seen, statement: '全部建成，已投入使用。' })
  const decide = async (seen: number, step: string, reason = '') =>
    post(people.office, `acceptance-claims/${await claimId()}/steps`, { seen, step, reason })
  const told = async (as: Visitor) =>
    ((await server.send(as, { url: '/api/notices' })).body.notices as { kind: string; done: boolean }[])
      .filter(({ kind, done }) => kind.startsWith('acceptance-') && !done)
      .map(({ kind }) => kind)
  const codes = (answer: Answer) => [answer.status, answer.body.code ?? null]

  it('can be claimed once the target is met by reviewed figures; every screen is one statement', async () => {
    for (const read of [list, one]) {
      const statements = await database().statementsOf(() => read())
      expect(
        statements.filter((text) => /^\s*(with|select)/i.test(text) && text.includes('acceptance_')),
      ).toHaveLength(1)
    }
    expect(await stateOf()).toBe('claimable')
    expect(await stateOf(unmet)).toBe('under-way')
    const { promise: shown } = await one()
    expect(shown.figure).toEqual({ value: promise.value, denominator: null })
    expect(shown.checks.map(({ code, outcome }) => `${code} ${outcome}`)).toEqual([
      'target passed',
      'figures passed',
      'entries passed',
      'doubts failed',
    ])
  })

  it.each([
    [0, 'district', 403, 'access.denied'],
    [1, 'lead', 409, 'acceptance.overtaken'],
  ] as const)('is not claimed where %i claims were seen as %s', async (seen, who, status, code) => {
    expect(codes(await claim(seen, people[who]))).toEqual([status, code])
  })

  it('draws by a seed that nobody chooses, and anybody can draw again', async () => {
    expect(codes(await claim(0))).toEqual([200, null])
    expect(codes(await claim(1))).toEqual([409, 'acceptance.under-way'])
    const { claims } = await one()
    const [made] = claims
    if (!made) throw new Error('claimed')
    expect(made).toMatchObject({ no: 1, state: 'claimed', population: 5, ruleNo: 0, figure: promise.value })
    const hex = (text: string) => createHash('sha256').update(text).digest('hex')
    expect(made.seed).toBe(hex(made.id))
    const entries = (
      await server.send(people.office, { url: `${base}/ledgers/${promise.id}?unitId=${wujin()}` })
    ).body.entries as { id: string }[]
    expect(entries).toHaveLength(5)
    const drawn = entries
      .map(({ id }) => id)
      .toSorted((a, b) => (hex(made.seed + a) < hex(made.seed + b) ? -1 : 1))
    // max(3, 10 % of 5) = 3.
    expect(made.sample.map(({ entryId }) => entryId)).toEqual(drawn.slice(0, 3))
    expect(await told(people.office)).toEqual(['acceptance-claimed'])
  })

  describe('on site', () => {
    const look = async (at: number, over: object = {}, as = people.office) => {
      const { claims } = await one()
      const entryId = claims[0]?.sample[at]?.entryId ?? ''
      return post(as, `acceptance-claims/${claims[0]?.id}/entries/${entryId}/inspections`, {
        seen: 0,
        finding: 'found',
        note: '',
        inspectedOn: '2023-02-01',
        ...over,
      })
    }
    const photograph = async (at: number, name: string, bytes: Uint8Array) => {
      const { claims } = await one()
      const entryId = claims[0]?.sample[at]?.entryId ?? ''
      const url = `${base}/acceptance-claims/${claims[0]?.id}/entries/${entryId}/photographs`
      return server.send(people.office, { method: 'POST', url, ...upload(name, bytes) })
    }

    it.each([
      [{ finding: 'differs' }, 422, 'acceptance.note-missing'],
      [{ finding: 'not-found', note: ' ' }, 422, 'acceptance.note-missing'],
      [{ inspectedOn: '2023-02-02' }, 422, 'acceptance.date-ahead'],
      [{ seen: 1 }, 409, 'acceptance.overtaken'],
      [{ finding: 'perhaps' }, 400, 'request.invalid'],
    ])('nothing is recorded of %o', async (over, status, code) => {
      expect(codes(await look(0, over))).toEqual([status, code])
    })

    it('what was found is recorded with photographs, and the later look counts', async () => {
      expect(codes(await look(0, { finding: 'not-found', note: '走错了地方' }))).toEqual([200, null])
      expect(await stateOf()).toBe('inspecting')
      expect(codes(await look(0, { seen: 1 }))).toEqual([200, null])
      expect(codes(await look(1))).toEqual([200, null])
      for (const at of [0, 1])
        expect((await photograph(at, `${at}.jpg`, await samplePhotograph(at + 40))).status).toBe(200)
      const pdf = Buffer.from('%PDF-1.4\n%%EOF')
      expect(codes(await photograph(2, '说明.pdf', pdf))).toEqual([422, 'acceptance.not-a-photograph'])
      const { promise: shown, claims } = await one()
      expect(claims[0]?.sample[0]?.inspections.map(({ finding }) => finding)).toEqual(['not-found', 'found'])
      const check = shown.checks.find(({ code }) => code === 'sample')
      expect(check && checkSentence(check, 'zh')).toBe('抽查 3 条，现场属实 2 条，还没核查 1 条。')
    })

    it('files of the claim come from the lead unit', async () => {
      const url = `${base}/acceptance-claims/${await claimId()}/files`
      const file = upload('竣工验收表.pdf', Buffer.from('%PDF-1.4\n%%EOF'))
      expect((await server.send(people.office, { method: 'POST', url, ...file })).body.code).toBe(
        'access.denied',
      )
      expect((await server.send(people.lead, { method: 'POST', url, ...file })).body.known).toBe(false)
      expect((await one()).claims[0]?.files.map(({ fileName }) => fileName)).toEqual(['竣工验收表.pdf'])
    })
  })

  it('is returned with a reason, lives on, and is claimed again', async () => {
    expect(codes(await decide(0, 'close'))).toEqual([409, 'acceptance.wrong-step'])
    expect(codes(await decide(0, 'return'))).toEqual([422, 'acceptance.reason-missing'])
    expect(codes(await decide(1, 'return', '第三处没有去'))).toEqual([409, 'acceptance.overtaken'])
    expect(codes(await decide(0, 'return', '第三处没有去'))).toEqual([200, null])
    expect(await stateOf()).toBe('returned')
    expect(await told(people.office)).toEqual([])
    expect(await told(people.lead)).toEqual(['acceptance-returned'])
    expect(codes(await claim(1))).toEqual([200, null])
    expect(await told(people.lead)).toEqual([])
    const { claims } = await one()
    expect(claims.map(({ no, state }) => `${no} ${state}`)).toEqual(['2 claimed', '1 returned'])
    // What was decided is decided.
    const stale = await post(people.office, `acceptance-claims/${claims[1]?.id}/steps`, {
      seen: 1,
      step: 'accept',
      reason: '',
    })
    expect(codes(stale)).toEqual([409, 'acceptance.overtaken'])
  })

  it('is accepted while checks fail only for a stated reason, keeps the checks, and is closed', async () => {
    // No file, the sample not looked at, the doubt not ruled on.
    expect((await decide(0, 'accept')).body).toMatchObject({
      code: 'acceptance.checks-failing',
      details: { count: 3 },
    })
    expect(codes(await decide(0, 'accept', '年前已联合验收，资料另存'))).toEqual([200, null])
    expect(await stateOf()).toBe('accepted')
    expect(codes(await claim(2))).toEqual([409, 'acceptance.under-way'])
    expect(codes(await decide(1, 'close'))).toEqual([200, null])
    expect(await stateOf()).toBe('closed')
    const { claims } = await one()
    expect(claims[0]?.steps.map(({ step }) => step)).toEqual(['accept', 'close'])
    expect(claims[0]?.steps[0]?.checks.filter(({ outcome }) => outcome === 'failed')).toHaveLength(3)
    expect(await told(people.lead)).toEqual(
      expect.arrayContaining(['acceptance-accepted', 'acceptance-closed']),
    )
    const log = await server.send(await server.signIn('shenji'), { url: '/api/log' })
    for (const action of ['claim', 'inspect', 'return', 'accept', 'close', 'add-file'])
      expect(JSON.stringify(log.body)).toContain(`acceptance.${action}`)
  })

  it('is checked for doubts until they are ruled on, and until what is borne out is mended', async () => {
    const url = `${base}/evidence?indicatorId=${promise.id}&unitId=${wujin()}&month=${january}`
    const { suspicions } = (await server.send(people.office, { url })).body
    const said = async (seen: number, ruling: string) => {
      const ruled = await server.send(people.office, {
        method: 'POST',
        url: `/api/suspicions/${suspicions[0].id}/rulings`,
        payload: { seen, ruling, reason: '核对过原片' },
      })
      expect(ruled.status).toBe(200)
      const check = (await one()).promise.checks.find(({ code }) => code === 'doubts')
      return [check?.outcome, check && checkSentence(check, 'zh')]
    }
    expect(await said(0, 'upheld')).toEqual(['failed', '还有 1 条疑点成立、所涉条目或数还没有更正。'])
    expect(await said(1, 'explained')).toEqual(['passed', '没有未了结的疑点。'])
  })

  it('follows a rule of sampling that the office sets', async () => {
    const set = (over: object) =>
      server.send(people.office, {
        method: 'POST',
        url: '/api/acceptance-rules',
        payload: { no: 1, least: 1, percent: 0, most: 1, reason: '先试一条', ...over },
      })
    expect(codes(await set({ least: 2 }))).toEqual([422, 'acceptance.rule-out-of-order'])
    expect(codes(await set({ no: 2 }))).toEqual([409, 'acceptance.rule-overtaken'])
    expect(codes(await set({ reason: ' ' }))).toEqual([400, 'request.invalid'])
    expect(codes(await set({}))).toEqual([200, null])
    expect(codes(await set({}))).toEqual([409, 'acceptance.rule-overtaken'])
    expect(codes(await decide(2, 'return', '回头看发现一处停用'))).toEqual([200, null])
    expect(codes(await claim(2))).toEqual([200, null])
    const { claims, rule } = await one()
    expect(rule.no).toBe(1)
    expect(claims[0]).toMatchObject({ no: 3, ruleNo: 1, population: 5 })
    expect(claims[0]?.sample).toHaveLength(1)
    expect((await list()).rules).toMatchObject([{ no: 1, reason: '先试一条' }])
  })
})
