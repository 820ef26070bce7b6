/** What units and the office do with a supervision order. */
import {
  decideAct,
  unitActs,
  type officeActs,
  type NewFact,
  type OrderAct,
} from '../../domain/order/order-act.ts'
import { isNumbered, type LadderStep } from '../../domain/order/ladder.ts'
import { ladderRulesFor } from '../../domain/order/ladder-rules.ts'
import { orderStanding } from '../../domain/order/order.ts'
import { mayDo } from '../../domain/duty/access.ts'
import type { HeldPost } from '../../domain/duty/duty.ts'
import type { EvidenceId, PersonId, ProgrammeId, SupervisionOrderId } from '../../domain/values/ids.ts'
import { monthOfDay } from '../../domain/values/month.ts'
import { Problem } from '../../domain/problems/problem.ts'
import type { EvidenceStore } from '../../external/evidence-store.ts'
import type { TenantTransaction } from '../../store/db.ts'
import { appendLog, takeTurn } from '../../store/log.ts'
import { findOrder, type OrderPage } from '../../store/order-pages.ts'
import { insertFact, insertFiles } from '../../store/orders.ts'
import {
  dateIn,
  requireAccess,
  requireDuty,
  requirePerson,
  requirePost,
  transaction,
  type Context,
} from '../context.ts'
import { takeIn, type IncomingFile } from '../ledgers/evidence.ts'
import { calendarOf } from '../reporting/month-dates.ts'
import { numberOrder } from './orders.ts'
import {
  noticesOfOrders,
  settleOrder,
  tellLeader,
  tellOffice,
  tellUnits,
  toldOf,
  type ToldOrder,
} from './order-notices.ts'

type Proposed = Omit<OrderAct, 'kind' | 'unitId'> & { readonly evidenceIds: readonly EvidenceId[] }
export type ProposedUnitAct = Proposed & { readonly kind: (typeof unitActs)[number] }
export type ProposedOfficeAct = Proposed & { readonly kind: (typeof officeActs)[number] }

/** A unit bound to the order replies, says how it goes, or asks for a later day. Throws Problem 'order.*' or 'access.other-unit'. */
export function actForUnit(
  ctx: Context,
  programmeId: ProgrammeId,
  orderId: SupervisionOrderId,
  proposed: ProposedUnitAct,
) {
  requireAccess(ctx, 'order.reply')
  return act(ctx, programmeId, orderId, proposed, ({ order }) =>
    requireDuty(
      ctx,
      'order.reply',
      order.units.map(({ id }) => id),
    ),
  )
}

/** The office answers, climbs, stops the ladder or ends the matter. Throws Problem 'order.*'. */
export function actForOffice(
  ctx: Context,
  programmeId: ProgrammeId,
  orderId: SupervisionOrderId,
  proposed: ProposedOfficeAct,
) {
  const actor = requirePost(ctx, 'order.issue')
  return act(ctx, programmeId, orderId, proposed, () => actor)
}

type Actor = { readonly personId: PersonId; readonly post: HeldPost }

function act(
  ctx: Context,
  programmeId: ProgrammeId,
  orderId: SupervisionOrderId,
  { evidenceIds, ...proposed }: ProposedUnitAct | ProposedOfficeAct,
  actorOf: (page: OrderPage) => Actor,
) {
  return transaction(ctx, async (tx) => {
    await takeTurn(tx)
    const page = await findOrder(tx, programmeId, orderId)
    if (!page) throw new Problem('order.not-found', {})
    const { personId, post } = actorOf(page)
    const { order } = page
    const today = dateIn(ctx.now)
    const { rules } = ladderRulesFor(page.rules, monthOfDay(today))
    const isUnits = unitActs.some((kind) => kind === proposed.kind)
    const fact = decideAct(
      { feedback: order.feedback, standing: orderStanding(order.facts) },
      { ...proposed, unitId: isUnits ? post.unitId : null },
      { today, calendar: calendarOf(page), rules },
    )
    const by = { personId, postId: post.id }
    await insertFact(tx, orderId, fact, by, ctx.now)
    const files = new Set(evidenceIds)
    if ((await insertFiles(tx, orderId, fact.no, [...files])) !== files.size)
      throw new Problem('evidence.not-found', {})
    const number =
      order.number ?? (fact.step && isNumbered(fact.step) ? await numberOrder(ctx, tx, order, rules) : null)
    await tellOfAct(ctx, tx, { ...toldOf(order), number }, fact, orderStanding(order.facts).step)
    await appendLog(tx, {
      at: ctx.now,
      personId,
      post,
      action: `order.${fact.kind}`,
      subjectKind: 'supervision-order',
      subjectId: orderId,
      details: { ...fact, evidenceIds: [...files] },
    })
    return { no: fact.no, number }
  })
}

/** Whom a turn concerns; what they were told before ends with it. */
export async function tellOfAct(
  ctx: Context,
  tx: TenantTransaction,
  order: ToldOrder,
  fact: NewFact,
  before: LadderStep,
): Promise<void> {
  const step = fact.step ?? before
  const told = { step, reason: fact.reason, once: fact.no, ...(fact.dueOn && { dueOn: fact.dueOn }) }
  switch (fact.kind) {
    case 'reply':
    case 'extension':
      await settleOrder(ctx, tx, order.id, [
        'order-given',
        'order-due-soon',
        'order-lapsed',
        'order-answered',
      ])
      await tellOffice(ctx, tx, order, { ...told, kind: 'order-waiting', decision: fact.kind })
      break
    case 'feedback':
      await settleOrder(ctx, tx, order.id, ['order-due-soon', 'order-lapsed'])
      await tellOffice(ctx, tx, order, { ...told, kind: 'order-waiting', decision: fact.kind })
      break
    case 'step':
      await settleOrder(ctx, tx, order.id, noticesOfOrders)
      await tellUnits(ctx, tx, order, { ...told, kind: 'order-given' })
      break
    case 'accept':
    case 'close':
    case 'withdraw':
      await settleOrder(ctx, tx, order.id, [...noticesOfOrders, 'instruction-followed'])
      await tellUnits(ctx, tx, order, { ...told, kind: 'order-answered', decision: fact.kind })
      await tellLeader(ctx, tx, order, { ...told, kind: 'instruction-followed', decision: fact.kind })
      break
    // An answer, the ladder stopped or let go on, a file: what waited for the office has been looked at.
    default:
      await settleOrder(ctx, tx, order.id, ['order-waiting', 'order-lapsed'])
      await tellUnits(ctx, tx, order, { ...told, kind: 'order-answered', decision: fact.kind })
  }
}

/** Takes a file in for a turn to come. Throws Problem 'order.not-found', 'access.other-unit' or 'evidence.*'. */
export async function addOrderFile(
  ctx: Context,
  store: EvidenceStore,
  programmeId: ProgrammeId,
  orderId: SupervisionOrderId,
  file: IncomingFile,
): Promise<{ id: EvidenceId; known: boolean }> {
  requireAccess(ctx, 'order.file')
  const page = await transaction(ctx, (tx) => findOrder(tx, programmeId, orderId))
  if (!page) throw new Problem('order.not-found', {})
  const { personId, post } = fileDuty(ctx, page)
  return takeIn(ctx, store, file, (tx, { id, ...facts }) =>
    appendLog(tx, {
      at: ctx.now,
      personId,
      post,
      action: 'evidence.add',
      subjectKind: 'evidence',
      subjectId: id,
      details: { orderId, ...facts },
    }),
  )
}

function fileDuty(ctx: Context, { order }: OrderPage): Actor {
  if (mayDo(requirePerson(ctx).roles, 'order.issue')) return requirePost(ctx, 'order.issue')
  return requireDuty(
    ctx,
    'order.reply',
    order.units.map(({ id }) => id),
  )
}
