/** Every programme forecast at every month, as it was known then, beside what became of it. */
import { courseAt, mannerOf, readHistory } from '../src/domain/forecast/course.ts'
import { forecastRead, type Forecast } from '../src/domain/forecast/forecast.ts'
import type { ForecastModel } from '../src/domain/forecast/forecast-model.ts'
import type { KnownProgramme } from './known-programme.ts'
import type { Look, Yardstick, YardstickName } from './yardsticks.ts'

export type Case = {
  readonly programme: string
  readonly group: string
  readonly month: number
  readonly met: boolean
  readonly probability: number
  /** By the yardsticks, as chances and hard. */
  readonly yardsticks: Readonly<Record<YardstickName, number>>
  readonly hard: Readonly<Record<YardstickName, number>>
  /** Whether the interval holds the end. */
  readonly held: boolean
  /** Days from the day foreseen to the day it was met; null where either is none. */
  readonly daysOff: number | null
}

type Cell = KnownProgramme['cells'][number]

/** What yardsticks look at: the cells open at each month. */
export function looksOf({ cells, year }: KnownProgramme): Look[] {
  return cells.flatMap((cell) => {
    const history = readHistory(cell, year)
    return months(history.due).map((month) => lookOf(cell, history, month))
  })
}

function lookOf(cell: Cell, history: ReturnType<typeof readHistory>, month: number): Look {
  const isLimit = mannerOf(cell) !== 'progress' && cell.comparator === 'lte'
  return { course: courseAt(history, month), isLimit, met: cell.truth.met }
}

export function casesOf(
  { name, cells, year, records }: KnownProgramme,
  model: ForecastModel,
  yardsticks: Readonly<Record<YardstickName, Yardstick>>,
): Case[] {
  const read = cells.map((cell) => ({ cell, history: readHistory(cell, year), manner: mannerOf(cell) }))
  return months(12).flatMap((month) => {
    const forecasts = forecastRead(read, { year, month, records, model }).cells
    return cells.flatMap((cell, index): Case[] => {
      const [one, forecast] = [read[index], forecasts[index]]
      if (one === undefined || forecast === undefined || forecast.state === 'past') return []
      const look = lookOf(cell, one.history, month)
      const { proRata, lastMonth } = yardsticks
      return [
        {
          programme: name,
          group: cell.group,
          month,
          met: cell.truth.met,
          probability: Number(forecast.probability),
          yardsticks: { proRata: proRata.chance(look), lastMonth: lastMonth.chance(look) },
          hard: { proRata: proRata.hard(look), lastMonth: lastMonth.hard(look) },
          held: holds(forecast, Number(cell.truth.atDeadline)),
          daysOff: daysOff(forecast, cell, month, year),
        },
      ]
    })
  })
}

/** Months 1 to 11, as far as they come before the deadline. */
function months(due: number): number[] {
  return Array.from({ length: 11 }, (_, index) => index + 1).filter((month) => month < due)
}

function holds({ low, high }: Forecast, end: number): boolean {
  return end >= Number(low) && end <= Number(high)
}

/** Only of what was still to come. */
function daysOff({ state, metOn }: Forecast, { truth }: Cell, month: number, year: number): number | null {
  const { reachedOn } = truth
  if (state !== 'open' || metOn === null || reachedOn === null) return null
  const isToCome = Number(reachedOn.slice(0, 4)) > year || Number(reachedOn.slice(5, 7)) > month
  return isToCome ? Math.abs(Date.parse(metOn) - Date.parse(reachedOn)) / 86_400_000 : null
}
