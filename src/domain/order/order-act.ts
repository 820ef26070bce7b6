/** What may happen to a matter, and the fact it leaves: one function for everything a unit or the office does. */
import type { UnitId } from '../values/ids.ts'
import type { PlainDate } from '../values/plain-date.ts'
import { Problem } from '../problems/problem.ts'
import { addWorkingDays, type WorkingCalendar } from '../reporting/working-day.ts'
import { nextStep, type LadderStep } from './ladder.ts'
import type { LadderRules, RecordedLadderRules } from './ladder-rules.ts'
import { deadlineOf, hasLapsed, type DatedOrder, type OrderFact, type OrderStanding } from './order.ts'

/** What units may do. */
export const unitActs = ['reply', 'feedback', 'extension'] as const
/** What the office may do. */
export const officeActs = [
  'accept',
  'return',
  'extend',
  'refuse',
  'step',
  'hold',
  'resume',
  'attach',
  'close',
  'withdraw',
] as const

export type OrderAct = {
  readonly kind: (typeof unitActs)[number] | (typeof officeActs)[number]
  readonly text: string
  readonly reason: string
  /** The new day, of what sets or asks for one. */
  readonly dueOn: PlainDate | null
  readonly unitId: UnitId | null
  /** How many facts there were when it was decided. */
  readonly seen: number
}

export type Now = {
  readonly today: PlainDate
  readonly calendar: WorkingCalendar
  readonly rules: LadderRules
}

/** What is kept of an act, without who did it. */
export type NewFact = Omit<OrderFact, 'day'>

/**
 * The fact an act leaves. Throws Problem 'order.overtaken', 'order.ended', 'order.text-missing', 'order.reason-missing',
 * 'order.waiting', 'order.nothing-waits', 'order.due-missing', 'order.due-past', 'order.extension-late',
 * 'order.extension-not-later', 'order.not-lapsed', 'order.top-of-ladder' or 'order.held'.
 */
export function decideAct(order: DatedOrder, act: OrderAct, now: Now): NewFact {
  const { standing } = order
  if (act.seen !== standing.seen) throw new Problem('order.overtaken', {})
  if (standing.state !== 'open') throw new Problem('order.ended', { state: standing.state })
  requireWords(act)
  checkTurn(act, standing)
  const fact: NewFact = {
    no: standing.seen + 1,
    kind: act.kind,
    step: null,
    dueOn: null,
    text: act.text.trim() || null,
    reason: act.reason.trim() || null,
    unitId: act.unitId,
    ruleNo: null,
  }
  switch (act.kind) {
    case 'extension':
      return { ...fact, dueOn: extensionDay(act, standing, now.today) }
    case 'extend':
      return { ...fact, dueOn: laterDay(dayToCome(act.dueOn, now.today), standing) }
    case 'return':
    case 'refuse':
      return { ...fact, dueOn: dayToCome(act.dueOn, now.today) }
    case 'step':
      return { ...fact, ...climbed(order, act.dueOn, now) }
    default:
      return fact
  }
}

const needsText = new Set<OrderAct['kind']>(['reply', 'feedback', 'extension'])
const needsReason = new Set<OrderAct['kind']>([
  'extension',
  'return',
  'refuse',
  'step',
  'hold',
  'resume',
  'close',
  'withdraw',
])

function requireWords({ kind, text, reason }: OrderAct): void {
  if (needsText.has(kind) && text.trim() === '') throw new Problem('order.text-missing', { place: 'text' })
  if (needsReason.has(kind) && reason.trim() === '')
    throw new Problem('order.reason-missing', { place: 'reason' })
}

const answerTo = { accept: 'reply', return: 'reply', extend: 'extension', refuse: 'extension' } as const

function checkTurn({ kind }: OrderAct, { waiting, held }: OrderStanding): void {
  if (kind === 'accept' || kind === 'return' || kind === 'extend' || kind === 'refuse') {
    if (waiting?.kind !== answerTo[kind]) throw new Problem('order.nothing-waits', { kind: answerTo[kind] })
  } else if (kind === 'reply' || kind === 'extension' || kind === 'step') {
    if (waiting) throw new Problem('order.waiting', { kind: waiting.kind, day: waiting.day })
  } else if (kind === 'hold' || kind === 'resume') {
    if (held === (kind === 'hold')) throw new Problem('order.held', { held })
  }
}

/** An extension is asked for before the day it is about, and for a later one (督查办法: 到期前提出). */
function extensionDay({ dueOn }: OrderAct, standing: OrderStanding, today: PlainDate): PlainDate {
  if (today > standing.dueOn) throw new Problem('order.extension-late', { dueOn: standing.dueOn })
  if (dueOn === null) throw new Problem('order.due-missing', { place: 'dueOn' })
  return laterDay(dueOn, standing)
}

function laterDay(day: PlainDate, { dueOn }: OrderStanding): PlainDate {
  if (day <= dueOn) throw new Problem('order.extension-not-later', { place: 'dueOn', dueOn })
  return day
}

/** Throws Problem 'order.due-missing' or 'order.due-past'. */
export function dayToCome(dueOn: PlainDate | null, today: PlainDate): PlainDate {
  if (dueOn === null) throw new Problem('order.due-missing', { place: 'dueOn' })
  if (dueOn < today) throw new Problem('order.due-past', { place: 'dueOn', dueOn, today })
  return dueOn
}

/** The one step up, once the step before has lapsed. */
function climbed(order: DatedOrder, dueOn: PlainDate | null, { today, calendar, rules }: Now) {
  const step = nextStep(order.standing.step)
  if (!step) throw new Problem('order.top-of-ladder', {})
  if (!hasLapsed(order, calendar, today))
    throw new Problem('order.not-lapsed', { deadline: deadlineOf(order, calendar) })
  return { step, dueOn: dayToCome(dueOn ?? lapseDay(step, { today, calendar, rules }), today) }
}

/** The day until which a step that begins today runs. */
export function lapseDay(step: LadderStep, { today, calendar, rules }: Now): PlainDate {
  return addWorkingDays(calendar, today, rules.steps[step].days)
}

/** The day that an answer gives at least: what is left, or the days the rules give to do it again. */
export function dayAfterAnswer(dueOn: PlainDate, { today, calendar, rules }: Now): PlainDate {
  const again = addWorkingDays(calendar, today, rules.daysAfterAnswer)
  return again > dueOn ? again : dueOn
}

/** The step that a matter climbs by itself today; undefined where it does not. Climbing gives new days, so once a day at most. */
export function climbBySelf(
  order: DatedOrder,
  { no, rules }: RecordedLadderRules,
  { today, calendar }: Omit<Now, 'rules'>,
): NewFact | undefined {
  const { standing } = order
  const step = nextStep(standing.step)
  if (!step || standing.held || !rules.steps[step].automatic || !hasLapsed(order, calendar, today))
    return undefined
  return {
    no: standing.seen + 1,
    kind: 'step',
    step,
    dueOn: lapseDay(step, { today, calendar, rules }),
    text: null,
    reason: null,
    unitId: null,
    ruleNo: no,
  }
}
