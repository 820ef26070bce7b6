/** Word 97 documents: as the .docx that they were saved from, and with what only old word processors wrote. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { Problem } from '../../src/domain/problems/problem.ts'
import type { SourceBlock, SourceTable } from '../../src/domain/programme/source.ts'
import { readDocument } from '../../src/import/readers/read-document.ts'
import { openCompoundFile } from '../../src/import/readers/compound-file.ts'
import { isDoc, readDoc } from '../../src/import/readers/read-doc.ts'
import { docOf, type DocParts } from '../support/doc-file.ts'

const read = (bytes: Uint8Array): readonly SourceBlock[] => readDoc(openCompoundFile(bytes), 'a.doc').blocks
const file = (name: string): Buffer => readFileSync(`test/documents/files/${name}`)

it('reads like the .docx it was saved from: merged and nested cells, fields, hidden, deleted and inserted text', async () => {
  const docx = await readDocument(file('qingyuan.docx'), 'qingyuan.docx')
  const blocks = read(file('qingyuan.doc'))
  expect(blocks).toEqual(docx.blocks)
  const [table, second] = blocks.filter((block) => block.kind === 'table')
  expect(table?.cells.filter(({ rowSpan, columnSpan }) => rowSpan * columnSpan > 1)).toHaveLength(5)
  expect(second?.cells).toHaveLength(4)
})

describe('the text', () => {
  it.each<[string, DocParts, readonly string[]]>([
    ['in UTF-16', { pieces: [{ text: '青原市“民生实事”𠮷\r' }] }, ['青原市“民生实事”𠮷']],
    [
      'in one byte a character, Windows-1252',
      { pieces: [{ text: '\u0093GDP\u0094 \u0096 5\u0089\r', compressed: true }] },
      ['“GDP” – 5‰'],
    ],
    [
      'in pieces that quick saving left in another order',
      { pieces: [{ text: '一二' }, { text: 'abc', compressed: true }, { text: '三\r四' }, { text: '五\r' }] },
      ['一二abc三', '四五'],
    ],
    [
      'without what was hidden or deleted, by runs and by pieces',
      {
        pieces: [
          { text: '一' },
          { text: '隐' },
          { text: '二' },
          { text: '删', modifier: 0x41 * 2 + 0x100 },
          { text: '三' },
          { text: '藏', modifier: 1 },
          { text: '四\r' },
        ],
        characters: { 1: [0x3c, 0x08, 1] },
        lists: [[0x3c, 0x08, 1]],
      },
      ['一二三四'],
    ],
    [
      'with the results of fields only',
      { pieces: [{ text: '第\u0013 PAGE \u0014\u00133\u00144\u0015\u0015页\u0013 XE "a" \u0015。\r' }] },
      ['第4页。'],
    ],
    [
      'with breaks and hyphens as they print, and no anchors',
      { pieces: [{ text: '一\u000b二\u001e三\u001f四\t\u0001\u0002\u0008五\f六\r' }] },
      ['一\n二-三四\t五', '六'],
    ],
    [
      'with the characters of symbol fonts',
      { pieces: [{ text: '(' }, { text: '完成\r' }], characters: { 0: [0x09, 0x6a, 0, 0, 0xfe, 0xf0] } },
      ['\uf0fe完成'],
    ],
    [
      'of a paragraph whose end was deleted, running on',
      {
        pieces: [{ text: '新建公园' }, { text: '\r' }, { text: '三处\r' }],
        characters: { 1: [0x00, 0x08, 1] },
      },
      ['新建公园三处'],
    ],
    [
      'then footnotes, endnotes and text boxes, but no headers and comments',
      { pieces: [{ text: '正文\r注一\r页眉\r批注\r尾注\r框\r' }], otherParts: [3, 3, 0, 3, 3, 2] },
      ['正文', '注一', '尾注', '框'],
    ],
  ])('%s', (_, parts, expected) => {
    expect(read(docOf(parts))).toEqual(expected.map((text) => ({ kind: 'paragraph', text })))
  })
})

describe('tables', () => {
  const inTable = [0x16, 0x24, 1]
  const short = (value: number): number[] => [value & 0xff, (value >> 8) & 0xff]
  /** The row's end, its edges in twips and the flags of its cells. */
  const rowEnd = (edges: readonly number[], flags: readonly number[], ...more: number[]): number[] => {
    const cells = flags.flatMap((flag) => [...short(flag), ...Array.from({ length: 18 }, () => 0)])
    const definition = [edges.length - 1, ...edges.flatMap(short), ...cells]
    return [...inTable, 0x17, 0x24, 1, 0x08, 0xd6, ...short(definition.length + 1), ...definition, ...more]
  }
  const table = (parts: DocParts): SourceTable => {
    const [block, ...others] = read(docOf(parts))
    if (block?.kind !== 'table' || others.length > 0) throw new Error('not one table')
    return block
  }
  const cellsOf = ({ cells }: SourceTable): string[] =>
    cells.map(
      ({ row, column, rowSpan, columnSpan, text }) => `${row},${column} ${rowSpan}×${columnSpan} ${text}`,
    )

  const edges = [0, 1000, 2000, 3000]
  const merged = ['0,0 2×1 甲', '0,1 1×2 乙', '1,1 1×1 丁', '1,2 1×1 戊']

  it('have their cells where the edges of their rows put them', () => {
    const parts = {
      pieces: [{ text: '甲\u0007乙\u0007\u0007丙\r丁\u0007戊\u0007\u0007' }],
      paragraphs: {
        0: inTable,
        1: inTable,
        2: rowEnd([0, 1000, 4000], [0, 0]),
        3: inTable,
        4: inTable,
        5: inTable,
        6: rowEnd([10, 2500, 3990], [0, 0]),
      },
    }
    // Edges 0|10, 1000, 2500, 3990|4000: three columns.
    expect(cellsOf(table(parts))).toEqual(['0,0 1×1 甲', '0,1 1×2 乙', '1,0 1×2 丙\n丁', '1,2 1×1 戊'])
  })

  it.each<[string, number[], number[]]>([
    ['flags of the cells', rowEnd(edges, [0x60, 1, 2]), rowEnd(edges, [0x20, 0, 0])],
    [
      'properties of their own',
      rowEnd(edges, [0, 0, 0], 0x24, 0x56, 1, 3, 0x2b, 0xd6, 2, 0, 3),
      rowEnd(edges, [0, 0, 0], 0x2b, 0xd6, 2, 0, 1),
    ],
  ])('have cells merged by %s', (_, first, second) => {
    const pieces = [{ text: '甲\u0007乙\u0007\u0007\u0007\u0007丁\u0007戊\u0007\u0007' }]
    const cells = { 0: inTable, 1: inTable, 2: inTable, 4: inTable, 5: inTable, 6: inTable }
    expect(cellsOf(table({ pieces, paragraphs: { ...cells, 3: first, 7: second } }))).toEqual(merged)
  })

  it('have properties that are too long for their page in another stream', () => {
    const end = rowEnd([0, 1000, 4000], [0, 0])
    const parts = {
      pieces: [{ text: '甲\u0007乙\u0007\u0007' }],
      paragraphs: { 0: inTable, 1: inTable, 2: [0x46, 0x66, 4, 0, 0, 0] },
      data: [0, 0, 0, 0, ...short(end.length), ...end],
    }
    expect(cellsOf(table(parts))).toEqual(['0,0 1×1 甲', '0,1 1×1 乙'])
  })

  it('lose a row that was deleted, and no text of a row that never ends', () => {
    const row = { 0: inTable, 1: rowEnd([0, 1000], [0]), 2: inTable, 3: rowEnd([0, 1000], [0]), 4: inTable }
    const pieces = [{ text: '甲\u0007' }, { text: '\u0007' }, { text: '乙\u0007\u0007丙\u0007丁\r' }]
    const blocks = read(docOf({ pieces, paragraphs: row, characters: { 1: [0x00, 0x08, 1] } }))
    expect(blocks).toMatchObject([
      { kind: 'table', rowCount: 1, cells: [{ text: '乙' }] },
      { kind: 'paragraph', text: '丙' },
      { kind: 'paragraph', text: '丁' },
    ])
  })
})

describe('files that cannot be read', () => {
  const pieces = [{ text: '正文\r' }]
  const sample = file('changzhou-2023.doc')

  it.each<[string, Uint8Array, string]>([
    ['a password', docOf({ pieces, flags: 0x0100 }), 'document.encrypted'],
    ['a password of the old kind', docOf({ pieces, flags: 0x8100 }), 'document.encrypted'],
    ['macros', docOf({ pieces, otherStreams: ['/Macros/VBA/dir'] }), 'document.macros'],
    ['Word 95', docOf({ pieces, ident: 0xa5dc }), 'document.unknown-format'],
    ['the first half', sample.subarray(0, sample.length / 2), 'document.broken'],
    ['a stream that is missing', withoutTable(docOf({ pieces })), 'document.broken'],
    ['text that lies outside', docOf({ pieces, otherParts: [0], textStart: 0x40000 }), 'document.broken'],
  ])('%s', (_, bytes, code) => {
    expect(() => read(bytes)).toThrow(
      expect.toSatisfy((error) => error instanceof Problem && error.code === code),
    )
  })
})

it('is recognised by its content', () => {
  expect(isDoc(openCompoundFile(file('changzhou-2023.doc')))).toBe(true)
  expect(isDoc(openCompoundFile(file('changzhou-2023.xls')))).toBe(false)
})

/** The stream that the header names under another name. */
function withoutTable(bytes: Uint8Array): Uint8Array {
  const changed = Buffer.from(bytes)
  changed.write('9', changed.indexOf(Buffer.from('1Table', 'utf16le')), 'utf16le')
  return changed
}
