/**
 * Chance, end and time of a course, as parts of its target. The chance is a distributional single index model: a
 * logistic index with fixed signs, translated into frequencies by isotonic regression (Henzi, Kleger & Ziegel,
 * “Distributional (Single) Index Models”, JASA 118, 2023). The end and the time are what became of those with a like
 * index, those that met their target and those that did not weighted by the chance.
 */
import { at, type Course } from './course.ts'
import { decilePlaces, stageOf, type Deciles, type ForecastModel, type Stage } from './forecast-model.ts'
import { interpolate, interpolateRows, meanOf, quantileOf, type Weighted } from './interpolate.ts'
import { columnsOf } from './measures.ts'
import { timeNeeded } from './pace.ts'
import type { Surroundings } from './surroundings.ts'

export type Outlook = {
  readonly chance: number
  /** Of the end at the deadline, parts of the target. */
  readonly end: Spread
  /** Months from today’s until the target is met; null: not within the time that can be foreseen. */
  readonly time: { readonly low: number | null; readonly middle: number | null; readonly high: number | null }
  readonly stage: Stage
  readonly columns: readonly number[]
}

export type Spread = { readonly low: number; readonly expected: number; readonly high: number }

/** The interval holds four of five. */
export const tails = { low: 0.1, high: 0.9 } as const

export function outlookOf(
  model: ForecastModel,
  level: 'cell' | 'indicator',
  course: Course,
  around: Surroundings,
): Outlook {
  const { stage, columns, index, chance } = chanceOf(model, level, course, around)
  const done = at(course.levels, course.month)
  return {
    chance,
    end: spreadOf(done >= 1 ? endsOfReached(stage, chance, done) : endsOfOpen(stage, index, chance, done)),
    time: done >= 1 ? timeReached(course) : timesOfOpen(stage, index, chance, course),
    stage,
    columns,
  }
}

/** The chance alone, and what it is made of. */
export function chanceOf(
  model: ForecastModel,
  level: 'cell' | 'indicator',
  course: Course,
  around: Surroundings,
) {
  const stage = stageOf(model[level], course.month, course.due)
  const columns = columnsOf(course, around)
  const index = indexOf(stage, columns)
  return { stage, columns, index, chance: interpolate(index, stage.index, stage.chance) }
}

/** The logarithm of the odds, before it is translated. */
export function indexOf({ intercept, coefficients }: Stage, columns: readonly number[]): number {
  return columns.reduce((sum, value, column) => sum + value * (coefficients[column] ?? 0), intercept)
}

function endsOfOpen(stage: Stage, index: number, chance: number, done: number): Weighted[] {
  const missed = interpolateRows(index, stage.anchors, stage.missedEnds)
  return [
    ...weigh(interpolateRows(index, stage.anchors, stage.metEnds), chance),
    ...weigh(
      missed.map((part) => missedEnd(part, done)),
      1 - chance,
    ),
  ]
}

/** From the scale in which missed ends are learned: `missedPart` turned back. */
export function missedEnd(part: number, done: number): number {
  return part < 0 ? done * (1 + part) : done + part * (1 - done)
}

/** Part of what was left to do; where figures fell, part of what was done, below 0. */
export function missedPart(end: number, done: number): number {
  if (end < done) return end / done - 1
  return done >= 1 ? 0 : (end - done) / (1 - done)
}

function endsOfReached(stage: Stage, chance: number, done: number): Weighted[] {
  return [
    ...weigh(
      stage.reachedGrowth.map((growth) => done * growth),
      chance,
    ),
    ...weigh(stage.reachedLoss, 1 - chance),
  ]
}

function spreadOf(ends: readonly Weighted[]): Spread {
  const [low, high] = [quantileOf(ends, tails.low), quantileOf(ends, tails.high)]
  // Where a few are far off the mean may lie outside; what is stated as expected never does.
  return { low, expected: Math.min(high, Math.max(low, meanOf(ends))), high }
}

function timesOfOpen(stage: Stage, index: number, chance: number, course: Course): Outlook['time'] {
  const { month, due } = course
  const left = due - month
  const met = interpolateRows(timeNeeded(course), stage.paceAnchors, stage.metTimes).map(
    (part) => part * left,
  )
  const missed = nearestRow(index, stage.anchors, stage.missedTimes).map((part) =>
    part > farthestSeen ? Infinity : left + part * due,
  )
  const times = [...weigh(met, chance), ...weigh(missed, 1 - chance)]
  const time = (share: number) => finite(quantileOf(withoutInfinity(times), share))
  return { low: time(tails.low), middle: time(0.5), high: time(tails.high) }
}

/** Half a year past December is twice the time to a deadline in June; what is later is `never`, or between it and another. */
const farthestSeen = 2.5

/** `never` is no number to be averaged with others. */
function nearestRow(index: number, anchors: readonly number[], rows: readonly Deciles[]): Deciles {
  const distances = anchors.map((anchor) => Math.abs(anchor - index))
  return rows[distances.indexOf(Math.min(...distances))] ?? []
}

const farOff = 1e6
function withoutInfinity(times: readonly Weighted[]): Weighted[] {
  return times.map(({ value, weight }) => ({ value: value === Infinity ? farOff : value, weight }))
}

function finite(time: number): number | null {
  return time > 120 ? null : time
}

/** Where a level first was at the target: months before today’s end, as a number below 0. */
function timeReached({ levels, month }: Course): Outlook['time'] {
  const first = levels.findIndex((level) => level >= 1)
  const before = at(levels, first - 1)
  const part = (1 - before) / (at(levels, first) - before)
  const time = Math.min(0, first - 1 + part - month)
  return { low: time, middle: time, high: time }
}

function weigh(values: Deciles, weight: number): Weighted[] {
  return values.map((value) => ({ value, weight: weight / decilePlaces.length }))
}
