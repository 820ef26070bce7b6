/** A cell with everything its sheet, its review and its snapshot are made from. Plain data; figures canonical. */
import type { Ruling, SuspicionDetails, SuspicionKind } from '../evidence/suspicion.ts'
import type { CellSituation, PlannedStage, TypedActual } from './actual.ts'
import type { CellState, ReviewDecision, Step } from './chain.ts'
import type { Decimal } from '../values/decimal.ts'
import type { IndicatorId, PersonId, SuspicionId, TaskId, UnitId } from '../values/ids.ts'
import type { Month } from '../values/month.ts'
import type { PlainDate } from '../values/plain-date.ts'
import type { Phase } from './period.ts'
import type { Quantity } from '../values/quantity.ts'
import type { Semantics } from './semantics.ts'
import type { Target } from '../programme/target.ts'

export type ReportedCell = {
  readonly indicatorId: IndicatorId
  readonly unitId: UnitId
  readonly unit: string
  readonly task: { readonly id: TaskId; readonly no: string; readonly project: string }
  /** The promise in the document's own words. */
  readonly sentence: string
  readonly target: Target
  readonly semantics: Semantics
  readonly planVersion: number
  readonly leadUnitId: UnitId
  readonly leadUnit: string
  /** The day its promise was closed, from which on nothing is asked for; null while that is chased. */
  readonly closedOn: PlainDate | null
  readonly share: Quantity | null
  /** To be reached by the end of the month, and of the month before. */
  readonly plan: Quantity | null
  readonly planBefore: Quantity | null
  readonly stages: readonly PlannedStage[]
  readonly before: EarlierMonth | null
  /** The latest month before that every step approved. */
  readonly lastApproved: { readonly month: Month; readonly level: Quantity | null } | null
  readonly tally: CellTally | null
  readonly evidence: number
  readonly suspicions: readonly CellSuspicion[]
  readonly draft: CellDraft | null
  readonly standing: ReportedStanding | null
  /** Newest version first. */
  readonly versions: readonly StatedVersion[]
}

/** The latest month before that something was stated for. */
export type EarlierMonth = {
  readonly month: Month
  readonly state: CellState
  /** Cumulative to its end. */
  readonly level: Quantity | null
  /** As stated, in the semantics of that month. */
  readonly value: Decimal | null
  readonly denominator: Decimal | null
  readonly stage: string | null
  readonly narrative: string | null
}

/** What the ledger counts of accepted and waiting entries. */
export type CellTally = {
  readonly entries: number
  readonly waiting: number
  readonly ofMonth: Quantity
  readonly toDate: Quantity
  /** Of a milestone: the latest stage that its entries reached. */
  readonly stage: string | null
}

export type CellSuspicion = {
  readonly id: SuspicionId
  readonly kind: SuspicionKind
  readonly details: SuspicionDetails
  /** The reviewer's latest word on it. */
  readonly ruling: Ruling | null
}

export type CellDraft = {
  readonly revision: number
  readonly draft: TypedActual
  readonly savedBy: string
  readonly savedAt: string
}

export type ReportedStanding = {
  readonly version: number
  readonly state: CellState
  readonly stated: Quantity | null
  readonly approvedVersion: number | null
  readonly approved: Quantity | null
}

export type StatedVersion = {
  readonly version: number
  readonly semantics: Semantics
  readonly value: Decimal | null
  readonly denominator: Decimal | null
  readonly stage: string | null
  readonly origin: 'ledger' | 'stated' | 'feed'
  readonly narrative: string | null
  readonly problem: string | null
  readonly nextStep: string | null
  readonly lateReason: string | null
  readonly correctionReason: string | null
  /** `standsIn`: with a post that was somebody else's that day. */
  readonly submittedBy: { readonly id: PersonId; readonly name: string; readonly standsIn: boolean }
  readonly submittedAt: string
  readonly reviews: readonly {
    readonly step: Step
    readonly decision: ReviewDecision
    readonly reason: string | null
    readonly by: string
    readonly standsIn: boolean
    readonly at: string
  }[]
}

/** Whether the unit is asked for it still: nothing was stated, or what was is returned. */
export function isLeft({ standing, closedOn }: Pick<ReportedCell, 'standing' | 'closedOn'>): boolean {
  return standing === null ? closedOn === null : standing.state === 'returned'
}

/** What `readActual` needs to know of a cell of this month. */
export function situationOf(
  cell: ReportedCell,
  month: Month,
  period: { readonly phase: Phase; readonly toleratedPercent: number },
): CellSituation {
  return {
    month,
    target: cell.target,
    semantics: cell.semantics,
    ...period,
    plan: cell.plan,
    stages: cell.stages,
    before: cell.before,
    latest: cell.standing,
    tally: cell.tally,
  }
}
