/**
 * `npm run backtest [-- FILE.csv] [--learn] [--programmes N]`: how good the forecast is, on simulated programmes it has
 * never seen or on a real history; with `--learn` what is known becomes the model that ships.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { format } from 'prettier'
import { learnedModel } from '../src/domain/forecast/learned-model.ts'
import { learn, type Lesson } from '../src/domain/forecast/learning/learn.ts'
import { lessonsOf } from '../src/domain/forecast/learning/lessons.ts'
import { casesOf, looksOf, type Level } from './backtest-cases.ts'
import { printBacktest } from './backtest-print.ts'
import { readHistoryFile } from './history-file.ts'
import { simulatedProgrammes, type KnownProgramme } from './known-programme.ts'
import { fitYardsticks } from './yardsticks.ts'

const modelFile = join(import.meta.dirname, '../src/domain/forecast/learned-model.json')
const programmesLearnedFrom = 160
const programmesForYardsticks = 40
/** What is simulated counts as so many cells of a real history. */
const cellsSimulatedCountAs = 300

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { learn: { type: 'boolean' }, programmes: { type: 'string' } },
})
const history = positionals.flatMap((path) => readHistoryFile(readFileSync(path, 'utf8')))
if (values.learn === true) await learnAndWrite(history)
else backtest(history, Number(values.programmes ?? 200))

function backtest(known: readonly KnownProgramme[], count: number): void {
  const judged = known.length > 0 ? known : simulatedProgrammes('judge', count)
  const cells = judged.reduce((sum, programme) => sum + programme.cells.length, 0)
  console.log(
    `${String(judged.length)} programmes with ${String(cells)} cells; the forecast learned from ${learnedModel.source}`,
  )
  const learnedFrom = simulatedProgrammes('learn', programmesForYardsticks)
  const fitted = (level: Level) =>
    fitYardsticks(learnedFrom.flatMap((programme) => looksOf(programme, level)))
  const yardsticks = { cells: fitted('cells'), indicators: fitted('indicators') }
  const all = judged.map((programme) => casesOf(programme, learnedModel, yardsticks))
  for (const level of ['cells', 'indicators'] as const) {
    const cases = all.flatMap((one) => one[level])
    console.log(
      `\n${level === 'cells' ? '一家单位一项 One unit, one promise' : '几家单位合计 Promises that several units share'}: ` +
        `${String(cases.length)} forecasts at the ends of months 1 to 11`,
    )
    if (cases.length > 0) printBacktest(cases, yardsticks[level])
  }
}

async function learnAndWrite(known: readonly KnownProgramme[]): Promise<void> {
  const simulated = simulatedProgrammes('learn', programmesLearnedFrom)
  const cells = simulated.reduce((sum, programme) => sum + programme.cells.length, 0)
  const weight = known.length === 0 ? 1 : Math.min(1, cellsSimulatedCountAs / cells)
  const lessons = [...lessonsFrom(simulated, weight), ...lessonsFrom(known, 1)]
  const real = known.reduce((sum, programme) => sum + programme.cells.length, 0)
  const model = learn(
    lessons,
    `${String(simulated.length)} simulated programmes (seeds learn-0 to learn-${String(simulated.length - 1)})` +
      (known.length === 0
        ? ''
        : `, counting as ${String(cellsSimulatedCountAs)} cells, and a history of ${String(real)} cells`),
  )
  writeFileSync(modelFile, await format(JSON.stringify(model), { parser: 'json', printWidth: 110 }))
  console.log(`learned from ${String(lessons.length)} courses: ${model.source}`)
}

function lessonsFrom(programmes: readonly KnownProgramme[], weight: number): Lesson[] {
  return programmes.flatMap(({ cells, year, records }) => lessonsOf(cells, year, records, weight))
}
