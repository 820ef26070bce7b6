/** The demonstration's beginning: targets are split by those who lead them and signed for by those who carry them. */
import { addWorkingDays } from '../../../domain/reporting/working-day.ts'
import type { Actor } from '../../../store/acting-posts.ts'
import type { Context } from '../../context.ts'
import { draftPlans } from '../../plans/plan-drafting.ts'
import { signShares } from '../../plans/plan-signing.ts'
import { listOwnShares } from '../../plans/plans.ts'
import { actAs, instant, planningDay, type Scene } from './scene.ts'
import type { Step } from './step.ts'

export function planningSteps({ programme, cast, calendar }: Scene): Step[] {
  const drafted = planningDay(programme.year)
  const signed = addWorkingDays(calendar, drafted, 2)
  const actors = (roles: readonly string[]) =>
    cast.filter(({ posts }) => posts.some(({ role }) => roles.includes(role)))
  return [
    ...actors(['lead-officer']).map((actor) => ({
      month: null,
      name: `draft ${actor.signInName}`,
      at: instant(drafted, 9, 30),
      run: (ctx: Context, scene: Scene) => draftOwn(ctx, scene, actor),
    })),
    ...actors(['lead-officer', 'district-officer']).map((actor) => ({
      month: null,
      name: `sign ${actor.signInName}`,
      at: instant(signed, 10),
      run: (ctx: Context, scene: Scene) => signOwn(ctx, scene, actor),
    })),
  ]
}

function draftOwn(ctx: Context, { programme, programmeId, plans }: Scene, actor: Actor) {
  const own = new Set(actor.posts.map(({ unitId }) => unitId))
  const led = new Set(
    programme.projects.flatMap(({ tasks }) =>
      tasks
        .filter(({ leadUnits }) => leadUnits.some(({ unitId }) => own.has(unitId)))
        .flatMap(({ indicators }) => indicators.map(({ id }) => id)),
    ),
  )
  return draftPlans(
    actAs(ctx, actor),
    programmeId,
    plans.filter(({ indicatorId }) => led.has(indicatorId)),
  )
}

async function signOwn(ctx: Context, { programmeId }: Scene, actor: Actor) {
  const as = actAs(ctx, actor)
  const own = await listOwnShares(as, programmeId)
  const open = own.filter(({ signature }) => signature === null)
  if (open.length === 0) return
  await signShares(as, programmeId, {
    decision: 'sign',
    reason: null,
    shares: open.map(({ indicatorId, version, unitId }) => ({ indicatorId, version, unitId })),
  })
}
