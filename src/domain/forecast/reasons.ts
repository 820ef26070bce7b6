/** Why a chance is what it is: what each thing known adds to the logarithm of the odds, against an average course. */
import { decimal, type Decimal } from '../values/decimal.ts'
import { at, type Course } from './course.ts'
import { columns, type ReasonCode } from './measures.ts'
import type { Outlook } from './outlook.ts'
import { stalledFor } from './pace.ts'
import type { Surroundings } from './surroundings.ts'

export type Reason = {
  readonly code: ReasonCode
  /** What it adds to the logarithm of the odds: 0.69 doubles them, −0.69 halves them. */
  readonly weight: Decimal
  /** The numbers of its sentence; parts are in per cent. */
  readonly numbers: Readonly<Record<string, Decimal>>
}

const mostReasons = 4
const leastWeight = 0.1

/** The weightiest first. */
export function reasonsOf(
  { stage, columns: values }: Outlook,
  course: Course,
  around: Surroundings,
): Reason[] {
  const weights = new Map<ReasonCode, number>()
  columns.forEach(({ reason }, column) => {
    const unusual = (values[column] ?? 0) - (stage.means[column] ?? 0)
    weights.set(reason, (weights.get(reason) ?? 0) + unusual * (stage.coefficients[column] ?? 0))
  })
  return [...weights]
    .filter(([, weight]) => Math.abs(weight) >= leastWeight)
    .toSorted(([, a], [, b]) => Math.abs(b) - Math.abs(a))
    .slice(0, mostReasons)
    .map(([code, weight]) => ({ code, weight: rounded(weight, 2), numbers: numbersOf[code](course, around) }))
}

type Numbers = (course: Course, around: Surroundings) => Readonly<Record<string, Decimal>>

const numbersOf: Readonly<Record<ReasonCode, Numbers>> = {
  'against-plan': standing,
  reached: standing,
  rhythm: standing,
  pace: ({ levels, month, due }) => {
    const span = Math.min(3, month)
    const done = at(levels, month)
    return {
      monthly: percent((done - at(levels, month - span)) / span),
      needed: percent(Math.max(0, 1 - done) / (due - month)),
      months: rounded(span, 0),
    }
  },
  stalled: (course) => ({ months: rounded(stalledFor(course), 0) }),
  silent: ({ silent }) => ({ months: rounded(silent, 0) }),
  kind: () => ({}),
  unit: (_, { unit }) => ({ end: percent(1 + unit.byPlan), others: rounded(unit.others, 0) }),
  project: (_, { project }) => ({ end: percent(1 + project.byPlan), others: rounded(project.others, 0) }),
  record: (_, { record }) => ({ madeUp: percent(record) }),
  'as-planned': ({ asPlanned }, { unit }) => ({
    months: rounded(asPlanned, 0),
    unitMonths: rounded(unit.asPlanned, 1),
  }),
  corrected: ({ corrections }) => ({ times: rounded(corrections, 0) }),
  'time-left': ({ plan, month, due }) => ({
    months: rounded(due - month, 0),
    planned: percent(1 - at(plan, month)),
  }),
}

function standing({ levels, plan, month }: Course) {
  return { done: percent(at(levels, month)), planned: percent(at(plan, month)) }
}

function percent(part: number): Decimal {
  return rounded(part * 100, 1)
}

/** Half up; a zero has no sign. */
export function rounded(value: number, decimals: number): Decimal {
  return decimal((Math.round(value * 10 ** decimals) / 10 ** decimals).toFixed(decimals))
}
