/** Finding what looks odd while it is written, and ruling on it. Nothing here is ever in the way of a write. */
import type { Cell } from '../domain/cell.ts'
import type { Decimal } from '../domain/decimal.ts'
import type { EntryId, SuspicionId } from '../domain/ids.ts'
import { Problem } from '../domain/problem.ts'
import { suspicionsOfFigure, type StatedFigure } from '../domain/suspicion.ts'
import type { TenantTransaction } from '../store/db.ts'
import { appendLog } from '../store/log.ts'
import * as stored from '../store/suspicions.ts'
import { requirePost, transaction, type Context } from './context.ts'

/** For entries that were just added: named one by one, or all of a load. One statement a rule. */
export function findSuspicionsOfEntries(
  ctx: Context,
  tx: TenantTransaction,
  added: readonly EntryId[] | stored.NewEntries,
): Promise<void> {
  const entries = 'length' in added ? { entryIds: added } : added
  return stored.findInEntries(tx, ctx.now, entries, ctx.boundaries ?? [])
}

/** For evidence that was just linked. */
export function findSuspicionsOfEvidence(
  ctx: Context,
  tx: TenantTransaction,
  linkIds: readonly string[],
): Promise<void> {
  return stored.findInEvidence(tx, ctx.now, linkIds, ctx.boundaries ?? [])
}

/**
 * For a figure that was just stated. `increment` is what it adds in its month, `history` what the earlier months added,
 * oldest first.
 */
export function findSuspicionsOfActual(
  ctx: Context,
  tx: TenantTransaction,
  cell: Cell,
  stated: StatedFigure & { readonly increment: Decimal | null },
  history: readonly Decimal[],
): Promise<void> {
  return stored.keepFigureSuspicions(tx, ctx.now, cell, suspicionsOfFigure(stated, stated.increment, history))
}

/** A reviewer's word. Throws Problem 'suspicion.not-found', 'suspicion.reason-missing' or 'suspicion.overtaken'. */
export function ruleOnSuspicion(
  ctx: Context,
  id: SuspicionId,
  {
    seen,
    ruling,
    reason,
  }: { readonly seen: number; readonly ruling: 'explained' | 'upheld'; readonly reason: string },
): Promise<{ id: SuspicionId }> {
  const { personId, post } = requirePost(ctx, 'entry.decide')
  const why = reason.trim()
  if (why === '') throw new Problem('suspicion.reason-missing', { place: 'reason' })
  return transaction(ctx, async (tx) => {
    const rulings = await stored.findRulings(tx, id)
    if (rulings === undefined) throw new Problem('suspicion.not-found', {})
    if (rulings !== seen) throw new Problem('suspicion.overtaken', {})
    await stored.insertRuling(tx, {
      suspicionId: id,
      no: seen + 1,
      ruling,
      reason: why,
      by: personId,
      postId: post.id,
      at: ctx.now,
    })
    await appendLog(tx, {
      at: ctx.now,
      personId,
      action: 'suspicion.rule',
      subjectKind: 'suspicion',
      subjectId: id,
      details: { no: seen + 1, ruling, reason: why },
    })
    return { id }
  })
}
