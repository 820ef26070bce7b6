/** What will be missed unless something changes, and what lies safer, from the forecasts of a programme. */
import { compareDecimals } from '../../../domain/values/decimal.ts'
import type { ProgrammeForecastData } from '../../../contract/forecasts.ts'

type Data = ProgrammeForecastData
export type ForecastRow = {
  readonly promise: Data['promises'][number]
  readonly forecast: Data['forecasts'][number]
  readonly warning: Data['warnings'][number] | undefined
}

/** Warnings as the server ranked them; the others by their chance, the least likely first; closed ones apart. */
export function arrangeForecasts({ promises, forecasts, warnings }: Data): {
  readonly warned: readonly ForecastRow[]
  readonly others: readonly ForecastRow[]
  readonly closed: readonly ForecastRow[]
} {
  const promiseOf = new Map<string, Data['promises'][number]>(
    promises.map((promise) => [promise.id, promise]),
  )
  const warningOf = new Map(warnings.map((warning) => [warning.indicatorId, warning]))
  const rows = forecasts.flatMap((forecast): ForecastRow[] => {
    const promise = promiseOf.get(forecast.indicatorId)
    return promise ? [{ promise, forecast, warning: warningOf.get(forecast.indicatorId) }] : []
  })
  const rowOf = new Map(rows.map((row) => [row.forecast.indicatorId, row]))
  return {
    warned: warnings.flatMap(({ indicatorId }) => rowOf.get(indicatorId) ?? []),
    others: rows
      .filter(({ promise, warning }) => promise.closedOn === null && warning === undefined)
      .toSorted((a, b) => compareDecimals(a.forecast.probability, b.forecast.probability)),
    closed: rows.filter(({ promise }) => promise.closedOn !== null),
  }
}
