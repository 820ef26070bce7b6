/** Everything that the lights of a programme follow from, for every month of it. Plain data; figures canonical. */
import type { Decimal } from '../values/decimal.ts'
import { decimal } from '../values/decimal.ts'
import type { IndicatorId, PostId, ProgrammeId, ProjectId, TaskId, UnitId } from '../values/ids.ts'
import type { Month } from '../values/month.ts'
import type { PlainDate } from '../values/plain-date.ts'
import type { Quantity } from '../values/quantity.ts'
import type { Target } from '../programme/target.ts'
import type { PlannedStage } from '../reporting/actual.ts'
import { noService, type LightCell, type LightMoment } from './light.ts'

export type ProgrammeHistory = {
  readonly id: ProgrammeId
  readonly title: string
  readonly year: number
  readonly projects: readonly { readonly id: ProjectId; readonly no: number; readonly name: string }[]
  readonly tasks: readonly {
    readonly id: TaskId
    readonly projectId: ProjectId
    readonly no: string
    readonly leaders: readonly { readonly postId: PostId; readonly name: string }[]
  }[]
  readonly units: readonly { readonly id: UnitId; readonly name: string }[]
  /** In the order of the table. */
  readonly indicators: readonly IndicatorHistory[]
}

export type IndicatorHistory = {
  readonly id: IndicatorId
  readonly taskId: TaskId
  /** The promise in the document's own words. */
  readonly sentence: string
  readonly target: Target
  /** Who splits and reviews it; null before there is a plan. */
  readonly leadUnitId: UnitId | null
  /** The day it was closed (glossary: 销号); null while it is chased. */
  readonly closedOn: PlainDate | null
  readonly cells: readonly ShareHistory[]
}

export type ShareHistory = {
  readonly unitId: UnitId
  readonly unit: string
  readonly share: Quantity | null
  readonly stages: readonly PlannedStage[]
  /** The cumulative level to be reached by the end of a month; months in order, as are those below. */
  readonly plan: readonly MonthLevel[]
  /** What every step of review approved for a month. */
  readonly approved: readonly ApprovedMonth[]
  readonly reportedFor: readonly Month[]
  readonly services: readonly ServiceMonth[]
}

export type MonthLevel = { readonly month: Month; readonly level: Quantity }
export type ApprovedMonth = {
  readonly month: Month
  readonly level: Quantity | null
  readonly stage: string | null
  /** The month in which it was corrected to this; null as first stated. */
  readonly correctedIn: Month | null
}
export type ServiceMonth = {
  readonly month: Month
  readonly served: Decimal
  readonly outages: Decimal
  readonly complaints: Decimal
}

/** What is known of a cell at the end of a month. */
export function cellAt(cell: ShareHistory, month: Month): LightCell {
  return {
    unitId: cell.unitId,
    unit: cell.unit,
    share: cell.share,
    stages: cell.stages,
    plan: lastUpTo(cell.plan, month)?.level ?? (cell.plan.length > 0 ? nothing(cell.plan) : null),
    approved: levelAt(cell, month),
    stage: cell.approved.findLast((each) => each.month <= month && each.stage !== null)?.stage ?? null,
    reportedFor: cell.reportedFor.findLast((each) => each <= month) ?? null,
    service: cell.services.find((each) => each.month === month) ?? noService,
  }
}

/** The level last approved by the end of a month. */
export function levelAt({ approved }: ShareHistory, month: Month): Quantity | null {
  return approved.findLast((each) => each.month <= month && each.level !== null)?.level ?? null
}

/** No report is asked of what is closed, so that it is never silent. */
export function momentOf({ closedOn }: IndicatorHistory, moment: LightMoment): LightMoment {
  return closedOn === null ? moment : { ...moment, pastDue: [] }
}

function lastUpTo<Item extends { readonly month: Month }>(
  items: readonly Item[],
  month: Month,
): Item | undefined {
  return items.findLast((item) => item.month <= month)
}

/** Before the first month of a plan nothing is due. */
function nothing([first]: readonly MonthLevel[]): Quantity {
  return { value: decimal(0), denominator: first?.level.denominator ?? null }
}
