/** Every way in which Word says something that the table's readers must see as it prints. */
import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { SourceBlock, SourceCell } from '../../src/domain/programme/source.ts'
import { readers } from '../support/document-readers.ts'
import { cell, docxOf, paragraph, row, run, table, wordXml } from '../support/docx-package.ts'

const blocksOf = (bytes: Uint8Array): readonly SourceBlock[] => readers['docx']?.(bytes).blocks ?? []
const textOf = (body: string): string =>
  blocksOf(docxOf(body))
    .map((block) =>
      block.kind === 'paragraph' ? block.text : `[${block.cells.map((c) => c.text).join('|')}]`,
    )
    .join('¶')

describe('text', () => {
  it.each([
    ['runs split anywhere', paragraph('新', '增', '1', '76个'), '新增176个'],
    [
      'tabs and breaks',
      paragraph('<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/></w:r>'),
      'a\tb\nc\n',
    ],
    [
      'a hyphen that does not break',
      paragraph('<w:r><w:t>取</w:t><w:noBreakHyphen/><w:t>植</w:t></w:r>'),
      '取-植',
    ],
    [
      'a tab stop is no tab',
      '<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>a</w:t></w:r></w:p>',
      'a',
    ],
    ['inserted text is kept', paragraph(`<w:ins>${run('新')}</w:ins>`, '增'), '新增'],
    [
      'deleted text is dropped',
      paragraph('新', `<w:del><w:r><w:delText>减</w:delText></w:r></w:del>`, '增'),
      '新增',
    ],
    [
      'moved text is where it went',
      paragraph(`<w:moveFrom>${run('甲')}</w:moveFrom>`, '乙', `<w:moveTo>${run('甲')}</w:moveTo>`),
      '乙甲',
    ],
    [
      'a deleted paragraph end joins',
      `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${run('新')}</w:p>${paragraph('增')}`,
      '新增',
    ],
    ['hidden text is dropped', paragraph('新', run('密', '<w:vanish/>'), '增'), '新增'],
    ['vanish switched off is not hidden', paragraph(run('新增', '<w:vanish w:val="0"/>')), '新增'],
    [
      'a hidden paragraph mark hides no text',
      `<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>${run('新增')}</w:p>`,
      '新增',
    ],
    [
      'hyperlinks and smart tags',
      paragraph(`<w:hyperlink><w:smartTag>${run('链接')}</w:smartTag></w:hyperlink>`),
      '链接',
    ],
    ['field results, not their codes', paragraph('<w:r><w:instrText>PAGE</w:instrText></w:r>', '3'), '3'],
    ['symbols by their code', paragraph('<w:r><w:sym w:font="SimSun" w:char="25CF"/></w:r>', '项'), '●项'],
    ['formulas', paragraph('<m:oMath><m:r><m:t>x²</m:t></m:r></m:oMath>'), 'x²'],
    [
      'the printed characters, not their reading',
      paragraph(`<w:ruby><w:rt>${run('cháng')}</w:rt><w:rubyBase>${run('常')}</w:rubyBase></w:ruby>`),
      '常',
    ],
    [
      'a content control',
      `<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>${paragraph('内容')}</w:sdtContent></w:sdt>`,
      '内容',
    ],
    ['entities of XML itself', paragraph('A&amp;B&#x4E00;'), 'A&B一'],
  ])('%s', (_, body, expected) => {
    expect(textOf(body)).toBe(expected)
  })

  it('takes one of the alternatives, never both', () => {
    const box = (text: string): string => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`
    const both = `<mc:AlternateContent><mc:Choice Requires="wps">${box('文本框')}</mc:Choice><mc:Fallback>${box('文本框')}</mc:Fallback></mc:AlternateContent>`
    expect(textOf(paragraph(`<w:r>${both}</w:r>`, '正文'))).toBe('文本框¶正文')
    expect(
      textOf(
        paragraph(
          `<w:r><mc:AlternateContent><mc:Fallback>${box('旧')}</mc:Fallback></mc:AlternateContent></w:r>`,
        ),
      ),
    ).toBe('旧')
  })

  it('reads foot- and endnotes behind the body', () => {
    const notes = (kind: string, text: string): Uint8Array =>
      strToU8(wordXml(`${kind}s`, `<w:${kind} w:id="1">${paragraph(text)}</w:${kind}>`))
    const bytes = docxOf(paragraph('正文'), {
      'word/footnotes.xml': notes('footnote', '脚注'),
      'word/endnotes.xml': notes('endnote', '尾注'),
    })
    expect(blocksOf(bytes)).toMatchObject([{ text: '正文' }, { text: '脚注' }, { text: '尾注' }])
  })

  it('reads the strict form of the format', () => {
    const bytes = docxOf(paragraph('严格'), {}, 'http://purl.oclc.org/ooxml/wordprocessingml/main')
    expect(blocksOf(bytes)).toEqual([{ kind: 'paragraph', text: '严格' }])
  })

  it('goes by the package’s relationships, not by the usual names', () => {
    const rels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/word/main2.xml"/></Relationships>`
    const bytes = docxOf(paragraph('旧'), {
      '_rels/.rels': strToU8(rels),
      'word/main2.xml': strToU8(wordXml('document', `<w:body>${paragraph('新')}</w:body>`)),
    })
    expect(blocksOf(bytes)).toEqual([{ kind: 'paragraph', text: '新' }])
  })
})

describe('tables', () => {
  const cellsOf = (body: string): readonly SourceCell[] => {
    const [block] = blocksOf(docxOf(body))
    if (block?.kind !== 'table') throw new Error('no table')
    return block.cells
  }
  const at = (
    row_: number,
    column: number,
    rowSpan: number,
    columnSpan: number,
    text: string,
  ): SourceCell => ({
    row: row_,
    column,
    rowSpan,
    columnSpan,
    text,
  })
  const restart = '<w:vMerge w:val="restart"/>'

  it('merges over rows; a bare vMerge continues', () => {
    const body = table(
      row(cell('甲', restart), '乙'),
      row(cell('', '<w:vMerge/>'), '丙'),
      row(cell('', '<w:vMerge w:val="continue"/>'), '丁'),
      row(cell('戊', restart), '己'),
    )
    expect(cellsOf(body)).toEqual([
      at(0, 0, 3, 1, '甲'),
      at(0, 1, 1, 1, '乙'),
      at(1, 1, 1, 1, '丙'),
      at(2, 1, 1, 1, '丁'),
      at(3, 0, 1, 1, '戊'),
      at(3, 1, 1, 1, '己'),
    ])
  })

  it('merges over columns, in either statement, and skips columns', () => {
    const body = table(
      row(cell('宽', '<w:gridSpan w:val="2"/>'), '窄'),
      row(cell('左', '<w:hMerge w:val="restart"/>'), cell('', '<w:hMerge/>'), '右'),
      `<w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr>${cell('末')}</w:tr>`,
    )
    expect(cellsOf(body)).toEqual([
      at(0, 0, 1, 2, '宽'),
      at(0, 2, 1, 1, '窄'),
      at(1, 0, 1, 2, '左'),
      at(1, 2, 1, 1, '右'),
      at(2, 2, 1, 1, '末'),
    ])
  })

  it('puts paragraphs of a cell on lines of their own', () => {
    expect(cellsOf(table(row(cell(paragraph('市教育局') + paragraph() + paragraph('市民政局')))))).toEqual([
      at(0, 0, 1, 1, '市教育局\n\n市民政局'),
    ])
  })

  it('keeps a nested table’s text in its cell', () => {
    const nested = table(row('内一', '内二'), row('内三', '内四'))
    expect(cellsOf(table(row(cell(paragraph('外') + nested + paragraph('后')), '旁')))).toEqual([
      at(0, 0, 1, 1, '外\n内一\n内二\n内三\n内四\n后'),
      at(0, 1, 1, 1, '旁'),
    ])
  })

  it('drops deleted rows and keeps controlled ones', () => {
    const deleted = `<w:tr><w:trPr><w:del w:id="1"/></w:trPr>${cell('删')}</w:tr>`
    const controlled = `<w:sdt><w:sdtContent>${row('留')}</w:sdtContent></w:sdt>`
    expect(cellsOf(table(row('甲'), deleted, controlled))).toEqual([
      at(0, 0, 1, 1, '甲'),
      at(1, 0, 1, 1, '留'),
    ])
  })

  it('does not merge on to a cell that is not above', () => {
    expect(
      cellsOf(table(row(cell('甲', '<w:vMerge/>')), row(cell('乙', '<w:gridSpan w:val="2"/><w:vMerge/>')))),
    ).toEqual([at(0, 0, 1, 1, '甲'), at(1, 0, 1, 2, '乙')])
  })
})
