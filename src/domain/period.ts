/**
 * When a month can be reported (glossary: 填报期): the day it opens, the day it is due, the day it locks. The rule is
 * data of a programme, laid on a working-day calendar; a later rule counts from its month on.
 */
import { addMonths, lastDayOf, monthsOfYear, type Month } from './month.ts'
import { parsePlainDate, type PlainDate } from './plain-date.ts'
import { Problem } from './problem.ts'
import {
  addDays,
  addWorkingDays,
  lastWorkingDay,
  nearestWorkingDay,
  nthWorkingDay,
  type WorkingCalendar,
} from './working-day.ts'

/** Of the month that is reported, or of the one after it. */
export type InMonth = 'same' | 'next'

/** What becomes of a date that is no working day. */
export type Shift = 'none' | 'forward' | 'back'

export type DayRule =
  /** E.g. the 28th; in a shorter month its last day. */
  | { readonly kind: 'day'; readonly in: InMonth; readonly day: number; readonly shift: Shift }
  /** E.g. the 2nd working day of the next month. */
  | { readonly kind: 'working-day'; readonly in: InMonth; readonly nth: number }
  | { readonly kind: 'last-working-day'; readonly in: InMonth }
  /** So many days before the month ends; 0 is its last day. */
  | { readonly kind: 'before-end'; readonly in: InMonth; readonly days: number }

export type PeriodRule = {
  readonly opens: DayRule
  readonly due: DayRule
  /** So many working days after the due day nothing is changed any more but by a correction. */
  readonly locksAfter: number
  /** How far below its plan, in percent of it, a figure may lie before a problem and a next step are asked for. */
  readonly toleratedPercent: number
}

/** A rule as recorded: `no` counts them, the highest that reaches a month counts for it. */
export type RecordedRule = { readonly no: number; readonly fromMonth: Month; readonly rule: PeriodRule }

export type Period = {
  readonly month: Month
  readonly opensOn: PlainDate
  readonly dueOn: PlainDate
  readonly locksOn: PlainDate
}

/**
 * Before an office sets its own. Practice reports on the 28th or by the 5th of the next month and publishes by the
 * 10th (domain.md §5: 凤凰、吴忠; 区督查专报; 广州住房): a week to fill in before the month's end, the third working
 * day for what the last days brought, a working week for the two steps of review.
 */
export const defaultRule: PeriodRule = {
  opens: { kind: 'day', in: 'same', day: 20, shift: 'none' },
  due: { kind: 'working-day', in: 'next', nth: 3 },
  locksAfter: 5,
  toleratedPercent: 0,
}

/** The date a rule gives for a month. */
export function dateOf(rule: DayRule, month: Month, calendar: WorkingCalendar): PlainDate {
  const at = rule.in === 'next' ? addMonths(month, 1) : month
  if (rule.kind === 'working-day') return nthWorkingDay(calendar, at, rule.nth)
  if (rule.kind === 'last-working-day') return lastWorkingDay(calendar, at)
  if (rule.kind === 'before-end') return addDays(lastDayOf(at), -rule.days)
  const date = dayOrLast(at, rule.day)
  return rule.shift === 'none' ? date : nearestWorkingDay(calendar, date, rule.shift === 'forward' ? 1 : -1)
}

function dayOrLast(month: Month, day: number): PlainDate {
  const last = lastDayOf(month)
  return day > Number(last.slice(8))
    ? last
    : parsePlainDate(`${month.slice(0, 8)}${String(day).padStart(2, '0')}`)
}

export function periodOf(rule: PeriodRule, month: Month, calendar: WorkingCalendar): Period {
  const dueOn = dateOf(rule.due, month, calendar)
  return {
    month,
    opensOn: dateOf(rule.opens, month, calendar),
    dueOn,
    locksOn: addWorkingDays(calendar, dueOn, rule.locksAfter),
  }
}

/** The rule for a month: the latest recorded that reaches it. */
export function ruleFor(rules: readonly RecordedRule[], month: Month): PeriodRule {
  const reaching = rules.filter(({ fromMonth }) => fromMonth <= month)
  return reaching.toSorted((a, b) => b.no - a.no)[0]?.rule ?? defaultRule
}

export function periodsOf(
  rules: readonly RecordedRule[],
  year: number,
  calendar: WorkingCalendar,
): readonly Period[] {
  return monthsOfYear(year).map((month) => periodOf(ruleFor(rules, month), month, calendar))
}

export const phases = ['not-open', 'open', 'late', 'locked'] as const
export type Phase = (typeof phases)[number]

/** The due day itself is still in time, the lock day still late. */
export function phaseOf({ opensOn, dueOn, locksOn }: Omit<Period, 'month'>, today: PlainDate): Phase {
  if (today < opensOn) return 'not-open'
  if (today <= dueOn) return 'open'
  return today <= locksOn ? 'late' : 'locked'
}

/**
 * A new rule as it may be recorded: no month that has opened changes, and every month opens before it is due. Throws
 * Problem 'period.already-open' or 'period.out-of-order'.
 */
export function acceptRule(
  rules: readonly RecordedRule[],
  next: RecordedRule,
  year: number,
  calendar: WorkingCalendar,
  today: PlainDate,
): RecordedRule {
  for (const before of periodsOf(rules, year, calendar)) {
    if (before.month < next.fromMonth) continue
    const after = periodOf(next.rule, before.month, calendar)
    if (after.opensOn > after.dueOn)
      throw new Problem('period.out-of-order', {
        month: after.month,
        opensOn: after.opensOn,
        dueOn: after.dueOn,
      })
    if (phaseOf(before, today) !== 'not-open')
      throw new Problem('period.already-open', { month: before.month })
  }
  return next
}
