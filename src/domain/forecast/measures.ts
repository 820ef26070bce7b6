/**
 * What the chance is judged by, one measure a line. A measure is cut at its knots into ramps from 0 to 1, each with a
 * coefficient of its own, so that it may count more here and less there; where the sign is fixed it can only count one
 * way. Every measure of a cell's own latest figure rises with it and has a sign, so more progress never lowers the chance.
 */
import { ledgerKinds, type LedgerKind } from '../programme/target.ts'
import { at, type Course } from './course.ts'
import { byPace, byPlan, inEitherRhythm, inRhythm, rhythmOf, rushesOf, stalledFor } from './pace.ts'
import type { Surroundings } from './surroundings.ts'

/** What a reason is about; several measures may speak for one. */
export const reasonCodes = [
  'against-plan',
  'pace',
  'rhythm',
  'reached',
  'stalled',
  'silent',
  'kind',
  'unit',
  'project',
  'record',
  'as-planned',
  'corrected',
  'time-left',
] as const
export type ReasonCode = (typeof reasonCodes)[number]

export type Measure = {
  readonly name: string
  readonly reason: ReasonCode
  /** 1: more is better; −1: more is worse; 0: either. */
  readonly sign: -1 | 0 | 1
  readonly knots: readonly number[]
  readonly of: (course: Course, around: Surroundings) => number
}

const levelNow = ({ levels, month }: Course) => at(levels, month)
const plannedNow = ({ plan, month }: Course) => at(plan, month)

/** What is built is accepted at once, so that little done says less than where people are served month by month. */
const built: ReadonlySet<LedgerKind> = new Set(['works', 'stages', 'points', 'equipment'])

const figures: readonly Measure[] = [
  measure(
    'by-plan',
    'against-plan',
    1,
    [0.1, 0.4, 0.6, 0.75, 0.85, 0.92, 0.97, 1, 1.05, 1.15, 1.4],
    (course) => byPlan(course),
  ),
  measure('by-plan-served', 'against-plan', 1, [0.1, 0.4, 0.7, 0.9, 1, 1.1], (course) =>
    built.has(course.ledger) ? 0 : byPlan(course),
  ),
  measure('by-quarters', 'rhythm', 1, [0.4, 0.7, 0.85, 0.93, 1, 1.07, 1.2], (course) =>
    inRhythm(course, 3, byPlan(course)),
  ),
  measure('by-half-years', 'rhythm', 1, [0.4, 0.7, 0.85, 0.93, 1, 1.07, 1.2], (course) =>
    inRhythm(course, 6, byPlan(course)),
  ),
  measure('rushes-quarters', 'rhythm', 1, [0.2, 0.5, 0.75, 0.9, 1], (course) => rushesOf(course, 3)),
  measure('rushes-half-years', 'rhythm', 1, [0.2, 0.5, 0.75, 0.9, 1], (course) => rushesOf(course, 6)),
  measure(
    'gap',
    'against-plan',
    1,
    [-0.6, -0.3, -0.15, -0.06, -0.02, 0.05, 0.15],
    (c) => levelNow(c) - plannedNow(c),
  ),
  measure('done', 'against-plan', 1, [0, 0.02, 0.25, 0.5, 0.75, 0.9, 0.97, 1], levelNow),
  measure('margin', 'reached', 1, [1, 1.02, 1.08, 1.5], levelNow),
  measure('reached', 'reached', 1, [0, 1], (course) => (levelNow(course) >= 1 ? 1 : 0)),
  measure('pro-rata', 'pace', 1, [0, 0.3, 0.5, 0.75, 0.9, 1, 1.2], (course) =>
    inEitherRhythm(course, byPace(course, course.month)),
  ),
  measure('pace-3', 'pace', 1, [0, 0.3, 0.5, 0.75, 0.9, 1, 1.15, 1.5], (course) =>
    inEitherRhythm(course, byPace(course, 3)),
  ),
  measure('pace-1', 'pace', 1, [0, 0.5, 0.8, 1, 1.3], (course) => inEitherRhythm(course, byPace(course, 1))),
  measure(
    'stalled',
    'stalled',
    -1,
    [0, 1, 2, 4],
    (course) => stalledFor(course) * (1 - Math.max(rhythmOf(course, 3), rhythmOf(course, 6))),
  ),
  measure('silent', 'silent', -1, [0, 1, 3], ({ silent }) => silent),
]

const surroundings: readonly Measure[] = [
  measure('unit-by-plan', 'unit', 1, [-0.3, -0.15, -0.05, 0, 0.1], (_, { unit }) => unit.byPlan),
  measure('unit-pace', 'unit', 1, [-0.3, -0.1, 0, 0.15], (_, { unit }) => unit.pace),
  measure('record', 'record', 1, [0.1, 0.25, 0.35, 0.5, 0.7], (_, { record }) => record),
  measure('project-by-plan', 'project', 1, [-0.3, -0.1, 0, 0.1], (_, { project }) => project.byPlan),
  measure('as-planned', 'as-planned', -1, [0, 0.3, 1, 2, 3, 5], ({ asPlanned }) => asPlanned),
  measure('unit-as-planned', 'as-planned', -1, [0, 0.5, 1, 2, 4], (_, { unit }) => unit.asPlanned),
  measure('corrected', 'corrected', -1, [0, 1, 2], ({ corrections }) => corrections),
]

const times: readonly Measure[] = [
  measure('planned', 'time-left', 0, [0, 0.1, 0.3, 0.5, 0.7, 0.9, 1], plannedNow),
  measure('planned-last', 'time-left', 0, [0, 0.1, 0.3], ({ plan, due }) => 1 - at(plan, due - 1)),
  measure('month-left', 'time-left', 0, [1, 2, 3], ({ due, month }) => due - month),
  measure('early-deadline', 'time-left', 0, [6, 12], ({ due }) => due),
]

const kinds: readonly Measure[] = ledgerKinds.map((kind) =>
  measure(`kind-${kind}`, 'kind', 0, [0, 1], ({ ledger }) => (ledger === kind ? 1 : 0)),
)

export const measures: readonly Measure[] = [...figures, ...surroundings, ...times, ...kinds]

/** One for every ramp of every measure, in order. */
export const columns: readonly {
  readonly name: string
  readonly reason: ReasonCode
  readonly sign: -1 | 0 | 1
}[] = measures.flatMap(({ name, reason, sign, knots }) =>
  knots.slice(1).map((knot) => ({ name: `${name}<${String(knot)}`, reason, sign })),
)

export function columnsOf(course: Course, around: Surroundings): number[] {
  const values: number[] = []
  for (const { knots, of } of measures) {
    const value = of(course, around)
    let low = knots[0] ?? 0
    for (const high of knots.slice(1)) {
      values.push(value <= low ? 0 : value >= high ? 1 : (value - low) / (high - low))
      low = high
    }
  }
  return values
}

function measure(
  name: string,
  reason: ReasonCode,
  sign: -1 | 0 | 1,
  knots: readonly number[],
  of: Measure['of'],
): Measure {
  return { name, reason, sign, knots, of }
}
