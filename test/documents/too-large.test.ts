/** Files that are large, or that grow large when they are opened, are refused before they cost time or memory. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { afterAll, describe, expect, it } from 'vitest'
import { memoryFlags, usualLimits } from '../../src/services/read-apart.ts'
import { odfCell, odfRow, odfTable, openDocumentOf } from '../support/opendocument-package.ts'
import { line, pdfOf, streamOf, text } from '../support/pdf-file.ts'
import { sheetOf, xlsxOf } from '../support/workbook-package.ts'

type Measured = { ended: string; milliseconds: number; megabytes: number }

const folder = mkdtempSync(join(tmpdir(), 'jiannuo-large-'))
afterAll(() => rmSync(folder, { recursive: true }))

const zeros = new Uint8Array(60 * 1024 * 1024)
const oneString = `<si><t>${'测'.repeat(100_000)}</t></si>`
const cellsOfIt = Array.from({ length: 2000 }, (_, i) => `<row r="${i + 1}"><c t="s"><v>0</v></c></row>`)
const numbers = Array.from({ length: 520_000 }, (_, i) => `<c r="A${i + 1}"><v>${i}</v></c>`)

/** Each form draws the next one ten times. */
const formsWithinForms = {
  objects: Object.fromEntries(
    Array.from({ length: 12 }, (_, i) => [
      100 + i,
      streamOf('/X Do '.repeat(10), false, `/Type /XObject /Subtype /Form ${drawnBy(101 + (i % 11))}`),
    ]),
  ),
  resources: '/XObject << /X 100 0 R >>',
}

function drawnBy(form: number): string {
  return `/BBox [0 0 595 842] /Resources << /XObject << /X ${form} 0 R >> >>`
}

const pageOfText = {
  content: Array.from({ length: 40 }, (_, i) =>
    text(40, 800 - i * 18, '新建改扩建公共服务设施若干处开展便民服务活动'),
  ).join('\n'),
}
const cellsInRows = `<tr>${'<td>一二</td>'.repeat(9)}</tr>`
const cellsOfWord = `<tr>${'<td style="border:none;mso-border-alt:solid windowtext .5pt"><p class=MsoNormal style="mso-pagination:none"><span lang=EN-US style="mso-hansi-font-family:宋体">一二</span></p></td>'.repeat(9)}</tr>`

function packed(name: string): Uint8Array {
  const type = name.startsWith('xl') ? 'xl/workbook.xml' : name
  return zipSync({
    '_rels/.rels': strToU8(
      `<Relationships><Relationship Type="x/officeDocument" Target="${type}"/></Relationships>`,
    ),
    mimetype: strToU8('application/vnd.oasis.opendocument.text'),
    [name]: zeros,
  })
}

describe('within a second and 100 MB:', { timeout: 30_000 }, () => {
  it.each<[name: string, format: string, bytes: () => Uint8Array, ended: string]>([
    ['a .docx that unpacks to 60 MB', 'door', () => packed('word/document.xml'), 'document.expands-too-far'],
    ['an .odt that unpacks to 60 MB', 'odt', () => packed('content.xml'), 'document.expands-too-far'],
    ['an .xlsx that unpacks to 60 MB', 'xlsx', () => packed('xl/workbook.xml'), 'document.expands-too-far'],
    [
      'a sheet that shows one long text 2,000 times',
      'xlsx',
      () => xlsxOf({ sheets: [sheetOf(cellsOfIt)], strings: oneString }),
      'document.expands-too-far',
    ],
    [
      'a row of text repeated to the end of the sheet',
      'ods',
      () => openDocumentOf('ods', odfTable([odfRow(['一'], 'table:number-rows-repeated="1048576"')])),
      'document.too-complex',
    ],
    [
      'a million repeated cells in a row',
      'ods',
      () =>
        openDocumentOf('ods', odfTable([odfRow([odfCell('一', 'table:number-columns-repeated="1000000"')])])),
      'document.broken',
    ],
    ['a .csv of a million commas', 'csv', () => strToU8(','.repeat(1_000_000)), 'document.too-complex'],
    ['a page nested 100,000 deep', 'html', () => strToU8('<div>'.repeat(100_000)), 'document.broken'],
    [
      'a page of cells as wide as they may be',
      'html',
      () => strToU8(`<table><tr>${'<td colspan=1000>一'.repeat(1000)}`),
      'document.too-complex',
    ],
  ])('%s is refused', (name, format, bytes, ended) => {
    const measured = measure(name, format, (file) => writeFileSync(file, bytes()))
    expect(measured.ended).toBe(ended)
    expect(measured.milliseconds).toBeLessThan(1000)
    expect(measured.megabytes).toBeLessThan(100)
  })

  it('an upload of 200 MB is refused', () => {
    const measured = measure('200 MB', 'door', (file) => {
      writeFileSync(file, 'PK')
      truncateSync(file, 200 * 1024 * 1024)
    })
    expect(measured.ended).toBe('document.too-large')
    expect(measured.milliseconds).toBeLessThan(1000)
    expect(measured.megabytes).toBeLessThan(100)
  })
})

describe('within five seconds and 100 MB:', { timeout: 30_000 }, () => {
  it.each<[name: string, format: string, bytes: () => Uint8Array]>([
    ['a PDF of forms within forms', 'door', () => pdfOf([{ content: '/X Do' }], formsWithinForms)],
    [
      'a page of 50,000 lines',
      'door',
      () => pdfOf([{ content: Array.from({ length: 50_000 }, (_, i) => line(0, i, 9, i)).join('\n') }]),
    ],
    [
      'a sheet of 520,000 cells',
      'xlsx',
      () => xlsxOf({ sheets: [sheetOf(['<row>', ...numbers, '</row>'])] }),
    ],
    ['a page of 210,000 elements', 'html', () => strToU8('<b>一</b>'.repeat(210_000))],
  ])('%s is refused', (name, format, bytes) => {
    const measured = measure(name, format, (file) => writeFileSync(file, bytes()))
    expect(measured.ended).toBe('document.too-complex')
    expect(measured.milliseconds).toBeLessThan(5000)
    expect(measured.megabytes).toBeLessThan(100)
  })
})

/** The reading process has 128 MB for JavaScript; what is read there needs little more beside it. */
describe('within 128 MB, at the limits:', { timeout: 30_000 }, () => {
  it.each<[name: string, format: string, bytes: () => Uint8Array]>([
    ['a table of 199,000 elements', 'html', () => strToU8(`<table>${cellsInRows.repeat(19_900)}</table>`)],
    ['a page as Word saves it', 'html', () => strToU8(`<table>${cellsOfWord.repeat(7100)}</table>`)],
    ['a page of long text', 'html', () => strToU8(`${'<p>一'.repeat(190_000)}${'一'.repeat(5_000_000)}`)],
    ['a .csv of 450,000 cells', 'csv', () => strToU8('1,公园,新建公园5个\n'.repeat(150_000))],
    ['a PDF of 200 pages', 'door', () => pdfOf(Array.from({ length: 200 }, () => pageOfText))],
  ])('%s is read', (name, format, bytes) => {
    const measured = measure(name, format, (file) => writeFileSync(file, bytes()))
    expect(measured.ended).toBe('read')
    expect(measured.megabytes).toBeLessThan(128)
  })
})

function measure(name: string, format: string, write: (file: string) => void): Measured {
  const file = join(folder, name)
  write(file)
  const { stdout, stderr } = spawnSync(process.execPath, [
    // As reading is started by the server.
    ...memoryFlags(usualLimits),
    'test/support/measure-reading.ts',
    format,
    file,
  ])
  expect(stderr.toString()).toBe('')
  return JSON.parse(stdout.toString()) as Measured
}
