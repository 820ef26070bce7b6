/** Reading plans: the overview of a programme, one promise's plan, a unit's shares. */
import type { IndicatorId, ProgrammeId } from '../domain/ids.ts'
import { mayDo } from '../domain/access.ts'
import { Problem } from '../domain/problem.ts'
import {
  findPlanOverview,
  listPlanVersions,
  listSharesOf,
  type PlanOverview,
  type PlanVersionRecord,
  type ShareToSign,
} from '../store/plan-pages.ts'
import { dateIn, requireAccess, requirePerson, transaction, type Context } from './context.ts'

/** Throws Problem 'programme.not-found'. */
export async function getPlanOverview(ctx: Context, id: ProgrammeId): Promise<PlanOverview> {
  requireAccess(ctx, 'plan.read')
  const overview = await transaction(ctx, (tx) => findPlanOverview(tx, id, dateIn(ctx.now)))
  if (!overview) throw new Problem('programme.not-found', {})
  return overview
}

/** Throws Problem 'plan.no-such-promise'. */
export async function getPlanVersions(
  ctx: Context,
  programmeId: ProgrammeId,
  indicatorId: IndicatorId,
): Promise<PlanVersionRecord[]> {
  requireAccess(ctx, 'plan.read')
  const versions = await transaction(ctx, (tx) => listPlanVersions(tx, programmeId, indicatorId))
  if (!versions) throw new Problem('plan.no-such-promise', { place: { indicatorId } })
  return versions
}

/** The shares of every unit that the person signs for. */
export function listOwnShares(ctx: Context, programmeId: ProgrammeId): Promise<ShareToSign[]> {
  requireAccess(ctx, 'plan.sign')
  const { posts } = requirePerson(ctx)
  const unitIds = posts.filter(({ role }) => mayDo([role], 'plan.sign')).map(({ unitId }) => unitId)
  return transaction(ctx, (tx) => listSharesOf(tx, programmeId, unitIds))
}
