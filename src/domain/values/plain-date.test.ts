import { describe, expect, it } from 'vitest'
import { lastDayOfMonth, parsePlainDate } from './plain-date.ts'

describe('a plain date', () => {
  it.each([
    [2023, 2, '2023-02-28'],
    [2024, 2, '2024-02-29'], // divisible by 4
    [1900, 2, '1900-02-28'], // by 100, not by 400
    [2000, 2, '2000-02-29'], // by 400
    [2023, 6, '2023-06-30'],
    [2023, 12, '2023-12-31'],
  ])('the last day of %d-%d is %s', (year, month, day) => {
    expect(lastDayOfMonth(year, month)).toBe(day)
  })

  it.each(['2023-02-29', '2023-13-01', '2023-00-10', '2023-1-1', '20230101', '', '2023-01-01T00:00:00Z'])(
    'refuses “%s”',
    (text) => {
      expect(() => parsePlainDate(text)).toThrow(RangeError)
    },
  )

  it('refuses a month there is not', () => {
    expect(() => lastDayOfMonth(2023, 13)).toThrow(RangeError)
  })
})
