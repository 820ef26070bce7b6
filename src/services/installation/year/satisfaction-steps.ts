/** What citizens said, entered for every unit at the year's end, so that it is ranked by all of its score. */
import { satisfactionOf } from '../../../domain/simulation/demonstration-oversight.ts'
import type { Period } from '../../../domain/reporting/period.ts'
import { addWorkingDays } from '../../../domain/reporting/working-day.ts'
import { enterSatisfaction, getAssessment } from '../../oversight/assessment.ts'
import { actAs, actorWith, instant, type Scene } from './scene.ts'
import type { Step } from './step.ts'

export function satisfactionSteps({ calendar }: Scene, { month, dueOn }: Period): Step[] {
  if (!month.endsWith('-12-01')) return []
  return [
    {
      month: month.slice(0, 7),
      name: 'satisfaction',
      at: instant(addWorkingDays(calendar, dueOn, 5), 11),
      run: async (ctx, { cast, seed, programmeId, programme: { year } }) => {
        const as = actAs(ctx, actorWith(cast, 'supervisor'))
        const source = `${String(year)}年度民生实事电话回访（演示）`
        const { groups } = await getAssessment(as, programmeId, null)
        for (const { unitId, unit } of groups.flatMap(({ accounts }) => accounts))
          await enterSatisfaction(as, programmeId, {
            unitId,
            no: 1,
            value: satisfactionOf(seed, unit),
            source,
          })
      },
    },
  ]
}
