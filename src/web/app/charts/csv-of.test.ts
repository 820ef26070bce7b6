import { describe, expect, it } from 'vitest'
import { csvOf, withColumn } from './csv-of.ts'

describe('a table as .csv', () => {
  it.each([
    ['plain', 'a', 'a'],
    ['a comma', '甲,乙', '"甲,乙"'],
    ['quotes', '“甲"乙', '"“甲""乙"'],
    ['a line break', '甲\n乙', '"甲\n乙"'],
    ['a formula', '=1+1', "'=1+1"],
    ['a mention', '@甲', "'@甲"],
    ['a number below zero', '-12.5', '-12.5'],
    ['a dash that is none', '-甲', "'-甲"],
    ['nothing', '', ''],
  ])('%s', (_, text, field) => {
    expect(csvOf([[text, 'x']])).toBe(`\uFEFF${field},x\r\n`)
  })

  it.each([
    ['演示', '月份,数,演示\r\n1,2,演示\r\n'],
    ['', '月份,数\r\n1,2\r\n'],
  ])('says “%s” in every row', (words, csv) => {
    const rows = [
      ['月份', '数'],
      ['1', '2'],
    ]
    expect(csvOf(withColumn(rows, words))).toBe(`\uFEFF${csv}`)
  })

  it('has one line a row', () => {
    expect(
      csvOf([
        ['月份', '数'],
        ['1', '2'],
      ]),
    ).toBe('\uFEFF月份,数\r\n1,2\r\n')
  })
})
