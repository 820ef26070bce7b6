import { expect, it } from 'vitest'
import type { TableCell } from '../domain/values/table-grid.ts'
import { linesOf, rowHeights } from './row-heights.ts'

const cell = (text: string, rowSpan = 1): TableCell => ({ lines: [text], rowSpan })

it.each([
  [[], 20, 0],
  [[''], 20, 1],
  // 20 figures hold 18.4; a Chinese character takes two of them.
  [['新增托位数3400个'], 20, 1], // 7 × 2 + 4 = 18
  [['新增普惠托位数3400个'], 20, 2], // 9 × 2 + 4 = 22
  [['一', '二'], 20, 2],
  [['一二三四五六七八九十'.repeat(3)], 20, 4], // 60 ÷ 18.4
] as const)('%j in %s takes %s lines', (texts, width, lines) => {
  expect(linesOf(texts, width)).toBe(lines)
})

it('a row is as high as its highest cell: 15 points a line and 4 between rows', () => {
  const long = '一二三四五六七八九十'.repeat(3)
  expect(
    rowHeights(
      [
        [cell('1.1'), cell(long)],
        [cell('1.2'), cell('短')],
      ],
      [6, 20],
    ),
  ).toEqual([64, 19])
})

it('a cell over rows makes the last of them as much higher as it needs', () => {
  const long = '一二三四五六七八九十'.repeat(3)
  // 4 lines over rows of 1 and 1.
  expect(
    rowHeights(
      [
        [cell(long, 2), cell('甲')],
        [null, cell('乙')],
      ],
      [20, 20],
    ),
  ).toEqual([19, 49])
})

it('no row is higher than Excel allows', () => {
  expect(rowHeights([[cell('一二三四五'.repeat(200))]], [10])).toEqual([409])
})
