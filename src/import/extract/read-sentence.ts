/** Reads the promises of one sentence, clause by clause. */
import type { Clause } from './clauses.ts'
import { readCoverage } from './coverage.ts'
import { readFrame } from './frame.ts'
import type { Quantity } from './quantities.ts'
import { readNumbers } from './read-numbers.ts'
import type { Memory, Reading } from './reading.ts'
import { markBaselines } from './baselines.ts'
import { readUnnumbered } from './unnumbered.ts'

/** In order of start. Sets `why` of the numbers found to be no target. */
export function readSentence(
  text: string,
  marks: Uint8Array,
  clauses: readonly Clause[],
  quantities: readonly Quantity[],
): Reading[] {
  const memory: Memory = { action: '', subject: '', object: '' }
  const readings: Reading[] = []
  markBaselines(text, quantities)
  let next = 0
  for (const clause of clauses) {
    const first = next
    while ((quantities[next]?.start ?? Infinity) < clause.end) next++
    const own = quantities.slice(first, next)
    const frame = readFrame(text, marks, clause)
    const numbers = readNumbers(text, marks, frame, own, memory)
    const coverage = readCoverage(text, marks, frame, numbers.at(-1)?.end ?? frame.start, memory)
    readings.push(...numbers, ...coverage)
    if (numbers.length + coverage.length > 0) continue
    readings.push(...readUnnumbered(text, marks, frame, clause !== clauses.at(-1), readings.at(-1)))
  }
  return readings.toSorted((a, b) => a.start - b.start || a.end - b.end)
}
