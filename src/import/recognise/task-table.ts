/** Finds the tables that are task tables, by their column heads. */
import type { SourceCell, SourceDocument, SourceTable } from '../../domain/programme/source.ts'
import { columnsByRole, type ColumnsByRole, type Roles } from './columns-by-role.ts'
import { findColumnRole, type ColumnRole } from './column-heads.ts'
import { isRowOfHeads, roleBelow } from './head-rows.ts'

export type TaskTable = {
  readonly block: number
  readonly table: SourceTable
  /** Where the heads begin; above them is the title. */
  readonly headRow: number
  /** Tasks are from here on. */
  readonly firstRow: number
  /** The columns of each role, from the left. */
  readonly columns: ColumnsByRole
  /** What heads each column, over all rows of heads. */
  readonly heads: readonly string[]
  /** Whether its rows are the promised items themselves, numbered but without names: 序号, 民生实事, 责任单位. */
  readonly items: boolean
}

export type TableCell = { readonly table: TaskTable; readonly cell: SourceCell }

/** Title, issuing body, unit of measure: heads seen in the field come in the first five rows. */
const lastHeadRow = 8
/** Heads over three rows: 责任单位 over 牵头 and 配合 over a remark. */
const mostHeadRows = 3

const unitRoles = new Set<ColumnRole>(['lead', 'cooperating', 'responsible', 'leaders', 'persons'])
const timeRoles = new Set<ColumnRole>(['deadline', 'plan', 'result'])
const textRoles = new Set<ColumnRole>(['content', 'project', 'planned'])

/**
 * All task tables in reading order. A table without heads that directly follows one, with as many columns, is its
 * continuation: some word processors cut a long table in pieces. Another sheet of a workbook is another table.
 */
export function findTaskTables(source: SourceDocument): TaskTable[] {
  const found: TaskTable[] = []
  source.blocks.forEach((table, block) => {
    if (table.kind !== 'table') return
    const previous = found.at(-1)
    const headed = findHeads(table, block)
    if (headed !== undefined) found.push(headed)
    else if (previous?.block === block - 1 && continues(table, previous.table)) {
      found.push({ ...previous, block, table, headRow: 0, firstRow: 0 })
    }
  })
  return found
}

function continues(table: SourceTable, previous: SourceTable): boolean {
  return table.columnCount === previous.columnCount && table.sheet === previous.sheet
}

/** Whether the texts of one row are the heads of a task table; such rows come again on every page. */
export function areTaskHeads(texts: readonly string[]): boolean {
  return isTaskHead(texts.map(findColumnRole))
}

/** The cell that covers each row of a column. */
export function cellsOfColumn(table: SourceTable, column: number): (SourceCell | undefined)[] {
  const rows: (SourceCell | undefined)[] = Array.from({ length: table.rowCount })
  for (const cell of table.cells) {
    if (column < cell.column || column >= cell.column + cell.columnSpan) continue
    rows.fill(cell, cell.row, cell.row + cell.rowSpan)
  }
  return rows
}

function findHeads(table: SourceTable, block: number): TaskTable | undefined {
  for (let headRow = 0; headRow <= Math.min(lastHeadRow, table.rowCount - 1); headRow++) {
    const first = cellsInRow(table, headRow)
    let roles: Roles = first.map((cell) => (cell === undefined ? undefined : findColumnRole(cell.text)))
    if (!isTaskHead(roles)) continue
    const heads = first.map((cell) => cell?.text.replaceAll(/\s/g, '') ?? '')
    let firstRow = headRow + 1
    for (; firstRow < Math.min(table.rowCount, headRow + mostHeadRows); firstRow++) {
      const below = cellsInRow(table, firstRow)
      if (!isRowOfHeads(below, firstRow, heads, first)) break
      roles = below.map((cell, column) => roleBelow(cell, firstRow, roles[column]))
      below.forEach((cell, column) => {
        if (cell?.row === firstRow) heads[column] += cell.text.replaceAll(/\s/g, '')
      })
    }
    const columns = columnsByRole(roles, (column) => textOfColumn(table, column, firstRow))
    const named = (columns.category ?? columns.project ?? []).length > 0
    const items = !named && (columns.content ?? []).every((column) => roles[column] === 'project')
    return { block, table, headRow, firstRow, columns, heads, items }
  }
  return undefined
}

function cellsInRow(table: SourceTable, row: number): (SourceCell | undefined)[] {
  const cells: (SourceCell | undefined)[] = Array.from({ length: table.columnCount })
  for (const cell of table.cells) {
    if (cell.row > row) break
    if (row < cell.row + cell.rowSpan) cells.fill(cell, cell.column, cell.column + cell.columnSpan)
  }
  return cells
}

function textOfColumn(table: SourceTable, column: number, firstRow: number): string {
  return table.cells
    .filter((cell) => cell.column === column && cell.row >= firstRow)
    .map((cell) => cell.text)
    .join('\n')
}

/** A single column headed by a time is no sign of heads: rows of tasks hold such cells too. */
function isTaskHead(roles: Roles): boolean {
  const plans = roles.filter((role) => role === 'plan').length
  const known = new Set(roles.filter((role) => role !== undefined && (role !== 'plan' || plans > 1)))
  const has = (wanted: ReadonlySet<ColumnRole>): boolean =>
    [...known].some((role) => role !== undefined && wanted.has(role))
  return known.size >= 3 && has(textRoles) && (has(unitRoles) || has(timeRoles))
}
