import { describe, expect, it } from 'vitest'
import { findDelimiter, readCsv } from './read-csv.ts'

const heads = '序号,项目名称,主要内容,牵头单位,配合单位'

function rowsOf(text: string, delimiter: ',' | '\t' | ';' = ','): string[][] {
  const [table] = readCsv(text, delimiter).blocks
  if (table?.kind !== 'table') return []
  return Array.from({ length: table.rowCount }, (_, row) =>
    table.cells.filter((cell) => cell.row === row).map(({ text: cell }) => cell),
  )
}

describe('a table with delimiters', () => {
  it.each<[what: string, text: string, rows: string[][]]>([
    ['lines within a cell', '1,"甲局\n乙局",丙', [['1', '甲局\n乙局', '丙']]],
    ['quoted marks', '"他说""好"",就办",乙', [['他说"好",就办', '乙']]],
    [
      'short rows, filled up',
      '甲,乙,丙\n丁\n戊,己',
      [
        ['甲', '乙', '丙'],
        ['丁', '', ''],
        ['戊', '己', ''],
      ],
    ],
    [
      'empty rows, so that rows keep their numbers',
      '甲,乙\n\n丙,丁\n,\n\n',
      [
        ['甲', '乙'],
        ['', ''],
        ['丙', '丁'],
      ],
    ],
    [
      'marks that are text',
      '"助学"工程,乙\n丙,5"管',
      [
        ['"助学"工程', '乙'],
        ['丙', '5"管'],
      ],
    ],
    [
      'marks that are never closed',
      '"甲,乙\n丙,丁',
      [
        ['"甲', '乙'],
        ['丙', '丁'],
      ],
    ],
    ['blanks around cells', ' 甲 , 乙', [[' 甲 ', ' 乙']]],
  ])('keeps %s', (_, text, rows) => {
    expect(rowsOf(text)).toEqual(rows)
  })

  it('does not say which cells are merged', () => {
    expect(readCsv('1,甲\n,乙', ',').blocks).toMatchObject([{ merges: 'lost' }])
  })

  it('is refused when it has more cells than any task table', () => {
    const wide = `${','.repeat(999)}一\n${'二\n'.repeat(600)}`
    expect(() => readCsv(wide, ',')).toThrow(expect.objectContaining({ code: 'document.too-complex' }))
  })
})

describe('the delimiter', () => {
  it.each<[what: string, text: string, delimiter: string | undefined]>([
    ['commas between heads', `云岭市民生实事,,,,\n\n${heads}\n1,助学,"新建3所，新增学位100个",教育局,`, ','],
    ['semicolons between heads', heads.replaceAll(',', ';'), ';'],
    ['commas as many in every row', '单位,数量\n甲局,1\n乙局,2', ','],
    ['tabs as many in every row', '单位\t数量\n甲局\t1\n"乙\n局"\t2', '\t'],
    ['none in a text of cells on lines', '\t序号\n\t项目名称\n\t主要内容\n\n\t1\n\t助学\n\t新建', undefined],
    [
      'none in rows of different lengths',
      `${heads.replaceAll(',', '\t')}\n1\t助学\t新建\n3所\t教育局\t`,
      undefined,
    ],
    ['none in sentences', '新建3所,新增学位100个。\n改建2所。\n一,二,三', undefined],
    ['none in full-width commas', heads.replaceAll(',', '，'), undefined],
    ['none in no text', '', undefined],
  ])('is found: %s', (_, text, delimiter) => {
    expect(findDelimiter(text)).toBe(delimiter)
  })
})
