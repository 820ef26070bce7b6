/** Every promise gets exactly one kind of ledger, from its unit, verb and object. */
import type { LedgerKind } from '../../domain/programme/target.ts'
import * as wordsOf from './ledger-words.ts'
import type { Reading } from './reading.ts'

export function chooseLedger(reading: Reading): LedgerKind {
  const { kind, object, action, unit, unitClass } = reading
  if (kind === 'milestone') return 'stages'
  if (kind === 'service' || kind === 'entitlement') return 'volumes'
  if (kind === 'activity') return 'events'
  if (contains(wordsOf.feedNouns, object)) return 'feed'
  if (kind === 'rate') return 'coverage'
  const counted = unitClass === 'place' || unitClass === 'thing'
  if (counted && wordsOf.equipmentUnits.includes(unit ?? '') && !contains(wordsOf.housingNouns, object))
    return 'equipment'
  if (counted && contains(wordsOf.equipmentNouns, object.slice(-5))) return 'equipment'
  if (counted && wordsOf.awardActions.includes(action) && contains(wordsOf.awardNouns, object))
    return 'awards'
  return unitClass === null ? (unit === '人' ? 'beneficiaries' : 'feed') : wordsOf.ledgerOfUnit[unitClass]
}

function contains(words: readonly string[], text: string): boolean {
  return words.some((word) => text.includes(word))
}
