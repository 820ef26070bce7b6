import { expect, it } from 'vitest'
import { findProjectNumber, splitLeadingNumber } from './project-number.ts'

it.each([
  ['5', 5],
  [' 5 . ', 5],
  ['12、', 12],
  ['五', 5],
  ['（五）', 5],
  ['十', 10],
  ['十二', 12],
  ['二十', 20],
  ['三十四', 34],
  ['第五项', 5],
  ['', undefined],
  ['一等奖', undefined],
  ['5.1', undefined],
])('%j is the number %s', (text, number) => {
  expect(findProjectNumber(text)).toBe(number)
})

it.each([
  ['三、就业工程', 3, '就业工程'],
  ['（十一）就业工程', 11, '就业工程'],
  ['3.就业工程', 3, '就业工程'],
  ['就业工程', null, '就业工程'],
  ['三大工程', null, '三大工程'],
  ['5G工程', null, '5G工程'],
])('%s begins with %s', (name, number, rest) => {
  const found = splitLeadingNumber({ name, start: 7, end: 7 + name.length })
  expect([found.number, name.slice(found.numberEnd - 7)]).toEqual([number, rest])
})
