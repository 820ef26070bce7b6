/** What the forecast of a whole programme costs: 110 promises for seven units, beside moving its figures as JSON. */
import { forecastProgramme } from '../src/domain/forecast/forecast.ts'
import { learnedModel } from '../src/domain/forecast/learned-model.ts'
import { simulateYear } from '../src/domain/simulation/simulate-year.ts'
import { simulatedPlan } from '../src/domain/simulation/simulated-plan.ts'
import { monthOf } from '../src/domain/values/month.ts'
import { compare } from './measure.ts'

const cellsOfYear = 770
const year = 2023

export async function benchForecasts(): Promise<void> {
  const plans = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].flatMap((seed) =>
    simulatedPlan(seed, year).map((cell) => ({ ...cell, indicatorId: seed + cell.indicatorId })),
  )
  const { cells } = simulateYear({ seed: 'bench', year, cells: plans.slice(0, cellsOfYear) })
  const input = { year, month: monthOf(year, 8), cells, records: new Map(), model: learnedModel }
  const { ours, yardstick } = await compare(
    15,
    () => forecastProgramme(input),
    () => JSON.parse(JSON.stringify(cells)) as unknown,
  )
  console.log(
    `  ${String(cells.length)} cells and their promises: ${ours.toFixed(0)} ms, ${(ours / yardstick).toFixed(1)} × their figures to JSON and back (aim < 200 ms)`,
  )
}
