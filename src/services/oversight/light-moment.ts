/** Which month lights are for, as the day of the request finds it. */
import type { LightMoment } from '../../domain/light/light.ts'
import { periodsOf } from '../../domain/reporting/period.ts'
import type { Month } from '../../domain/values/month.ts'
import type { PlainDate } from '../../domain/values/plain-date.ts'
import { Problem } from '../../domain/problems/problem.ts'
import type { PeriodFacts } from '../../store/period-facts.ts'
import { calendarOf } from '../reporting/month-dates.ts'

/**
 * The month asked for; otherwise the latest whose reports are past due, since a month still being reported has no
 * figures to be judged by. Before the first is, the first month. Throws Problem 'period.wrong-month'.
 */
export function lightMoment(facts: PeriodFacts, today: PlainDate, asked: Month | null): LightMoment {
  const periods = periodsOf(facts.rules, facts.year, calendarOf(facts))
  const due = periods.filter(({ dueOn }) => dueOn < today).map(({ month }) => month)
  const month = asked ?? due.at(-1) ?? periods[0]?.month
  if (month === undefined || Number(month.slice(0, 4)) !== facts.year)
    throw new Problem('period.wrong-month', { month: month ?? '', year: facts.year })
  return { month, pastDue: due.filter((each) => each <= month) }
}
