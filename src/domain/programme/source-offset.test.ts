import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findCell, getPlaceText, linearOffset, sourceOffset, taskTextOf, textAt } from './source-offset.ts'
import type { SourceCell, SourceDocument } from './source.ts'

const cellText = fc
  .array(fc.constantFrom('新', '增', '1', '个', '。', ' ', '　', '\t', '\n', '😀'), { maxLength: 40 })
  .map((parts) => parts.join(''))

describe('a task’s text', () => {
  it.each([
    ['新增学位\n200个。', '新增学位200个。'],
    ['  新增学位200个。\n\n　　开展活动。 ', '新增学位200个。开展活动。'],
    ['为 60 岁以上老人服务', '为 60 岁以上老人服务'],
    ['\n \n', ''],
  ])('%j is %j in one line', (text, expected) => {
    expect(taskTextOf(text)).toBe(expected)
  })

  it('maps every one of its characters back to the same character of the cell', () => {
    fc.assert(
      fc.property(cellText, (text) => {
        const line = taskTextOf(text)
        const offsets = Array.from({ length: line.length }, (_, i) => sourceOffset(text, i))
        expect(offsets.map((offset) => text[offset]).join('')).toBe(line)
        expect(offsets).toEqual(offsets.toSorted((a, b) => a - b))
      }),
    )
  })

  it('maps the offset behind its last character behind that character', () => {
    // " 新增\n 学位 \n": the last kept character stands at 6.
    expect(sourceOffset(' 新增\n 学位 \n', 4)).toBe(7)
    expect(sourceOffset('', 0)).toBe(0)
  })

  it('knows no offset outside', () => {
    expect(() => sourceOffset('新增', 3)).toThrow(RangeError)
    expect(() => sourceOffset('新增', -1)).toThrow(RangeError)
  })
})

describe('a place', () => {
  const cells: SourceCell[] = [
    { row: 0, column: 0, rowSpan: 2, columnSpan: 1, text: '一二' },
    { row: 0, column: 2, rowSpan: 1, columnSpan: 1, text: '三' },
    { row: 1, column: 1, rowSpan: 1, columnSpan: 2, text: '四五六' },
  ]
  const source: SourceDocument = {
    format: 'docx',
    blocks: [
      { kind: 'paragraph', text: '附件' },
      { kind: 'table', rowCount: 2, columnCount: 3, merges: 'stated', cells },
      { kind: 'paragraph', text: '注：略' },
    ],
  }

  it.each([
    [{ block: 0, start: 1, end: 2 }, '件', 1],
    [{ block: 1, row: 0, column: 0, start: 0, end: 2 }, '一二', 2],
    [{ block: 1, row: 1, column: 1, start: 1, end: 3 }, '五六', 2 + 2 + 1 + 1],
    [{ block: 2, start: 0, end: 2 }, '注：', 2 + 6],
  ])('%j holds %s and stands behind %i characters', (place, text, before) => {
    expect(textAt(source, place)).toBe(text)
    expect(linearOffset(source, place)).toBe(before)
  })

  it('is an error where the document has none', () => {
    expect(() => getPlaceText(source, { block: 9, start: 0, end: 0 })).toThrow(RangeError)
    expect(() => getPlaceText(source, { block: 1, row: 1, column: 0, start: 0, end: 0 })).toThrow(RangeError)
  })

  it('finds every cell by its corner and nothing else', () => {
    const table = { kind: 'table', rowCount: 2, columnCount: 3, merges: 'stated', cells } as const
    for (const cell of cells) expect(findCell(table, cell.row, cell.column)).toBe(cell)
    expect(findCell(table, 0, 1)).toBeUndefined()
    expect(findCell(table, 2, 0)).toBeUndefined()
  })
})
