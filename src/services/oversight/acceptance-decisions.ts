/** What the office decides on a claim, and who hears of it. */
import { acceptStep, type AcceptanceStep } from '../../domain/acceptance/acceptance.ts'
import { Problem } from '../../domain/problems/problem.ts'
import * as stored from '../../store/acceptance.ts'
import type { TenantTransaction } from '../../store/db.ts'
import { appendLog, takeTurn } from '../../store/log.ts'
import { requirePost, transaction, type Context } from '../context.ts'
import { notify, settleNotices } from '../duty/notify.ts'
import type { ClaimKey } from './acceptance-inspections.ts'
import { getJudgedPromise, type JudgedPromise } from './judged-promises.ts'

export type Decision = { readonly seen: number; readonly step: AcceptanceStep; readonly reason: string }

/**
 * The office accepts, returns or closes. `seen` is how many decisions there were. Throws Problem 'acceptance.not-found',
 * 'acceptance.overtaken', 'acceptance.wrong-step', 'acceptance.reason-missing' or 'acceptance.checks-failing'.
 */
export function decideClaim(
  ctx: Context,
  { programmeId, claimId }: ClaimKey,
  { seen, step, reason }: Decision,
) {
  const { personId, post } = requirePost(ctx, 'acceptance.decide')
  return transaction(ctx, async (tx) => {
    await takeTurn(tx)
    const known = await stored.findClaimAtHand(tx, programmeId, claimId, null)
    if (!known) throw new Problem('acceptance.not-found', {})
    const { promise, page } = await getJudgedPromise(ctx, tx, programmeId, known.indicatorId)
    const [latest] = page.beside.claims
    if (latest?.id !== claimId || known.steps.length !== seen) throw new Problem('acceptance.overtaken', {})
    acceptStep(promise.state, step, reason, promise.checks)
    const no = seen + 1
    const why = reason.trim() || null
    const { checks } = promise
    const acting = { by: personId, postId: post.id, at: ctx.now }
    await stored.insertStep(tx, { ...acting, claimId, no, step, reason: why, checks })
    await tellOfStep(ctx, tx, promise, { programmeId, claimId, step, no, reason: reason.trim() })
    await appendLog(tx, {
      at: ctx.now,
      personId,
      post,
      action: `acceptance.${step}`,
      subjectKind: 'indicator',
      subjectId: known.indicatorId,
      details: { claimId, no, reason: why, checks },
    })
    return { no }
  })
}

const kindOf = {
  accept: 'acceptance-accepted',
  return: 'acceptance-returned',
  close: 'acceptance-closed',
} as const satisfies Record<AcceptanceStep, string>

/** The lead unit hears of it; what the office was asked to do is done. */
async function tellOfStep(
  ctx: Context,
  tx: TenantTransaction,
  { id: indicatorId, leadUnitId, sentence }: JudgedPromise,
  decided: ClaimKey & { readonly step: AcceptanceStep; readonly no: number; readonly reason: string },
): Promise<void> {
  const { programmeId, claimId, step, no, reason } = decided
  await settleNotices(ctx, tx, { kinds: ['acceptance-claimed'], programmeId, indicatorIds: [indicatorId] })
  if (leadUnitId === null) return
  await notify(
    ctx,
    tx,
    {
      kind: kindOf[step],
      programmeId,
      indicatorId,
      unitId: leadUnitId,
      month: null,
      details: { promise: sentence, reason },
      onceKey: `${kindOf[step]}:${claimId}:${no}`,
    },
    { roles: ['lead-officer', 'lead-reviewer'], unitId: leadUnitId },
  )
}
