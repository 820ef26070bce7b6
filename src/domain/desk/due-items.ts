/** What is to be done by whom by when, on one list: the office's own first. */
import { closedDays } from '../acceptance/closing.ts'
import { orderStanding, phaseOfOrder, type OrderPhase } from '../order/order.ts'
import { phaseOf, type Period } from '../reporting/period.ts'
import type { WorkingCalendar } from '../reporting/working-day.ts'
import { waitsFor, type Step } from '../reporting/chain.ts'
import type { ProgrammeHistory } from '../light/history.ts'
import type { Month } from '../values/month.ts'
import type { PlainDate } from '../values/plain-date.ts'
import type { DeskFacts, PlanObjection, UnitCount } from './desk-facts.ts'
import { missingReports } from './missing-reports.ts'

/** Each kind is one way of acting; a kind that is added gets its own builder in `dueItems`. */
export type DueItem =
  | { readonly kind: 'review'; readonly month: Month; readonly step: Step; readonly count: number }
  /** Months past their lock whose figures are not frozen, the earliest first. */
  | { readonly kind: 'freeze'; readonly months: readonly Month[] }
  | { readonly kind: 'consent'; readonly count: number }
  | { readonly kind: 'doubts'; readonly count: number }
  | { readonly kind: 'instructions'; readonly count: number }
  | { readonly kind: 'orders'; readonly phase: (typeof phasesForOffice)[number]; readonly count: number }
  /** Orders that have not ended, though their promise is closed. */
  | { readonly kind: 'orders-of-closed'; readonly count: number }
  /** A month that can be reported still, in time or late: cells missing of how many units. */
  | {
      readonly kind: 'reports'
      readonly month: Month
      readonly dueOn: PlainDate
      readonly isLate: boolean
      readonly count: number
      readonly units: number
    }
  | { readonly kind: 'returned'; readonly month: Month; readonly count: number }
  | ({ readonly kind: 'objection' } & PlanObjection)
  | { readonly kind: 'sign'; readonly units: readonly UnitCount[]; readonly count: number }
  | { readonly kind: 'entries'; readonly units: readonly UnitCount[]; readonly count: number }

/** What the office answers or decides; what runs in time is the units' to do. */
export const phasesForOffice = [
  'lapsed',
  'reply-waiting',
  'extension-waiting',
] as const satisfies readonly OrderPhase[]

export type DueInput = {
  readonly facts: DeskFacts
  readonly history: ProgrammeHistory
  readonly periods: readonly Period[]
  readonly calendar: WorkingCalendar
  readonly today: PlainDate
}

export function dueItems(input: DueInput): DueItem[] {
  const { facts } = input
  return [
    ...(facts.instructions > 0 ? [{ kind: 'instructions' as const, count: facts.instructions }] : []),
    ...orderItems(input),
    ...countItem(
      'orders-of-closed',
      facts.orders.map(({ claims }) => closedDays(claims).size),
    ),
    ...reviewItems(facts, 'office'),
    ...freezeItems(input),
    ...(facts.toConsent.length > 0 ? [{ kind: 'consent' as const, count: facts.toConsent.length }] : []),
    ...countItem(
      'doubts',
      facts.doubts.map(({ count }) => count),
    ),
    ...reportItems(input),
    ...reviewItems(facts, 'lead'),
    ...facts.standings.flatMap(({ month, state, count }): DueItem[] =>
      state === 'returned' ? [{ kind: 'returned', month, count }] : [],
    ),
    ...facts.objections.map((objection): DueItem => ({ kind: 'objection', ...objection })),
    ...unitItem('sign', facts.toSign),
    ...unitItem('entries', facts.entriesWaiting),
  ]
}

function orderItems({ facts, calendar, today }: DueInput): DueItem[] {
  const phases = facts.orders.map(({ feedback, facts: turns }) =>
    phaseOfOrder({ feedback, standing: orderStanding(turns) }, calendar, today),
  )
  return phasesForOffice.flatMap((phase): DueItem[] => {
    const count = phases.filter((each) => each === phase).length
    return count > 0 ? [{ kind: 'orders', phase, count }] : []
  })
}

function reviewItems({ standings }: DeskFacts, step: Step): DueItem[] {
  return standings.flatMap(({ month, state, count }): DueItem[] =>
    state === waitsFor[step] ? [{ kind: 'review', month, step, count }] : [],
  )
}

/** Only months for which anything was ever reported: a programme adopted late has nothing to freeze before. */
function freezeItems({ facts, history, periods, today }: DueInput): DueItem[] {
  const reported = new Set(
    history.indicators.flatMap(({ cells }) => cells.flatMap((cell) => cell.reportedFor)),
  )
  const months = periods
    .filter(
      (period) =>
        phaseOf(period, today) === 'locked' &&
        !facts.frozen.includes(period.month) &&
        reported.has(period.month),
    )
    .map(({ month }) => month)
  return months.length > 0 ? [{ kind: 'freeze', months }] : []
}

function reportItems({ history, periods, today }: DueInput): DueItem[] {
  return periods.flatMap((period): DueItem[] => {
    const phase = phaseOf(period, today)
    if (phase !== 'open' && phase !== 'late') return []
    const missing = missingReports(history, [period.month])
    const count = missing.reduce((total, each) => total + each.missing, 0)
    const { month, dueOn } = period
    return count > 0
      ? [{ kind: 'reports', month, dueOn, isLate: phase === 'late', count, units: missing.length }]
      : []
  })
}

function countItem(kind: 'doubts' | 'orders-of-closed', counts: readonly number[]): DueItem[] {
  const count = sum(counts)
  return count > 0 ? [{ kind, count }] : []
}

function unitItem(kind: 'sign' | 'entries', units: readonly UnitCount[]): DueItem[] {
  return units.length > 0 ? [{ kind, units, count: sum(units.map(({ count }) => count)) }] : []
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0)
}
