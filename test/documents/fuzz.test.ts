/** Real files damaged in thousands of ways: each reader ends soon, in a document or in a Problem that says what is wrong. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Problem } from '../../src/domain/problems/problem.ts'
import { readAs } from '../support/document-readers.ts'
import { mutate, mutatePart, mutations } from '../support/mutate.ts'
import { findFaults } from '../support/sound-source.ts'

/** The same mutants in every run: a finding can be looked at again. */
const seed = 20230128
const longestMs = 5000

const files: readonly [format: string, file: string, runs: number][] = [
  ['odt', 'changzhou-2023.odt', 300],
  ['ods', 'changzhou-2023.ods', 300],
  ['xlsx', 'changzhou-2023.xlsx', 400],
  ['xls', 'changzhou-2023.xls', 600],
  ['csv', 'changzhou-2023.csv', 300],
  ['html', 'changzhou-2023.html', 300],
  ['html', 'changzhou-2023-writer.html', 100],
  ['doc', 'changzhou-2023.doc', 600],
  ['pdf', 'changzhou-2023-portrait.pdf', 100],
  ['pdf', 'yunxi-no-verticals.pdf', 200],
]
/** Of these the parts within are damaged too: damage to the container alone seldom gets past it. */
const packed = new Set(['odt', 'ods', 'xlsx', 'xls', 'doc', 'pdf'])

describe.each(files)('%s: mutants of %s', (format, file, runs) => {
  const original = readFileSync(`test/documents/files/${file}`)

  it('end in a document or a Problem, and soon', { timeout: 300_000 }, async () => {
    let read = 0
    await fc.assert(
      fc.asyncProperty(mutations, fc.option(fc.nat(9)), async (changes, part) => {
        const inside = packed.has(format) && part !== null
        const mutant = inside ? mutatePart(original, part, changes) : mutate(original, changes)
        const start = performance.now()
        if (await isRead(format, mutant)) read++
        expect(performance.now() - start).toBeLessThan(longestMs)
      }),
      { seed, numRuns: runs },
    )
    // Mutants that are all refused at the door would say nothing about the reader behind it.
    expect(read).toBeGreaterThan(runs / 10)
  })
})

/** False for a Problem with a document's code; any other exception is thrown on. */
async function isRead(format: string, mutant: Uint8Array): Promise<boolean> {
  try {
    expect(findFaults(await readAs(format, mutant))).toEqual([])
    return true
  } catch (error) {
    if (error instanceof Problem && error.code.startsWith('document.')) return false
    throw error
  }
}
