/** A month of a programme on its calendar, as the day of the request finds it. */
import type { Month } from '../domain/month.ts'
import { phaseOf, periodOf, ruleFor, type Period, type Phase } from '../domain/period.ts'
import type { PlainDate } from '../domain/plain-date.ts'
import { Problem } from '../domain/problem.ts'
import { statutoryHolidays } from '../domain/statutory-holidays.ts'
import { workingCalendar, type WorkingCalendar } from '../domain/working-day.ts'
import type { PeriodFacts } from '../store/period-facts.ts'

export type DatedPeriod = Period & { readonly phase: Phase; readonly toleratedPercent: number }

export function calendarOf({ days }: Pick<PeriodFacts, 'days'>): WorkingCalendar {
  return workingCalendar(statutoryHolidays, days)
}

/** Throws Problem 'period.wrong-month' for a month of another year. */
export function datedPeriod(facts: PeriodFacts, month: Month, today: PlainDate): DatedPeriod {
  if (Number(month.slice(0, 4)) !== facts.year)
    throw new Problem('period.wrong-month', { month, year: facts.year })
  const rule = ruleFor(facts.rules, month)
  const period = periodOf(rule, month, calendarOf(facts))
  return { ...period, phase: phaseOf(period, today), toleratedPercent: rule.toleratedPercent }
}
