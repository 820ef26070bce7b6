/** Finding what looks odd while it is written, and ruling on it. Nothing here is ever in the way of a write. */
import type { Cell } from '../../domain/reporting/cell.ts'
import type { Decimal } from '../../domain/values/decimal.ts'
import type { EntryId, SuspicionId } from '../../domain/values/ids.ts'
import { Problem } from '../../domain/problems/problem.ts'
import { suspicionsOfFigure, type Ruling, type StatedFigure } from '../../domain/evidence/suspicion.ts'
import type { TenantTransaction } from '../../store/db.ts'
import { appendLog, takeTurn } from '../../store/log.ts'
import { findSuspicionAtHand, insertRuling } from '../../store/suspicion-rulings.ts'
import * as stored from '../../store/suspicions.ts'
import { requireAccess, requirePerson, transaction, type Context } from '../context.ts'
import { getDecidingPost } from './deciding-post.ts'

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

/**
 * A reviewer's word: the head of the unit that leads the plan, or the office. Throws Problem 'suspicion.not-found',
 * 'suspicion.own', 'suspicion.reason-missing', 'suspicion.overtaken' or 'access.other-unit'.
 */
export function ruleOnSuspicion(
  ctx: Context,
  id: SuspicionId,
  { seen, ruling, reason }: { readonly seen: number; readonly ruling: Ruling; readonly reason: string },
): Promise<{ id: SuspicionId }> {
  requireAccess(ctx, 'entry.decide')
  const { id: personId } = requirePerson(ctx)
  const why = reason.trim()
  if (why === '') throw new Problem('suspicion.reason-missing', { place: 'reason' })
  return transaction(ctx, async (tx) => {
    await takeTurn(tx)
    const suspicion = await findSuspicionAtHand(tx, id)
    if (!suspicion) throw new Problem('suspicion.not-found', {})
    const post = await getDecidingPost(ctx, tx, suspicion.programmeId, suspicion)
    if (suspicion.doneBy.includes(personId)) throw new Problem('suspicion.own', {})
    if (suspicion.rulings !== seen) throw new Problem('suspicion.overtaken', {})
    const no = seen + 1
    await insertRuling(tx, {
      suspicionId: id,
      no,
      ruling,
      reason: why,
      by: personId,
      postId: post.id,
      at: ctx.now,
    })
    const { indicatorId, unitId, month } = suspicion
    await appendLog(tx, {
      at: ctx.now,
      personId,
      post,
      action: 'suspicion.rule',
      subjectKind: 'suspicion',
      subjectId: id,
      details: { no, ruling, reason: why, cell: { indicatorId, unitId, month } },
    })
    return { id }
  })
}
