/** What a demonstration's files say on every page, and that nothing else of them changes by it. */
import * as xlsx from '@e965/xlsx'
import { strFromU8, strToU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { draftPaper } from '../../src/domain/papers/draft-paper.ts'
import { monthlyTable } from '../../src/domain/papers/monthly-table.ts'
import { officialPaper } from '../../src/domain/papers/paper.ts'
import { templateValues } from '../../src/domain/papers/template-fields.ts'
import { demonstrationMark, noMark, type FileMark } from '../../src/domain/values/file-mark.ts'
import { unpackDocx } from '../../src/import/readers/unpack-docx.ts'
import { readProgramme } from '../../src/import/read-programme.ts'
import { fillTemplate } from '../../src/reports/fill-template.ts'
import { gridXlsx } from '../../src/reports/grid-xlsx.ts'
import { officialDocx, tableDocx } from '../../src/reports/official-docx.ts'
import { programmeDocx } from '../../src/reports/programme-docx.ts'
import { programmeXlsx } from '../../src/reports/programme-xlsx.ts'
import { progressTable } from '../../src/reports/progress-table.ts'
import { sheetsXlsx } from '../../src/reports/sheets-xlsx.ts'
import { docxOf, paragraph, wordXml } from '../support/docx-package.ts'
import { madeSnapshot } from '../support/frozen-snapshot.ts'
import { printed } from '../support/printed-pages.ts'
import { programmeOf, sampleByHand } from '../support/sample-reading.ts'

const { words } = demonstrationMark.zh
const year = 2023
const snapshot = madeSnapshot(
  Array.from({ length: 20 }, (_, index) => ({
    name: `新增第${index + 1}类便民服务点`,
    level: (['reached', 'behind', 'far-behind'] as const)[index % 3] ?? 'behind',
    was: 'on-plan' as const,
    done: '80',
    problem: '施工队伍进场晚',
    nextStep: '加班赶工',
  })),
)
const text = { ...draftPaper({ kind: 'bulletin', leaderPostId: null }, snapshot, '督查室'), copies: '市委。' }
const bulletin = officialPaper('bulletin', text, snapshot, { year, no: 3, date: '2023年11月10日' })

/** Below the 4 mm that printers leave out, and above what headers hold. */
const isMark = ({ y }: { readonly y: number }) => y > 7 && y < 11.5

/** What stands on each page as its mark and besides, and the pages as they are without. */
async function printedBoth(write: (mark: FileMark) => Promise<Uint8Array>) {
  const marked = await printed(await write(demonstrationMark.zh))
  return {
    plain: await printed(await write(noMark)),
    marks: marked.map(({ texts }) => texts.flatMap((part) => (isMark(part) ? part.text : [])).join('')),
    rest: marked.map((page) => ({ ...page, texts: page.texts.filter((part) => !isMark(part)) })),
  }
}

it.each<[what: string, write: (mark: FileMark) => Promise<Uint8Array>]>([
  ['an official paper, its annex across', (mark) => officialDocx(bulletin, { year, mark })],
  ['月报', (mark) => tableDocx(monthlyTable(snapshot), { year, mark })],
  ['the table with its progress', (mark) => programmeDocx(progressTable(snapshot), mark)],
])('%s bears its mark at the head of every page, and nothing moves', async (_, write) => {
  const { plain, marks, rest } = await printedBoth(write)
  expect(plain.length).toBeGreaterThan(1)
  expect(marks).toEqual(plain.map(() => words))
  expect(rest).toEqual(plain)
})

const links = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const types = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const override = (part: string, type: string) =>
  `<Override PartName="/word/${part}.xml" ContentType="${types}.${type}+xml"/>`

/** A template whose last section has this header; `sections` come before it. */
function templateOf(section: string, header: string | null = null): Uint8Array {
  const body = `${paragraph('{{标题}}')}${paragraph('{{正文}}')}`
  if (header === null) return docxOf(body + section)
  const reference = `<w:headerReference xmlns:r="${links}" w:type="default" r:id="r9"/>`
  return docxOf(body + section.replace('HEADER', reference), {
    '[Content_Types].xml': strToU8(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${override('document', 'document.main')}${override('header1', 'header')}</Types>`,
    ),
    'word/_rels/document.xml.rels': strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r9" Type="${links}/header" Target="header1.xml"/></Relationships>`,
    ),
    'word/header1.xml': strToU8(wordXml('hdr', header)),
  })
}

const firstSection = `<w:p><w:pPr><w:sectPr/></w:pPr></w:p>${paragraph('第二节')}`
const tableAbove = `<w:tbl><w:tr><w:tc>${paragraph('页眉')}</w:tc></w:tr></w:tbl>${paragraph('尾')}`

it.each<[what: string, template: Uint8Array]>([
  ['no header and no section', templateOf('')],
  ['two sections and no header', templateOf(`${firstSection}<w:sectPr/>`)],
  [
    'a first page without its header',
    templateOf('<w:sectPr>HEADER<w:titlePg/></w:sectPr>', paragraph('页眉')),
  ],
  ['a header that begins with a table', templateOf('<w:sectPr>HEADER</w:sectPr>', tableAbove)],
  ['an empty header from its second section', templateOf(`${firstSection}<w:sectPr>HEADER</w:sectPr>`, '')],
])(
  'a government’s own template with %s bears its mark on every page, and nothing moves',
  async (_, template) => {
    const { plain, marks, rest } = await printedBoth(async (mark) =>
      fillTemplate(unpackDocx(template), templateValues(bulletin), mark),
    )
    expect(plain.length).toBeGreaterThan(1)
    expect(marks).toEqual(plain.map(() => words))
    expect(rest).toEqual(plain)
  },
)

const marked = { year, mark: demonstrationMark.zh }
const lists = ['甲', '乙'].map((name) => ({
  name,
  columns: [{ head: '数', width: 8 }],
  rows: Array.from({ length: 90 }, (_, row) => [row]),
}))

it.each<[what: string, write: () => Promise<Uint8Array>]>([
  ['a table', () => gridXlsx({ ...monthlyTable(snapshot), ...marked, sheet: '10月月报' })],
  ['lists', () => sheetsXlsx({ title: '表', ...marked }, lists)],
])(
  'a workbook of %s bears its mark on every printed page, and on the screen above its heads',
  async (_, write) => {
    const bytes = await write()
    const pages = await printed(bytes)
    expect(pages.length).toBeGreaterThan(1)
    for (const { texts } of pages) expect(texts.map((one) => one.text).join('')).toContain(words)
    const book = xlsx.read(bytes)
    for (const name of book.SheetNames) {
      const rows = xlsx.utils.sheet_to_json<string[]>(book.Sheets[name] ?? {}, { header: 1, defval: '' })
      const heads = rows.findIndex((row) => ['序号', '数'].includes(row[0] ?? ''))
      expect(rows[heads - 1]?.[0]).toBe(words)
      const sheet = `xl/worksheets/sheet${book.SheetNames.indexOf(name) + 1}.xml`
      expect(strFromU8(unzipSync(bytes)[sheet] ?? new Uint8Array())).toContain(`ySplit="${heads + 1}"`)
    }
  },
)

it.each([
  ['.docx', programmeDocx],
  ['.xlsx', programmeXlsx],
])('a marked table as %s reads back to the same programme', async (ending, write) => {
  const read = async (mark: FileMark) =>
    (await readProgramme(await write(sampleByHand, mark), `导出${ending}`)).draft
  const [back, plain] = [await read(demonstrationMark.zh), await read(noMark)]
  expect(programmeOf(back)).toEqual(programmeOf(plain))
  expect(back.warnings).toEqual(plain.warnings)
})
