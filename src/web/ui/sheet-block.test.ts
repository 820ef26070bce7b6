import { describe, expect, it } from 'vitest'
import { blockOf, copyBlock, fillDown, pasteBlock, readBlock } from './sheet-block.ts'

const cells = [
  ['1', '2', '3'],
  ['4', '5', '6'],
]
const valueOf = (row: number, column: number) => cells[row]?.[column] ?? ''
const size = { rows: 2, columns: 3 }

describe('a block from the clipboard', () => {
  it.each([
    [
      'what Excel gives ends with a line break',
      '10\t20\r\n30\t40\r\n',
      [
        ['10', '20'],
        ['30', '40'],
      ],
    ],
    ['a quoted cell may hold tabs, breaks and quotation marks', '"a\t""b""\nc"\t2', [['a\t"b"\nc', '2']]],
    [
      'empty cells stay empty',
      '\t1\n\t',
      [
        ['', '1'],
        ['', ''],
      ],
    ],
    ['a lone quotation mark is a character', '5" tube', [['5" tube']]],
  ])('%s', (_, text, rows) => {
    expect(readBlock(text)).toEqual(rows)
  })
})

describe('pasting', () => {
  it('goes from the corner as far as the sheet does', () => {
    // 2 × 2 at row 1, column 2 of 2 × 3: only its first cell is inside.
    expect(pasteBlock('7\t8\n9\t10', blockOf({ row: 1, column: 2 }, { row: 1, column: 2 }), size)).toEqual([
      { row: 1, column: 2, value: '7' },
    ])
  })
  it('of one value fills the block', () => {
    const block = blockOf({ row: 1, column: 1 }, { row: 0, column: 0 })
    expect(pasteBlock('9', block, size).map(({ row, column }) => [row, column])).toEqual([
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ])
  })
})

describe('filling down', () => {
  it('repeats the top row of a block', () => {
    expect(fillDown(blockOf({ row: 0, column: 0 }, { row: 1, column: 1 }), valueOf)).toEqual([
      { row: 1, column: 0, value: '1' },
      { row: 1, column: 1, value: '2' },
    ])
  })
  it('takes the row above where one row is chosen, and nothing above the first', () => {
    const at = (row: number) => blockOf({ row, column: 2 }, { row, column: 2 })
    expect(fillDown(at(1), valueOf)).toEqual([{ row: 1, column: 2, value: '3' }])
    expect(fillDown(at(0), valueOf)).toEqual([])
  })
})

it('copying gives tabs and lines back', () => {
  const whole = blockOf({ row: 0, column: 0 }, { row: 1, column: 2 })
  expect(copyBlock(whole, valueOf)).toBe('1\t2\t3\n4\t5\t6')
  expect(readBlock(copyBlock(whole, valueOf))).toEqual(cells)
})
