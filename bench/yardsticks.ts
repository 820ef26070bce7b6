/**
 * What a forecast has to beat: 序时 pro rata, and the pace of the last month. Each comes hard (1 where the straight line
 * ends at the target, else 0) and as a chance, by a logistic curve of the line's end for every twelfth of the time,
 * fitted to the same programmes the forecast learned from. Of the two the better on those is the yardstick.
 */
import type { Course } from '../src/domain/forecast/course.ts'
import { fitLogistic, type Fit } from '../src/domain/forecast/learning/logistic.ts'
import { byPace } from '../src/domain/forecast/pace.ts'

export type Look = { readonly course: Course; readonly isLimit: boolean; readonly met: boolean }

export const lines = {
  proRata: ({ course }: Look) => byPace(course, course.month),
  lastMonth: ({ course }: Look) => byPace(course, 1),
} as const satisfies Record<string, (look: Look) => number>
export type YardstickName = keyof typeof lines

export type Yardstick = {
  readonly form: 'hard' | 'logistic'
  readonly chance: (look: Look) => number
  readonly hard: (look: Look) => number
}

export function fitYardsticks(looks: readonly Look[]): Record<YardstickName, Yardstick> {
  return { proRata: fitYardstick(looks, lines.proRata), lastMonth: fitYardstick(looks, lines.lastMonth) }
}

function fitYardstick(looks: readonly Look[], end: (look: Look) => number): Yardstick {
  const fits = new Map<string, Fit>()
  for (const [key, group] of Map.groupBy(looks, keyOf)) {
    const examples = group.map((look) => ({ columns: columnsOf(end(look)), met: look.met, weight: 1 }))
    fits.set(key, fitLogistic(examples, [0, 0]))
  }
  const hard = (look: Look) => ((look.isLimit ? end(look) <= 1 : end(look) >= 1) ? 1 : 0)
  const logistic = (look: Look) => {
    const { intercept, coefficients } = fits.get(keyOf(look)) ?? { intercept: 0, coefficients: [] }
    const values = columnsOf(end(look))
    const index = values.reduce((sum, value, column) => sum + value * (coefficients[column] ?? 0), intercept)
    return 1 / (1 + Math.exp(-index))
  }
  return brier(looks, hard) < brier(looks, logistic)
    ? { form: 'hard', chance: hard, hard }
    : { form: 'logistic', chance: logistic, hard }
}

/** The logarithm of the end, and whether there is nothing to take one of. */
function columnsOf(end: number): number[] {
  return [Math.log(Math.min(3, Math.max(0.02, end))), end <= 0.02 ? 1 : 0]
}

function keyOf({ course: { month, due }, isLimit }: Look): string {
  return `${String(Math.round((12 * month) / due))} ${isLimit ? 'limit' : 'target'}`
}

function brier(looks: readonly Look[], chance: (look: Look) => number): number {
  return looks.reduce((sum, look) => sum + (chance(look) - Number(look.met)) ** 2, 0) / looks.length
}
