/** Every file that the contract gives out: a demonstration's says so, any other government's does not. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { officeOfTests } from '../../scripts/provide-office.ts'
import type { Route } from '../../src/contract/route.ts'
import { demonstrationMark } from '../../src/domain/values/file-mark.ts'
import { openTestApp, upload, type TestApp, type Visitor } from '../support/app.ts'
import { onFirstServer, withClient } from '../support/database.ts'
import { docxOf, paragraph } from '../support/docx-package.ts'
import { orderForm } from '../support/order-desk.ts'
import { readSample } from '../support/reporting.ts'
import { samplePhotograph } from '../support/sample-photograph.ts'

const contracts = join(import.meta.dirname, '../../src/contract')
const modules = await Promise.all(
  readdirSync(contracts).map(
    async (file): Promise<Record<string, unknown>> => import(`${contracts}/${file}`),
  ),
)
/** A route added to the contract is here without anyone remembering. */
const files = modules
  .flatMap((module) => Object.values(module))
  .filter(
    (value): value is Route =>
      typeof value === 'object' && value !== null && 'file' in value && !('stream' in value),
  )
  .map(({ path }) => path)

/** Given back as they were taken in, byte for byte. */
const takenIn = [
  '/api/programmes/:programmeId/original',
  '/api/evidence/:evidenceId/original',
  '/api/evidence/:evidenceId/thumbnail',
  '/api/paper-templates/:kind/template.docx',
]
/** What digests are of holds nothing else: the name alone says it. */
const digested = '/api/programmes/:programmeId/freezes/:month/:no'
const made = files.filter((path) => !takenIn.includes(path))

const { words, inName } = demonstrationMark.zh

async function textOf(bytes: Buffer): Promise<string> {
  if (bytes.subarray(0, 2).toString() === 'PK')
    return Object.values(unzipSync(bytes))
      .map((part) => strFromU8(part))
      .join('\n')
  if (bytes.subarray(0, 5).toString() !== '%PDF-') return bytes.toString()
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  const pdf = await loading.promise
  const pages = await Promise.all(
    Array.from({ length: pdf.numPages }, async (_, index) => {
      const { items } = await (await pdf.getPage(index + 1)).getTextContent()
      return items.map((item) => ('str' in item ? item.str : '')).join('')
    }),
  )
  await loading.destroy()
  return pages.join('\n')
}

onFirstServer('files given out', (database) => {
  let server: TestApp
  let office: Visitor
  let parameters: Record<string, string>

  beforeAll(async () => {
    server = await openTestApp(database(), { SOFFICE_PATH: officeOfTests() })
    server.clock.now = new Date('2023-03-20T09:00:00+08:00')
    const { programmeId, indicators, units } = await readSample(server)
    office = await server.signIn('ducha')
    const district = await server.signIn('xiaqu')
    const base = `/api/programmes/${programmeId}`
    const indicatorId = indicators.find(({ kind }) => kind === 'quantity')?.id ?? ''
    const [month, unitId] = ['2023-01-01', units.get('武进区') ?? '']
    const post = async (url: string, sent: object, as = office) => {
      const { status, body } = await server.send(as, { method: 'POST', url, ...sent })
      if (status !== 200) throw new Error(`${url}: ${JSON.stringify(body)}`)
      return body
    }
    await post(`${base}/freezes`, { payload: { month, no: 1, reason: '' } })
    const draft = { kind: 'annual-report', month, freezeNo: 1, leaderPostId: null }
    const sample = readFileSync('samples/changzhou-2023.docx')
    const proof = `${base}/evidence?indicatorId=${indicatorId}&unitId=${unitId}&month=${month}`
    parameters = {
      programmeId,
      indicatorId,
      month,
      no: '1',
      kind: 'bulletin',
      paperId: (await post(`${base}/papers`, { payload: draft })).id,
      orderId: (await post(`${base}/orders`, { payload: { ...orderForm(unitId), dueOn: '2023-03-31' } })).id,
      importId: (await post('/api/imports', upload('任务分解表.docx', sample))).id,
      evidenceId: (await post(proof, upload('现场.jpg', await samplePhotograph(1)), district)).id,
    }
    const template = docxOf(`${paragraph('{{标题}}')}${paragraph('{{正文}}')}`)
    await post('/api/paper-templates/bulletin', upload('本级模板.docx', template))
  })
  afterAll(() => server.close())

  async function fetched(path: string) {
    const url = path.replaceAll(/:(\w+)/gu, (_, name: string) => parameters[name] ?? '')
    const answer = await server.app.inject({ url, headers: { cookie: office ?? '' } })
    expect(answer.statusCode, answer.payload.slice(0, 200)).toBe(200)
    const disposition = String(answer.headers['content-disposition'])
    return { text: await textOf(answer.rawPayload), name: decodeURIComponent(disposition) }
  }

  it('are all that are looked at here', () => {
    expect(files.length).toBeGreaterThan(20)
    expect(files).toEqual(expect.arrayContaining([...takenIn, digested]))
  })

  describe('by a demonstration', () => {
    it.each(made)('%s says that its figures are made up', async (path) => {
      const { text, name } = await fetched(path)
      expect(text.includes(words)).toBe(path !== digested)
      expect(name).toContain(inName)
    })

    it.each(takenIn)('%s is as it was taken in', async (path) => {
      const { text, name } = await fetched(path)
      expect(text).not.toContain(words)
      expect(name).not.toContain(inName)
    })

    it('say so in a template of its own too, and in the table that carries promises over', async () => {
      const draft = { kind: 'bulletin', month: parameters['month'], freezeNo: 1, leaderPostId: null }
      const base = `/api/programmes/${parameters['programmeId']}`
      const send = (path: string, payload: object) =>
        server.send(office, { method: 'POST', url: `${base}/${path}`, payload })
      const { id } = (await send('papers', draft)).body
      const { raw } = await server.send(office, { url: `/api/papers/${id}/paper.docx` })
      expect(await textOf(raw)).toContain(words)
      const carried = await send('carry-over', {
        seen: 0,
        indicatorIds: [parameters['indicatorId']],
        restOnly: false,
        decision: '常务会议',
        decidedOn: '2023-03-20',
      })
      const read = (await server.send(office, { url: `/api/imports/${carried.body.importId}` })).body
      expect(read.fileName).toContain(`（结转）${inName}.docx`)
      expect(JSON.stringify(read.draft)).not.toContain(words)
    })
  })

  describe('by any other government', () => {
    beforeAll(() =>
      withClient(database().superuserUrl, (client) => client.query('update tenant set is_demo = false')),
    )

    it.each(made)('%s says nothing of the kind', async (path) => {
      const { text, name } = await fetched(path)
      expect(text).not.toContain('演示')
      expect(name).not.toContain('演示')
    })
  })
})
