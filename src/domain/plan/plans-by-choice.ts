/** First versions of the plans of a whole programme, as lead units draft them: who carries each promise, how it is split. */
import type { Indicator, Programme } from '../programme/programme.ts'
import { candidatesOf } from './plan-candidates.ts'
import { defaultUnits, splitTarget, type Candidate, type SplitChoice } from './plan-default.ts'
import { planMonths, type PlanDraft } from './plan.ts'
import type { UnitId } from '../values/ids.ts'

/** The units there are, groups apart, and what groups stand for. */
export type KnownUnits = {
  readonly units: readonly Pick<Candidate, 'unitId' | 'name' | 'kind'>[]
  readonly memberships: readonly { readonly groupId: UnitId; readonly unitId: UnitId }[]
}

/** A draft for every promise, by the unit that leads its task first, split as `choose` says. */
export function plansByChoice(
  { year, projects }: Pick<Programme, 'year' | 'projects'>,
  { units, memberships }: KnownUnits,
  choose: (promise: Indicator, carriers: readonly UnitId[]) => SplitChoice,
): PlanDraft[] {
  return projects.flatMap(({ tasks }) =>
    tasks.flatMap((task) => {
      const candidates = candidatesOf(task, units, memberships)
      const lead = candidates.find(({ relation }) => relation === 'lead')
      if (!lead) throw new Error(`nobody leads ${task.no}`)
      return task.indicators.map((promise): PlanDraft => {
        const deadline = promise.deadline ?? task.deadline
        const carriers = defaultUnits(promise, candidates, lead.unitId)
        return {
          ...splitTarget(promise, carriers, choose(promise, carriers), planMonths(year, deadline), deadline),
          indicatorId: promise.id,
          basedOn: 0,
          reason: null,
        }
      })
    }),
  )
}
