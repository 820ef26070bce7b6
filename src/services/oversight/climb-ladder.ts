/**
 * What the ladder does by itself every day: what has lapsed climbs one step where the rules say so, or is told to the
 * office; what is due soon is told to its units. Safe to run at any time, any number of times, in any number of processes.
 */
import { nextStep, isNumbered } from '../../domain/order/ladder.ts'
import { ladderRulesFor, type RecordedLadderRules } from '../../domain/order/ladder-rules.ts'
import { deadlineOf, hasLapsed, isDueSoon, orderStanding, type DatedOrder } from '../../domain/order/order.ts'
import { climbBySelf, type NewFact } from '../../domain/order/order-act.ts'
import { monthOfDay } from '../../domain/values/month.ts'
import type { PlainDate } from '../../domain/values/plain-date.ts'
import type { WorkingCalendar } from '../../domain/reporting/working-day.ts'
import type { TenantTransaction } from '../../store/db.ts'
import { appendLog, takeTurn } from '../../store/log.ts'
import { findGivenKeys } from '../../store/notices.ts'
import { listOpenOrders, type LadderFacts, type StoredOrder } from '../../store/order-pages.ts'
import { insertFact } from '../../store/orders.ts'
import { dateIn, transaction, type Context } from '../context.ts'
import { calendarOf } from '../reporting/month-dates.ts'
import { tellOfAct } from './order-acts.ts'
import { numberOrder } from './orders.ts'
import { onceKeyOf, settleOrder, tellOffice, tellUnits, toldOf, type Told } from './order-notices.ts'

/** How many climbed, and how many notices were given that nobody had yet. */
export async function climbLadder(ctx: Context): Promise<{ climbed: number; told: number }> {
  const idle = await transaction(ctx, async (tx) => (await findWork(ctx, tx)).length === 0)
  if (idle) return { climbed: 0, told: 0 }
  return transaction(ctx, async (tx) => {
    // Looked for again in turn: another process may have done it, or a unit replied.
    await takeTurn(tx)
    let climbed = 0
    let told = 0
    for (const { order, climb, reminder, rules } of await findWork(ctx, tx)) {
      if (climb) {
        await climbOne(ctx, tx, order, climb, rules)
        climbed += 1
      } else if (reminder) told += await tell(ctx, tx, order, reminder)
    }
    return { climbed, told }
  })
}

type Work = {
  readonly order: StoredOrder
  readonly climb: NewFact | undefined
  readonly reminder: Told | undefined
  readonly rules: RecordedLadderRules
}

/** What is to be done today and was not yet. */
async function findWork(ctx: Context, tx: TenantTransaction): Promise<readonly Work[]> {
  const page = await listOpenOrders(tx)
  const work = page.orders.map((order) => workOf(order, page, dateIn(ctx.now)))
  const keyOf = ({ order, reminder }: Work) => (reminder ? onceKeyOf(order.id, reminder) : '')
  const given = await findGivenKeys(tx, work.map(keyOf).filter(Boolean))
  return work.filter((each) => each.climb ?? (each.reminder && !given.has(keyOf(each))))
}

function workOf(order: StoredOrder, page: LadderFacts, today: PlainDate): Work {
  const dated = { feedback: order.feedback, standing: orderStanding(order.facts) }
  const rules = ladderRulesFor(page.rules, monthOfDay(today))
  const calendar = calendarOf(page)
  return {
    order,
    rules,
    // What is closed is off the list: the office ends what is open about it, or goes on by hand.
    climb: order.closedOn === null ? climbBySelf(dated, rules, { today, calendar }) : undefined,
    reminder: reminderOf(order, dated, calendar, today),
  }
}

/** Once for each deadline: before it the units; after it also the office, which decides what does not climb by itself. */
function reminderOf(
  { closedOn }: StoredOrder,
  dated: DatedOrder,
  calendar: WorkingCalendar,
  today: PlainDate,
): Told | undefined {
  const dueOn = deadlineOf(dated, calendar)
  const { step, held } = dated.standing
  const told = { step, dueOn, once: dueOn }
  if (hasLapsed(dated, calendar, today))
    return {
      ...told,
      kind: 'order-lapsed',
      decision: held || closedOn !== null || nextStep(step) === undefined ? 'stays' : 'climbs',
    }
  return isDueSoon(dated, calendar, today) ? { ...told, kind: 'order-due-soon' } : undefined
}

async function tell(
  ctx: Context,
  tx: TenantTransaction,
  order: StoredOrder,
  reminder: Told,
): Promise<number> {
  // What units were told before is in it.
  await settleOrder(ctx, tx, order.id, ['order-given', 'order-answered', 'order-due-soon'])
  if (reminder.kind === 'order-due-soon') return tellUnits(ctx, tx, toldOf(order), reminder)
  const toUnits = await tellUnits(ctx, tx, toldOf(order), { ...reminder, decision: 'reply' })
  return toUnits + (await tellOffice(ctx, tx, toldOf(order), reminder))
}

async function climbOne(
  ctx: Context,
  tx: TenantTransaction,
  order: StoredOrder,
  fact: NewFact,
  { rules }: RecordedLadderRules,
): Promise<void> {
  await insertFact(tx, order.id, fact, null, ctx.now)
  const needsNumber = order.number === null && fact.step !== null && isNumbered(fact.step)
  const number = needsNumber ? await numberOrder(ctx, tx, order, rules) : order.number
  await tellOfAct(ctx, tx, { ...toldOf(order), number }, fact, orderStanding(order.facts).step)
  await appendLog(tx, {
    at: ctx.now,
    personId: null,
    action: 'order.step',
    subjectKind: 'supervision-order',
    subjectId: order.id,
    details: { ...fact, number },
  })
}
