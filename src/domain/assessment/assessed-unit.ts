/** What is known of a unit when it is assessed: facts alone, whatever scheme they are held against. */
import type { LightLevel } from '../light/light-level.ts'
import type { Decimal } from '../values/decimal.ts'
import type { IndicatorId, UnitId } from '../values/ids.ts'
import type { Month } from '../values/month.ts'

/** Districts and departments are ranked apart. */
export const assessmentGroups = ['districts', 'departments'] as const
export type AssessmentGroup = (typeof assessmentGroups)[number]

export type AssessedUnit = {
  readonly unitId: UnitId
  readonly unit: string
  readonly group: AssessmentGroup
  /** In how many projects it answers for something. */
  readonly projects: number
  /** What it answers for: promises that it leads as a whole, its shares of the others. */
  readonly promises: readonly AssessedPromise[]
  /** Its light of every month that is frozen, as published. */
  readonly lights: readonly { readonly month: Month; readonly level: LightLevel }[]
  /** Of every month past due: how many of its figures were due, and came by the due day. */
  readonly reports: readonly { readonly month: Month; readonly due: number; readonly onTime: number }[]
  /** In percent, as entered; null where nobody entered it. */
  readonly satisfaction: { readonly value: Decimal; readonly source: string } | null
  /** Steps of supervision orders it let lapse. */
  readonly lapsedOrders: readonly { readonly order: string; readonly month: Month }[]
  /** Doubts about what it reported that a reviewer found borne out. */
  readonly falseReports: readonly { readonly indicatorId: IndicatorId; readonly month: Month }[]
}

export type AssessedPromise = {
  readonly indicatorId: IndicatorId
  /** How far of its target, in percent, never below 0; more than 100 is real. */
  readonly percent: Decimal
  /** Whether `percent` is of a figure: only figures can be over-fulfilled. */
  readonly measured: boolean
  /** Months between the one it was met in and the one it is due in; null where it is not met. */
  readonly monthsEarly: number | null
}
