/** What past years teach of a unit: how often it made up, by the deadline, for what it was behind with. */
export type UnitRecord = {
  /** Cells that were behind their plan after three quarters of the time, and those of them that met their target. */
  readonly behind: number
  readonly madeUp: number
}

export type UnitRecords = ReadonlyMap<string, UnitRecord>

/** What is thought of a unit of which nothing is known, and as how many cells that counts. */
const usual = 0.35
const usualCells = 4

export function madeUpRate(record: UnitRecord | undefined): number {
  const { behind, madeUp } = record ?? { behind: 0, madeUp: 0 }
  return (madeUp + usual * usualCells) / (behind + usualCells)
}
