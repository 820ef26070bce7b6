/** What the office's desk and a leader's page know beside the lights and forecasts. Plain data. */
import type { DecidedClaim } from '../acceptance/closing.ts'
import type { SuspicionKind } from '../evidence/suspicion.ts'
import type { FeedbackCycle, FoldedFact } from '../order/order.ts'
import type { CellState, Step } from '../reporting/chain.ts'
import type { EntryId, IndicatorId, UnitId } from '../values/ids.ts'
import type { Month } from '../values/month.ts'

/** Acts of the log that change where a programme stands. */
export const deskActions = [
  'actual.submit',
  'review.approve',
  'review.return',
  'plan.draft',
  'plan.sign',
  'plan.object',
  'plan.consent',
  'plan.refuse',
  'entry.enter',
  'ledger.load',
  'suspicion.rule',
  'month.freeze',
  'programme.amend',
] as const
export type DeskAction = (typeof deskActions)[number]

/** Acts of one kind, by one unit and for one month where they name any, taken together. */
export type DeskChange = {
  readonly action: DeskAction
  readonly unitId: UnitId | null
  readonly unit: string | null
  readonly month: Month | null
  readonly step: Step | null
  /** Where all of them are about one promise. */
  readonly indicatorId: IndicatorId | null
  /** Of cells, shares, entries or doubts, as the action has it. */
  readonly count: number
  /** The latest of them. */
  readonly at: string
}

export type UnitCount = { readonly unitId: UnitId; readonly unit: string; readonly count: number }

export type PlanObjection = {
  readonly indicatorId: IndicatorId
  readonly unitId: UnitId
  readonly unit: string
  readonly reason: string
}

/** The doubts about one cell that nobody has ruled on. */
export type WaitingDoubts = {
  readonly indicatorId: IndicatorId
  readonly unitId: UnitId
  readonly unit: string
  readonly month: Month
  readonly kinds: readonly SuspicionKind[]
  readonly count: number
  /** One of the entries they are about; null where they are about the figure itself. */
  readonly entryId: EntryId | null
}

/** What a unit's latest report of a promise gives as its problem, in its own words. */
export type ReportedProblem = {
  readonly indicatorId: IndicatorId
  readonly unitId: UnitId
  readonly unit: string
  readonly month: Month
  readonly problem: string
  readonly nextStep: string | null
}

export type DeskFacts = {
  readonly changes: readonly DeskChange[]
  readonly toSign: readonly UnitCount[]
  readonly objections: readonly PlanObjection[]
  /** Promises whose changed plan waits for the office. */
  readonly toConsent: readonly IndicatorId[]
  readonly standings: readonly { readonly month: Month; readonly state: CellState; readonly count: number }[]
  readonly entriesWaiting: readonly UnitCount[]
  readonly frozen: readonly Month[]
  readonly doubts: readonly WaitingDoubts[]
  readonly problems: readonly ReportedProblem[]
  /** Supervision orders that have not ended. */
  readonly orders: readonly {
    readonly feedback: FeedbackCycle
    readonly facts: readonly FoldedFact[]
    /** What was decided on the claims of its promise. */
    readonly claims: readonly DecidedClaim[]
  }[]
  /** Leaders' instructions that no order follows yet. */
  readonly instructions: number
}
