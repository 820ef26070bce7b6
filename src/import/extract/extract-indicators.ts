/**
 * From the text of a task to its promises. `year` only resolves deadlines stated without one. Linear in the length of
 * the text; offsets are UTF-16. Every number of the text ends in an indicator's span or among `notTargets` with its
 * reason, unless it is part of a word that is no number (统一, 一站式).
 */
import { decimal } from '../../domain/values/decimal.ts'
import type { DraftIndicator, NotTarget } from '../../domain/programme/draft.ts'
import type { PlainDate } from '../../domain/values/plain-date.ts'
import { splitClauses } from './clauses.ts'
import { confidenceOf } from './confidence.ts'
import { findDeadline } from './deadlines.ts'
import { findDecoy } from './decoys.ts'
import { markEnclosures } from './enclosures.ts'
import { chooseLedger } from './ledgers.ts'
import { readQuantities } from './quantities.ts'
import type { Quantity } from './quantities.ts'
import { readSentence } from './read-sentence.ts'
import type { Reading } from './reading.ts'

export type ExtractedIndicator = Omit<DraftIndicator, 'key' | 'origin'>
export type Extraction = { readonly indicators: ExtractedIndicator[]; readonly notTargets: NotTarget[] }

export function extractIndicators(text: string, year: number | null): Extraction {
  const marks = markEnclosures(text)
  const quantities = readQuantities(text)
  for (const quantity of quantities) quantity.why = findDecoy(text, marks, quantity)
  const indicators: ExtractedIndicator[] = []
  let next = 0
  for (const clauses of splitClauses(text, coverNumbers(marks, quantities))) {
    const end = clauses.at(-1)?.end ?? 0
    const first = next
    while ((quantities[next]?.start ?? Infinity) < end) next++
    const readings = readSentence(text, marks, clauses, quantities.slice(first, next))
    let deadline: PlainDate | null = null
    for (const clause of clauses) {
      deadline = findDeadline(text, clause.start, clause.end, year)?.date ?? deadline
      for (const reading of readings) {
        if (reading.start >= clause.start && reading.start < clause.end)
          indicators.push(toIndicator(reading, deadline))
      }
    }
  }
  return { indicators, notTargets: listNotTargets(quantities, indicators) }
}

function coverNumbers(marks: Uint8Array, quantities: readonly Quantity[]): Uint8Array {
  const covered = marks.slice()
  for (const { numberStart, numberEnd } of quantities) covered.fill(1, numberStart, numberEnd)
  return covered
}

function toIndicator(reading: Reading, deadline: PlainDate | null): ExtractedIndicator {
  return {
    kind: reading.kind,
    action: reading.action,
    object: reading.object,
    comparator: reading.comparator,
    value: reading.value === null ? null : decimal(reading.value),
    valueMax: reading.valueMax === null ? null : decimal(reading.valueMax),
    unit: reading.unit,
    deadline,
    ledger: chooseLedger(reading),
    start: reading.start,
    end: reading.end,
    confidence: confidenceOf(reading),
    doubts: reading.doubts,
  }
}

/** Numbers with a reason, and those that neither became a target nor lie inside a promise. Both lists are in order. */
function listNotTargets(
  quantities: readonly Quantity[],
  indicators: readonly ExtractedIndicator[],
): NotTarget[] {
  const notTargets: NotTarget[] = []
  let at = 0
  let covered = 0
  for (const { start, end, numberStart, numberEnd, why } of quantities) {
    for (
      let indicator = indicators[at];
      indicator !== undefined && indicator.start <= numberStart;
      indicator = indicators[++at]
    ) {
      covered = Math.max(covered, indicator.end)
    }
    if (why !== null) notTargets.push({ start, end, why })
    else if (numberEnd > covered) notTargets.push({ start, end, why: 'other' })
  }
  return notTargets
}
