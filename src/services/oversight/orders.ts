/** Supervision orders: the list, one order, and issuing one. */
import { mayDo } from '../../domain/duty/access.ts'
import { suspicionSentence } from '../../domain/evidence/suspicion.ts'
import { isLagging } from '../../domain/light/light-level.ts'
import { lightSentence } from '../../domain/light/light-sentence.ts'
import { isHigherStep, isNumbered, type LadderStep } from '../../domain/order/ladder.ts'
import { ladderRulesFor, type LadderRules, type StartCause } from '../../domain/order/ladder-rules.ts'
import {
  deadlineOf,
  orderStanding,
  phaseOfOrder,
  type DatedOrder,
  type OrderOrigin,
} from '../../domain/order/order.ts'
import { dayToCome } from '../../domain/order/order-act.ts'
import type { OrderNumber } from '../../domain/order/order-number.ts'
import type { IndicatorId, ProgrammeId, SupervisionOrderId } from '../../domain/values/ids.ts'
import { monthOfDay, type Month } from '../../domain/values/month.ts'
import type { PlainDate } from '../../domain/values/plain-date.ts'
import { Problem } from '../../domain/problems/problem.ts'
import type { WorkingCalendar } from '../../domain/reporting/working-day.ts'
import type { TenantTransaction } from '../../store/db.ts'
import { listLadderRules } from '../../store/ladder-rules.ts'
import { appendLog, takeTurn } from '../../store/log.ts'
import { findOrder, findOrders, type StoredOrder } from '../../store/order-pages.ts'
import {
  findGrounds,
  insertFact,
  insertOrder,
  takeNumber,
  type NewOrder,
  type Recorder,
} from '../../store/orders.ts'
import { dateIn, newId, requireAccess, requirePost, transaction, type Context } from '../context.ts'
import { settleNotices } from '../duty/notify.ts'
import { calendarOf } from '../reporting/month-dates.ts'
import { judgedLights } from './lights.ts'
import { tellLeader, tellUnits } from './order-notices.ts'

/** Throws Problem 'programme.not-found'. */
export async function getOrders(ctx: Context, programmeId: ProgrammeId) {
  requireAccess(ctx, 'order.read')
  const page = await transaction(ctx, (tx) => findOrders(tx, programmeId))
  if (!page) throw new Problem('programme.not-found', {})
  const today = dateIn(ctx.now)
  const calendar = calendarOf(page)
  const { orders, rules, days, instructions, setAside, programme } = page
  // What no order follows yet is between leaders and the office.
  const mayKnow = (['order.issue', 'order.instruct'] as const).some((action) =>
    mayDo(ctx.person?.roles ?? [], action),
  )
  return {
    programme,
    instructions: mayKnow ? instructions : [],
    setAside: mayKnow ? setAside : [],
    today,
    days,
    rules: ladderRulesFor(rules, monthOfDay(today)),
    orders: orders.map(({ facts, content: _content, ...order }) => ({
      ...order,
      ...standingOn({ ...order, facts }, calendar, today),
    })),
  }
}

/** Throws Problem 'order.not-found'. */
export async function getOrder(ctx: Context, programmeId: ProgrammeId, orderId: SupervisionOrderId) {
  requireAccess(ctx, 'order.read')
  const page = await transaction(ctx, (tx) => findOrder(tx, programmeId, orderId))
  if (!page) throw new Problem('order.not-found', {})
  const today = dateIn(ctx.now)
  const { order, rules, days, programme } = page
  return {
    programme,
    today,
    days,
    rules: ladderRulesFor(rules, monthOfDay(today)),
    order: { ...order, ...standingOn(order, calendarOf({ days }), today) },
  }
}

function standingOn(
  { feedback, facts }: Pick<StoredOrder, 'feedback' | 'facts'>,
  calendar: WorkingCalendar,
  today: PlainDate,
) {
  const dated: DatedOrder = { feedback, standing: orderStanding(facts) }
  return {
    standing: dated.standing,
    phase: phaseOfOrder(dated, calendar, today),
    deadline: deadlineOf(dated, calendar),
  }
}

/** What the office fills in; the rest follows from what it rests on. */
export type OrderToIssue = Omit<NewOrder, 'id' | 'programmeId' | 'ground' | 'origin'> & {
  readonly step: LadderStep
  readonly dueOn: PlainDate
  /** Why it starts higher than the rules say. */
  readonly reason: string
}

/**
 * Issues an order and gives it its number where its step has one. Throws Problem 'programme.not-found',
 * 'order.origin-unknown', 'order.units-wrong', 'order.start-reason-missing', 'order.due-past' or
 * 'order.instruction-followed'.
 */
export function issueOrder(ctx: Context, programmeId: ProgrammeId, form: OrderToIssue) {
  const { personId, post } = requirePost(ctx, 'order.issue')
  return transaction(ctx, async (tx) => {
    await takeTurn(tx)
    const unitIds = [form.leadUnitId, ...form.cooperatingUnitIds]
    const grounds = await findGrounds(tx, programmeId, form, unitIds)
    if (!grounds) throw new Problem('programme.not-found', {})
    const { suspicion, instructedBy } = grounds
    const isKnown =
      grounds.indicator &&
      (form.suspicionId === null || suspicion !== null) &&
      (form.instructionId === null || instructedBy !== null)
    if (!isKnown) throw new Problem('order.origin-unknown', { place: 'origin' })
    if (grounds.units.length !== unitIds.length)
      throw new Problem('order.units-wrong', { place: 'leadUnitId' })
    const origin = originOf(form)
    const light = origin === 'light' ? await lightGround(ctx, tx, programmeId, form) : null
    const { rules } = ladderRulesFor(await listLadderRules(tx), monthOfDay(dateIn(ctx.now)))
    checkStart(form, rules, light?.cause ?? causeOf(origin))
    dayToCome(form.dueOn, dateIn(ctx.now))
    const order = {
      ...form,
      id: newId<SupervisionOrderId>(),
      programmeId,
      origin,
      ground: light?.ground ?? (suspicion && suspicionSentence(suspicion.kind, suspicion.details, 'zh')),
    }
    const number = await openOrder(
      ctx,
      tx,
      order,
      { personId, postId: post.id },
      {
        rules,
        step: form.step,
        dueOn: form.dueOn,
        reason: form.reason.trim() || null,
        ruleNo: null,
      },
    )
    if (form.instructionId !== null) {
      await settleNotices(ctx, tx, {
        kinds: ['instruction-given', 'instruction-set-aside'],
        about: form.instructionId,
      })
      const { step, dueOn } = form
      const issued = { ...order, number, unitIds, instructedBy }
      await tellLeader(ctx, tx, issued, {
        kind: 'instruction-followed',
        step,
        dueOn,
        decision: 'issue',
        once: 1,
      })
    }
    await appendLog(tx, {
      at: ctx.now,
      personId,
      post,
      action: 'order.issue',
      subjectKind: 'supervision-order',
      subjectId: order.id,
      details: { ...form, origin, number },
    })
    return { id: order.id, number }
  })
}

function originOf({ month, suspicionId, instructionId }: OrderToIssue): OrderOrigin {
  if (instructionId !== null) return 'instruction'
  if (suspicionId !== null) return 'doubt'
  return month === null ? 'hand' : 'light'
}

function causeOf(origin: OrderOrigin): StartCause {
  return origin === 'light' ? 'behind' : origin
}

/** Lower than the rules say is mild and needs no reason; higher does. */
function checkStart({ step, reason }: OrderToIssue, { starts }: LadderRules, cause: StartCause): void {
  if (!isHigherStep(step, starts[cause]) || reason.trim() !== '') return
  throw new Problem('order.start-reason-missing', {
    place: 'reason',
    usual: starts[cause],
    step,
  })
}

/** The sentence of the light as it is now, and what by the rules it starts with. */
async function lightGround(
  ctx: Context,
  tx: TenantTransaction,
  programmeId: ProgrammeId,
  { indicatorId, month }: { readonly indicatorId: IndicatorId | null; readonly month: Month | null },
): Promise<{ ground: string; cause: StartCause }> {
  const { subjects, rules } = month
    ? await judgedLights(ctx, tx, programmeId, month)
    : { subjects: [], rules: undefined }
  const light = subjects.find(({ scope, subjectId }) => scope === 'indicator' && subjectId === indicatorId)
  if (!light || !rules) throw new Problem('order.origin-unknown', { place: 'indicatorId' })
  return {
    ground: lightSentence(light, rules.colours[light.level], 'zh'),
    cause: isLagging(light.level) ? (light.level as StartCause) : 'behind',
  }
}

type FirstStep = {
  readonly rules: LadderRules
  readonly step: LadderStep
  readonly dueOn: PlainDate
  readonly reason: string | null
  readonly ruleNo: number | null
}

/** Writes the matter with its first step, numbers it where that is due, and tells its units. Inside takeTurn. */
export async function openOrder(
  ctx: Context,
  tx: TenantTransaction,
  order: NewOrder,
  by: Recorder,
  { rules, step, dueOn, reason, ruleNo }: FirstStep,
): Promise<OrderNumber | null> {
  await insertOrder(tx, order, by, ctx.now)
  const fact = { no: 1, kind: 'step' as const, step, dueOn, text: null, reason, unitId: null, ruleNo }
  await insertFact(tx, order.id, fact, by, ctx.now)
  const number = isNumbered(step) ? await numberOrder(ctx, tx, order, rules) : null
  await tellUnits(
    ctx,
    tx,
    { ...order, number, unitIds: [order.leadUnitId, ...order.cooperatingUnitIds], instructedBy: null },
    { kind: 'order-given', step, dueOn, once: 1 },
  )
  return number
}

/** The next number of its series this year. */
export function numberOrder(
  ctx: Context,
  tx: TenantTransaction,
  { id, origin }: Pick<NewOrder, 'id' | 'origin'>,
  { series, instructionSeries }: LadderRules,
): Promise<OrderNumber> {
  return takeNumber(tx, id, {
    series: origin === 'instruction' ? instructionSeries : series,
    year: Number(dateIn(ctx.now).slice(0, 4)),
  })
}
