/** How a share grows over the months: the cumulative level at the end of each. */
import type { Decimal } from './decimal.ts'
import type { PlanCurve } from './plan.ts'
import { fromSteps, toSteps } from './plan-split.ts'

export type ShapedCurve = Exclude<PlanCurve, 'typed' | 'stages'>
export const shapedCurves = ['linear', 'step', 's-curve', 'sixty-forty'] as const satisfies ShapedCurve[]

/** A fraction of the share, exactly. */
type Fraction = readonly [numerator: number, denominator: number]

const monthsOfHalfYear = 6
const monthsOfQuarter = 3

/** Reached after `month` (from 1) of `months`; 0 to 1, never falling, 1 in the last. */
const fractionOf = {
  linear: (month, months) => [month, months],
  // By quarter: nothing in between.
  step: (month, months) =>
    month === months ? [1, 1] : [Math.floor(month / monthsOfQuarter) * monthsOfQuarter, months],
  // 3x² − 2x³: slow, quick, slow.
  's-curve': (month, months) => [3 * month ** 2 * months - 2 * month ** 3, months ** 3],
  // 贵阳南明: 60 % by the end of June, 40 % in the rest; what is due by June is due as time goes.
  'sixty-forty': (month, months) => {
    if (months <= monthsOfHalfYear) return [month, months]
    if (month <= monthsOfHalfYear) return [month, 10]
    const rest = months - monthsOfHalfYear
    return [6 * rest + 4 * (month - monthsOfHalfYear), 10 * rest]
  },
} as const satisfies Record<ShapedCurve, (month: number, months: number) => Fraction>

/** The levels at the end of each of `months` months; the last is the share. Rounded to steps of 10^-decimals. */
export function curveLevels(share: Decimal, curve: ShapedCurve, months: number, decimals: number): Decimal[] {
  const finest = Math.max(decimals, share.split('.')[1]?.length ?? 0)
  const steps = toSteps(share, finest)
  return Array.from({ length: months }, (_, index) => {
    const [numerator, denominator] = fractionOf[curve](index + 1, months).map(BigInt) as [bigint, bigint]
    // To the nearest step: floor(x + ½).
    return fromSteps((2n * steps * numerator + denominator) / (2n * denominator), finest)
  })
}
