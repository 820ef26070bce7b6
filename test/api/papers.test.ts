import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PaperPage, PapersPage } from '../../src/contract/papers.ts'
import { officialPaper } from '../../src/domain/papers/paper.ts'
import { demonstrationMark } from '../../src/domain/values/file-mark.ts'
import { readSnapshot } from '../../src/domain/reporting/kept-snapshot.ts'
import { officialDocx } from '../../src/reports/official-docx.ts'
import { strFromU8, unzipSync } from 'fflate'
import { openTestApp, upload, type TestApp, type Visitor } from '../support/app.ts'
import { onEveryServer } from '../support/database.ts'
import { docxOf, paragraph } from '../support/docx-package.ts'
import { planSample, readSample, reviewOf, sheetOf, typed, type Sample } from '../support/reporting.ts'

const january = '2023-01-01'
const february = '2023-02-01'

onEveryServer('papers', (database) => {
  let server: TestApp
  let sample: Sample
  let office: Visitor
  const base = () => `/api/programmes/${sample.programmeId}`
  const get = async (url: string, as = office) => server.send(as, { url })
  const post = (url: string, payload: object, as = office) =>
    server.send(as, { method: 'POST', url, payload })

  beforeAll(async () => {
    server = await openTestApp(database())
    sample = await readSample(server)
    const wujin = sample.units.get('武进区') ?? ''
    const promises = sample.indicators.filter(({ kind }) => kind === 'quantity').slice(0, 3)
    await planSample(
      database(),
      sample,
      promises.map(({ id, leadUnitId, value }) => ({
        indicatorId: id,
        leadUnitId,
        unitIds: [wujin],
        share: value ?? '0',
        points: Array.from({ length: 12 }, () => value ?? '0'),
      })),
    )
    server.clock.now = new Date('2023-03-20T09:00:00+08:00')
    const [district, lead] = await Promise.all(['xiaqu', 'fuzeren'].map((name) => server.signIn(name)))
    office = await server.signIn('ducha')
    // All was due in January: the first keeps to it, the second comes up from half to 97 %, the third stays silent.
    for (const [month, parts] of [
      [january, [100, 50]],
      [february, [100, 97]],
    ] as const) {
      for (const [index, part] of parts.entries()) {
        const promise = promises[index]
        const value = String((Number(promise?.value ?? 0) * part) / 100)
        const told = { value, narrative: '按计划推进', problem: '进场晚', nextStep: '加班赶工' }
        const indicatorId = promise?.id ?? ''
        const cells = [{ indicatorId, seen: 0, typed: typed(told) }]
        await sheetOf(server, sample, wujin, month).submit(district ?? null, cells, '补报')
        for (const step of ['lead', 'office'] as const)
          await reviewOf(server, sample, month, step).decide(step === 'lead' ? (lead ?? null) : office, [
            { indicatorId, unitId: wujin, version: 1 },
          ])
      }
      await post(`${base()}/freezes`, { month, no: 1, reason: '' })
    }
  })
  afterAll(() => server.close())

  const page = async (): Promise<PapersPage> => (await get(`${base()}/papers`)).body
  const draft = async (over: object = {}): Promise<string> => {
    const payload = { kind: 'bulletin', month: february, freezeNo: 1, leaderPostId: null, ...over }
    const answer = await post(`${base()}/papers`, payload)
    expect(answer.status).toBe(200)
    return answer.body.id
  }
  const paper = async (id: string): Promise<PaperPage> => (await get(`/api/papers/${id}`)).body
  const save = (id: string, version: number, text: object, as = office) =>
    post(`/api/papers/${id}/texts`, { version, text }, as)
  const seal = (id: string, version: number, as = office) => post(`/api/papers/${id}/seal`, { version }, as)

  it('come with the frozen months, the leaders of the table and the drafts, in one statement', async () => {
    const id = await draft()
    let read: PapersPage | undefined
    const statements = await database().statementsOf(async () => {
      read = await page()
    })
    expect(statements.filter((text) => /from programme\b/.test(text))).toHaveLength(1)
    expect(statements.filter((text) => /paper/.test(text))).toHaveLength(1)
    expect(read?.months.map(({ month, no }) => [month, no])).toEqual([
      [february, 1],
      [january, 1],
    ])
    expect(read?.leaders.length).toBeGreaterThan(5)
    expect(read?.papers).toMatchObject([{ id, kind: 'bulletin', version: 1, seal: null }])
  })

  it('are drafted from the figures of the frozen month and of the one before', async () => {
    const { text, annexes } = await paper(await draft())
    expect(text).toMatchObject({
      title: expect.stringMatching(/^关于.*2023年.*2月份推进情况的通报$/),
      issuer: '市政府督查室',
    })
    // Of three planned promises one is reached, one 3 points short and on plan, one silent; 107 are not planned.
    expect(text.body).toContain('已达目标1项、达序时1项、严重滞后1项')
    expect(text.body).toContain('到期的3项中，达到序时进度的2项，占66.7%；滞后的1项，占33.3%。')
    // In January the second was half its plan short.
    expect(text.body).toContain('与1月公布的情况相比，好转1项、变差0项。')
    const [annex] = annexes
    expect(annex?.grid.columns.map(({ head }) => head)).toEqual([
      '序号',
      '主要任务',
      '全年目标任务',
      '分管领导',
      '牵头单位',
      '责任主体与协同单位',
      '上月推进情况',
      '本月推进情况',
      '是否达序',
      '说明',
    ])
    expect(annex?.grid.rows).toHaveLength(32)
    const told = JSON.stringify(annex?.grid.rows)
    expect(told).toMatch(/累计[\d,]+[^"]*，完成50%/)
    expect(told).toMatch(/累计[\d,.]+[^"]*，完成97%/)
  })

  it('are drafted for one leader, and not for one the table does not know', async () => {
    const { leaders } = await page()
    const leader = leaders[0]
    const { text, annexes } = await paper(await draft({ kind: 'leader-brief', leaderPostId: leader?.postId }))
    expect(text.title).toContain(leader?.name.replaceAll(/\s/g, ''))
    expect(annexes).toEqual([])
    const own = (await server.send(office, { url: '/api/session' })).body.person.posts[0].id
    const stranger = { kind: 'leader-brief', month: february, freezeNo: 1, leaderPostId: own }
    expect((await post(`${base()}/papers`, stranger)).body.code).toBe('paper.unknown-leader')
    const never = { kind: 'bulletin', month: '2023-07-01', freezeNo: 1, leaderPostId: null }
    expect((await post(`${base()}/papers`, never)).body.code).toBe('freeze.not-found')
  })

  it('keep every version of their text, and no later writer overwrites one unseen', async () => {
    const id = await draft()
    const { text } = await paper(id)
    expect((await save(id, 1, { ...text, body: `${text.body}\n特此通报。` })).body).toEqual({ version: 2 })
    const late = await save(id, 1, { ...text, title: '另一个题目' })
    expect([late.status, late.body.code]).toEqual([409, 'paper.overtaken'])
    expect((await paper(id)).text).toMatchObject({ title: text.title, body: `${text.body}\n特此通报。` })
    const empty = await save(id, 2, { ...text, title: ' ' })
    expect([empty.status, empty.body.code]).toEqual([400, 'request.invalid'])
  })

  describe('sealing', () => {
    it('gives numbers without gaps however many seal at once, each series and year its own', async () => {
      const ids = await Promise.all(Array.from({ length: 6 }, () => draft()))
      const answers = await Promise.all(ids.map((id) => seal(id, 1)))
      expect(answers.map(({ body }) => String(body.number)).toSorted()).toEqual(
        [1, 2, 3, 4, 5, 6].map((no) => `第${no}期`),
      )
      const report = await draft({ kind: 'annual-report' })
      expect((await seal(report, 1)).body.number).toBe('〔2023〕1号')
      server.clock.now = new Date('2024-01-05T09:00:00+08:00')
      office = await server.signIn('ducha')
      expect((await seal(await draft(), 1)).body.number).toBe('第1期')
      server.clock.now = new Date('2023-03-20T10:00:00+08:00')
      office = await server.signIn('ducha')
    })

    it('happens once, to the version that was read, and nothing changes after it', async () => {
      const id = await draft()
      const { text } = await paper(id)
      await save(id, 1, { ...text, copies: '市委办公室' })
      expect((await seal(id, 1)).body.code).toBe('paper.overtaken')
      const both = await Promise.all([seal(id, 2), seal(id, 2)])
      expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
      const again = await save(id, 2, text)
      expect([again.status, again.body.code]).toEqual([409, 'paper.sealed'])
      const log = await server.send(await server.signIn('shenji'), { url: '/api/log' })
      expect(JSON.stringify(log.body)).toContain('paper.seal')
    })

    it('keeps the bytes that its digests are of, and they are made again from the text and the snapshot', async () => {
      const id = await draft()
      const { number, sha256, sm3 } = (await seal(id, 1)).body
      const { raw } = await get(`/api/papers/${id}/paper.docx`)
      expect(createHash('sha256').update(raw).digest('hex')).toBe(sha256)
      expect(createHash('sm3').update(raw).digest('hex')).toBe(sm3)
      const sealed = await paper(id)
      const snapshot = (await get(`${base()}/freezes/${february}/1`)).raw
      expect(createHash('sha256').update(snapshot).digest('hex')).toBe(sealed.snapshotSha256)
      const no = Number(/\d+/.exec(number)?.[0])
      const again = await officialDocx(
        officialPaper(sealed.kind, sealed.text, readSnapshot(snapshot.toString()), {
          year: 2023,
          no,
          date: '2023年3月20日',
        }),
        { year: 2023, mark: demonstrationMark.zh },
      )
      expect(Buffer.compare(Buffer.from(again), raw)).toBe(0)
    })
  })

  it.each([['monthly.docx'], ['monthly.xlsx'], ['table.docx']])(
    'give a frozen month as %s, the same bytes every time',
    async (file) => {
      const url = `${base()}/freezes/${january}/1/${file}`
      const [first, second] = [await get(url), await get(url)]
      expect(first.status).toBe(200)
      expect(first.raw.subarray(0, 2).toString()).toBe('PK')
      expect(Buffer.compare(first.raw, second.raw)).toBe(0)
      expect((await get(`${base()}/freezes/${january}/9/${file}`)).body.code).toBe('freeze.not-found')
    },
  )

  it('are printed in a template of the government’s own until it goes back to the standard’s', async () => {
    const url = '/api/paper-templates/bulletin'
    const set = (body: string, as = office) =>
      server.send(as, { method: 'POST', url, ...upload('本级模板.docx', docxOf(body)) })
    const unknown = await set(paragraph('{{标提}}'))
    expect([unknown.status, unknown.body.code, unknown.body.details.field]).toEqual([
      422,
      'template.unknown-field',
      '标提',
    ])
    expect((await set(paragraph('{{标题}}'), await server.signIn('xiaqu'))).body.code).toBe('access.denied')
    const before = await draft()
    const { sha256 } = (await seal(before, 1)).body
    expect((await set(paragraph('本级 {{标题}}'))).body).toEqual({ version: 1 })
    expect((await page()).templates).toEqual([{ kind: 'bulletin', version: 1, fileName: '本级模板.docx' }])
    expect((await get(`${url}/template.docx`)).raw.subarray(0, 2).toString()).toBe('PK')
    const document = async (id: string) => {
      const { raw } = await get(`/api/papers/${id}/paper.docx`)
      return { raw, xml: strFromU8(unzipSync(raw)['word/document.xml'] ?? new Uint8Array()) }
    }
    const id = await draft()
    expect((await document(id)).xml).toMatch(/本级 关于.*的通报/)
    // What is sealed stays as it was.
    const kept = await document(before)
    expect(createHash('sha256').update(kept.raw).digest('hex')).toBe(sha256)
    expect((await server.send(office, { method: 'DELETE', url })).body).toEqual({ version: 2 })
    expect((await page()).templates).toEqual([])
    expect((await document(id)).xml).toContain('政务督查')
    expect((await get(`${url}/template.docx`)).body.code).toBe('template.not-found')
  })

  it('say that there is no PDF where the server has no LibreOffice, and offer none', async () => {
    expect((await page()).pdf).toBe(false)
    const answer = await get(`${base()}/freezes/${january}/1/monthly.pdf`)
    expect([answer.status, answer.body.code]).toEqual([503, 'paper.no-pdf'])
  })

  it('are read by staff, and drafted, saved and sealed by the office alone', async () => {
    const id = await draft()
    const { text } = await paper(id)
    const district = await server.signIn('xiaqu')
    expect((await get(`/api/papers/${id}`, district)).status).toBe(200)
    const denied = [await save(id, 1, text, district), await seal(id, 1, district)]
    expect(denied.map(({ body }) => body.code)).toEqual(['access.denied', 'access.denied'])
    expect((await get(`/api/papers/${id}`, null)).body.code).toBe('access.sign-in-needed')
    const nowhere = await get('/api/papers/0190b4d2-0000-7000-8000-000000000000')
    expect([nowhere.status, nowhere.body.code]).toEqual([404, 'paper.not-found'])
  })
})
