/** Which plans the overview shows: all of it in the address. */
import { z } from 'zod'
import { planState, planStates, type PlanState } from '../../../domain/plan.ts'
import type { PlanOverviewPage } from '../../../contract/plans.ts'
import type { PromiseOfTask } from './find-task.ts'

export const plansSearchSchema = z.object({
  state: z.enum(planStates).optional().catch(undefined),
  /** A lead unit. */
  unit: z.uuid().optional().catch(undefined),
  q: z.coerce.string().max(100).optional().catch(undefined),
  /** `all` shows also what one does not lead. */
  whose: z.literal('all').optional().catch(undefined),
})
export type PlansSearch = z.output<typeof plansSearchSchema>

export type PlanOfPromise = PlanOverviewPage['plans'][number] | undefined

export function stateOf(plan: PlanOfPromise): PlanState {
  return planState(
    plan?.inForce?.shares.map(({ decision }) => decision),
    (plan?.pending ?? null) !== null,
  )
}

export function fitsSearch(
  { task, promise }: PromiseOfTask,
  plan: PlanOfPromise,
  { state, unit, q }: PlansSearch,
): boolean {
  const words = q?.toLowerCase().split(/\s+/).filter(Boolean) ?? []
  const text = [task.no, task.text, promise.object, ...task.leadUnits.map(({ name }) => name)]
    .join(' ')
    .toLowerCase()
  return (
    (state === undefined || stateOf(plan) === state) &&
    (unit === undefined || task.leadUnits.some(({ unitId }) => unitId === unit)) &&
    words.every((word) => text.includes(word))
  )
}
