/** What is promised, as a typed target (glossary: 目标; IATI: target). */
import type { Decimal } from '../values/decimal.ts'
import type { PlainDate } from '../values/plain-date.ts'

export const targetKinds = ['quantity', 'rate', 'milestone', 'entitlement', 'service', 'activity'] as const
export type TargetKind = (typeof targetKinds)[number]

export const comparators = ['eq', 'gte', 'lte', 'range', 'approx'] as const
export type Comparator = (typeof comparators)[number]

/** How progress towards a promise is counted and proved (glossary: 台账). */
export const ledgerKinds = [
  'points', // located things: a place each
  'works', // linear or area works: length or area done
  'equipment', // things installed or bought
  'households', // homes served or altered
  'beneficiaries', // batches of people served, counts only
  'events', // classes, campaigns, visits
  'awards', // certifications, ratings, things recognised
  'coverage', // numerator over denominator
  'stages', // construction or delivery stages
  'volumes', // service volumes and outages
  'feed', // a figure another system holds
] as const
export type LedgerKind = (typeof ledgerKinds)[number]

export type Target = {
  readonly kind: TargetKind
  /** The verb as promised, "" when the text has none. */
  readonly action: string
  /** What is to be built, served, reached. */
  readonly object: string
  /** Null exactly when `value` is null. */
  readonly comparator: Comparator | null
  /** Fully expanded: 2.7万 is 27000. Percentages as written: 100 with unit %. */
  readonly value: Decimal | null
  /** The upper end, for `range` only. */
  readonly valueMax: Decimal | null
  readonly unit: string | null
  readonly deadline: PlainDate | null
  readonly ledger: LedgerKind
}
