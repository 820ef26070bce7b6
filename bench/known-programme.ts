/** Programmes whose end is known: simulated ones, whose seeds say what they are for. */
import type { KnownCell } from '../src/domain/forecast/learning/known-cell.ts'
import { unitRecords } from '../src/domain/forecast/learning/unit-records.ts'
import type { UnitRecords } from '../src/domain/forecast/unit-record.ts'
import { simulateYear } from '../src/domain/simulation/simulate-year.ts'
import { simulatedPlan } from '../src/domain/simulation/simulated-plan.ts'

export type KnownProgramme = {
  readonly name: string
  readonly year: number
  readonly cells: readonly (KnownCell & { readonly group: string })[]
  readonly records: UnitRecords
}

/** Learned from and judged by are never the same. */
export type Purpose = 'learn' | 'judge'

const year = 2023

/** Every second programme has a past year to know its units by. */
export function simulatedProgrammes(purpose: Purpose, count: number): KnownProgramme[] {
  return Array.from({ length: count }, (_, index) => {
    const seed = `${purpose}-${String(index)}`
    const past = simulateYear({ seed, year: year - 1, cells: simulatedPlan(`${seed}-past`, year - 1) })
    const { cells } = simulateYear({ seed, year, cells: simulatedPlan(seed, year) })
    return {
      name: seed,
      year,
      cells: cells.map((cell) => ({ ...cell, group: cell.fudge === null ? cell.shape : 'fudged' })),
      records: index % 2 === 0 ? new Map() : unitRecords(past.cells, year - 1),
    }
  })
}
