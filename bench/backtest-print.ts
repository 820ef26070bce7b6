/** What a backtest prints. */
import { isCalibrated, reliability, scoreGroup, type GroupScore } from './backtest-scores.ts'
import type { Case } from './backtest-cases.ts'
import type { Yardstick, YardstickName } from './yardsticks.ts'

export function printBacktest(
  cases: readonly Case[],
  yardsticks: Readonly<Record<YardstickName, Yardstick>>,
): void {
  const groups = [...Map.groupBy(cases, ({ group }) => group)].toSorted(([a], [b]) => (a < b ? -1 : 1))
  console.log(
    `Brier score (0 is best) beside 序时 pro rata (${yardsticks.proRata.form}) and the last month's pace (${yardsticks.lastMonth.form});`,
  )
  console.log(
    'ahead: by how much ours is lower, ± two standard errors by programme; hard: the straight line as 0 or 1',
  )
  console.log(
    row(
      'shape',
      'cases',
      'met',
      'ours',
      'log loss',
      'pro rata',
      'ahead',
      'last month',
      'ahead',
      'hard',
      'hard',
      '80 % held',
      'days off',
    ),
  )
  for (const [group, ofGroup] of groups) printScore(scoreGroup(group, ofGroup))
  printScore(scoreGroup('all', cases))
  for (const month of [1, 3, 6, 9, 11]) {
    const ofMonth = cases.filter((one) => one.month === month)
    if (ofMonth.length > 0) printScore(scoreGroup(`month ${String(month)}`, ofMonth))
  }
  printReliability(cases)
}

function printScore(score: GroupScore): void {
  const { proRata, lastMonth } = score.ahead
  const signed = ({ value, error }: typeof proRata) => `${value.toFixed(4)} ±${error.toFixed(4)}`
  console.log(
    row(
      score.group,
      String(score.cases),
      percent(score.met),
      score.brier.toFixed(4),
      score.logLoss.toFixed(4),
      score.yardsticks.proRata.toFixed(4),
      signed(proRata),
      score.yardsticks.lastMonth.toFixed(4),
      signed(lastMonth),
      score.hard.proRata.toFixed(3),
      score.hard.lastMonth.toFixed(3),
      percent(score.held),
      Number.isNaN(score.daysOff) ? '' : score.daysOff.toFixed(0),
    ),
  )
}

function printReliability(cases: readonly Case[]): void {
  console.log(
    'Reliability: of the cases called so likely, so many came true (± two standard errors by programme)',
  )
  for (const bin of reliability(cases)) {
    if (bin.cases === 0) continue
    console.log(
      `  ${percent(bin.from).padStart(5)}–${percent(bin.to).padEnd(5)} ${String(bin.cases).padStart(7)} cases` +
        `  said ${percent(bin.said, 1)}  came ${percent(bin.came, 1)} ±${percent(bin.error, 1)}` +
        `  ${isCalibrated(bin) ? '' : 'outside its sampling error'}`,
    )
  }
}

const widths = [16, 7, 5, 7, 9, 9, 15, 11, 15, 6, 6, 10, 9]
function row(...cells: readonly string[]): string {
  return cells
    .map((cell, index) => (index === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[index] ?? 0)))
    .join(' ')
}

function percent(share: number, decimals = 0): string {
  return `${(share * 100).toFixed(decimals)}%`
}
