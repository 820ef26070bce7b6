/** What is exported reads back to what was exported, and its bytes depend on nothing else. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { DraftProgramme } from '../../src/domain/programme/draft.ts'
import { noMark } from '../../src/domain/values/file-mark.ts'
import { lastDayOfMonth } from '../../src/domain/values/plain-date.ts'
import { readProgramme } from '../../src/import/read-programme.ts'
import { programmeDocx } from '../../src/reports/programme-docx.ts'
import type { ProgrammeTable } from '../../src/reports/programme-table.ts'
import { programmeOf } from '../support/sample-reading.ts'
import { programmeXlsx } from '../../src/reports/programme-xlsx.ts'

const readBack = async (table: ProgrammeTable): Promise<DraftProgramme> =>
  (await readProgramme(await programmeDocx(table, noMark), '导出.docx')).draft
const { draft: sample } = await readProgramme(
  readFileSync('samples/changzhou-2023.docx'),
  'changzhou-2023.docx',
)

const someOf = (...names: readonly string[]): fc.Arbitrary<string[]> =>
  fc.subarray([...names], { maxLength: 4 })
const task = fc.record({
  text: fc
    .array(
      fc.constantFrom('新增学位', '200个', '、', '改造小区8个，', '1.5万户', '“阳光”行动。', '（间）', '<&>'),
      { minLength: 1 },
    )
    .map((parts) => parts.join('')),
  leaders: someOf('李华', '王小明', '赵云', '欧阳小青', '阿依古丽·买买提'),
  leadUnits: someOf('市教育局', '市住建局', '青溪经开区', '市红十字会').filter((units) => units.length > 0),
  cooperatingUnits: someOf(
    '各辖市、区',
    '各县（市、区）人民政府',
    '青医大东溪医学中心',
    '市人社局',
    '团市委',
    '县供电公司',
  ),
  deadline: fc.option(fc.integer({ min: 1, max: 12 }).map((month) => lastDayOfMonth(2030, month))),
})
const programme = fc
  .uniqueArray(
    fc.tuple(
      fc.constantFrom('学有所教', '“病”有所医', '住有所居工程', '一老一小', '5G入户'),
      fc.array(task, { minLength: 1, maxLength: 4 }),
    ),
    {
      selector: ([name]) => name,
      minLength: 1,
    },
  )
  .map((projects): ProgrammeTable => ({
    title: '青溪市2030年民生实事项目任务分解表',
    year: 2030,
    projects: projects.map(([name, tasks], i) => ({
      no: i + 1,
      name,
      tasks: tasks.map((one, j) => ({ ...one, no: `${i + 1}.${j + 1}` })),
    })),
  }))

describe('the table as .docx', () => {
  it('reads back to the sample’s programme, indicators and all, with no guess', async () => {
    const back = await readBack(programmeOf(sample))
    expect(programmeOf(back)).toEqual(programmeOf(sample))
    const indicators = (draft: DraftProgramme) =>
      draft.projects.flatMap((p) => p.tasks.map((t) => t.indicators))
    expect(indicators(back)).toEqual(indicators(sample))
    expect(back.warnings).toEqual([])
  })

  it('reads back to any programme', async () => {
    await fc.assert(
      fc.asyncProperty(programme, async (table) => {
        expect(programmeOf(await readBack(table))).toEqual(table)
      }),
      { numRuns: 40 },
    )
  })

  it('reads the progress column as results and not as promises', async () => {
    const table = programmeOf(sample)
    const moving = table.projects.map((p) => ({
      ...p,
      tasks: p.tasks.map((t) => ({ ...t, progress: '已完成 60%' })),
    }))
    const back = await readBack({ ...table, projects: moving })
    expect(programmeOf(back)).toEqual(table)
    const reported = back.projects.flatMap((p) => p.tasks.flatMap((t) => t.reported.map(({ text }) => text)))
    expect(reported).toEqual(Array.from({ length: 32 }, () => '已完成 60%'))
  })

  it('prints in landscape on A4, the heads on every page, in the official fonts or their likes', async () => {
    const parts = unzipSync(await programmeDocx(programmeOf(sample), noMark))
    const document = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
    expect(document).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"\/>/)
    expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(1)
    expect(document).toContain('w:eastAsia="方正小标宋简体"')
    expect(strFromU8(parts['word/fontTable.xml'] ?? new Uint8Array())).toContain(
      '<w:altName w:val="华文中宋"/>',
    )
  })
})

describe('the table as .xlsx', () => {
  it('merges what the .docx merges and keeps the heads on every page and in view', async () => {
    const parts = unzipSync(await programmeXlsx(programmeOf(sample), noMark))
    const text = (name: string): string => strFromU8(parts[name] ?? new Uint8Array())
    const sheet = text('xl/worksheets/sheet1.xml')
    // Row 1 is the title, row 2 the heads; project 1 has five tasks, so its number and name reach over rows 3 to 7.
    for (const range of ['A1:F1', 'A3:A7', 'B3:B7', 'D3:D5'])
      expect(sheet).toContain(`<mergeCell ref="${range}"/>`)
    expect(sheet).toMatch(/ySplit="2".*state="frozen"/)
    expect(sheet).toContain('orientation="landscape"')
    expect(text('xl/workbook.xml')).toContain(`'2023年任务分解表'!$2:$2</definedName></definedNames>`)
    expect(text('xl/workbook.xml')).not.toContain('<definedNames/>')
  })

  it('holds every text of the table', async () => {
    const parts = unzipSync(await programmeXlsx(programmeOf(sample), noMark))
    const strings = strFromU8(parts['xl/sharedStrings.xml'] ?? new Uint8Array())
    for (const project of sample.projects) {
      for (const text of [project.name, ...project.tasks.map((t) => t.text)]) expect(strings).toContain(text)
    }
  })
})

it.each([
  ['.docx', programmeDocx],
  ['.xlsx', programmeXlsx],
])('the same table gives the same bytes as %s', async (_, write) => {
  const [first, second] = [
    await write(programmeOf(sample), noMark),
    await write(structuredClone(programmeOf(sample)), noMark),
  ]
  expect(Buffer.compare(first, second)).toBe(0)
  const dates = Object.values(unzipSync(first)).map(
    (part) => strFromU8(part).match(/20\d\d-\d\d-\d\dT[\d:.]+Z/g) ?? [],
  )
  expect(dates.flat().filter((date) => date !== '2023-01-01T00:00:00Z')).toEqual([])
})
