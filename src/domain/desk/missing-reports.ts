/** Which units have not reported what was due; nothing is asked of promises that are closed. */
import type { ProgrammeHistory } from '../light/history.ts'
import type { UnitId } from '../values/ids.ts'
import type { Month } from '../values/month.ts'

export type MissingReports = {
  readonly unitId: UnitId
  readonly unit: string
  /** What it has to report each month. */
  readonly cells: number
  /** Of these, not reported for the month. */
  readonly missing: number
  /** The months before, where something is missing too; the earliest first. */
  readonly earlier: readonly { readonly month: Month; readonly missing: number }[]
}

/** For the latest of `months` and those before it; what misses most first, of equals by name order of the history. */
export function missingReports(history: ProgrammeHistory, months: readonly Month[]): MissingReports[] {
  const month = months.at(-1)
  if (month === undefined) return []
  const cells = history.indicators.flatMap((indicator) =>
    indicator.closedOn === null ? indicator.cells : [],
  )
  const cellsOf = Map.groupBy(cells, ({ unitId }) => unitId)
  return history.units
    .flatMap(({ id, name }): MissingReports[] => {
      const own = cellsOf.get(id) ?? []
      const missingIn = (asked: Month) => own.filter(({ reportedFor }) => !reportedFor.includes(asked)).length
      const earlier = months
        .slice(0, -1)
        .map((each) => ({ month: each, missing: missingIn(each) }))
        .filter(({ missing }) => missing > 0)
      const missing = missingIn(month)
      if (missing === 0 && earlier.length === 0) return []
      return [{ unitId: id, unit: name, cells: own.length, missing, earlier }]
    })
    .toSorted((a, b) => b.missing - a.missing || b.earlier.length - a.earlier.length)
}
