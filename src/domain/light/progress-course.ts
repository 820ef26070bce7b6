/** A promise with a figure through its months: what was to be reached, and what was. */
import type { Decimal } from '../values/decimal.ts'
import { monthsOfYear, type Month } from '../values/month.ts'
import { cellAt, type IndicatorHistory } from './history.ts'
import { amountsOf, type Amount } from './light.ts'

export type CoursePoint = {
  readonly month: Month
  /** In the unit of the target, rates in per cent; null without a plan. */
  readonly planned: Decimal | null
  /** As approved; null after the last month shown, and before anything was. */
  readonly done: Decimal | null
}

/** Every month of the year and those of the plan after it; the figures approved are shown up to a month. Empty where a promise has no figure. */
export function progressCourse(
  { target, cells }: Pick<IndicatorHistory, 'target' | 'cells'>,
  year: number,
  upTo: Month,
): CoursePoint[] {
  const { value, kind } = target
  if (value === null || (kind !== 'quantity' && kind !== 'rate')) return []
  const planned = cells.flatMap(({ plan }) => plan.map(({ month }) => month))
  const months = [...new Set([...monthsOfYear(year), ...planned])].toSorted()
  const figure = (amount: Amount | null) => {
    if (amount === null) return null
    return kind === 'rate' ? amount.percent : amount.figure.value
  }
  return months.map((month) => {
    const amounts = amountsOf(
      { ...target, value },
      cells.map((cell) => cellAt(cell, month)),
    )
    return {
      month,
      planned: figure(amounts.planned),
      done: month <= upTo ? figure(amounts.done) : null,
    }
  })
}
