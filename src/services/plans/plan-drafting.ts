/** Splitting targets: one plan or many in one transaction, all or nothing. */
import type { IndicatorId, ProgrammeId, UnitId } from '../../domain/values/ids.ts'
import { planFaults, type PlanFault } from '../../domain/plan/plan-check.ts'
import { planMonths, type PlanDraft } from '../../domain/plan/plan.ts'
import { Problem } from '../../domain/problems/problem.ts'
import type { PlanPlace } from '../../domain/problems/problems-of-plans.ts'
import type { Unit } from '../../domain/programme/unit.ts'
import type { TenantTransaction } from '../../store/db.ts'
import { appendLog } from '../../store/log.ts'
import { insertPlanVersions, listPlannable, type NewPlanVersion, type Plannable } from '../../store/plans.ts'
import { listUnits } from '../../store/units.ts'
import { dateIn, requireAccess, requireDuty, transaction, type Context } from '../context.ts'
import { tellOfDrafts } from './plan-notices.ts'

export type DraftedPlan = {
  readonly indicatorId: IndicatorId
  readonly version: number
  readonly needsConsent: boolean
}

/**
 * Appends a version to the plan of each promise. Throws Problem 'plan.*' naming the place at fault, or
 * 'access.other-unit' where somebody drafts for a task that no unit of theirs leads.
 */
export function draftPlans(
  ctx: Context,
  programmeId: ProgrammeId,
  drafts: readonly PlanDraft[],
): Promise<DraftedPlan[]> {
  requireAccess(ctx, 'plan.draft')
  return transaction(ctx, async (tx) => {
    const at = dateIn(ctx.now)
    const ids = drafts.map(({ indicatorId }) => indicatorId)
    const twice = ids.find((id, index) => ids.indexOf(id) !== index)
    if (twice !== undefined) throw new Problem('plan.promise-twice', { place: { indicatorId: twice } })
    const plannable = new Map(
      (await listPlannable(tx, programmeId, ids, at)).map((one) => [one.indicatorId, one]),
    )
    const units = new Map((await listUnits(tx, at)).map((unit) => [unit.id, unit]))
    const versions = drafts.map((draft) => {
      const promise = plannable.get(draft.indicatorId)
      if (!promise) throw new Problem('plan.no-such-promise', { place: { indicatorId: draft.indicatorId } })
      return acceptDraft(ctx, programmeId, promise, draft, units)
    })
    await insertPlanVersions(tx, versions)
    for (const version of versions) await logDraft(ctx, tx, version)
    await tellOfDrafts(ctx, tx, programmeId, versions, plannable)
    return versions.map(({ indicatorId, version, needsConsent }) => ({ indicatorId, version, needsConsent }))
  })
}

/** Decides on one draft: who may, on what it builds, whether it can stand, whether the office is asked. */
function acceptDraft(
  ctx: Context,
  programmeId: ProgrammeId,
  promise: Plannable,
  draft: PlanDraft,
  units: ReadonlyMap<UnitId, Unit>,
): NewPlanVersion {
  const { personId, post } = requireDuty(ctx, 'plan.draft', promise.leadUnitIds)
  const { latest, target } = promise
  const words = `${target.action}${target.object}`
  const place = (fault?: Pick<PlanFault, 'unitId' | 'field'>): PlanPlace => ({
    indicatorId: promise.indicatorId,
    promise: words,
    unitId: fault?.unitId ?? null,
    unit: fault?.unitId ? (units.get(fault.unitId)?.name ?? null) : null,
    field: fault?.field ?? 'reason',
  })
  if (draft.basedOn !== (latest?.version ?? 0))
    throw new Problem('plan.overtaken', {
      indicatorId: promise.indicatorId,
      promise: words,
      version: latest?.version ?? null,
      by: latest?.by ?? null,
    })
  const stranger = draft.shares.find(({ unitId }) => (units.get(unitId)?.kind ?? 'group') === 'group')
  if (stranger)
    throw new Problem('plan.no-such-unit', { place: place({ unitId: stranger.unitId, field: 'value' }) })
  const [fault] = planFaults(target, draft, planMonths(promise.year, promise.deadline))
  if (fault) throw new Problem('plan.fault', { place: place(fault), why: fault.why })
  if (promise.everSigned && draft.reason === null) throw new Problem('plan.reason-needed', { place: place() })
  return {
    ...draft,
    programmeId,
    version: draft.basedOn + 1,
    // The unit that split it goes on reviewing it when the officer has several that lead the task.
    leadUnitId: leadOf(ctx, promise) ?? post.unitId,
    amendmentNo: promise.amendmentNo,
    needsConsent: promise.everSigned,
    draftedBy: personId,
    draftedPost: post.id,
    draftedAt: ctx.now,
  }
}

function leadOf(ctx: Context, { latest, leadUnitIds }: Plannable): UnitId | undefined {
  const own = new Set(
    ctx.person?.posts.filter(({ role }) => role === 'lead-officer').map(({ unitId }) => unitId),
  )
  if (latest && own.has(latest.leadUnitId) && leadUnitIds.includes(latest.leadUnitId))
    return latest.leadUnitId
  // The first printed of those one acts for.
  return leadUnitIds.find((unitId) => own.has(unitId))
}

function logDraft(ctx: Context, tx: TenantTransaction, plan: NewPlanVersion): Promise<void> {
  return appendLog(tx, {
    at: ctx.now,
    personId: plan.draftedBy,
    post: ctx.person?.posts.find(({ id }) => id === plan.draftedPost),
    action: 'plan.draft',
    subjectKind: 'indicator',
    subjectId: plan.indicatorId,
    details: {
      version: plan.version,
      leadUnitId: plan.leadUnitId,
      curve: plan.curve,
      basis: plan.basis,
      baseName: plan.baseName,
      reason: plan.reason,
      needsConsent: plan.needsConsent,
      shares: plan.shares.map(({ unitId, value, denominator }) => ({ unitId, value, denominator })),
    },
  })
}
