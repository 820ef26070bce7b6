/**
 * What each kind of ledger records of an entry (glossary: 台账 / 条目): its columns, what one entry counts for towards the
 * indicator, and which columns prove it. The counting follows practice: one place or award is one, works count their
 * length or area, batches their heads, coverage is a numerator over a denominator.
 */
import type { LedgerKind } from './target.ts'

export const ledgerColumns = [
  'name',
  'place',
  'district',
  'longitude',
  'latitude',
  'datum',
  'accuracy',
  'identifier',
  'quantity',
  'done-on',
  'beneficiaries',
  'numerator',
  'denominator',
  'stage',
  'certificate',
  'period',
  'outages',
  'source-system',
  'photographs',
  'document',
] as const
export type LedgerColumn = (typeof ledgerColumns)[number]

/**
 * The columns a person fills, with the month an entry counts in; photographs and documents are evidence and come with the
 * files themselves.
 */
export type TypedColumn = Exclude<LedgerColumn, 'photographs' | 'document'> | 'month'

export type Ledger = {
  readonly columns: readonly LedgerColumn[]
  /** The column that an entry counts by; `one` where it counts for one unless its quantity says how many (places in a class). */
  readonly countsBy: LedgerColumn | 'one'
  /** Which of the columns prove an entry. */
  readonly proof: readonly LedgerColumn[]
}

/** Where a thing lies on the map. Households have none: that would be somebody's home. */
const located = ['longitude', 'latitude', 'datum', 'accuracy'] as const

export const ledgers = {
  points: {
    columns: ['name', 'place', 'district', ...located, 'quantity', 'done-on', 'photographs'],
    countsBy: 'one',
    proof: ['place', 'photographs'],
  },
  works: {
    columns: ['name', 'place', 'district', ...located, 'quantity', 'done-on', 'photographs', 'document'],
    countsBy: 'quantity',
    proof: ['place', 'photographs', 'document'],
  },
  equipment: {
    columns: ['name', 'identifier', 'place', 'district', ...located, 'quantity', 'done-on', 'photographs'],
    countsBy: 'quantity',
    proof: ['identifier', 'photographs'],
  },
  households: {
    columns: ['identifier', 'district', 'done-on', 'photographs'],
    countsBy: 'one',
    proof: ['identifier', 'photographs'],
  },
  beneficiaries: {
    columns: ['name', 'district', 'period', 'beneficiaries', 'document'],
    countsBy: 'beneficiaries',
    proof: ['document'],
  },
  events: {
    columns: ['name', 'place', 'district', ...located, 'quantity', 'done-on', 'beneficiaries', 'photographs'],
    countsBy: 'one',
    proof: ['place', 'photographs'],
  },
  awards: {
    columns: ['name', 'district', 'done-on', 'certificate'],
    countsBy: 'one',
    proof: ['certificate'],
  },
  coverage: {
    columns: ['district', 'period', 'numerator', 'denominator', 'document'],
    countsBy: 'numerator',
    proof: ['document'],
  },
  stages: {
    columns: ['name', ...located, 'stage', 'done-on', 'photographs', 'document'],
    countsBy: 'stage',
    proof: ['photographs', 'document'],
  },
  volumes: {
    columns: ['period', 'district', 'quantity', 'outages', 'document'],
    countsBy: 'quantity',
    proof: ['document'],
  },
  feed: {
    columns: ['period', 'district', 'quantity', 'source-system', 'document'],
    countsBy: 'quantity',
    proof: ['source-system', 'document'],
  },
} as const satisfies Record<LedgerKind, Ledger>
