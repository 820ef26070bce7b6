/** What a leader writes on a promise or on the whole programme (批示); it waits at the office for an order to follow. */
import { orderNumberWords } from '../../domain/order/order-number.ts'
import type { IndicatorId, InstructionId, ProgrammeId, SupervisionOrderId } from '../../domain/values/ids.ts'
import { Problem } from '../../domain/problems/problem.ts'
import { findInstructionAtHand, insertSetAside } from '../../store/instructions.ts'
import { appendLog, takeTurn } from '../../store/log.ts'
import { findGrounds, insertInstruction } from '../../store/orders.ts'
import { newId, requirePost, transaction, type Context } from '../context.ts'
import { findOrder } from '../../store/order-pages.ts'
import { settleNotices } from '../duty/notify.ts'
import { tellInstructed, tellSetAside } from './order-notices.ts'

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

export type SettingAside = {
  readonly reason: string
  /** The order it is dealt with under; null where it is for the office to know alone (阅示). */
  readonly orderId: SupervisionOrderId | null
}

/**
 * The office says that an instruction needs no order of its own, and its leader learns why. An order that follows it later
 * takes it up again. Throws Problem 'order.instruction-not-found', 'order.instruction-followed',
 * 'order.instruction-set-aside' or 'order.merged-unknown'.
 */
export function setInstructionAside(
  ctx: Context,
  programmeId: ProgrammeId,
  instructionId: InstructionId,
  { reason, orderId }: SettingAside,
) {
  const { personId, post } = requirePost(ctx, 'order.issue')
  return transaction(ctx, async (tx) => {
    await takeTurn(tx)
    const known = await findInstructionAtHand(tx, programmeId, instructionId, orderId)
    if (!known) throw new Problem('order.instruction-not-found', {})
    if (known.isFollowed) throw new Problem('order.instruction-followed', {})
    if (known.hasOrder === false) throw new Problem('order.merged-unknown', { place: 'orderId' })
    const order = orderId === null ? undefined : (await findOrder(tx, programmeId, orderId))?.order
    await insertSetAside(tx, instructionId, { reason, orderId }, { personId, postId: post.id }, ctx.now)
    await settleNotices(ctx, tx, { kinds: ['instruction-given'], about: instructionId })
    await tellSetAside(
      ctx,
      tx,
      { id: instructionId, programmeId, text: known.text },
      {
        postId: known.postId,
        reason,
        under: order
          ? [order.number && orderNumberWords(order.number), order.subject].filter(Boolean).join(' ')
          : '',
      },
    )
    await appendLog(tx, {
      at: ctx.now,
      personId,
      post,
      action: 'order.set-aside',
      subjectKind: 'instruction',
      subjectId: instructionId,
      details: { programmeId, reason, orderId },
    })
    return {}
  })
}
