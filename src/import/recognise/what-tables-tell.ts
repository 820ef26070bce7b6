/** What task tables promise in words, and whether another tells the same: a district's share of the city's table does. */
import type { SourceCell } from '../../domain/programme/source.ts'
import { type ColumnRole, findColumnRole } from './column-heads.ts'
import { findProjectNumber } from './project-number.ts'
import type { TaskTable } from './task-table.ts'

/** What tables promise, without the figures: a share of the same promise differs in nothing else. */
export type Told = {
  readonly names: ReadonlySet<string>
  readonly texts: ReadonlySet<string>
  readonly firstNo: number | undefined
  readonly lastNo: number | undefined
}

export function toldBy(tables: readonly TaskTable[]): Told {
  const names = new Set<string>()
  const texts = new Set<string>()
  const numbers: number[] = []
  for (const { table, columns, firstRow } of tables) {
    const inRole = (cell: SourceCell, role: ColumnRole): boolean =>
      columns[role]?.includes(cell.column) === true
    for (const cell of table.cells) {
      if (cell.row < firstRow || cell.text.trim() === '' || findColumnRole(cell.text) !== undefined) continue
      if (inRole(cell, 'project')) names.add(wordsOf(cell.text))
      if (inRole(cell, 'content')) texts.add(wordsOf(cell.text))
      const number = inRole(cell, 'no') ? findProjectNumber(cell.text) : undefined
      if (number !== undefined) numbers.push(number)
    }
  }
  names.delete('')
  texts.delete('')
  return { names, texts, firstNo: numbers[0], lastNo: numbers.at(-1) }
}

/** Of what is told, half has been told: too much to be chance. */
export function isToldAgain(own: ReadonlySet<string>, before: ReadonlySet<string>): boolean {
  return own.size > 0 && [...own].filter((words) => before.has(words)).length * 2 >= own.size
}

function wordsOf(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\s\d.,，。；;%]+|^[（(]?[一二三四五六七八九十]+[）)、]/g, '')
}
