/** The rules of the ladder: read, and set from a month on. */
import { checkLadderRules, type RecordedLadderRules } from '../../domain/order/ladder-rules.ts'
import { monthOfDay } from '../../domain/values/month.ts'
import { Problem } from '../../domain/problems/problem.ts'
import { insertLadderRules, listLadderRules } from '../../store/ladder-rules.ts'
import { appendLog, takeTurn } from '../../store/log.ts'
import { dateIn, requireAccess, requirePost, transaction, type Context } from '../context.ts'

export async function getLadderRules(ctx: Context) {
  requireAccess(ctx, 'order.read')
  const recorded = await transaction(ctx, listLadderRules)
  return { recorded, thisMonth: monthOfDay(dateIn(ctx.now)) }
}

export type NewLadderRules = RecordedLadderRules & { readonly reason: string }

/**
 * Rules from this month or a later one. Throws Problem 'ladder-rules.out-of-order', 'ladder-rules.month-past' or
 * 'ladder-rules.overtaken'.
 */
export function setLadderRules(ctx: Context, { no, fromMonth, rules, reason }: NewLadderRules) {
  const { personId, post } = requirePost(ctx, 'ladder.set')
  checkLadderRules(rules)
  if (fromMonth < monthOfDay(dateIn(ctx.now)))
    throw new Problem('ladder-rules.month-past', { month: fromMonth })
  return transaction(ctx, async (tx) => {
    await takeTurn(tx)
    if (no !== (await listLadderRules(tx)).length + 1) throw new Problem('ladder-rules.overtaken', {})
    await insertLadderRules(tx, { no, fromMonth, rules, reason, by: personId, postId: post.id, at: ctx.now })
    await appendLog(tx, {
      at: ctx.now,
      personId,
      post,
      action: 'ladder.set',
      subjectKind: 'tenant',
      subjectId: ctx.tenantId,
      details: { no, fromMonth, rules, reason },
    })
    return { no }
  })
}
