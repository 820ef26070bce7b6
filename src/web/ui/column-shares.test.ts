import { expect, it } from 'vitest'
import { columnShares } from './column-shares.ts'

const cell = (column: number, text: string, columnSpan = 1) => ({
  row: 0,
  rowSpan: 1,
  column,
  columnSpan,
  text,
})

it('gives every column what its longest line wants, a long text not everything', () => {
  const cells = [
    cell(0, '1'),
    cell(1, '市教育局\n市人社局'),
    cell(2, '长'.repeat(400)),
    cell(0, '跨三栏的标题'.repeat(9), 3),
  ]
  const shares = columnShares({ kind: 'table', rowCount: 2, columnCount: 3, merges: 'stated', cells })
  // 4, 4 + 3 and 36 of 47 characters; the title across all columns decides nothing.
  expect(shares.map((share) => Math.round(share * 0.47))).toEqual([4, 7, 36])
})
