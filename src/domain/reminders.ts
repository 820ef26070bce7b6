/**
 * What a day asks to be reminded of (glossary: 催报): that a month can be reported, is due soon, or is overdue. The same
 * day asked twice gives the same notices, and a day that was missed is made up for.
 */
import type { ProgrammeId, UnitId } from './ids.ts'
import type { Month } from './month.ts'
import type { NewNotice } from './notice.ts'
import type { Period } from './period.ts'
import type { PlainDate } from './plain-date.ts'
import { addDays } from './working-day.ts'

/** Of one unit in one month: what it reports in all, and what of it is not submitted or was returned. */
export type UnitState = {
  readonly unitId: UnitId
  readonly unit: string
  readonly cells: number
  readonly missing: number
}

export type ReminderKind = 'sheet-open' | 'due-soon' | 'overdue'

/** How many days before the due day the reminder comes: enough to gather what is missing. */
export const daysBeforeDue = 3

/** Which reminder a day brings for a month; undefined before it opens and after it locks. */
export function reminderOn(period: Period, today: PlainDate): ReminderKind | undefined {
  if (today < period.opensOn || today > period.locksOn) return undefined
  if (today > period.dueOn) return 'overdue'
  return today >= addDays(period.dueOn, -daysBeforeDue) ? 'due-soon' : 'sheet-open'
}

export type Reminder = {
  readonly notice: NewNotice & { readonly kind: ReminderKind; readonly unitId: UnitId; readonly month: Month }
  /** Earlier reminders that this one takes the place of. */
  readonly replaces: readonly ReminderKind[]
}

const earlier: Readonly<Record<ReminderKind, readonly ReminderKind[]>> = {
  'sheet-open': [],
  'due-soon': ['sheet-open'],
  overdue: ['sheet-open', 'due-soon'],
}

/** One for each unit that has something missing; a unit that submitted everything is left alone. */
export function remindersOf(
  programmeId: ProgrammeId,
  period: Period,
  units: readonly UnitState[],
  today: PlainDate,
): readonly Reminder[] {
  const kind = reminderOn(period, today)
  if (kind === undefined) return []
  return units
    .filter(({ missing }) => missing > 0)
    .map(({ unitId, unit, cells, missing }) => ({
      notice: {
        kind,
        programmeId,
        indicatorId: null,
        unitId,
        month: period.month,
        details: { count: kind === 'sheet-open' ? cells : missing, unit, dueOn: period.dueOn },
        onceKey: `${kind}:${programmeId}:${period.month}:${unitId}`,
      },
      replaces: earlier[kind],
    }))
}
