/** The days between: the ladder climbs by itself, units reply, the office answers. */
import { nextTurn } from '../../../domain/simulation/demonstration-oversight.ts'
import { orderStanding } from '../../../domain/order/order.ts'
import type { Period } from '../../../domain/reporting/period.ts'
import { addWorkingDays } from '../../../domain/reporting/working-day.ts'
import type { PlainDate } from '../../../domain/values/plain-date.ts'
import { listOpenOrders, type StoredOrder } from '../../../store/order-pages.ts'
import { dateIn, transaction, type Context } from '../../context.ts'
import { climbLadder } from '../../oversight/climb-ladder.ts'
import { actForOffice, actForUnit } from '../../oversight/order-acts.ts'
import { actAs, actorWith, instant, officerOf, type Scene } from './scene.ts'
import type { Step } from './step.ts'

/** Every second working day until the next month opens; after the last until everything is answered. */
export function supervisionSteps(scene: Scene, { month, opensOn, dueOn }: Period): Step[] {
  const { calendar, periods } = scene
  const next = periods.find((each) => each.month > month)
  const until = next?.opensOn ?? addWorkingDays(calendar, dueOn, 16)
  const days: PlainDate[] = []
  for (let day = addWorkingDays(calendar, opensOn, 1); day < until; day = addWorkingDays(calendar, day, 2))
    days.push(day)
  return days.map((day) => ({
    month: month.slice(0, 7),
    name: `supervision ${day}`,
    at: instant(day, 16, 30),
    run: supervise,
  }))
}

async function supervise(ctx: Context, scene: Scene): Promise<void> {
  await climbLadder(ctx)
  const { orders } = await transaction(ctx, listOpenOrders)
  for (const order of orders) await takeTurnOf(ctx, scene, order)
}

async function takeTurnOf(
  ctx: Context,
  { seed, cast, programmeId, calendar }: Scene,
  order: StoredOrder,
): Promise<void> {
  const { id, facts, promise, month, units } = order
  const standing = orderStanding(facts)
  const key = `${promise?.task ?? ''} ${promise?.sentence ?? ''} ${month ?? 'instruction'}`
  const today = dateIn(ctx.now)
  const turn = nextTurn(seed, { key, facts, standing }, today)
  if (!turn) return
  const later = { seen: standing.seen, evidenceIds: [] }
  switch (turn.kind) {
    case 'reply':
    case 'extension': {
      const lead = units.find(({ duty }) => duty === 'lead')
      const officer = lead && officerOf(cast, lead.id)
      if (!officer) return
      const dueOn = turn.kind === 'extension' ? addWorkingDays(calendar, standing.dueOn, 5) : null
      await actForUnit(actAs(ctx, officer), programmeId, id, { ...turn, ...later, kind: turn.kind, dueOn })
      return
    }
    default: {
      const dueOn = {
        accept: null,
        extend: standing.waiting?.askedFor ?? null,
        return: addWorkingDays(calendar, today, 5),
      }[turn.kind]
      const office = actAs(ctx, actorWith(cast, 'supervisor'))
      await actForOffice(office, programmeId, id, { ...turn, ...later, kind: turn.kind, dueOn })
    }
  }
}
