import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPersonalData, plainText, readMonth, readTypedDate } from './entry-text.ts'

it.each([
  ['  湖塘镇 ', '湖塘镇'],
  ['一号\r\n路', '一号 路'],
  ['甲\0乙', '甲 乙'],
  ['\t\n', ''],
  // Half a character: no database takes it.
  ['园\uD83D', '园\uFFFD'],
  ['<b>园</b>', '<b>园</b>'],
])('%j is kept as %j', (raw, kept) => {
  expect(plainText(raw)).toBe(kept)
})

it('what is kept is kept again as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (raw) => {
      expect(plainText(plainText(raw))).toBe(plainText(raw))
    }),
  )
})

describe('personal data', () => {
  it.each([
    ['320411199003071234', 'identity-number'],
    ['32041119900307123X', 'identity-number'],
    ['户主 32041119900307123x', 'identity-number'],
    ['320411 1990 0307 1234', 'identity-number'],
    ['３２０４１１１９９００３０７１２３４', 'identity-number'],
    ['13812345678', 'mobile-number'],
    ['+8613812345678', 'mobile-number'],
    ['电话138-1234-5678', 'mobile-number'],
    ['138 1234 5678', 'mobile-number'],
  ])('stands in %s: %s', (text, found) => {
    expect(findPersonalData(text)).toBe(found)
  })

  it.each([
    ['天宁-0012'],
    ['环湖西路 118 号'],
    // 17 and 19 digits are no citizen's number, 12… no mobile's.
    ['12345678901234567'],
    ['1234567890123456789'],
    ['12812345678'],
    ['0519-85680000'],
    ['合同编号 CZ2023020114'],
    [''],
  ])('does not stand in %s', (text) => {
    expect(findPersonalData(text)).toBeNull()
  })
})

describe('a day', () => {
  it.each([
    ['2023-03-05', '2023-03-05'],
    ['2023/3/5', '2023-03-05'],
    ['2023.3.5', '2023-03-05'],
    ['2023年3月5日', '2023-03-05'],
    ['２０２３－０３－０５', '2023-03-05'],
    ['2023-03-05 0:00', '2023-03-05'],
    ['2023-03-05 00:00:00', '2023-03-05'],
    ['2024-02-29', '2024-02-29'],
  ])('%s is %s', (text, day) => {
    expect(readTypedDate(text)).toBe(day)
  })

  it.each([
    ['2023-02-29'],
    ['2023-13-01'],
    ['2023-00-10'],
    ['2023-3-32'],
    ['2023-03'],
    ['3月5日'],
    ['2023-03-05 09:30'],
    ['44990'],
    ['昨天'],
  ])('%s is none', (text) => {
    expect(readTypedDate(text)).toBeUndefined()
  })
})

describe('a month', () => {
  it.each([
    ['2023-03', '2023-03-01'],
    ['2023/3', '2023-03-01'],
    ['2023.03', '2023-03-01'],
    ['2023年3月', '2023-03-01'],
    ['2023-03-01', '2023-03-01'],
    ['2023年3月1日', '2023-03-01'],
  ])('%s is %s', (text, month) => {
    expect(readMonth(text)).toBe(month)
  })

  it.each([['2023-13'], ['2023-0'], ['2023-03-02'], ['3月'], ['2023'], ['202303']])('%s is none', (text) => {
    expect(readMonth(text)).toBeUndefined()
  })
})
