import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareDecimals, decimal } from './decimal.ts'
import { curveLevels, shapedCurves } from './plan-curve.ts'

describe('the levels of a share', () => {
  it.each([
    // 120 × k/12
    ['linear', '120', 12, 0, ['10', '20', '30', '40', '50', '60', '70', '80', '90', '100', '110', '120']],
    // 10 × k/12 = .83, 1.67, 2.5, 3.33, 4.17, 5, 5.83, 6.67, 7.5, 8.33, 9.17, 10, halves up
    ['linear', '10', 12, 0, ['1', '2', '3', '3', '4', '5', '6', '7', '8', '8', '9', '10']],
    ['step', '12', 12, 0, ['0', '0', '3', '3', '3', '6', '6', '6', '9', '9', '9', '12']],
    // by October: three full quarters of ten months, then the rest
    ['step', '10', 10, 0, ['0', '0', '3', '3', '3', '6', '6', '6', '9', '10']],
    // 10 a month to June, then 40/6 = 6⅔ a month
    ['sixty-forty', '100', 12, 0, ['10', '20', '30', '40', '50', '60', '67', '73', '80', '87', '93', '100']],
    // due in June: all of it in the first half
    ['sixty-forty', '60', 6, 0, ['10', '20', '30', '40', '50', '60']],
    // 4 months: x = ¼, ½, ¾, 1 → 3x² − 2x³ = .15625, .5, .84375, 1
    ['s-curve', '100', 4, 0, ['16', '50', '84', '100']],
    ['linear', '1', 3, 2, ['0.33', '0.67', '1']],
    ['linear', '5', 1, 0, ['5']],
    ['linear', '0', 3, 0, ['0', '0', '0']],
  ] as const)('%s of %s in %i months', (curve, share, months, decimals, levels) => {
    expect(curveLevels(decimal(share), curve, months, decimals)).toEqual(levels)
  })

  it.each(shapedCurves)('by %s never fall, are whole for a whole share, and end at it', (curve) => {
    fc.assert(
      fc.property(fc.nat(10_000_000), fc.integer({ min: 1, max: 36 }), (share, months) => {
        const levels = curveLevels(decimal(share), curve, months, 0)
        expect(levels).toHaveLength(months)
        expect(levels.at(-1)).toBe(decimal(share))
        let before = decimal(0)
        for (const level of levels) {
          expect(level).not.toContain('.')
          expect(compareDecimals(level, before)).toBeGreaterThanOrEqual(0)
          before = level
        }
      }),
    )
  })
})
