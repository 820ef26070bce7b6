/** The columns of a plan as a spreadsheet, for the file that goes out and the one that comes back. */
import type { Month } from './month.ts'

export const planFileHeads = {
  task: '任务',
  promise: '承诺',
  target: '目标',
  unit: '承担单位',
  value: '分解数',
  denominator: '应覆盖数',
  stages: '阶段',
  version: '版本',
  id: '编号',
} as const

/** In the place of a figure: the unit carries the promise without one. */
export const carriesMark = '✓'

/** 3月; in a later year 2024年3月. */
export function monthHeadOf(month: Month, year: number): string {
  const own = Number(month.slice(0, 4))
  return `${own === year ? '' : `${own}年`}${Number(month.slice(5, 7))}月`
}
