/**
 * Review of a cell: the unit submits, the lead unit decides, then the office (glossary: 审核). A decision is about one
 * version. A return hands the cell back to the unit, whose next version starts the chain again; so does any correction.
 * What was approved by every step stays approved until a later version is.
 */
import type { PersonId } from './ids.ts'
import { Problem } from './problem.ts'

export const steps = ['lead', 'office'] as const
export type Step = (typeof steps)[number]

export const reviewDecisions = ['approve', 'return'] as const
export type ReviewDecision = (typeof reviewDecisions)[number]

export const cellStates = ['submitted', 'lead-approved', 'returned', 'approved'] as const
export type CellState = (typeof cellStates)[number]

export type StepDecision = {
  readonly version: number
  readonly step: Step
  readonly decision: ReviewDecision
}

/** Where one version stands. */
export function stateOfVersion(version: number, reviews: readonly StepDecision[]): CellState {
  const decided = (step: Step) =>
    reviews.find((review) => review.version === version && review.step === step)?.decision
  if (decided('lead') === 'return' || decided('office') === 'return') return 'returned'
  if (decided('office') === 'approve') return 'approved'
  return decided('lead') === 'approve' ? 'lead-approved' : 'submitted'
}

/** In which state a cell waits for a step. */
export const waitsFor = { lead: 'submitted', office: 'lead-approved' } as const satisfies Record<
  Step,
  CellState
>

export type CellUnderReview = {
  readonly indicatorId: string
  readonly version: number
  readonly state: CellState
  readonly value: string | null
  readonly submittedBy: PersonId
}

export type ProposedReview = {
  readonly version: number
  readonly step: Step
  readonly decision: ReviewDecision
  readonly reason: string
  readonly by: PersonId
}

/** Throws the Problem that keeps this person from deciding so; the reviewer's unit is the service's to check. */
export function acceptReview(cell: CellUnderReview, review: ProposedReview): void {
  const { indicatorId, version, state, value } = cell
  if (review.version !== version)
    throw new Problem('review.overtaken', { indicatorId, yours: review.version, version, value, state })
  if (cell.submittedBy === review.by) throw new Problem('review.own-figure', { indicatorId })
  if (state !== waitsFor[review.step]) throw new Problem('review.not-this-step', { indicatorId, state })
  if (review.decision === 'return' && review.reason.trim() === '')
    throw new Problem('review.reason-missing', { place: 'reason' })
}
