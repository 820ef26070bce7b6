import type { z } from 'zod'
import type { getPeriods, listFreezes } from '../../../contract/periods.ts'
import { statutoryHolidays } from '../../../domain/statutory-holidays.ts'
import { workingCalendar, type WorkingCalendar } from '../../../domain/working-day.ts'

export type PeriodsData = z.output<typeof getPeriods.response>
export type Freezes = z.output<typeof listFreezes.response>

/** The calendar the server reckons by, to preview what a rule would do. */
export const calendarOf = ({ days }: Pick<PeriodsData, 'days'>): WorkingCalendar =>
  workingCalendar(statutoryHolidays, days)
