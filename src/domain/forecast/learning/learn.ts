/** Learns a forecast model from courses whose end is known. */
import { at, type Course } from '../course.ts'
import {
  decilePlaces,
  never,
  stagesOfTime,
  type Deciles,
  type ForecastModel,
  type Stage,
} from '../forecast-model.ts'
import { quantileOf, type Weighted } from '../interpolate.ts'
import { columns, columnsOf } from '../measures.ts'
import { indexOf, missedPart } from '../outlook.ts'
import { timeNeeded } from '../pace.ts'
import type { Surroundings } from '../surroundings.ts'
import { isotonic } from './isotonic.ts'
import { fitLogistic } from './logistic.ts'

export type Lesson = {
  readonly level: 'cell' | 'indicator'
  readonly course: Course
  readonly around: Surroundings
  readonly weight: number
  readonly met: boolean
  /** The level at the deadline, as a part of the target. */
  readonly end: number
  /** Months from January until the target was reached; null where it was not, as far as was observed. */
  readonly reached: number | null
}

/** How many groups of like index the chance is taken from, and the outcomes. */
const mostGroups = 40
/** Fewer cases are too few to tell a frequency from. */
const leastInGroup = 250
const anchorGroups = 6
const paceGroups = 12

export function learn(lessons: readonly Lesson[], source: string): ForecastModel {
  const stages = (level: Lesson['level']) => {
    const of = lessons.filter((lesson) => lesson.level === level)
    return Array.from({ length: stagesOfTime - 1 }, (_, index) =>
      learnStage(of.filter(({ course }) => twelfthOf(course) === index + 1)),
    )
  }
  return {
    source,
    columns: columns.map(({ name }) => name),
    cell: stages('cell'),
    indicator: stages('indicator'),
  }
}

function twelfthOf({ month, due }: Course): number {
  return Math.min(stagesOfTime - 1, Math.max(1, Math.round((stagesOfTime * month) / due)))
}

type Row = Lesson & { readonly columns: readonly number[]; readonly index: number; readonly done: number }

function learnStage(lessons: readonly Lesson[]): Stage {
  const examples = lessons.map(({ course, around, met, weight }) => ({
    columns: columnsOf(course, around).map(round),
    met,
    weight,
  }))
  const { intercept, coefficients } = fitLogistic(
    examples,
    columns.map(({ sign }) => sign),
  )
  const fit = { intercept: round(intercept), coefficients: coefficients.map(round) }
  const rows = lessons
    .map((lesson, row): Row => {
      const values = examples[row]?.columns ?? []
      const index = indexOf({ ...nothing, ...fit }, values)
      return { ...lesson, columns: values, index, done: at(lesson.course.levels, lesson.course.month) }
    })
    .toSorted((a, b) => a.index - b.index)
  const weight = total(rows)
  return {
    ...fit,
    means: columns.map((_, column) =>
      round(rows.reduce((sum, row) => sum + (row.columns[column] ?? 0) * row.weight, 0) / weight),
    ),
    ...chancesOf(rows),
    ...outcomesOf(rows.filter(({ done }) => done < 1)),
    ...reachedOutcomes(rows.filter(({ done }) => done >= 1)),
  }
}

function chancesOf(rows: readonly Row[]): Pick<Stage, 'index' | 'chance'> {
  const parts = split(rows, Math.min(mostGroups, Math.max(1, Math.floor(total(rows) / leastInGroup))))
  const chances = isotonic(
    // Half a case for and half against: nothing is impossible, nothing certain.
    parts.map((part) => ({ value: (metWeight(part) + 0.5) / (total(part) + 1), weight: total(part) })),
  )
  return { index: parts.map((part) => round(meanIndex(part))), chance: chances.map(round) }
}

function outcomesOf(rows: readonly Row[]) {
  const parts = split(rows, anchorGroups)
  const deciles = (met: boolean, of: (row: Row) => number, otherwise: number) => {
    const whole = decilesOf(
      rows.filter((row) => row.met === met),
      of,
      decilePlaces.map(() => otherwise),
    )
    return parts.map((part) =>
      decilesOf(
        part.filter((row) => row.met === met),
        of,
        whole,
      ),
    )
  }
  return {
    anchors: parts.map((part) => round(meanIndex(part))),
    metEnds: deciles(true, ({ end }) => Math.max(1, end), 1),
    missedEnds: deciles(false, ({ end, done }) => missedPart(end, done), 0),
    missedTimes: deciles(false, partLate, never),
    ...metTimesOf(rows.filter(({ met }) => met)),
  }
}

/** By the pace: it says more of the day than the index does. */
function metTimesOf(rows: readonly Row[]): Pick<Stage, 'paceAnchors' | 'metTimes'> {
  const paced = rows
    .map((row): Row => ({ ...row, index: timeNeeded(row.course) }))
    .toSorted((a, b) => a.index - b.index)
  // Those that do not move at all are many and alike: equal needs are never apart.
  const parts = [...Map.groupBy(split(paced, paceGroups), (part) => round(meanIndex(part))).values()].map(
    (alike) => alike.flat(),
  )
  const whole = decilesOf(
    paced,
    partOfTimeLeft,
    decilePlaces.map(() => 1),
  )
  return {
    paceAnchors: parts.map((part) => round(meanIndex(part))),
    metTimes: parts.map((part) => decilesOf(part, partOfTimeLeft, whole)),
  }
}

function partOfTimeLeft({ reached, course: { month, due } }: Row): number {
  return reached === null ? 1 : Math.min(1, (reached - month) / (due - month))
}

function partLate({ reached, course: { due } }: Row): number {
  return reached === null ? never : Math.max(0, reached - due) / due
}

function reachedOutcomes(rows: readonly Row[]): Pick<Stage, 'reachedGrowth' | 'reachedLoss'> {
  const one = decilePlaces.map(() => 1)
  return {
    reachedGrowth: decilesOf(
      rows.filter(({ met }) => met),
      ({ end, done }) => Math.max(1, end / done),
      one,
    ),
    reachedLoss: decilesOf(
      rows.filter(({ met }) => !met),
      ({ end }) => Math.min(1, end),
      one.map(() => 0.9),
    ),
  }
}

/** Too few are no distribution: then `whole`. */
const fewest = 10

function decilesOf(rows: readonly Row[], of: (row: Row) => number, whole: Deciles): Deciles {
  if (rows.length < fewest) return whole
  const atoms = rows.map((row): Weighted => ({ value: of(row), weight: row.weight }))
  return decilePlaces.map((place) => round(Math.min(never, quantileOf(atoms, place))))
}

/** Into at most `count` parts of nearly the same weight, in order; none is empty. */
function split(rows: readonly Row[], count: number): Row[][] {
  const parts: Row[][] = [[]]
  const each = total(rows) / count
  let filled = 0
  for (const row of rows) {
    if (filled >= each * parts.length && (parts.at(-1)?.length ?? 0) > 0) parts.push([])
    parts.at(-1)?.push(row)
    filled += row.weight
  }
  return parts
}

const total = (rows: readonly Row[]) => rows.reduce((sum, { weight }) => sum + weight, 0)
const metWeight = (rows: readonly Row[]) => total(rows.filter(({ met }) => met))
const meanIndex = (rows: readonly Row[]) =>
  rows.length === 0 ? 0 : rows.reduce((sum, { index, weight }) => sum + index * weight, 0) / total(rows)

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4
}

const nothing = {
  means: [],
  index: [],
  chance: [],
  anchors: [],
  paceAnchors: [],
  metEnds: [],
  metTimes: [],
  missedEnds: [],
  missedTimes: [],
  reachedGrowth: [],
  reachedLoss: [],
}
