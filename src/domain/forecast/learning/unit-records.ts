/** The records of units, from cells of past years whose end is known. */
import { at, courseAt, mannerOf, readHistory } from '../course.ts'
import type { UnitRecord, UnitRecords } from '../unit-record.ts'
import type { KnownCell } from './known-cell.ts'

/** Below this part of its plan a cell is behind. */
const behindBelow = 0.9

export function unitRecords(cells: readonly KnownCell[], year: number): UnitRecords {
  const records = new Map<string, UnitRecord>()
  for (const cell of cells) {
    if (mannerOf(cell) !== 'progress') continue
    const history = readHistory(cell, year)
    const month = Math.round(0.75 * history.due)
    if (month < 1) continue
    const { levels, plan } = courseAt(history, month)
    if (at(levels, month) >= behindBelow * at(plan, month)) continue
    const { behind, madeUp } = records.get(cell.unitId) ?? { behind: 0, madeUp: 0 }
    records.set(cell.unitId, { behind: behind + 1, madeUp: madeUp + (cell.truth.met ? 1 : 0) })
  }
  return records
}
