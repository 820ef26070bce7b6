import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type GridArea, maxColumns, maxRows, SheetGrid } from './sheet-grid.ts'

function gridOf(
  texts: readonly (readonly [row: number, column: number, text: string])[],
  areas: readonly GridArea[] = [],
) {
  const grid = new SheetGrid()
  for (const [row, column, text] of texts) grid.add(row, column, text)
  for (const area of areas) grid.merge(area)
  return grid
}

describe('a sheet as a table', () => {
  it('keeps the rows and columns of the sheet, so that C12 can be named', () => {
    const table = gridOf([[11, 2, '十万']]).table('表1')
    expect(table).toMatchObject({ sheet: '表1', rowCount: 12, columnCount: 3 })
    expect(table?.cells).toEqual([{ row: 11, column: 2, rowSpan: 1, columnSpan: 1, text: '十万' }])
  })

  it('states the empty cells beside texts', () => {
    const table = gridOf([
      [0, 0, '甲'],
      [0, 1, '乙'],
      [1, 1, '丙'],
    ]).table()
    expect(table?.cells.map(({ row, column, text }) => [row, column, text])).toEqual([
      [0, 0, '甲'],
      [0, 1, '乙'],
      [1, 0, ''],
      [1, 1, '丙'],
    ])
  })

  it('is none without a text', () => {
    expect(
      gridOf([[3, 3, ' \n']], [{ row: 0, column: 0, rowSpan: 4, columnSpan: 4 }]).table(),
    ).toBeUndefined()
  })

  it('does not grow with a mark in its last corner', () => {
    const table = gridOf([
      [0, 0, '甲'],
      [maxRows - 1, maxColumns - 1, '。'],
    ]).table()
    expect(table).toMatchObject({ rowCount: maxRows, columnCount: maxColumns })
    expect(table?.cells).toHaveLength(4)
  })

  it('cuts merged areas at its edge and leaves out the text they hide', () => {
    const table = gridOf(
      [
        [0, 0, '工程'],
        [1, 0, '看不见'],
        [1, 1, '内容'],
      ],
      [{ row: 0, column: 0, rowSpan: maxRows, columnSpan: 1 }],
    ).table()
    expect(table?.cells).toEqual([
      { row: 0, column: 0, rowSpan: 2, columnSpan: 1, text: '工程' },
      { row: 0, column: 1, rowSpan: 1, columnSpan: 1, text: '' },
      { row: 1, column: 1, rowSpan: 1, columnSpan: 1, text: '内容' },
    ])
  })

  it('never has two cells in one place, however merged areas overlap', () => {
    const position = fc.nat(7)
    const texts = fc.array(fc.tuple(position, position, fc.constantFrom('甲', '乙', '')))
    const areas = fc.array(
      fc.record({
        row: position,
        column: position,
        rowSpan: fc.integer({ min: 1, max: 9 }),
        columnSpan: fc.integer({ min: 1, max: 9 }),
      }),
    )
    fc.assert(
      fc.property(texts, areas, (cells, merged) => {
        const taken = new Set<string>()
        for (const cell of gridOf(cells, merged).table()?.cells ?? []) {
          for (let row = cell.row; row < cell.row + cell.rowSpan; row++)
            for (let column = cell.column; column < cell.column + cell.columnSpan; column++) {
              expect(taken.has(`${row},${column}`)).toBe(false)
              taken.add(`${row},${column}`)
            }
        }
      }),
    )
  })
})
