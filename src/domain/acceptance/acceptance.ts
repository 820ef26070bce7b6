/**
 * Where a promise stands on its way to being accepted (glossary: 验收) and closed (销号): a fold over what was claimed,
 * what was found on site and what the office decided. A claim that was returned lives on; the promise can be claimed again.
 */
import { Problem } from '../problems/problem.ts'
import { failing, type Check } from './checks.ts'

export const acceptanceStates = [
  'under-way', // its target is not met yet
  'claimable',
  'claimed',
  'inspecting', // something was looked at on site
  'returned',
  'accepted',
  'closed',
] as const
export type AcceptanceState = (typeof acceptanceStates)[number]

/** What the office decides on a claim. */
export const acceptanceSteps = ['accept', 'return', 'close'] as const
export type AcceptanceStep = (typeof acceptanceSteps)[number]

export type ClaimFacts = {
  readonly no: number
  /** How many inspections were recorded. */
  readonly inspections: number
  /** In order. */
  readonly steps: readonly AcceptanceStep[]
}

/** By the latest claim; without one, by whether the target is met. */
export function acceptanceState(claims: readonly ClaimFacts[], targetMet: boolean): AcceptanceState {
  const latest = claims.toSorted((a, b) => b.no - a.no)[0]
  if (latest === undefined) return targetMet ? 'claimable' : 'under-way'
  return stateOfClaim(latest)
}

const stateAfter = { accept: 'accepted', return: 'returned', close: 'closed' } as const

export function stateOfClaim({
  inspections,
  steps,
}: Pick<ClaimFacts, 'inspections' | 'steps'>): AcceptanceState {
  const last = steps.at(-1)
  if (last !== undefined) return stateAfter[last]
  return inspections > 0 ? 'inspecting' : 'claimed'
}

/** A promise is claimed where no claim is being examined, or was granted. */
export function mayClaim(state: AcceptanceState): boolean {
  return state === 'under-way' || state === 'claimable' || state === 'returned'
}

/** Whether entries are still looked at. */
export function mayInspect(state: AcceptanceState): boolean {
  return state === 'claimed' || state === 'inspecting'
}

/** What the office may decide; what was accepted can still be returned when a later look finds it untrue (回头看). */
export function stepsFrom(state: AcceptanceState): readonly AcceptanceStep[] {
  if (mayInspect(state)) return ['accept', 'return']
  if (state === 'accepted') return ['close', 'return']
  return state === 'closed' ? ['return'] : []
}

/**
 * Whether a step may be taken: returning needs a reason, and so does accepting while a check fails. Throws Problem
 * 'acceptance.wrong-step', 'acceptance.reason-missing' or 'acceptance.checks-failing'.
 */
export function acceptStep(
  state: AcceptanceState,
  step: AcceptanceStep,
  reason: string,
  checks: readonly Check[],
): void {
  if (!stepsFrom(state).includes(step)) throw new Problem('acceptance.wrong-step', { step })
  if (reason.trim() !== '') return
  if (step === 'return') throw new Problem('acceptance.reason-missing', { place: 'reason' })
  const count = failing(checks).length
  if (step === 'accept' && count > 0)
    throw new Problem('acceptance.checks-failing', { place: 'reason', count })
}
