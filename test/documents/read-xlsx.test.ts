/** What a reader of an Excel sheet sees, and where. Places are made up. */
import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { SourceDocument } from '../../src/domain/programme/source.ts'
import { readers } from '../support/document-readers.ts'
import { numberCell, sheetOf, textCell, type WorkbookContent, xlsxOf } from '../support/workbook-package.ts'

const drawing = 'http://schemas.openxmlformats.org/drawingml/2006/main'

function read(content: WorkbookContent): SourceDocument {
  const source = readers['xlsx']?.(xlsxOf(content))
  if (source === undefined) throw new Error('no reader')
  return source
}

function textsOf(source: SourceDocument): string[] {
  return source.blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [block.text] : block.cells.map(({ text }) => text),
  )
}

function shown(cell: string, content: Partial<WorkbookContent> = {}): string[] {
  return textsOf(read({ sheets: [sheetOf([`<row r="1">${cell}</row>`])], ...content }))
}

describe('texts', () => {
  it.each<[what: string, string: string, text: string]>([
    [
      'the runs of a rich text',
      '<r><rPr><b/></rPr><t>新建</t></r><r><t xml:space="preserve"> 3 </t></r><r><t>所</t></r>',
      '新建 3 所',
    ],
    ['no reading above it', '<t>云岭</t><rPh sb="0" eb="2"><t>yunling</t></rPh>', '云岭'],
    ['line breaks', '<t>甲局&#10;乙局_x000D_\n丙局</t>', '甲局\n乙局\n丙局'],
    ['escaped characters', '<t>_x0041__x005F_x0041_ a_b</t>', 'A_x0041_ a_b'],
    ['no control characters', '<t>一_x0000__x0007_二_xD800_</t>', '一二\ufffd'],
    ['entities', '<t>&lt;A&amp;B&gt;</t>', '<A&B>'],
  ])('keep %s', (_, string, text) => {
    expect(shown('<c r="A1" t="s"><v>0</v></c>', { strings: `<si>${string}</si>` })).toEqual([text])
  })

  it('are in the cell, in the table of strings or the result of a formula', () => {
    const cells = [
      textCell('A1', '一'),
      '<c r="B1" t="s"><v>1</v></c>',
      '<c r="C1" t="str"><f>"三"</f><v>三</v></c>',
      '<c r="D1"><f>SUM(A9:A10)</f><v>40</v></c>',
      '<c r="E1" t="b"><v>1</v></c>',
      '<c r="F1" t="e"><v>#N/A</v></c>',
      '<c r="G1" t="d"><v>2023-11-30T00:00:00</v></c>',
    ]
    const strings = '<si><t>零</t></si><si><t>二</t></si>'
    expect(shown(cells.join(''), { strings })).toEqual(['一', '二', '三', '40', 'TRUE', '#N/A', '2023-11-30'])
  })
})

describe('numbers', () => {
  const styles =
    '<numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts>' +
    '<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>' +
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="176"/><xf numFmtId="9"/><xf numFmtId="14"/><xf numFmtId="57"/></cellXfs>'

  it.each([
    [0, '1.0000000000000002', '1'],
    [0, '0.30000000000000004', '0.3'],
    [1, '45260', '2023年11月'],
    [2, '0.95', '95%'],
    [3, '45260', '2023/11/30'],
    [4, '45260', '2023年11月'],
    [99, '7', '7'],
  ])('of style %i: %s is shown as %s', (style, value, text) => {
    expect(shown(numberCell('A1', value, style), { styles })).toEqual([text])
  })

  it('count days from 1904 where the workbook does', () => {
    expect(shown(numberCell('A1', 45260 - 1462, 3), { styles, date1904: true })).toEqual(['2023/11/30'])
  })
})

describe('cells', () => {
  it('stand where the sheet has them, and merged ones reach as far', () => {
    const rows = [
      `<row r="3">${textCell('B3', '云岭市')}${textCell('D3', '教育局')}</row>`,
      `<row r="4">${textCell('D4', '民政局')}</row>`,
    ]
    const merged = '<mergeCells><mergeCell ref="B3:C4"/></mergeCells>'
    expect(read({ sheets: [sheetOf(rows, merged)] }).blocks).toEqual([
      {
        kind: 'table',
        sheet: 'Sheet1',
        rowCount: 4,
        columnCount: 4,
        merges: 'stated',
        cells: [
          { row: 2, column: 1, rowSpan: 2, columnSpan: 2, text: '云岭市' },
          { row: 2, column: 3, rowSpan: 1, columnSpan: 1, text: '教育局' },
          { row: 3, column: 3, rowSpan: 1, columnSpan: 1, text: '民政局' },
        ],
      },
    ])
  })

  it('follow one another where they do not say where they stand', () => {
    const row = '<row><c t="b"><v>1</v></c><c t="b"><v>0</v></c></row>'
    const [table] = read({ sheets: [sheetOf([row, row])] }).blocks
    expect(table).toMatchObject({ rowCount: 2, columnCount: 2 })
  })

  it('far away cost no more than near ones', () => {
    const row = `<row r="1048576">${textCell('XFD1048576', '。')}</row>`
    const [table] = read({ sheets: [sheetOf([`<row r="1">${textCell('A1', '一')}</row>`, row])] }).blocks
    expect(table?.kind === 'table' ? table.cells.length : 0).toBe(4)
  })

  it.each(['XFE1', 'A1048577', 'A0', 'AAAA1', '1', ''])('cannot be at “%s”', (at) => {
    expect(() => shown(textCell(at, '一'))).toThrow(expect.objectContaining({ code: 'document.broken' }))
  })
})

describe('sheets', () => {
  it('are tables in the order of their tabs, hidden ones last, empty ones not', () => {
    const sheet = (name: string, state?: 'hidden' | 'veryHidden') => ({
      ...sheetOf([`<row r="1">${textCell('A1', name)}</row>`]),
      name,
      ...(state === undefined ? {} : { state }),
    })
    const source = read({
      sheets: [
        sheet('旧', 'veryHidden'),
        sheet('清单'),
        { name: '空', xml: '<sheetData/>' },
        sheet('草稿', 'hidden'),
        sheet('说明'),
      ],
    })
    expect(source.blocks.map((block) => block.kind === 'table' && block.sheet)).toEqual([
      '清单',
      '说明',
      '旧',
      '草稿',
    ])
  })

  it('may have their title in a shape that lies over them', () => {
    const shape = `<d xmlns:a="${drawing}"><a:p><a:r><a:t>云岭市2031年</a:t></a:r><a:br/><a:r><a:t>民生实事</a:t></a:r></a:p><a:p/></d>`
    const relationship =
      '<Relationships><Relationship Id="d" Type="x/drawing" Target="../drawings/drawing1.xml"/></Relationships>'
    const source = read({
      sheets: [sheetOf([`<row r="1">${textCell('A1', '序号')}</row>`])],
      parts: {
        'xl/worksheets/_rels/sheet1.xml.rels': strToU8(relationship),
        'xl/drawings/drawing1.xml': strToU8(shape),
      },
    })
    expect(textsOf(source)).toEqual(['云岭市2031年\n民生实事', '序号'])
  })
})

const typesOf = (type: string) => ({ '[Content_Types].xml': strToU8(`<Types>${type}</Types>`) })
const macroEnabled = 'ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"'

it('takes a workbook that names a type with macros for parts it does not have, as SheetJS writes it', () => {
  const named = typesOf(`<Default Extension="bin" ${macroEnabled}/>`)
  expect(
    textsOf(read({ sheets: [sheetOf([`<row r="1">${textCell('A1', '序号')}</row>`])], parts: named })),
  ).toEqual(['序号'])
  expect(() => read({ sheets: [sheetOf([])], parts: { ...named, 'xl/x.bin': Uint8Array.of(1) } })).toThrow(
    expect.objectContaining({ code: 'document.macros' }),
  )
})

it('refuses macros', () => {
  const parts = { 'xl/vbaProject.bin': Uint8Array.of(1) }
  expect(() => read({ sheets: [sheetOf([])], parts })).toThrow(
    expect.objectContaining({ code: 'document.macros' }),
  )
})
