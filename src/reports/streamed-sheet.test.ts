import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { demonstrationMark, noMark } from '../domain/values/file-mark.ts'
import { csvStream, xlsxStream, type SheetValue } from './streamed-sheet.ts'

type Rows = readonly (readonly SheetValue[])[]

async function* batches(all: readonly Rows[]): AsyncGenerator<Rows> {
  for (const rows of all) yield await Promise.resolve(rows)
}

async function whole(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const taken: Uint8Array[] = []
  for await (const piece of pieces) taken.push(piece)
  return Uint8Array.from(Buffer.concat(taken))
}

const heads = [
  { text: '名称', width: 20 },
  { text: '数量', width: 10 },
]
const sheet = (rows: readonly Rows[], name = '台账', note?: string, mark = noMark) => ({
  name,
  mark,
  heads,
  rows: batches(rows),
  ...(note !== undefined && { note }),
})

async function partsOf(...of: Parameters<typeof sheet>): Promise<Record<string, string>> {
  const files = unzipSync(await whole(xlsxStream(sheet(...of))))
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]))
}
const sheetXml = async (...of: Parameters<typeof sheet>) =>
  (await partsOf(...of))['xl/worksheets/sheet1.xml'] ?? ''

async function csvOf(rows: readonly Rows[], mark = noMark): Promise<string> {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(
    await whole(csvStream({ heads, rows: batches(rows), mark })),
  )
}

describe('a workbook', () => {
  it.each<[what: string, value: SheetValue, xml: string]>([
    [
      'a text as text',
      '口袋公园',
      '<c r="A2" s="3" t="inlineStr"><is><t xml:space="preserve">口袋公园</t></is></c>',
    ],
    ['what looks like a date as text', '3-5', '<t xml:space="preserve">3-5</t>'],
    ['what looks like a formula as text', '=1+1', '<t xml:space="preserve">=1+1</t>'],
    ['markup escaped', '<b>"甲" & 乙</b>', '&lt;b&gt;&quot;甲&quot; &amp; 乙&lt;/b&gt;'],
    ['characters that XML has not, not at all', '甲\0\u0007乙', '>甲乙<'],
    ['a line end kept', '甲\n乙', '>甲\n乙<'],
    [
      'a figure as it stands, to the last digit',
      { figure: '99999999999.001' },
      '<c r="A2"><v>99999999999.001</v></c>',
    ],
    ['nothing as no cell', null, '<row r="2"></row>'],
  ])('writes %s', async (_, value, xml) => {
    expect(await sheetXml([[[value]]])).toContain(xml)
  })

  it('numbers its rows through all batches, below the heads, and below a note', async () => {
    const rows: Rows[] = [[['甲'], ['乙']], [], [['丙']]]
    const cells = (xml: string) => xml.match(/r="A\d+"/g)
    expect(cells(await sheetXml(rows))).toEqual(['r="A1"', 'r="A2"', 'r="A3"', 'r="A4"'])
    const noted = await sheetXml(rows, '台账', '怎么填')
    expect(cells(noted)).toEqual(['r="A1"', 'r="A2"', 'r="A3"', 'r="A4"', 'r="A5"'])
    expect(noted).toContain('ySplit="2"')
  })

  it('bears its mark above note and heads, and at the head of every printed page', async () => {
    const xml = await sheetXml([[['甲']]], '台账', '怎么填', demonstrationMark.zh)
    const column = [...xml.matchAll(/<c r="(A\d+)"[^>]*><is><t[^>]*>([^<]*)</g)].map(([, at, text]) => [
      at,
      text,
    ])
    const above = [
      ['A1', demonstrationMark.zh.words],
      ['A2', '怎么填'],
      ['A3', '名称'],
    ]
    expect(column).toEqual([...above, ['A4', '甲']])
    expect(xml).toContain('ySplit="3"')
    expect(xml).toMatch(/<\/sheetData><headerFooter><oddHeader>&amp;C演示数据，数字均为虚构<\/oddHeader>/)
    expect(await sheetXml([])).not.toContain('headerFooter')
  })

  it('has columns beyond Z', async () => {
    const row = Array.from({ length: 28 }, (_, index) => ({ figure: String(index) }))
    const xml = await sheetXml([[row]])
    expect(xml).toContain('<c r="Z2"><v>25</v></c><c r="AA2"><v>26</v></c><c r="AB2"><v>27</v></c>')
  })

  it.each([
    ['台账：[一/二]*?', '台账： 一 二'],
    ['一'.repeat(40), '一'.repeat(31)],
    ['甲&乙', '甲&amp;乙'],
  ])('calls its sheet %s what Excel takes', async (name, shown) => {
    const workbook = (await partsOf([], name))['xl/workbook.xml'] ?? ''
    const given = /<sheet name="([^"]*)"/.exec(workbook)?.[1] ?? ''
    expect(given.trimEnd()).toBe(shown)
    expect(given).not.toMatch(/[[\]:*?/\\]/)
  })

  it('is the same bytes for the same rows', async () => {
    const rows: Rows[] = [[['甲', { figure: '1' }]]]
    expect(
      Buffer.from(await whole(xlsxStream(sheet(rows)))).equals(await whole(xlsxStream(sheet(rows)))),
    ).toBe(true)
  })

  it('comes while its rows do: the first bytes before the last row is asked for', async () => {
    let asked = 0
    async function* slow(): AsyncGenerator<Rows> {
      for (let batch = 0; batch < 200; batch++) {
        asked++
        yield await Promise.resolve(
          Array.from({ length: 500 }, (_, row) => [
            `第 ${batch * 500 + row} 条`,
            { figure: String(row * 7) },
          ]),
        )
      }
    }
    const pieces = xlsxStream({ name: '台账', mark: noMark, heads, rows: slow() })
    for (let bytes = 0; bytes < 20_000;) {
      const next = await pieces.next()
      if (next.done === true) throw new Error('the end came first')
      bytes += next.value.length
    }
    expect(asked).toBeLessThan(100)
    await pieces.return(undefined)
  })
})

describe('a table with commas', () => {
  it.each<[what: string, value: SheetValue, field: string]>([
    ['a text as it is', '口袋公园', '口袋公园'],
    ['a comma in quotes', '甲,乙', '"甲,乙"'],
    ['quotes doubled', '甲"乙', '"甲""乙"'],
    ['a line end in quotes', '甲\n乙', '"甲\n乙"'],
    ['a formula with a mark in front', '=HYPERLINK("x")', '"\'=HYPERLINK(""x"")"'],
    ['another beginning of a formula too', '@SUM(A1)', "'@SUM(A1)"],
    ['a negative figure as a figure', { figure: '-3.5' }, '-3.5'],
    ['nothing as nothing', null, ''],
  ])('writes %s', async (_, value, field) => {
    expect(await csvOf([[[value, { figure: '1' }]]])).toBe(`\uFEFF名称,数量\r\n${field},1\r\n`)
  })

  it('bears its mark in a column of its own, so that its heads stay its first line', async () => {
    const mark = { words: '演示', inName: '' }
    expect(await csvOf([[['甲', null]]], mark)).toBe('\uFEFF名称,数量,演示\r\n甲,,演示\r\n')
  })

  it('has its heads alone where there are no rows', async () => {
    expect(await csvOf([])).toBe('\uFEFF名称,数量\r\n')
  })
})
