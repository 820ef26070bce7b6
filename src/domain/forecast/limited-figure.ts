/**
 * Figures that are not worked off: those that must stay below a limit (故障次数不超过…), and rates whose plan is the
 * target all year. There is too little to learn from, so their noise is stated: what a month uses varies by 40 % around
 * its plan, units by 18 % among themselves; a rate moves by about 3 % a month. Lognormal, as what cannot be below 0.
 */
import { at, type Course } from './course.ts'
import type { Spread } from './outlook.ts'

export type Limited = { readonly chance: number; readonly end: Spread }

const monthNoise = 0.4
/** The plan counts as so many months of experience: (40 % / 18 %)². */
const planMonths = 4.9

/** The sum of what was used and what will be, at most the target. */
export function consumptionOutlook({ levels, plan, month, due, parts }: Course): Limited {
  const used = at(levels, month)
  const planned = at(plan, month)
  const monthPlan = 1 / due
  const pace = (used + planMonths * monthPlan) / (planned + planMonths * monthPlan)
  const left = 1 - planned
  const months = due - month
  const deviation = monthNoise * Math.sqrt((1 / months + 1 / (month + planMonths)) / parts)
  const rest = pace * left
  const allowed = 1 - used
  const chance =
    rest <= 0 ? (allowed >= 0 ? 1 : 0) : allowed <= 0 ? 0 : normalBelow(Math.log(allowed / rest) / deviation)
  return { chance, end: shifted(lognormal(rest, deviation), used) }
}

const rateNoise = 0.03
/** As how many months' moves the usual one counts. */
const usualMoves = 6

/** A rate stays where it is, more or less; `isLimit` where it must not be above the target. */
export function steadyOutlook({ levels, month, due, silent }: Course, isLimit: boolean): Limited {
  const now = at(levels, month)
  if (silent === month || now <= 0) return { chance: 0.5, end: { low: 0, expected: 1, high: 1 } }
  const deviation = moveOf(levels.slice(1, month)) * Math.sqrt(due - month)
  const above = normalBelow(Math.log(now) / deviation)
  return { chance: isLimit ? 1 - above : above, end: lognormal(now, deviation) }
}

/** What a month moves a rate by: its own earlier moves, drawn towards the usual one. Without the latest, so that a rise is never bad. */
function moveOf(levels: readonly number[]): number {
  const moves = levels.slice(1).flatMap((level, index) => {
    const before = levels[index] ?? 0
    return level > 0 && before > 0 ? [Math.log(level / before) ** 2] : []
  })
  const sum = moves.reduce((total, move) => total + move, usualMoves * rateNoise ** 2)
  return Math.sqrt(sum / (moves.length + usualMoves))
}

/** 1.2816 deviations from the middle lie the tails of a tenth. */
const tenth = 1.2816

function lognormal(middle: number, deviation: number): Spread {
  return {
    low: middle * Math.exp(-tenth * deviation),
    expected: middle,
    high: middle * Math.exp(tenth * deviation),
  }
}

function shifted({ low, expected, high }: Spread, by: number): Spread {
  return { low: low + by, expected: expected + by, high: high + by }
}

/** The normal distribution function (Abramowitz & Stegun 7.1.26, wrong by less than 2 × 10⁻⁷). */
export function normalBelow(z: number): number {
  const x = Math.abs(z) / Math.SQRT2
  const t = 1 / (1 + 0.3275911 * x)
  const tail =
    (((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) *
      t *
      Math.exp(-x * x)) /
    2
  return z < 0 ? tail : 1 - tail
}
