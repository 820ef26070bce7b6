/** What will be missed unless something changes, worst first, with when it could first have been seen: the months played again. */
import { compareDecimals, decimal, type Decimal } from '../values/decimal.ts'
import { monthOf, type Month } from '../values/month.ts'
import { monthNumber } from './course.ts'
import {
  chancesRead,
  forecastProgramme,
  readCells,
  type Forecast,
  type ForecastInput,
  type ProgrammeForecast,
} from './forecast.ts'

export type EarlyWarning = {
  readonly forecast: Forecast
  /** The first month in which the chance was below the threshold, as it was known then. */
  readonly firstSeen: Month
  /** Since when it has been below without a break. */
  readonly belowSince: Month
  /** Month by month, from January. */
  readonly probabilities: readonly { readonly month: Month; readonly probability: Decimal }[]
}

export type WarningInput = ForecastInput & {
  /** Below this chance a promise is expected to be missed. */
  readonly threshold: Decimal
  readonly level: 'cells' | 'indicators'
}

/** More likely missed than met. */
export const defaultThreshold = decimal('0.5')

/** `forecasts` are those of the month, where they are known already. */
export function earlyWarnings(
  input: WarningInput,
  forecasts: ProgrammeForecast = forecastProgramme(input),
): readonly EarlyWarning[] {
  const { year, records, model, level, threshold } = input
  const { [level]: now } = forecasts
  // What is over is no longer to be warned of, and nothing of what it will be is asked of months gone by.
  const isWarned = ({ state, probability }: Forecast) =>
    state !== 'past' && compareDecimals(probability, threshold) < 0
  if (!now.some(isWarned)) return []
  const read = readCells(input.cells, year)
  const today = monthNumber(input.month, year)
  const chances = Array.from({ length: today }, (_, index) => ({
    month: monthOf(year, index + 1),
    of: chancesRead(read, { year, month: index + 1, records, model }, level),
  }))
  return now
    .flatMap((forecast, index): EarlyWarning[] => {
      const probabilities = chances.flatMap(({ month, of }) => {
        const probability = of[index]
        return probability === undefined ? [] : [{ month, probability }]
      })
      const isBelow = probabilities.map(({ probability }) => compareDecimals(probability, threshold) < 0)
      const firstSeen = probabilities[isBelow.indexOf(true)]
      const belowSince = probabilities[isBelow.lastIndexOf(false) + 1]
      if (!isWarned(forecast) || firstSeen === undefined || belowSince === undefined) return []
      return [
        {
          forecast,
          firstSeen: firstSeen.month,
          belowSince: belowSince.month,
          probabilities,
        },
      ]
    })
    .toSorted(worstFirst)
}

/** By the chance; of equals what has been known longer, then by name, so that the order never depends on chance. */
function worstFirst(a: EarlyWarning, b: EarlyWarning): number {
  const key = ({ forecast, firstSeen }: EarlyWarning) =>
    [firstSeen, forecast.indicatorId, forecast.unitId ?? ''].join(' ')
  return (
    compareDecimals(a.forecast.probability, b.forecast.probability) ||
    (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0)
  )
}
