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
import { listOpenOrders, type StoredOrder } from '../../store/order-pages.ts'
import { insertFact } from '../../store/orders.ts'
import { dateIn, transaction, type Context } from '../context.ts'
import { calendarOf } from '../reporting/month-dates.ts'
import { tellOfAct } from './order-acts.ts'
import { numberOrder } from './orders.ts'
import { tellOffice, tellUnits, toldOf } from './order-notices.ts'

/** How many climbed, and how many notices were given that nobody had yet. */
export async function climbLadder(ctx: Context): Promise<{ climbed: number; told: number }> {
  const today = dateIn(ctx.now)
  const { orders } = await transaction(ctx, listOpenOrders)
  // The turn is taken only where there is something that may be done.
  if (orders.length === 0) return { climbed: 0, told: 0 }
  return transaction(ctx, async (tx) => {
    await takeTurn(tx)
    const page = await listOpenOrders(tx)
    const rules = ladderRulesFor(page.rules, monthOfDay(today))
    const calendar = calendarOf(page)
    let climbed = 0
    let told = 0
    for (const order of page.orders) {
      const dated = { feedback: order.feedback, standing: orderStanding(order.facts) }
      const fact = climbBySelf(dated, rules, { today, calendar })
      if (fact) {
        await climb(ctx, tx, order, dated, fact, rules)
        climbed += 1
      } else told += await remindOf(ctx, tx, order, dated, { today, calendar })
    }
    return { climbed, told }
  })
}

async function climb(
  ctx: Context,
  tx: TenantTransaction,
  order: StoredOrder,
  { standing }: DatedOrder,
  fact: NewFact,
  { rules }: RecordedLadderRules,
): Promise<void> {
  await insertFact(tx, order.id, fact, null, ctx.now)
  const needsNumber = order.number === null && fact.step !== null && isNumbered(fact.step)
  const number = needsNumber ? await numberOrder(ctx, tx, order, rules) : order.number
  await tellOfAct(ctx, tx, { ...toldOf(order), number }, fact, standing.step)
  await appendLog(tx, {
    at: ctx.now,
    personId: null,
    action: 'order.step',
    subjectKind: 'supervision-order',
    subjectId: order.id,
    details: { ...fact, number },
  })
}

/** Once for each deadline: before it the units, after it the office, which decides what does not climb by itself. */
async function remindOf(
  ctx: Context,
  tx: TenantTransaction,
  order: StoredOrder,
  dated: DatedOrder,
  { today, calendar }: { readonly today: PlainDate; readonly calendar: WorkingCalendar },
): Promise<number> {
  const dueOn = deadlineOf(dated, calendar)
  const { step, held } = dated.standing
  const told = { step, dueOn, once: dueOn }
  if (hasLapsed(dated, calendar, today)) {
    const given = await tellOffice(ctx, tx, toldOf(order), {
      ...told,
      kind: 'order-lapsed',
      decision: held || nextStep(step) === undefined ? 'stays' : 'climbs',
    })
    return given
  }
  if (isDueSoon(dated, calendar, today))
    return tellUnits(ctx, tx, toldOf(order), { ...told, kind: 'order-due-soon' })
  return 0
}
