/** The plans a lead unit gets by one click, made for tests from what the API says. */
import type { Page } from 'playwright-core'
import type { LivingProgramme } from '../../src/contract/programmes.ts'
import type { PlanOverviewPage } from '../../src/contract/plans.ts'
import { plansByChoice } from '../../src/domain/plan/plans-by-choice.ts'
import type { PlanDraft } from '../../src/domain/plan/plan.ts'

/** First versions for every promise of a programme, split equally as time goes. */
export function defaultPlans(programme: LivingProgramme, overview: PlanOverviewPage): PlanDraft[] {
  return plansByChoice(programme, overview, () => ({
    basis: 'number',
    baseName: null,
    weights: null,
    curve: 'linear',
  }))
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
