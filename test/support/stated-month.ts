/** What a unit that keeps to its plan states for a month, in the lines of a column copied from a spreadsheet. */
import { figureOf, notStarted, tallied } from '../../src/domain/reporting/actual.ts'
import type { ReportedCell } from '../../src/domain/reporting/reported-cell.ts'
import type { PlainDate } from '../../src/domain/values/plain-date.ts'

/** One line a cell: the ledger's count where there is one, else the plan; a rate as 98/100; words where there is no figure. */
export function statedColumn(cells: readonly ReportedCell[], monthEnd: PlainDate): string[] {
  return cells.map((cell) => statedLine(cell, monthEnd))
}

function statedLine(cell: ReportedCell, monthEnd: PlainDate): string {
  const { figure, staged } = figureOf(cell.target)
  if (staged) return cell.stages.findLast(({ dueOn }) => dueOn <= monthEnd)?.stage ?? notStarted
  const counted = tallied(cell)
  if (figure === 'ratio') return counted ? `${counted.value}/${counted.denominator}` : '198/200'
  if (figure === 'optional') return `\t按计划推进，已完成本月工作安排`
  if (counted) return counted.value
  const planned = Number(cell.plan?.value ?? '1')
  // A figure that ends in three zeros is a doubt; what is counted seldom does.
  return String(planned > 0 && planned % 1000 === 0 ? planned + 7 : planned)
}
