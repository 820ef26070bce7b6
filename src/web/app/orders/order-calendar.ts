import type { OrdersData } from '../../../contract/orders.ts'
import { statutoryHolidays } from '../../../domain/reporting/statutory-holidays.ts'
import { workingCalendar, type WorkingCalendar } from '../../../domain/reporting/working-day.ts'

/** The government's own word on a day comes after the statutory one. */
export function calendarOf(days: OrdersData['days']): WorkingCalendar {
  return workingCalendar(statutoryHolidays, days)
}
