/** What a leader writes on a promise or on the whole programme (批示); it waits at the office for an order to follow. */
import type { IndicatorId, InstructionId, ProgrammeId } from '../../domain/values/ids.ts'
import { Problem } from '../../domain/problems/problem.ts'
import { appendLog, takeTurn } from '../../store/log.ts'
import { findGrounds, insertInstruction } from '../../store/orders.ts'
import { newId, requirePost, transaction, type Context } from '../context.ts'
import { tellInstructed } from './order-notices.ts'

/** Throws Problem 'programme.not-found' or 'order.origin-unknown'. */
export function giveInstruction(
  ctx: Context,
  programmeId: ProgrammeId,
  { indicatorId, text }: { readonly indicatorId: IndicatorId | null; readonly text: string },
) {
  const { personId, post } = requirePost(ctx, 'order.instruct')
  return transaction(ctx, async (tx) => {
    await takeTurn(tx)
    const grounds = await findGrounds(
      tx,
      programmeId,
      { indicatorId, suspicionId: null, instructionId: null },
      [],
    )
    if (!grounds) throw new Problem('programme.not-found', {})
    if (!grounds.indicator) throw new Problem('order.origin-unknown', { place: 'indicatorId' })
    const instruction = { id: newId<InstructionId>(), programmeId, indicatorId, text }
    await insertInstruction(tx, instruction, { personId, postId: post.id }, ctx.now)
    await tellInstructed(ctx, tx, instruction)
    await appendLog(tx, {
      at: ctx.now,
      personId,
      post,
      action: 'order.instruct',
      subjectKind: 'instruction',
      subjectId: instruction.id,
      details: { programmeId, indicatorId, text },
    })
    return { id: instruction.id }
  })
}
