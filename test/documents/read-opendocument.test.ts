/** What a reader of an OpenDocument text or sheet sees, and where. Places are made up. */
import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { SourceBlock, SourceCell } from '../../src/domain/programme/source.ts'
import { readers } from '../support/document-readers.ts'
import { covered, odfCell, odfRow, odfTable, openDocumentOf } from '../support/opendocument-package.ts'

function read(bytes: Uint8Array): readonly SourceBlock[] {
  return readers['odt']?.(bytes).blocks ?? []
}

function paragraphsOf(body: string, styles = ''): string[] {
  const blocks = read(openDocumentOf('odt', body, { styles }))
  return blocks.map((block) => (block.kind === 'paragraph' ? block.text : '(table)'))
}

function cellsOf(kind: 'odt' | 'ods', ...rows: string[]): readonly SourceCell[] {
  const [table] = read(openDocumentOf(kind, odfTable(rows)))
  return table?.kind === 'table' ? table.cells : []
}

const hidden = '<style:style style:name="H"><style:text-properties text:display="none"/></style:style>'

describe('paragraphs', () => {
  it.each<[what: string, body: string, texts: string[]]>([
    ['spans', '<text:p>新建<text:span>3</text:span>所</text:p>', ['新建3所']],
    ['headings', '<text:h>一、教育</text:h><text:p>内容</text:p>', ['一、教育', '内容']],
    [
      'spaces, tabs and breaks',
      '<text:p>甲<text:s text:c="3"/>乙<text:tab/>丙<text:line-break/>丁<text:s/></text:p>',
      ['甲   乙\t丙\n丁 '],
    ],
    ['blanks of the file as one', '<text:p>\n  A\n  B </text:p>', ['A B ']],
    [
      'no more spaces than a line has',
      '<text:p>甲<text:s text:c="4000000000"/>乙</text:p>',
      [`甲${' '.repeat(1000)}乙`],
    ],
    [
      'lists and sections',
      '<text:section><text:list><text:list-item><text:p>一</text:p></text:list-item></text:list></text:section>',
      ['一'],
    ],
    ['no page breaks', '<text:p>甲<text:soft-page-break/>乙</text:p>', ['甲乙']],
    [
      'no deleted text',
      '<text:tracked-changes><text:changed-region><text:deletion><text:p>旧</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>新<text:change text:change-id="c"/></text:p>',
      ['新'],
    ],
    [
      'no comments',
      '<text:p>甲<office:annotation><text:p>批注</text:p></office:annotation>乙</text:p>',
      ['甲乙'],
    ],
    [
      'notes at the end',
      '<text:p>甲<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>注</text:p></text:note-body></text:note>乙</text:p><text:p>丙</text:p>',
      ['甲乙', '丙', '注'],
    ],
    [
      'no reading above',
      '<text:p><text:ruby><text:ruby-base>云岭</text:ruby-base><text:ruby-text>yunling</text:ruby-text></text:ruby></text:p>',
      ['云岭'],
    ],
    [
      'text boxes where they hang',
      '<text:p>甲<draw:frame><draw:text-box><text:p>框</text:p></draw:text-box><svg:desc>图</svg:desc></draw:frame>乙</text:p>',
      ['框', '甲乙'],
    ],
    [
      'no hidden text',
      '<text:p>甲<text:span text:style-name="H">隐<text:span>藏</text:span></text:span>乙</text:p><text:p text:style-name="H">隐</text:p>',
      ['甲乙'],
    ],
  ])('keep %s', (_, body, texts) => {
    expect(paragraphsOf(body, hidden)).toEqual(texts)
  })
})

describe('tables', () => {
  it('state merged cells, and not what they cover', () => {
    const rows = [
      odfRow([odfCell('云岭市民生实事', 'table:number-columns-spanned="2"'), covered]),
      `<table:table-header-rows>${odfRow(['项目', '内容'])}</table:table-header-rows>`,
      odfRow([odfCell('助学', 'table:number-rows-spanned="2"'), '新建学校']),
      odfRow(['<table:covered-table-cell><text:p>看不见</text:p></table:covered-table-cell>', '新增学位']),
    ]
    expect(cellsOf('odt', ...rows)).toEqual([
      { row: 0, column: 0, rowSpan: 1, columnSpan: 2, text: '云岭市民生实事' },
      { row: 1, column: 0, rowSpan: 1, columnSpan: 1, text: '项目' },
      { row: 1, column: 1, rowSpan: 1, columnSpan: 1, text: '内容' },
      { row: 2, column: 0, rowSpan: 2, columnSpan: 1, text: '助学' },
      { row: 2, column: 1, rowSpan: 1, columnSpan: 1, text: '新建学校' },
      { row: 3, column: 1, rowSpan: 1, columnSpan: 1, text: '新增学位' },
    ])
  })

  it('hold the lines of a cell, those of tables within it too', () => {
    const inner = odfTable([odfRow(['乙', '丙'])])
    const cells = cellsOf(
      'odt',
      odfRow([`<table:table-cell><text:p>甲</text:p>${inner}<text:p>丁</text:p></table:table-cell>`, '戊']),
    )
    expect(cells.map(({ text }) => text)).toEqual(['甲\n乙\n丙\n丁', '戊'])
  })

  it('of a sheet count repeated rows and cells, and write out only those with text', () => {
    const cells = cellsOf(
      'ods',
      odfRow([''], 'table:number-rows-repeated="9"'),
      odfRow(
        [
          odfCell('', 'table:number-columns-repeated="2"'),
          odfCell('同', 'table:number-columns-repeated="2"'),
        ],
        'table:number-rows-repeated="2"',
      ),
      odfRow([odfCell('', 'table:number-columns-repeated="16384"')], 'table:number-rows-repeated="1048565"'),
    )
    expect(cells.map(({ row, column, text }) => `${row},${column} ${text}`)).toEqual([
      '9,2 同',
      '9,3 同',
      '10,2 同',
      '10,3 同',
    ])
  })

  it('of a sheet show what a cell shows, or its value where the file writes no text', () => {
    const cells = cellsOf(
      'ods',
      odfRow([
        odfCell('95%', 'office:value-type="percentage" office:value="0.95"'),
        odfCell('', 'office:value-type="float" office:value="176"'),
        odfCell('', 'office:value-type="date" office:date-value="2031-11-30T00:00:00"'),
      ]),
    )
    expect(cells.map(({ text }) => text)).toEqual(['95%', '176', '2031-11-30'])
  })

  it('of a workbook bear the names of their sheets, hidden ones last', () => {
    const styles =
      '<style:style style:name="off"><style:table-properties table:display="false"/></style:style>'
    const body =
      odfTable([odfRow(['旧'])], '去年', 'off') +
      odfTable([odfRow([''])], '空') +
      odfTable([odfRow(['新'])], '今年')
    const blocks = read(openDocumentOf('ods', body, { styles }))
    expect(blocks.map((block) => block.kind === 'table' && block.sheet)).toEqual(['今年', '去年'])
  })
})

describe('refused are', () => {
  const withParts = (parts: Record<string, Uint8Array>): Uint8Array =>
    openDocumentOf('odt', '<text:p>一</text:p>', { parts })
  it.each<[string, Uint8Array, string]>([
    [
      'passwords',
      withParts({
        'META-INF/manifest.xml': strToU8('<manifest><file-entry><encryption-data/></file-entry></manifest>'),
      }),
      'document.encrypted',
    ],
    ['whole packages encrypted', withParts({ 'encrypted-package': strToU8('x') }), 'document.encrypted'],
    ['Basic macros', withParts({ 'Basic/Standard/Module1.xml': strToU8('<x/>') }), 'document.macros'],
    ['scripts', withParts({ 'Scripts/python/a.py': strToU8('x') }), 'document.macros'],
    [
      'cells beyond any sheet',
      openDocumentOf('ods', odfTable([odfRow([odfCell('', 'table:number-columns-repeated="16384"'), '一'])])),
      'document.broken',
    ],
    [
      'rows beyond any sheet',
      openDocumentOf(
        'ods',
        odfTable([odfRow([''], 'table:number-rows-repeated="99999999"'), odfRow(['一'])]),
      ),
      'document.broken',
    ],
  ])('%s', (_, bytes, code) => {
    expect(() => read(bytes)).toThrow(expect.objectContaining({ code }))
  })
})
