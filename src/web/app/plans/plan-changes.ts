/** What a new version of a plan changes, unit by unit: its share, the level of a month, the day of a stage. */
import type { Decimal } from '../../../domain/values/decimal.ts'
import type { UnitId } from '../../../domain/values/ids.ts'
import type { PlanShare } from '../../../domain/plan/plan.ts'

type NamedShare = Pick<PlanShare, 'unitId' | 'value' | 'denominator' | 'points' | 'stages'> & {
  readonly unit: string
}

/** `of` is a month or the name of a stage; null where the one side does not have it. */
export type StepChange = {
  readonly of: string
  readonly before: string | null
  readonly after: string | null
}

export type ShareChange = {
  readonly unitId: UnitId
  readonly unit: string
  /** Null where the share stays. */
  readonly share: { readonly before: Decimal | null; readonly after: Decimal | null } | null
  readonly steps: readonly StepChange[]
}

/** Only the units that something changes for. With a new share its months change too, and are not told one by one. */
export function changesOf(before: readonly NamedShare[], after: readonly NamedShare[]): ShareChange[] {
  const units = new Map([...before, ...after].map(({ unitId, unit }) => [unitId, unit]))
  return [...units].flatMap(([unitId, unit]): ShareChange[] => {
    const was = before.find((share) => share.unitId === unitId)
    const is = after.find((share) => share.unitId === unitId)
    if (!was || !is || was.value !== is.value || was.denominator !== is.denominator)
      return [{ unitId, unit, share: { before: was?.value ?? null, after: is?.value ?? null }, steps: [] }]
    const steps = stepChanges(stepsOf(was), stepsOf(is))
    return steps.length === 0 ? [] : [{ unitId, unit, share: null, steps }]
  })
}

type Steps = ReadonlyMap<string, string>

const stepsOf = ({ points, stages }: NamedShare): Steps =>
  new Map<string, string>([
    ...points.map(({ month, value }) => [month, value] as const),
    ...stages.map(({ stage, dueOn }) => [stage, dueOn] as const),
  ])

function stepChanges(was: Steps, is: Steps): StepChange[] {
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((of) => {
    const [before, after] = [was.get(of) ?? null, is.get(of) ?? null]
    return before === after ? [] : [{ of, before, after }]
  })
}
