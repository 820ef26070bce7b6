import { describe, expect, it } from 'vitest'
import { sourceOffset, taskTextOf } from '../../../domain/programme/source-offset.ts'
import { clauseAround } from './added-values.ts'
import { textOffset } from './selected-stretch.ts'

it.each([
  ['甲事项，“12345”热线24小时服务。乙事项', '24小时', '“12345”热线24小时服务'],
  ['建设公园3个、广场2个。', '3个', '建设公园3个'],
  ['3个', '3个', '3个'],
])('in “%s” the number %s stands in the clause “%s”', (text, number, clause) => {
  const at = text.indexOf(number)
  const { start, end } = clauseAround(text, at, at + number.length)
  expect(text.slice(start, end)).toBe(clause)
})

describe('a place selected in the document', () => {
  const cell = ' 新建公\n园3个。\n改造2处。 '
  const text = taskTextOf(cell)
  // The cell stands behind four other characters of its paragraph.
  const task = { text, place: { block: 0, start: 4, end: 4 + cell.length } }

  it.each(Array.from({ length: text.length }, (_, at) => [at, text.charAt(at)] as const))(
    'character %i (%s) of the sentence is found back from its place in the document',
    (at) => {
      expect(textOffset(task, cell, 4 + sourceOffset(cell, at))).toBe(at)
    },
  )

  it('behind the last character is the end of the sentence', () => {
    expect(textOffset(task, cell, 4 + cell.length)).toBe(text.length)
  })
})
