import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readProgramme } from '../../src/import/read-programme.ts'
import { openTestApp, type TestApp } from '../support/app.ts'
import { onEveryServer } from '../support/database.ts'

const sample = readFileSync('samples/changzhou-2023.docx')

onEveryServer('a programme', (database) => {
  let server: TestApp
  let url: string
  beforeAll(async () => {
    server = await openTestApp(database())
    const [programme] = (await server.send(null, { url: '/api/programmes' })).body
    url = `/api/programmes/${programme.id}`
  })
  afterAll(() => server.close())

  it('is the table as it was read, row by row and promise by promise', async () => {
    const programme = (await server.send(null, { url })).body
    const { draft } = await readProgramme(sample, 'sample.docx')
    const names = (list: readonly { name: string }[]) => list.map(({ name }) => name)
    expect(programme.projects.map(shape)).toEqual(draft.projects.map(shape))

    function shape(project: (typeof draft.projects)[number]) {
      return {
        no: project.no,
        name: project.name,
        tasks: project.tasks.map((task) => ({
          no: task.no,
          text: task.text,
          leaders: names(task.leaders),
          leadUnits: names(task.leadUnits),
          cooperatingUnits: names(task.cooperatingUnits),
          promises: task.indicators.map(
            ({ kind, comparator, value, valueMax, unit, start, end, ledger }) => ({
              kind,
              comparator,
              value,
              valueMax,
              unit,
              start,
              end,
              ledger,
            }),
          ),
        })),
      }
    }
  })

  it('names the districts its groups stand for', async () => {
    const { members } = (await server.send(null, { url })).body
    expect(members.map(({ name }: { name: string }) => name).toSorted()).toEqual(
      ['天宁区', '新北区', '武进区', '溧阳市', '金坛区', '钟楼区'].toSorted(),
    )
  })

  it('gives the original back byte for byte', async () => {
    expect((await server.send(null, { url: `${url}/original` })).raw.equals(sample)).toBe(true)
  })

  it('gives a .docx that reads as the same programme, and the same bytes each time', async () => {
    const first = (await server.send(null, { url: `${url}/table.docx` })).raw
    const second = (await server.send(null, { url: `${url}/table.docx` })).raw
    expect(first.equals(second)).toBe(true)
    const simple = ({ draft }: Awaited<ReturnType<typeof readProgramme>>) =>
      draft.projects.flatMap((project) =>
        project.tasks.map((task) => [
          project.no,
          project.name,
          task.no,
          task.text,
          task.leaders.map((n) => n.name),
          task.leadUnits.map((n) => n.name),
          task.cooperatingUnits.map((n) => n.name),
          task.indicators.map((i) => [i.start, i.end, i.value]),
        ]),
      )
    expect(simple(await readProgramme(first, 'export.docx'))).toEqual(
      simple(await readProgramme(sample, 'sample.docx')),
    )
  })

  it('gives a .docx with the very cells of the published table', async () => {
    const { raw } = await server.send(null, { url: `${url}/table.docx` })
    const cellsOf = async (bytes: Uint8Array) =>
      (await readProgramme(bytes, '表.docx')).source.blocks.flatMap((block) =>
        block.kind === 'table' ? block.cells.map(({ row, column, rowSpan }) => [row, column, rowSpan]) : [],
      )
    // The published table repeats project 5 after its page break (rows 14–16); the export prints it as one.
    const joined = (await cellsOf(sample)).flatMap(([row = 0, column = 0, rowSpan = 0]) => {
      if (column > 1) return [[row, column, rowSpan]]
      return row === 16 ? [] : [[row, column, row === 14 ? 3 : rowSpan]]
    })
    expect(await cellsOf(raw)).toEqual(joined)
  })

  it('gives a spreadsheet', async () => {
    const { status, raw } = await server.send(null, { url: `${url}/table.xlsx` })
    expect([status, raw.subarray(0, 2).toString()]).toEqual([200, 'PK'])
  })

  it.each(['', '/source', '/original', '/table.docx'])('that is not there answers 404%s', async (suffix) => {
    const answer = await server.send(null, {
      url: `/api/programmes/00000000-0000-4000-8000-000000000000${suffix}`,
    })
    expect(answer).toMatchObject({ status: 404, body: { code: 'programme.not-found' } })
  })

  it('is asked for by an id, not by anything else', async () => {
    const answer = await server.send(null, { url: '/api/programmes/1%27%20or%201' })
    expect(answer).toMatchObject({ status: 400, body: { code: 'request.invalid' } })
  })

  it.each([
    ['the list', () => '/api/programmes'],
    ['the living table', () => url],
    ['the source', () => `${url}/source`],
  ])('costs one query for %s, none where no fact came since', async (_page, address) => {
    server.app.rememberedAnswers.clear()
    const asked = async () => {
      const sent = await database().statementsOf(() => server.send(null, { url: address() }))
      return sent.filter((statement) => !/^(begin|commit|set local|start transaction)/i.test(statement))
    }
    const [facts, ...page] = await asked()
    expect(facts).toMatch(/from log_entry/)
    expect(page).toHaveLength(1)
    expect(await asked()).toEqual([facts])
  })
})
