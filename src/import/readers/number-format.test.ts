import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainNumber, shownNumber } from './number-format.ts'

describe('a number without a format', () => {
  it.each([
    [1, '1'],
    [0.1 + 0.2, '0.3'],
    [1.0000000000000002, '1'],
    [123456789012, '123456789012'],
    [1e21, '1000000000000000000000'],
    [2.5e-7, '0.00000025'],
    [-0, '0'],
  ])('%f is shown as %s', (value, shown) => {
    expect(plainNumber(value)).toBe(shown)
  })

  it('is the same number again, without an exponent', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }), (value) => {
        const shown = plainNumber(value)
        expect(shown).toMatch(/^-?\d+(\.\d+)?$/)
        expect(Number(shown)).toBeCloseTo(value, 2)
      }),
    )
  })
})

describe('a number with a format', () => {
  // 45260 days from 1899-12-30 are 2023-11-30, a Thursday.
  it.each([
    ['yyyy"年"m"月"', 45260, '2023年11月'],
    ['[$-804]yyyy"年"m"月"d"日";@', 45260, '2023年11月30日'],
    ['[DBNum1][$-804]yyyy"年"m"月"', 45260, '2023年11月'],
    ['[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', 45260, '2023年11月30日'],
    ['yyyy-mm-dd', 45260, '2023-11-30'],
    ['yyyy\\-mm\\-dd', 45260, '2023-11-30'],
    ['yyyy.m.d', 45260, '2023.11.30'],
    ['e"年"m"月"', 45260, '2023年11月'],
    ['m"月"d"日"', 45260, '11月30日'],
    ['aaaa', 45260, '星期四'],
    ['yyyy/m/d h:mm', 45260.5, '2023/11/30 12:00'],
    ['上午/下午h"时"mm"分"', 0.75, '下午6时00分'],
    ['[h]:mm', 1.5, '36:00'],
    ['mm:ss', 61 / 86400, '01:01'],
    ['yyyy/m/d', 61, '1900/3/1'],
    ['yyyy/m/d', -5, '-5'], // before the calendar
    ['0%', 0.95, '95%'],
    ['0.0%', 0.955, '95.5%'],
    ['#,##0', 1234567, '1,234,567'],
    ['#,##0.00_ ', 1234.5, '1,234.50'],
    ['_(* #,##0.00_);_(* (#,##0.00)', -12, '(12.00)'],
    ['#,##0;[Red]-#,##0', -1234, '-1,234'],
    ['0', -3.6, '-4'],
    ['000', 7, '007'],
    ['0.##', 3, '3'],
    ['0!.0,"万"', 27000, '2.7万'], // a thousandth is 27, with a point set between its digits
    ['[>=10000]0!.0,"万";0', 270, '270'],
    ['0"个"', 12, '12个'],
    ['0所', 12, '12所'],
    ['General"年"', 2023, '2023年'],
    ['G/通用格式', 2023, '2023'],
    ['[$¥-804]#,##0.00', 12.5, '¥12.50'],
    ['￥#,##0', 1200, '￥1,200'],
    ['# ?/?', 0.5, '0.5'],
    ['0.00E+00', 12345, '12345'],
    ['@', 12, '12'],
    ['', 12, '12'],
    [';;;', 12, ''], // hidden on purpose
  ])('%s of %f is shown as %s', (code, value, shown) => {
    expect(shownNumber(value, code, false)).toBe(shown)
  })

  it('counts days from 1904 where the workbook does', () => {
    expect(shownNumber(45260 - 1462, 'yyyy/m/d', true)).toBe('2023/11/30')
  })

  it('is shown somehow whatever the format', () => {
    const code = fc.string({ unit: fc.constantFrom(...'0#?.,%"\\!_*[];ymdhsE+-/年@G<>=1 '.split('')) })
    fc.assert(
      fc.property(code, fc.double(), (format, value) => {
        expect(shownNumber(value, format, false)).toBeTypeOf('string')
      }),
      { numRuns: 2000 },
    )
  })
})
