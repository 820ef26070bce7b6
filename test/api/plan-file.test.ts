import * as xlsx from '@e965/xlsx'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { demonstrationMark } from '../../src/domain/values/file-mark.ts'
import { sheetsXlsx } from '../../src/reports/sheets-xlsx.ts'
import { openTestApp, upload, type TestApp, type Visitor } from '../support/app.ts'
import { onEveryServer } from '../support/database.ts'
import { defaultPlans } from '../support/default-plans.ts'

type Change = { readonly cell: string; readonly value: string | number | null }

onEveryServer('a plan as a file', (database) => {
  let server: TestApp
  let lead: Visitor
  let address: string
  beforeAll(async () => {
    server = await openTestApp(database())
    lead = await server.signIn('qiantou')
    const [{ id }] = (await server.send(null, { url: '/api/programmes' })).body
    address = `/api/programmes/${id}`
  })
  afterAll(() => server.close())

  const read = async (path: string) => (await server.send(lead, { url: `${address}${path}` })).body
  const download = async (): Promise<Uint8Array> =>
    (await server.send(lead, { url: `${address}/plans.xlsx` })).raw
  const bring = (bytes: Uint8Array) =>
    server.send(lead, { method: 'POST', url: `${address}/plan-readings`, ...upload('分解表.xlsx', bytes) })
  const submit = (plans: object[]) =>
    server.send(lead, { method: 'POST', url: `${address}/plans`, payload: { plans } })

  /** The file with these cells typed over: read and written anew, its mark above its heads, as a spreadsheet program does. */
  async function edited(bytes: Uint8Array, changes: readonly Change[]): Promise<Uint8Array> {
    const sheet = xlsx.read(bytes).Sheets['分解表']
    if (!sheet) throw new Error('the file has no sheet 分解表')
    const [mark, heads = [], ...rows] = xlsx.utils.sheet_to_json<(string | number | null)[]>(sheet, {
      header: 1,
      defval: null,
    })
    expect(mark?.[0]).toBe(demonstrationMark.zh.words)
    for (const { cell, value } of changes) {
      const { r, c } = xlsx.utils.decode_cell(cell)
      const row = rows[r - 2]
      if (!row) throw new Error(`the file has no row of ${cell}`)
      row[c] = value
    }
    return workbook(heads.map(String), rows)
  }

  const workbook = (heads: readonly string[], rows: readonly (string | number | null)[][]) =>
    sheetsXlsx({ title: '分解表', year: 2023, mark: demonstrationMark.zh }, [
      { name: '分解表', columns: heads.map((head) => ({ head, width: 10 })), rows },
    ])

  it('of what is not split yet names who would carry it, and brings nothing back while it is blank', async () => {
    const { body } = await bring(await download())
    expect(body).toEqual({ drafts: [], changes: [], faults: [], unchanged: 0, needsReason: false })
  })

  it('is filled in and becomes a plan; months left blank go as time goes', async () => {
    // E3–E9: the seven districts of 新增普惠托班 176 个.
    const values = [26, 25, 25, 25, 25, 25, 25] // 26 + 6 × 25 = 176
    const changes = values.map((value, index) => ({ cell: `E${index + 3}`, value }))
    const { body } = await bring(await edited(await download(), changes))
    expect(body.faults).toEqual([])
    expect(body.drafts).toHaveLength(1)
    expect(body.changes.map(({ after }: { after: string }) => Number(after))).toEqual(values)
    expect(body.drafts[0].shares[0].points.at(-1).value).toBe('26')
    expect((await read('/plans')).plans).toEqual([])
  })

  it('comes back the same for all 110 promises, and one changed cell changes one plan', async () => {
    await submit(defaultPlans(await read(''), await read('/plans')))
    const file = await download()
    expect((await bring(file)).body).toEqual({
      drafts: [],
      changes: [],
      faults: [],
      unchanged: 110,
      needsReason: false,
    })
    // S is December: A–G, then twelve months H–S.
    const { body } = await bring(
      await edited(file, [
        { cell: 'E3', value: 30 },
        { cell: 'S3', value: 30 },
      ]),
    )
    expect(body.faults).toEqual([])
    expect(body.drafts).toHaveLength(1)
    expect(body.changes).toHaveLength(1)
    expect(body.changes[0].after).toBe('30')
    expect((await submit(body.drafts)).body[0].version).toBe(2)
    // The file that was downloaded before is overtaken now, at its version.
    const late = (await bring(file)).body
    expect(late.drafts.length + late.faults.length).toBeGreaterThan(0)
    expect(late.faults[0]).toMatchObject({ cell: 'T3', why: 'overtaken' })
  })

  it.each([
    ['E3', 'many', 'unreadable'],
    ['E3', '-3', 'negative'],
    ['E3', '2.5', 'not-whole'],
    ['H3', '９９９９', 'falls'],
    ['S3', 1, 'falls'],
    ['J3', null, 'month-missing'],
    ['D3', '乌有区', 'no-such-unit'],
    ['U3', '00000000-0000-4000-8000-000000000000', 'no-such-promise'],
    ['U3', 'x', 'no-such-promise'],
    ['D3', '=1+1<script>', 'no-such-unit'],
  ] as const)('with %s as %s is refused at that cell', async (cell, value, why) => {
    const { body } = await bring(await edited(await download(), [{ cell, value }]))
    const [first] = body.faults
    expect(first.why).toBe(why)
    // What a level falls below is the month before: the fault is told where it falls.
    expect(first.cell).toBe(cell === 'H3' ? 'I3' : cell)
  })

  it('that is no plan is refused with the heads it should have', async () => {
    const answer = await bring(await workbook(['a', 'b'], [['c', 1]]))
    expect([answer.status, answer.body.code]).toEqual([422, 'plan-file.no-table'])
    expect(answer.body.message).toContain('承担单位')
    expect((await bring(Buffer.from('%PDF-1.7 broken'))).body.code).toMatch(/^document\./)
  })
})
