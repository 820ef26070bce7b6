/** What became of the cells of a year that is over, by the figures that were approved for it. */
import { Big } from 'big.js'
import { decimal } from '../../values/decimal.ts'
import { lastDayOf, monthOf } from '../../values/month.ts'
import type { CellHistory } from '../cell-history.ts'
import type { KnownCell } from './known-cell.ts'

/** A limit is met by its last figure up to the deadline; a target by the month whose figure reaches it. */
export function endedCell(cell: CellHistory, year: number): KnownCell {
  const { comparator, reports, target } = cell
  const deadline = cell.deadline ?? lastDayOf(monthOf(year, 12))
  const months = reports.map(({ month, value }) => ({ month, value }))
  const atDeadline = months.findLast(({ month }) => month <= deadline)?.value ?? decimal(0)
  const isLimit = comparator === 'lte'
  const reached = isLimit ? undefined : months.find(({ value }) => new Big(value).gte(target))
  return {
    ...cell,
    truth: {
      met: isLimit ? new Big(atDeadline).lte(target) : new Big(atDeadline).gte(target),
      atDeadline,
      reachedOn: reached === undefined ? null : lastDayOf(reached.month),
      months,
    },
  }
}
