/** How sure the reader is of a promise: measured, not guessed. */
import type { Doubt } from '../../domain/draft.ts'
import type { Pattern, Reading } from './reading.ts'

const byPattern = {
  'noun-number': 0.98,
  'number-noun': 0.98,
  served: 0.97,
  place: 0.9,
  rate: 0.96,
  money: 0.9,
  ordered: 0.85,
  ratio: 0.9,
  'no-verb': 0.9,
  'bare-number': 0.7,
  'word-number': 0.85,
  entitlement: 0.9,
  coverage: 0.85,
  milestone: 0.8,
  state: 0.6,
  service: 0.8,
  activity: 0.75,
} as const satisfies Record<Pattern, number>

const penalties: Partial<Record<Doubt, number>> = {
  'shared-object': 0.1,
  'level-not-addition': 0.05,
  'part-of': 0.05,
  overlap: 0.2,
}

export function confidenceOf(reading: Reading): number {
  const penalty = reading.doubts.reduce((sum, doubt) => sum + (penalties[doubt] ?? 0), 0)
  return Math.round((byPattern[reading.pattern] - penalty) * 100) / 100
}
