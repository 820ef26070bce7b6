/** The unit of a plan's figure that stands alone in its cell: in brackets in its column's head, or in a column of units. */
import { readUnit } from '../extract/read-unit.ts'
import { isFigures } from './columns-by-role.ts'
import type { TableCell } from './task-table.ts'

/** `units` are the cells of units beside it. "" where the cell holds more than a figure or no unit is stated. */
export function unitBeside({ table, cell }: TableCell, units: readonly TableCell[]): string {
  if (!isFigures(cell.text)) return ''
  const inHead = /[（(](?:单位[：:])?([^（()）]+)[)）]$/.exec(table.heads[cell.column] ?? '')?.[1]
  return wholeUnit(inHead ?? '') || wholeUnit(units[0]?.cell.text.trim() ?? '')
}

/** 万元, 处, 公里: with its multiplier, and nothing but a unit. */
function wholeUnit(text: string): string {
  const multiple = /^[百千万亿]*/.exec(text)?.[0].length ?? 0
  return readUnit(text, multiple)?.end === text.length ? text : ''
}
