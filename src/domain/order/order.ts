/**
 * A supervised matter (glossary: 督办): a form as it was issued, and a fold over the facts that followed. The first fact is
 * the step it starts with.
 */
import { addMonths, monthOfDay } from '../values/month.ts'
import type { PlainDate } from '../values/plain-date.ts'
import type { UnitId } from '../values/ids.ts'
import { addDays, addWorkingDays, lastWorkingDay, type WorkingCalendar } from '../reporting/working-day.ts'
import type { LadderStep } from './ladder.ts'

export const orderOrigins = ['light', 'doubt', 'instruction', 'hand'] as const
export type OrderOrigin = (typeof orderOrigins)[number]

/** How often the units say how it goes: once at the end, every so many working days, or by the end of each month. */
export const feedbackKinds = ['once', 'days', 'monthly'] as const
export type FeedbackCycle = {
  readonly kind: (typeof feedbackKinds)[number]
  /** Of `days` alone. */
  readonly days: number | null
}

export const orderFactKinds = [
  'step', // the ladder
  'reply', // a unit says it is done
  'feedback', // a unit says how it goes
  'extension', // a unit asks for a later day
  'accept', // the office accepts the reply, which ends the matter
  'return', // … or returns it
  'extend', // the office grants an extension
  'refuse',
  'hold', // the office stops the ladder
  'resume',
  'attach', // the office adds a file
  'close', // the office ends it
  'withdraw', // … or takes it back
] as const
export type OrderFactKind = (typeof orderFactKinds)[number]

export type OrderFact = {
  readonly no: number
  readonly kind: OrderFactKind
  /** Of a step. */
  readonly step: LadderStep | null
  /** By when, from now on; of an extension, the day that is asked for. */
  readonly dueOn: PlainDate | null
  /** The reply, the feedback, the progress so far. */
  readonly text: string | null
  readonly reason: string | null
  /** For which unit it was sent in. */
  readonly unitId: UnitId | null
  /** The rules by which it happened by itself; null where a person did it. */
  readonly ruleNo: number | null
  /** The day in China. */
  readonly day: PlainDate
}

/** What of a fact decides where a matter stands. */
export type FoldedFact = Omit<OrderFact, 'text' | 'reason'>

export type Waiting = {
  readonly kind: 'reply' | 'extension'
  readonly no: number
  readonly unitId: UnitId | null
  readonly day: PlainDate
  /** Of an extension. */
  readonly askedFor: PlainDate | null
}

export type OrderStanding = {
  readonly state: 'open' | 'closed' | 'withdrawn'
  readonly step: LadderStep
  readonly dueOn: PlainDate
  /** Whether the ladder is stopped. */
  readonly held: boolean
  /** What the office has not answered. */
  readonly waiting: Waiting | null
  /** From which day the next feedback is counted. */
  readonly feedbackFrom: PlainDate
  /** How many facts there are. */
  readonly seen: number
}

/** Throws RangeError where the first fact is no step: no such matter was ever issued. */
export function orderStanding([first, ...later]: readonly FoldedFact[]): OrderStanding {
  if (!first?.step || first.dueOn === null) throw new RangeError('a matter begins with a step')
  const issued: OrderStanding = {
    state: 'open',
    step: first.step,
    dueOn: first.dueOn,
    held: false,
    waiting: null,
    feedbackFrom: first.day,
    seen: first.no,
  }
  let standing = issued
  for (const fact of later) standing = after(fact, standing)
  return standing
}

function after(fact: FoldedFact, before: OrderStanding): OrderStanding {
  return { ...before, ...changeBy(fact, before), seen: fact.no }
}

function changeBy(fact: FoldedFact, before: OrderStanding): Partial<OrderStanding> {
  const dueOn = fact.dueOn ?? before.dueOn
  const { day: feedbackFrom, unitId } = fact
  switch (fact.kind) {
    case 'step':
      return { step: fact.step ?? before.step, dueOn, feedbackFrom }
    case 'reply':
    case 'extension':
      return {
        waiting: { kind: fact.kind, no: fact.no, unitId, day: fact.day, askedFor: fact.dueOn },
        feedbackFrom,
      }
    case 'feedback':
      return { feedbackFrom }
    case 'return':
    case 'extend':
    case 'refuse':
      return { waiting: null, dueOn, feedbackFrom }
    case 'hold':
    case 'resume':
      return { held: fact.kind === 'hold' }
    case 'accept':
    case 'close':
      return { state: 'closed', waiting: null }
    case 'withdraw':
      return { state: 'withdrawn', waiting: null }
    default:
      return {}
  }
}

export type DatedOrder = {
  readonly feedback: FeedbackCycle
  readonly standing: OrderStanding
}

/** By when the next feedback is awaited; null where only the reply is. */
export function nextFeedbackOn(
  { feedback, standing }: DatedOrder,
  calendar: WorkingCalendar,
): PlainDate | null {
  if (standing.state !== 'open' || feedback.kind === 'once') return null
  if (feedback.kind === 'days') return addWorkingDays(calendar, standing.feedbackFrom, feedback.days ?? 1)
  const month = monthOfDay(standing.feedbackFrom)
  const end = lastWorkingDay(calendar, month)
  return end > standing.feedbackFrom ? end : lastWorkingDay(calendar, addMonths(month, 1))
}

/** The next day that something is due: the whole, or the feedback on it. */
export function deadlineOf(order: DatedOrder, calendar: WorkingCalendar): PlainDate {
  const feedback = nextFeedbackOn(order, calendar)
  return feedback !== null && feedback < order.standing.dueOn ? feedback : order.standing.dueOn
}

/** Past its deadline. What waits for the office's answer is not the unit's delay. */
export function hasLapsed(order: DatedOrder, calendar: WorkingCalendar, today: PlainDate): boolean {
  const { state, waiting } = order.standing
  return state === 'open' && waiting === null && deadlineOf(order, calendar) < today
}

export const orderPhases = [
  'lapsed',
  'reply-waiting',
  'extension-waiting',
  'under-way',
  'closed',
  'withdrawn',
] as const
export type OrderPhase = (typeof orderPhases)[number]

/** Where it stands on a day, in one word. */
export function phaseOfOrder(order: DatedOrder, calendar: WorkingCalendar, today: PlainDate): OrderPhase {
  const { state, waiting } = order.standing
  if (state !== 'open') return state
  if (waiting) return `${waiting.kind}-waiting`
  return hasLapsed(order, calendar, today) ? 'lapsed' : 'under-way'
}

/** How many days before a deadline the units are told. */
export const daysBeforeDeadline = 3

export function isDueSoon(order: DatedOrder, calendar: WorkingCalendar, today: PlainDate): boolean {
  const deadline = deadlineOf(order, calendar)
  return (
    phaseOfOrder(order, calendar, today) === 'under-way' && today >= addDays(deadline, -daysBeforeDeadline)
  )
}
