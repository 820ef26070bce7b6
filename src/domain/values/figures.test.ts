import { expect, it } from 'vitest'
import { decimal } from './decimal.ts'
import { grouped, inTenThousands } from './figures.ts'

it.each([
  ['28', '28'],
  ['1000', '1,000'],
  ['22400', '22,400'],
  ['1234567.89', '1,234,567.89'],
  ['-1234.5', '-1,234.5'],
  ['123456789012345678.25', '123,456,789,012,345,678.25'],
])('%s is printed as %s', (value, printed) => {
  expect(grouped(decimal(value))).toBe(printed)
})

it.each([
  ['9999', undefined],
  ['10000', '1'],
  ['22400', '2.24'], // 22,400 ÷ 10,000
  ['15900', '1.59'],
  ['12345', undefined], // 1.2345 万 reads worse than the figure itself
  ['120000000', '12,000'],
])('%s is %s 万', (value, printed) => {
  expect(inTenThousands(decimal(value))).toBe(printed)
})
