import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SourceDocument } from '../../domain/programme/source.ts'
import { readText } from './read-text.ts'

/** Rows of cells, "|" between cells; a break within a cell as "⏎". */
function rowsOf({ blocks }: SourceDocument): string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return [block.text]
    return Array.from({ length: block.rowCount }, (_, row) =>
      block.cells
        .filter((cell) => cell.row === row)
        .map((cell) => cell.text.replaceAll('\n', '⏎'))
        .join('|'),
    )
  })
}

const head = ['序号', '项目名称', '主要内容', '牵头单位']
/** A cell a line, begun by a tab, rows set apart by an empty line. */
const cellLines = (...rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map((cell) => `\t${cell}\n`).join('')).join('\n')

describe('a cell a line', () => {
  it.each<[string, string, string[]]>([
    [
      'rows',
      cellLines(head, ['1', '甲', '新增\n学位', '']),
      ['序号|项目名称|主要内容|牵头单位', '1|甲|新增⏎学位|'],
    ],
    [
      'empty lines inside a cell',
      cellLines(head, ['1', '甲', '新增', '市教育局\n\n市民政局'], ['2', '乙\n', '新建', '丙']),
      ['序号|项目名称|主要内容|牵头单位', '1|甲|新增|市教育局⏎⏎市民政局', '2|乙|新建|丙'],
    ],
    [
      'rows without an empty line between',
      [...head, '1', '甲', '新增', '丙', '2', '乙', '新建', ''].map((cell) => `\t${cell}`).join('\n'),
      ['序号|项目名称|主要内容|牵头单位', '1|甲|新增|丙', '2|乙|新建|'],
    ],
    [
      'empty cells and no empty line at all',
      [...head, '1', '甲', '新增', '丙', '', '', '新建', ''].map((cell) => `\t${cell}`).join('\n'),
      ['序号|项目名称|主要内容|牵头单位', '1|甲|新增|丙', '||新建|'],
    ],
    [
      'a row of one cell',
      cellLines(head, ['一、民生'], ['1', '甲', '新增', '丙']),
      ['序号|项目名称|主要内容|牵头单位', '一、民生', '1|甲|新增|丙'],
    ],
    [
      'what stands above and below',
      `附件\n\n标题\n${cellLines(head, ['1', '甲', '新增', '丙'])}\n注：略\n印发机关\n`,
      ['附件', '标题', '序号|项目名称|主要内容|牵头单位', '1|甲|新增|丙', '注：略', '印发机关'],
    ],
  ])('%s', (_, text, expected) => {
    expect(rowsOf(readText(text))).toEqual(expected)
  })
})

describe('a row a line', () => {
  it.each<[string, string, string[]]>([
    [
      'rows',
      `标题\n${head.join('\t')}\n1\t甲\t新增\t\n`,
      ['标题', '序号|项目名称|主要内容|牵头单位', '1|甲|新增|'],
    ],
    [
      'breaks within cells',
      `${head.join('\t')}\n1\t甲\t新增\n学位\t市教育局\n市民政局\n2\t乙\t新建\t丙`,
      ['序号|项目名称|主要内容|牵头单位', '1|甲|新增⏎学位|市教育局⏎市民政局', '2|乙|新建|丙'],
    ],
    [
      'a note right below',
      `${head.join('\t')}\n1\t甲\t新增\t丙\n注：略`,
      ['序号|项目名称|主要内容|牵头单位', '1|甲|新增|丙', '注：略'],
    ],
    [
      'cells in quotation marks',
      `${head.join('\t')}\n1\t甲\t"新增""好""\n学位"\t丙`,
      ['序号|项目名称|主要内容|牵头单位', '1|甲|新增"好"⏎学位|丙'],
    ],
    [
      'a row cut short before a full one',
      `${head.join('\t')}\n1\t甲\n2\t乙\t新建\t丙`,
      ['序号|项目名称|主要内容|牵头单位', '1|甲', '2|乙|新建|丙'],
    ],
  ])('%s', (_, text, expected) => {
    expect(rowsOf(readText(text))).toEqual(expected)
  })
})

describe('several tables', () => {
  const row = ['1', '甲', '新增', '丙']
  const rowLines = (...rows: readonly (readonly string[])[]): string =>
    rows.map((cells) => `${cells.join('\t')}\n`).join('')

  it.each<[string, (...rows: readonly (readonly string[])[]) => string]>([
    ['a row a line', rowLines],
    ['a cell a line', cellLines],
  ])('%s: a title before heads ends the table above', (_, write) => {
    const wide = [...head, '配合单位']
    const text = `甲表\n${write(head, row)}\n附件2\n乙市2030年民生实事清单\n${write(wide, [...row, '丁\n戊'])}\n二、第二部分\n${write(head, row)}`
    expect(rowsOf(readText(text))).toEqual([
      '甲表',
      '序号|项目名称|主要内容|牵头单位',
      '1|甲|新增|丙',
      '附件2',
      '乙市2030年民生实事清单',
      '序号|项目名称|主要内容|牵头单位|配合单位',
      '1|甲|新增|丙|丁⏎戊',
      '二、第二部分',
      '序号|项目名称|主要内容|牵头单位',
      '1|甲|新增|丙',
    ])
  })

  it('the heads again are no other table, and a unit above them is one more of its cell', () => {
    const text = rowLines(head, ['1', '甲', '新增', '市教育局\n市民政局'], head, ['2', '乙', '新建', '丁'])
    const tables = readText(text).blocks
    expect(tables.map(({ kind }) => kind)).toEqual(['table'])
    expect(rowsOf({ format: 'txt', blocks: tables })[1]).toBe('1|甲|新增|市教育局⏎市民政局')
  })
})

it('keeps every character that is no tab, blank or quotation mark, in order', () => {
  const piece = fc.constantFrom('\t', '\n', '甲', '乙', ' ', '序号', '主要内容', '牵头单位', '注：')
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const text = pieces.join('')
      expect(
        rowsOf(readText(text))
          .join('')
          .replaceAll(/[|⏎\s]/g, ''),
      ).toBe(text.replaceAll(/\s/g, ''))
    }),
  )
})
