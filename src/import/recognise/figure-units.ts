/** Figures that stand alone in their cells, and their units: in brackets in the column's head, or in a column of units. */
import { readUnit } from '../extract/read-unit.ts'

/** Of a cell by its column's head and what a column of units says beside it; "" where no unit is stated for a bare figure. */
export function unitBeside(text: string, head: string, unit: string): string {
  if (!isFigures(text)) return ''
  const inHead = /[（(](?:单位[：:])?([^（()）]+)[)）]$/.exec(head)?.[1]
  return wholeUnit(inHead ?? '') || wholeUnit(unit.trim())
}

/** 万元, 处, 公里: with its multiplier, and nothing but a unit. */
export function wholeUnit(text: string): string {
  const multiple = /^[百千万亿]*/.exec(text)?.[0].length ?? 0
  return readUnit(text, multiple)?.end === text.length ? text : ''
}

/** Figures alone, their unit elsewhere, are no sentences of a task but say how much of it is planned; a dash is none. */
export function isFigures(text: string): boolean {
  return /[\d０-９]/.test(text) && /^[\d.,，．０-９\s—–\-－/]+$/.test(text)
}
