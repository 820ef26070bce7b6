/** The plans a lead unit gets by one click, made for tests from what the API says. */
import type { Page } from 'playwright-core'
import type { LivingProgramme } from '../../src/contract/programmes.ts'
import type { PlanOverviewPage } from '../../src/contract/plans.ts'
import { candidatesOf } from '../../src/domain/plan/plan-candidates.ts'
import { defaultUnits, splitTarget } from '../../src/domain/plan/plan-default.ts'
import { planMonths, type PlanDraft } from '../../src/domain/plan/plan.ts'

/** First versions for every promise of a programme, split equally as time goes. */
export function defaultPlans(programme: LivingProgramme, overview: PlanOverviewPage): PlanDraft[] {
  return programme.projects.flatMap(({ tasks }) =>
    tasks.flatMap((task) =>
      task.indicators.map((promise): PlanDraft => {
        const deadline = promise.deadline ?? task.deadline
        const candidates = candidatesOf(task, overview.units, overview.memberships)
        const lead = candidates.find(({ relation }) => relation === 'lead')
        if (!lead) throw new Error(`nobody leads ${task.no}`)
        const choice = { basis: 'number', baseName: null, weights: null, curve: 'linear' } as const
        const units = defaultUnits(promise, candidates, lead.unitId)
        const months = planMonths(programme.year, deadline)
        return {
          ...splitTarget(promise, units, choice, months, deadline),
          indicatorId: promise.id,
          basedOn: 0,
          reason: null,
        }
      }),
    ),
  )
}

/** Drafts them for a programme, through the API, as the lead officer whose page this is. */
export async function planByDefault(page: Page, site: string, programme: string): Promise<void> {
  const get = async (path: string) => (await page.request.get(`/api${path}`)).json()
  const plans = defaultPlans(await get(programme), await get(`${programme}/plans`))
  const answer = await page.request.post(`/api${programme}/plans`, {
    data: { plans },
    headers: { origin: site },
  })
  if (!answer.ok()) throw new Error(await answer.text())
}
