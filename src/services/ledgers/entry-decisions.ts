/** What reviewers decide on entries: one by one, or all that wait in a cell with the cell itself. */
import type { Cell } from '../../domain/reporting/cell.ts'
import type { HeldPost } from '../../domain/duty/duty.ts'
import type { EntryId, ProgrammeId } from '../../domain/values/ids.ts'
import { Problem } from '../../domain/problems/problem.ts'
import type { TenantTransaction } from '../../store/db.ts'
import { acceptWaiting } from '../../store/entries.ts'
import { takeTurn } from '../../store/log.ts'
import { requireAccess, requirePerson, transaction, type Context } from '../context.ts'
import { getDecidingPost } from './deciding-post.ts'
import { decide, getEntry, getReason } from './entries.ts'

/**
 * Accepts all that waits in these cells: a step of the transaction that approves them, which has decided who may and
 * whose row in the log it goes into. Answers how many, and how many stay because this person entered them.
 */
export async function acceptWaitingEntries(
  ctx: Context,
  tx: TenantTransaction,
  cells: readonly Cell[],
  post: HeldPost,
): Promise<{ accepted: number; own: number }> {
  if (cells.length === 0) return { accepted: 0, own: 0 }
  await takeTurn(tx)
  return acceptWaiting(tx, cells, { by: requirePerson(ctx).id, postId: post.id, at: ctx.now })
}

/**
 * Accepts or rejects one entry, by the lead unit's head or the office. Throws Problem 'entry.not-found', 'entry.own',
 * 'entry.settled', 'entry.reason-missing' or 'access.other-unit'.
 */
export function decideEntry(
  ctx: Context,
  programmeId: ProgrammeId,
  entryId: EntryId,
  decision: 'accept' | 'reject',
  reason: string,
): Promise<{ id: EntryId }> {
  requireAccess(ctx, 'entry.decide')
  const { id: personId } = requirePerson(ctx)
  return transaction(ctx, async (tx) => {
    await takeTurn(tx)
    const entry = await getEntry(tx, programmeId, entryId)
    const post = await getDecidingPost(ctx, tx, programmeId, entry)
    if (entry.enteredBy === personId) throw new Problem('entry.own', {})
    const why = decision === 'reject' ? getReason(reason) : reason.trim() || null
    await decide(ctx, tx, entry, { decision, reason: why, personId, post })
    return { id: entry.id }
  })
}
