/** Reading the sample in each format against the bare conversion of its library, and whether long documents take longer in proportion. */
import { read as readSheets } from '@e965/xlsx'
import { parse as parseCsv } from 'csv-parse/sync'
import { convertToHtml } from 'mammoth'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse as parseHtml } from 'parse5'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { readDocument } from '../src/import/readers/read-document.ts'
import { noMark } from '../src/domain/values/file-mark.ts'
import { sheetsXlsx } from '../src/reports/sheets-xlsx.ts'
import { programmeDocx } from '../src/reports/programme-docx.ts'
import { compare, medianMilliseconds } from './measure.ts'

const files = join(import.meta.dirname, '../test/documents/files')
const samples = join(import.meta.dirname, '../samples')

type Format = {
  readonly file: string
  readonly library: string
  readonly convert: (bytes: Buffer) => unknown
}

const formats: readonly Format[] = [
  {
    file: join(samples, 'changzhou-2023.docx'),
    library: 'mammoth',
    convert: (buffer) => convertToHtml({ buffer }),
  },
  ...['xlsx', 'xls'].map((name) => ({
    file: join(files, `changzhou-2023.${name}`),
    library: 'SheetJS',
    convert: (bytes: Buffer) => readSheets(bytes),
  })),
  { file: join(files, 'changzhou-2023.csv'), library: 'csv-parse', convert: (bytes) => parseCsv(bytes) },
  {
    file: join(files, 'changzhou-2023.html'),
    library: 'parse5',
    convert: (bytes) => parseHtml(bytes.toString()),
  },
  { file: join(files, 'changzhou-2023.pdf'), library: 'pdf.js text', convert: textOfPdf },
]

/** Without a library that reads them bare, or with one that prints as it reads (SheetJS, .ods). */
const alone = ['odt', 'ods', 'doc']

export async function benchFormats(): Promise<void> {
  for (const { file, library, convert } of formats) {
    const bytes = readFileSync(file)
    const { ours, yardstick } = await compare(
      20,
      () => readDocument(bytes, file),
      () => convert(bytes),
    )
    const ratio = (ours / yardstick).toFixed(2)
    console.log(
      `  .${ending(file)}: ${ours.toFixed(2)} ms, ${library} ${yardstick.toFixed(2)} ms, ratio ${ratio}`,
    )
  }
  for (const name of alone) {
    const file = join(files, `changzhou-2023.${name}`)
    const bytes = readFileSync(file)
    const own = await medianMilliseconds(20, () => readDocument(bytes, file))
    console.log(`  .${name}: ${own.toFixed(2)} ms`)
  }
  await benchGrowth('2,000 行 rows .xlsx', 200, 10, workbookOf)
  await benchGrowth('200 页 pages .docx', 200, 10, documentOf)
}

/** Time of `factor` times as much, over the time of once as much: as large as the factor when linear. */
async function benchGrowth(
  what: string,
  size: number,
  factor: number,
  make: (rows: number) => Promise<Uint8Array>,
): Promise<void> {
  const [small, large] = [await make(size), await make(size * factor)]
  const { ours, yardstick } = await compare(
    7,
    () => readDocument(large, what),
    () => readDocument(small, what),
  )
  const ratio = (ours / yardstick).toFixed(1)
  console.log(`  ${what}: ${ours.toFixed(0)} ms, ${ratio} × the time of a tenth (linear: ${factor})`)
}

const sentence = (row: number) =>
  `新建改扩建第${row}类公共服务设施${row}处，开展便民服务活动${row}场，受益群众${row}万人次。`

function workbookOf(rows: number): Promise<Uint8Array> {
  const columns = ['序号', '项目名称', '主要内容', '牵头单位'].map((head) => ({ head, width: 20 }))
  const lines = Array.from({ length: rows }, (_, row) => [row + 1, `工程${row}`, sentence(row), '市教育局'])
  return sheetsXlsx({ title: '表', year: 2030, mark: noMark }, [{ name: '表', columns, rows: lines }])
}

/** Ten such rows fill a page. */
function documentOf(rows: number): Promise<Uint8Array> {
  const tasks = Array.from({ length: rows }, (_, row) => ({
    no: `1.${row}`,
    text: sentence(row),
    leaders: ['陈光明'],
    leadUnits: ['市教育局'],
    cooperatingUnits: ['各区'],
    deadline: null,
  }))
  return programmeDocx(
    { title: '任务分解表', year: 2030, projects: [{ no: 1, name: '工程', tasks }] },
    noMark,
  )
}

async function textOfPdf(bytes: Buffer): Promise<void> {
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 })
  const document = await task.promise
  for (let number = 1; number <= document.numPages; number++)
    await (await document.getPage(number)).getTextContent()
  await task.destroy()
}

function ending(file: string): string {
  return file.split('.').at(-1) ?? ''
}
