/**
 * What is learned from courses whose end is known (src/domain/forecast/learning/learn.ts): for each twelfth of the time to a deadline an
 * index of the chance, how the index translates into the chance, and what became of those that made it and those that did not.
 */
export type ForecastModel = {
  /** What it was learned from, in words. */
  readonly source: string
  /** The names of the columns the coefficients belong to. */
  readonly columns: readonly string[]
  readonly cell: readonly Stage[]
  readonly indicator: readonly Stage[]
}

/** One twelfth of the time to the deadline: `cell[0]` is after the first. */
export type Stage = {
  readonly intercept: number
  readonly coefficients: readonly number[]
  /** The averages of the columns: what a reason is measured against. */
  readonly means: readonly number[]
  /** Rising indices, and the chance at each: never falling. */
  readonly index: readonly number[]
  readonly chance: readonly number[]
  /** Rising indices at which the outcomes below were gathered. */
  readonly anchors: readonly number[]
  /** The end of those that met their target and had not yet; parts of the target. */
  readonly metEnds: readonly Deciles[]
  /** And when, part of the time left, by the part of it that the latest pace would need. */
  readonly paceAnchors: readonly number[]
  readonly metTimes: readonly Deciles[]
  /** The end of those that did not: part of what was left to do, below 0 part of what was done that was taken back. */
  readonly missedEnds: readonly Deciles[]
  /** And by how much later they met it, part of the time to the deadline; `never` where they did not. */
  readonly missedTimes: readonly Deciles[]
  /** The ends of those already at their target, as a multiple of their level; and of those among them that fell below it. */
  readonly reachedGrowth: Deciles
  readonly reachedLoss: Deciles
}

/** Values at 5 %, 15 % … 95 %. */
export type Deciles = readonly number[]

export const decilePlaces = [0.05, 0.15, 0.25, 0.35, 0.45, 0.55, 0.65, 0.75, 0.85, 0.95] as const

/** Not within the time that was observed. */
export const never = 9

export const stagesOfTime = 12

/** The last twelfth before the deadline is the eleventh. */
export function stageOf(stages: readonly Stage[], month: number, due: number): Stage {
  const twelfth = Math.round((stagesOfTime * month) / due)
  const stage = stages[Math.min(stages.length, Math.max(1, twelfth)) - 1]
  if (stage === undefined) throw new RangeError('the model has no stages')
  return stage
}
