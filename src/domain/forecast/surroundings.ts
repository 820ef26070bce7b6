/**
 * What other cells teach about one: how its unit stands elsewhere, how its project stands elsewhere. Averages without
 * the cell itself, drawn towards the average of the programme where there are few (empirical Bayes: Efron & Morris,
 * “Data Analysis Using Stein’s Estimator”, JASA 70, 1975).
 */
import type { Course } from './course.ts'
import { byPace, byPlan } from './pace.ts'
import { madeUpRate, type UnitRecords } from './unit-record.ts'

export type Standing = {
  /** Where the plan’s rest leads the others, less 1. */
  readonly byPlan: number
  /** Where the last three months’ pace leads them, less 1. */
  readonly pace: number
  /** Months in which they reported exactly the plan’s number. */
  readonly asPlanned: number
  /** How many others there are. */
  readonly others: number
}

export type Surroundings = {
  readonly unit: Standing
  readonly project: Standing
  /** How often the unit made up for what it was behind with, in past years. */
  readonly record: number
}

/** The average of the programme counts as so many cells. */
const pull = 3

/** In the order of the courses. */
export function surroundingsOf(courses: readonly Course[], records: UnitRecords): readonly Surroundings[] {
  const seen = courses.map((course) => ({
    byPlan: Math.min(1.5, byPlan(course)) - 1,
    pace: Math.min(1.5, byPace(course, 3)) - 1,
    asPlanned: course.asPlanned,
  }))
  const all = new Total()
  const units = new Map<string | null, Total>()
  const projects = new Map<string | null, Total>()
  courses.forEach((course, index) => {
    const one = seen[index] ?? nothing
    all.add(one)
    totalOf(units, course.unitId).add(one)
    totalOf(projects, course.projectId).add(one)
  })
  const mean = all.mean()
  return courses.map((course, index) => {
    const own = seen[index] ?? nothing
    return {
      unit: course.unitId === null ? mean : totalOf(units, course.unitId).without(own, mean),
      project: course.projectId === null ? mean : totalOf(projects, course.projectId).without(own, mean),
      record: madeUpRate(course.unitId === null ? undefined : records.get(course.unitId)),
    }
  })
}

/** Of a sum of cells: theirs, weighted by their targets. */
export function sumOfSurroundings(courses: readonly Course[], around: readonly Surroundings[]): Surroundings {
  const span = courses.reduce((sum, course) => sum + course.span, 0)
  const weigh = (of: (one: Surroundings) => number) =>
    courses.reduce((sum, course, index) => sum + of(around[index] ?? alone) * course.span, 0) / span
  const standing = (of: (one: Surroundings) => Standing): Standing => ({
    byPlan: weigh((one) => of(one).byPlan),
    pace: weigh((one) => of(one).pace),
    asPlanned: weigh((one) => of(one).asPlanned),
    others: Math.round(weigh((one) => of(one).others)),
  })
  return {
    unit: standing(({ unit }) => unit),
    project: standing(({ project }) => project),
    record: weigh(({ record }) => record),
  }
}

type Seen = Omit<Standing, 'others'>
const nothing: Seen = { byPlan: 0, pace: 0, asPlanned: 0 }
const alone: Surroundings = {
  unit: { ...nothing, others: 0 },
  project: { ...nothing, others: 0 },
  record: madeUpRate(undefined),
}

function totalOf(totals: Map<string | null, Total>, key: string | null): Total {
  const total = totals.get(key) ?? new Total()
  totals.set(key, total)
  return total
}

class Total {
  #byPlan = 0
  #pace = 0
  #asPlanned = 0
  #count = 0

  add({ byPlan: plan, pace, asPlanned }: Seen): void {
    this.#byPlan += plan
    this.#pace += pace
    this.#asPlanned += asPlanned
    this.#count += 1
  }

  mean(): Standing {
    const count = Math.max(1, this.#count)
    return {
      byPlan: this.#byPlan / count,
      pace: this.#pace / count,
      asPlanned: this.#asPlanned / count,
      others: 0,
    }
  }

  without(own: Seen, mean: Standing): Standing {
    const others = this.#count - 1
    // To nine decimals: in whatever order they were added up.
    const drawn = (sum: number, towards: number) =>
      Math.round(((sum + pull * towards) / (others + pull)) * 1e9) / 1e9
    return {
      byPlan: drawn(this.#byPlan - own.byPlan, mean.byPlan),
      pace: drawn(this.#pace - own.pace, mean.pace),
      asPlanned: drawn(this.#asPlanned - own.asPlanned, mean.asPlanned),
      others,
    }
  }
}
