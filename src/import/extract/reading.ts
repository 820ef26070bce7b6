/** What the readers of clauses hand on: an indicator still without its ledger, deadline and confidence. */
import type { Doubt } from '../../domain/programme/draft.ts'
import type { Comparator, TargetKind } from '../../domain/programme/target.ts'
import type { UnitClass } from './units.ts'

/** How a promise was recognised; `confidence.ts` knows how often each is right. */
export type Pattern =
  | 'noun-number'
  | 'number-noun'
  | 'served'
  | 'place'
  | 'rate'
  | 'money'
  | 'ordered'
  | 'ratio'
  | 'no-verb'
  | 'bare-number'
  | 'word-number'
  | 'entitlement'
  | 'coverage'
  | 'milestone'
  | 'state'
  | 'service'
  | 'activity'

export type Reading = {
  readonly kind: TargetKind
  readonly action: string
  readonly object: string
  readonly comparator: Comparator | null
  readonly value: string | null
  readonly valueMax: string | null
  readonly unit: string | null
  readonly unitClass: UnitClass | null
  readonly start: number
  readonly end: number
  readonly pattern: Pattern
  readonly doubts: readonly Doubt[]
}

/** What a sentence remembers from clause to clause. */
export type Memory = {
  /** The verb that the next nouns share. */
  action: string
  /** The subject or place before a shared verb. */
  subject: string
  /** The object of the last number. */
  object: string
}
