/**
 * How work really goes: the level of a target (1 is the target) by month, in the shapes that reports of practice show
 * (domain.md §4 and the reports it cites: on plan, early, lagging, rushes before quarter, half-year and year end, late starts, plans that are never
 * finished, everything accepted in one month). What the parameters are is stated here and nowhere else; they are
 * assumptions, not measurements.
 */
import type { Random } from './random.ts'

export const progressShapes = [
  'on-plan',
  'early',
  'steady-lag',
  'quarter-rush',
  'half-year-rush',
  'year-end-rush',
  'late-start',
  'never-finishes',
  'one-month-jump',
] as const
export type ProgressShape = (typeof progressShapes)[number]

/** Half a year beyond December, so that what comes late is seen to come. */
export const monthsSimulated = 18

export type Ground = {
  /** The plan's level at the end of any (part of a) month; 0 at the start, 1 from the deadline on. */
  readonly planAt: (month: number) => number
  /** The month of the deadline, from 1. */
  readonly due: number
  /** By how much of the time to the deadline the unit, the project and the cell itself are late; negative is early. */
  readonly delay: number
  readonly random: Random
}

/** The level at the end of months 0 to `monthsSimulated`; never falls. */
export function truePath(shape: ProgressShape, ground: Ground): readonly number[] {
  const { due, random } = ground
  const course = landing(courses[shape](ground), due, random)
  const atDeadline = Math.max(0, course.level(due))
  const monthsLate = random.between(1, 8)
  const exact = Array.from({ length: monthsSimulated + 1 }, (_, month) => {
    if (month <= due) return course.level(month)
    const rest = Math.max(0, course.atLast - atDeadline)
    return atDeadline + rest * Math.min(1, (month - due) / monthsLate)
  })
  return withNoise(exact, due, random)
}

/** The level up to the deadline, and what is reached in the end. */
type Course = { readonly level: (month: number) => number; readonly atLast: number }

/** Who is nearly there at the deadline often makes the effort and lands on it. */
function landing(course: Course, due: number, random: Random): Course {
  const end = course.level(due)
  const lands = random.chance(0.6)
  if (!lands || end >= 1 || end < 0.95 || course.atLast < 1) return course
  return { ...course, level: (month) => course.level(month) / end }
}

const courses = {
  'on-plan': ({ planAt, delay, due, random }) => {
    const top = random.between(0.985, 1.07)
    const pull = random.between(0.6, 1)
    return { level: (month) => top * planAt(made(month, delay, due, pull)), atLast: Math.max(1, top) }
  },
  early: ({ planAt, random }) => {
    const speed = random.between(1.15, 1.8)
    const top = random.chance(0.15) ? random.between(1.4, 3) : random.between(0.99, 1.2)
    return { level: (month) => top * planAt(month * speed), atLast: Math.max(1, top) }
  },
  // Who lags makes up a little at the end: enough where little is missing.
  'steady-lag': ({ planAt, delay, due, random }) => {
    const pace = random.between(0.6, 1)
    const madeUp = Math.max(0, random.normal(0.13, 0.1))
    const top = Math.min(1.03, pace + madeUp)
    return {
      level: (month) =>
        pace * planAt(month - Math.max(0, delay) * 0.5 * due) + (top - pace) * rise(month, due - 2.5, due),
      atLast: Math.max(1, top),
    }
  },
  'quarter-rush': (ground) => rushes(ground, [3, 6, 9, 12]),
  'half-year-rush': (ground) => rushes(ground, [6, 12]),
  // The less was left to the end, the likelier it is done by then.
  'year-end-rush': ({ planAt, delay, due, random }) => {
    const slow = random.between(0.35, 0.85)
    const begins = due * (1 - random.between(0.1, 0.3))
    const top = Math.min(random.between(1, 1.06), slow + random.normal(0.4, 0.12) - Math.max(0, delay))
    return {
      level: (month) => slow * planAt(month) + (top - slow) * rise(month, begins, due),
      atLast: Math.max(1, top),
    }
  },
  'late-start': ({ delay, due, random }) => {
    const late = random.between(0.15, 0.5)
    const begins = due * (late + Math.max(0, delay))
    const top = Math.min(1.08, random.normal(1.16, 0.09) - 0.5 * (late + Math.max(0, delay)))
    return { level: (month) => top * rise(month, begins, due), atLast: Math.max(1, top) }
  },
  // It slows down before it stops.
  'never-finishes': ({ planAt, delay, due, random }) => {
    const top = random.between(0.4, 0.97)
    return {
      level: (month) => top * Math.tanh((1.2 * planAt(made(month, delay, due, 0.5))) / top),
      atLast: top,
    }
  },
  'one-month-jump': ({ delay, due, random }) => {
    const before = random.between(0, 0.15)
    const jumps = Math.ceil(due * (random.between(0.35, 1.02) + Math.max(0, delay) * 0.3))
    const top = random.between(1, 1.08)
    return {
      level: (month) => (month >= jumps ? top : before * Math.min(1, month / due)),
      atLast: top,
    }
  },
} as const satisfies Record<ProgressShape, (ground: Ground) => Course>

/** Little between the ends of the spans, most of it in their last month. */
function rushes({ planAt, delay, due, random }: Ground, calendar: readonly number[]): Course {
  const ends = [0, ...calendar.filter((month) => month < due), due]
  const between = random.between(0.1, 0.35)
  // How far a rush carries is a habit: who fell short before falls short again.
  const usual = random.normal(1.01, 0.05) - Math.max(0, delay) * 0.4
  const reached = ends.map((end) => planAt(end) * (usual + random.normal(0, 0.02)))
  function level(month: number): number {
    const next = ends.findIndex((end) => end >= month)
    if (next <= 0) return 0
    const [start, end] = [ends[next - 1] ?? 0, ends[next] ?? due]
    const [low, high] = [reached[next - 1] ?? 0, reached[next] ?? 0]
    const slow = between * ((month - start) / (end - start))
    const quick = (1 - between) * rise(month, end - 1, end)
    return low + (high - low) * (slow + quick)
  }
  return { level, atLast: Math.max(1, reached.at(-1) ?? 1) }
}

/** The time in the plan that work has come to; towards the deadline the part `pull` of the delay is made up. */
function made(month: number, delay: number, due: number, pull: number): number {
  return month - delay * due * (1 - pull * rise(month, 0.65 * due, due))
}

/** From 0 at `from` to 1 at `to`. */
function rise(month: number, from: number, to: number): number {
  return Math.min(1, Math.max(0, (month - from) / (to - from)))
}

/** Some months bring more than others; what is reached at the deadline stays. */
function withNoise(exact: readonly number[], due: number, random: Random): readonly number[] {
  const steps = exact.map((level, month) => {
    const step = Math.max(0, level - (exact[month - 1] ?? 0))
    return step * Math.exp(random.normal(0, 0.3))
  })
  const noisy = sum(steps.slice(0, due + 1))
  const scale = noisy === 0 ? 1 : Math.max(0, exact[due] ?? 0) / noisy
  let level = 0
  return steps.map((step, month) => (level += month <= due ? step * scale : step))
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
