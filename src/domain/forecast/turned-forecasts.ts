/** Promises whose chance crossed the threshold within the last month. */
import { compareDecimals, type Decimal } from '../values/decimal.ts'
import { monthNumber } from './course.ts'
import { chancesRead, readCells, type ForecastInput } from './forecast.ts'

export type TurnedForecast = {
  readonly indicatorId: string
  readonly before: Decimal
  readonly now: Decimal
  /** Expected to be missed now, or to be met again. */
  readonly way: 'worse' | 'better'
}

/** As the chances were known at the ends of the two months; what got worse first, the least likely first. None in January. */
export function turnedForecasts(input: ForecastInput & { readonly threshold: Decimal }): TurnedForecast[] {
  const { year, records, model, threshold } = input
  const month = monthNumber(input.month, year)
  if (month < 2) return []
  const read = readCells(input.cells, year)
  const chances = (at: number) => chancesRead(read, { year, month: at, records, model }, 'indicators')
  const [then, now] = [chances(month - 1), chances(month)]
  const isBelow = (chance: Decimal) => compareDecimals(chance, threshold) < 0
  return [...new Set(input.cells.map(({ indicatorId }) => indicatorId))]
    .flatMap((indicatorId, index): TurnedForecast[] => {
      const before = then[index]
      const after = now[index]
      if (before === undefined || after === undefined || isBelow(before) === isBelow(after)) return []
      return [{ indicatorId, before, now: after, way: isBelow(after) ? 'worse' : 'better' }]
    })
    .toSorted(
      (a, b) => Number(a.way === 'better') - Number(b.way === 'better') || compareDecimals(a.now, b.now),
    )
}
