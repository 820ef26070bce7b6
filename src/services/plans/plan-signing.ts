/** What follows a draft: units sign for their shares or object, the office consents to a change or refuses it. */
import type { IndicatorId, ProgrammeId } from '../../domain/values/ids.ts'
import type { HeldPost } from '../../domain/duty/duty.ts'
import type { ConsentDecision, SignatureDecision } from '../../domain/plan/plan.ts'
import { Problem } from '../../domain/problems/problem.ts'
import { listPlanVersions } from '../../store/plan-pages.ts'
import { appendLog } from '../../store/log.ts'
import {
  insertConsents,
  insertSignatures,
  listLatestSignatures,
  listPlannable,
  type Plannable,
  type SignedShare,
} from '../../store/plans.ts'
import { dateIn, requireAccess, requireDuty, requirePost, transaction, type Context } from '../context.ts'
import { notify } from '../duty/notify.ts'
import {
  promiseName,
  settleConsents,
  tellOfSignatures,
  tellUnitsToSign,
  type GivenSignature,
} from './plan-notices.ts'

export type SignRequest = {
  readonly decision: SignatureDecision
  readonly reason: string | null
  readonly shares: readonly SignedShare[]
}

/** One word on many shares of the plans in force. Throws Problem 'plan.*' or 'access.other-unit'; then nothing is signed. */
export function signShares(
  ctx: Context,
  programmeId: ProgrammeId,
  { decision, reason, shares }: SignRequest,
): Promise<{ signed: number }> {
  requireAccess(ctx, 'plan.sign')
  if (decision === 'object' && reason === null)
    throw new Problem('plan.objection-needs-reason', { place: { field: 'reason' } })
  return transaction(ctx, async (tx) => {
    const ids = [...new Set(shares.map(({ indicatorId }) => indicatorId))]
    const promises = byId(await listPlannable(tx, programmeId, ids, dateIn(ctx.now)))
    const latest = await listLatestSignatures(tx, shares)
    const given = shares.map((share): GivenSignature & { post: HeldPost } => {
      const { personId, post } = requireDuty(ctx, 'plan.sign', [share.unitId])
      requireInForce(promises, share)
      const before = latest.find(
        (each) => each.indicatorId === share.indicatorId && each.unitId === share.unitId,
      )
      if (before?.decision === decision && decision === 'sign')
        throw new Problem('plan.already-decided', { place: share })
      return {
        indicatorId: share.indicatorId,
        version: share.version,
        unitId: share.unitId,
        no: (before?.no ?? 0) + 1,
        decision,
        reason,
        signedBy: personId,
        signedPost: post.id,
        signedAt: ctx.now,
        post,
        unit: post.unit,
        promise: promises.get(share.indicatorId),
      }
    })
    await insertSignatures(tx, given)
    for (const { indicatorId, version, unitId, signedBy, post } of given)
      await appendLog(tx, {
        at: ctx.now,
        personId: signedBy,
        post,
        action: `plan.${decision}`,
        subjectKind: 'indicator',
        subjectId: indicatorId,
        details: { version, unitId, reason },
      })
    await tellOfSignatures(ctx, tx, programmeId, given)
    return { signed: given.length }
  })
}

function requireInForce(promises: ReadonlyMap<IndicatorId, Plannable>, share: SignedShare): void {
  const inForce = promises.get(share.indicatorId)?.inForce
  if (inForce?.version !== share.version || !inForce.unitIds.includes(share.unitId))
    throw new Problem('plan.not-in-force', { place: share })
}

export type ConsentRequest = {
  readonly decision: ConsentDecision
  readonly reason: string | null
  readonly plans: readonly { readonly indicatorId: IndicatorId; readonly version: number }[]
}

/** The office's word on versions that wait for it. Throws Problem 'plan.*'; then nothing is decided. */
export function decideOnPlans(
  ctx: Context,
  programmeId: ProgrammeId,
  { decision, reason, plans }: ConsentRequest,
): Promise<{ decided: number }> {
  const { personId, post } = requirePost(ctx, 'plan.consent')
  if (decision === 'refuse' && reason === null)
    throw new Problem('plan.refusal-needs-reason', { place: { field: 'reason' } })
  return transaction(ctx, async (tx) => {
    const ids = plans.map(({ indicatorId }) => indicatorId)
    const promises = byId(await listPlannable(tx, programmeId, ids, dateIn(ctx.now)))
    for (const plan of plans) {
      const latest = promises.get(plan.indicatorId)?.latest
      if (latest?.version !== plan.version || !latest.awaitsConsent)
        throw new Problem('plan.no-consent-asked', { place: plan })
    }
    await insertConsents(
      tx,
      plans.map(({ indicatorId, version }) => ({
        indicatorId,
        version,
        decision,
        reason,
        decidedBy: personId,
        decidedPost: post.id,
        decidedAt: ctx.now,
      })),
    )
    for (const { indicatorId, version } of plans) {
      const promise = promises.get(indicatorId)
      await appendLog(tx, {
        at: ctx.now,
        personId,
        post,
        action: `plan.${decision}`,
        subjectKind: 'indicator',
        subjectId: indicatorId,
        details: { version, reason },
      })
      await notify(
        ctx,
        tx,
        {
          kind: 'plan-decided',
          programmeId,
          indicatorId,
          unitId: null,
          month: null,
          details: { promise: promiseName(promise), decision, reason },
          onceKey: `plan-decided:${indicatorId}:${version}`,
        },
        { roles: ['lead-officer'], unitId: promise?.latest?.leadUnitId ?? null },
      )
      if (decision !== 'consent') continue
      const versions = (await listPlanVersions(tx, programmeId, indicatorId)) ?? []
      const open = versions[0]?.shares.filter(({ signature }) => signature?.decision !== 'sign') ?? []
      const unitIds = open.map(({ unitId }) => unitId)
      await tellUnitsToSign(ctx, tx, programmeId, [{ indicatorId, promise: promiseName(promise), unitIds }])
    }
    await settleConsents(ctx, tx, programmeId, ids)
    return { decided: plans.length }
  })
}

function byId(plannable: readonly Plannable[]): ReadonlyMap<IndicatorId, Plannable> {
  return new Map(plannable.map((one) => [one.indicatorId, one]))
}
