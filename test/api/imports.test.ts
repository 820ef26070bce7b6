import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, upload, type TestApp, type Visitor } from '../support/app.ts'
import { onEveryServer } from '../support/database.ts'

const sample = readFileSync('samples/changzhou-2023.docx')

onEveryServer('an import', (database) => {
  let server: TestApp
  let office: Visitor
  beforeAll(async () => {
    server = await openTestApp(database())
    office = await server.signIn('ducha')
  })
  afterAll(() => server.close())

  const start = (bytes: Uint8Array = sample, fileName = '任务分解表.docx') =>
    server.send(office, { method: 'POST', url: '/api/imports', ...upload(fileName, bytes) })
  const correct = (id: string, seq: number, correction: object) =>
    server.send(office, {
      method: 'POST',
      url: `/api/imports/${id}/corrections`,
      payload: { seq, correction },
    })
  const adopt = (id: string, seq: number) =>
    server.send(office, { method: 'POST', url: `/api/imports/${id}/adoption`, payload: { seq } })
  async function logLength(): Promise<number> {
    const { entries } = (await server.send(await server.signIn('shenji'), { url: '/api/log' })).body
    return entries[0].seq
  }
  const countOf = (path: string) =>
    server.send(office, { url: path }).then(({ body }) => body.length as number)

  it('of a known file says where it went before', async () => {
    const { status, body } = await start()
    expect(status).toBe(200)
    expect(body.known).toMatchObject([{ fileName: 'changzhou-2023.docx', programmeId: expect.any(String) }])
  })

  it('shows the document beside what was read from it', async () => {
    const { id } = (await start()).body
    const page = (await server.send(office, { url: `/api/imports/${id}` })).body
    expect(page.draft.projects).toHaveLength(10)
    expect(page.source.blocks.some((block: { kind: string }) => block.kind === 'table')).toBe(true)
    expect(page.document.sha256).toBe('7cbc0e69ba500edab97dd99b673b8ea846341f478a08fd5af3c4a438f4445327') // sha256sum of the sample
    expect(page.units.find((unit: { name: string }) => unit.name === '各辖市、区').choice.kind).toBe('known')
  })

  it('is adopted once, as a second programme with the corrected promise', async () => {
    const before = await countOf('/api/programmes')
    const { id } = (await start()).body
    const { draft } = (await server.send(office, { url: `/api/imports/${id}` })).body
    const [indicator] = draft.projects[0].tasks[0].indicators
    const target = targetOf(indicator)
    const change = { type: 'change-target', indicator: indicator.key, target: { ...target, value: '177' } }
    expect((await correct(id, 1, change)).body).toMatchObject({ seq: 1, canUndo: true })
    const adopted = await adopt(id, 1)
    expect(adopted.status).toBe(200)
    expect(await countOf('/api/programmes')).toBe(before + 1)
    const programme = (await server.send(null, { url: `/api/programmes/${adopted.body.programmeId}` })).body
    expect(programme.projects[0].tasks[0].indicators[0]).toMatchObject({
      value: '177',
      start: indicator.start,
      end: indicator.end,
    })
    expect(await adopt(id, 1)).toMatchObject({ status: 409, body: { code: 'import.adopted' } })
    expect(await correct(id, 2, { type: 'undo' })).toMatchObject({
      status: 409,
      body: { code: 'import.adopted' },
    })
    expect(await countOf('/api/programmes')).toBe(before + 1)
  })

  it('takes two corrections at once as one, and tells the other', async () => {
    const { id } = (await start()).body
    const { draft } = (await server.send(office, { url: `/api/imports/${id}` })).body
    const [first, second] = draft.projects[0].tasks[0].indicators
    const answers = await Promise.all([
      correct(id, 1, { type: 'confirm', indicator: first.key }),
      correct(id, 1, { type: 'confirm', indicator: second.key }),
    ])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('correction.overtaken')
    expect((await server.send(office, { url: `/api/imports/${id}` })).body.seq).toBe(1)
  })

  it('is adopted by one of two who adopt at once', async () => {
    const { id } = (await start()).body
    const before = await countOf('/api/programmes')
    const answers = await Promise.all([adopt(id, 0), adopt(id, 0)])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
    expect(await countOf('/api/programmes')).toBe(before + 1)
  })

  it('creates a unit that was chosen to be new, and leaves the printed name to the unit it meant before', async () => {
    const { id } = (await start()).body
    const name = '在常高校'
    const choice = { kind: 'new', name: '常州市高等学校', unitKind: 'group' }
    const page = (await correct(id, 1, { type: 'choose-unit', name, choice })).body
    expect(page.units.find((unit: { name: string }) => unit.name === name)).toMatchObject({
      choice,
      chosen: true,
    })
    await adopt(id, 1)
    const units = (await server.send(office, { url: '/api/units' })).body
    const aliasesOf = (unitName: string) =>
      units.find((unit: { name: string }) => unit.name === unitName).aliases
    expect([aliasesOf('常州市高等学校'), aliasesOf(name)]).toEqual([['常州市高等学校'], [name]])
  })

  it('writes a row of the log for every write', async () => {
    const before = await logLength()
    const { id } = (await start()).body
    const { draft } = (await server.send(office, { url: `/api/imports/${id}` })).body
    await correct(id, 1, { type: 'confirm', indicator: draft.projects[0].tasks[0].indicators[0].key })
    await adopt(id, 1)
    const { entries } = (await server.send(await server.signIn('shenji'), { url: '/api/log' })).body
    const own = entries.filter(
      (entry: { seq: number; action: string }) => entry.seq > before && entry.action.startsWith('import.'),
    )
    expect(own.map((entry: { action: string }) => entry.action)).toEqual([
      'import.adopt',
      'import.correct',
      'import.start',
    ])
    expect(own.every((entry: { person: string }) => entry.person === '督查员')).toBe(true)
  })

  it('of a document with two tables reads the other one as a dry run of its own', async () => {
    const heads = '<tr><th>序号</th><th>项目名称</th><th>主要内容</th><th>牵头单位</th></tr>'
    const tableOf = (...rows: string[]) =>
      `<table>${heads}${rows.map((text, i) => `<tr><td>${i + 1}</td><td>工程${i + 1}</td><td>${text}</td><td>市教育局</td></tr>`).join('')}</table>`
    const page = `<html><body><p>附件1</p><h1>2031年民生实事任务分解表</h1>${tableOf('新建学校3所。', '新建公园5个。')}
      <p>附件2</p><h1>2031年重点项目任务分解表</h1>${tableOf('新建图书馆1座。')}</body></html>`
    const { id } = (await start(Buffer.from(page), '通知.html')).body
    const { draft } = (await server.send(office, { url: `/api/imports/${id}` })).body
    expect(draft.projects).toHaveLength(2)
    const [other] = draft.otherTables
    const url = `/api/imports/${id}/other-table`
    const second = (await server.send(office, { method: 'POST', url, payload: { block: other.block } })).body
      .id
    const read = (await server.send(office, { url: `/api/imports/${second}` })).body
    expect(
      read.draft.projects.map((project: { tasks: { text: string }[] }) => project.tasks[0]?.text),
    ).toEqual(['新建图书馆1座。'])
    expect((await server.send(office, { url: `/api/imports/${id}` })).body.draft.projects).toHaveLength(2)
    const none = await server.send(office, { method: 'POST', url, payload: { block: 999 } })
    expect(none.body.code).toBe('import.no-such-table')
  })

  describe('that cannot be', () => {
    it.each([
      ['random bytes', Buffer.from([1, 2, 3, 0, 255, 254, 7]), 'document.unknown-format'],
      ['an empty file', Buffer.alloc(0), 'document.empty'],
      ['half a document', sample.subarray(0, 5000), 'document.broken'],
      ['prose without a table', Buffer.from('今年工作安排如下，请各单位遵照执行。'), 'document.no-table'],
      ['21 megabytes', Buffer.alloc(21 * 1024 * 1024), 'document.too-large'],
    ])('of %s is refused with a sentence and leaves nothing', async (_what, bytes, code) => {
      const before = [await countOf('/api/imports'), await logLength()]
      const { status, body } = await start(bytes, '文件.docx')
      expect(body.code).toBe(code)
      expect(status).toBeGreaterThanOrEqual(400)
      expect(status).toBeLessThan(500)
      expect(body.message.length).toBeGreaterThan(5)
      // Only signing in to look was logged since.
      expect([await countOf('/api/imports'), await logLength()]).toEqual([before[0], (before[1] ?? 0) + 1])
    })

    it('without a file says so', async () => {
      const answer = await server.send(office, { method: 'POST', url: '/api/imports', payload: {} })
      expect(answer).toMatchObject({ status: 422, body: { code: 'import.no-file' } })
    })

    it.each([
      [
        'an unknown unit',
        {
          type: 'choose-unit',
          name: '市教育局',
          choice: { kind: 'known', unitId: '00000000-0000-4000-8000-000000000000' },
        },
        'unit.not-found',
      ],
      ['an indicator that is not there', { type: 'confirm', indicator: 'i99' }, 'correction.not-found'],
      [
        'a figure that is none',
        { type: 'change-target', indicator: 'i1.1.1', target: { value: '1e3' } },
        'request.invalid',
      ],
      ['a correction there is not', { type: 'explode' }, 'request.invalid'],
    ])('corrected by %s changes nothing', async (_what, correction, code) => {
      const { id } = (await start()).body
      const answer = await correct(id, 1, correction)
      expect(answer.body.code).toBe(code)
      expect((await server.send(office, { url: `/api/imports/${id}` })).body).toMatchObject({ seq: 0 })
    })
  })
})

function targetOf(indicator: Record<string, unknown>) {
  const { kind, action, object, comparator, value, valueMax, unit, deadline, ledger } = indicator
  return { kind, action, object, comparator, value, valueMax, unit, deadline, ledger }
}
