/** Finds the tables that are task tables, by their column heads. */
import type { SourceCell, SourceDocument, SourceTable } from '../../domain/source.ts'
import { findColumnRole, type ColumnRole } from './column-heads.ts'

export type TaskTable = {
  readonly block: number
  readonly table: SourceTable
  /** Where the heads begin; above them is the title. */
  readonly headRow: number
  /** Tasks are from here on. */
  readonly firstRow: number
  /** The columns of each role, from the left. */
  readonly columns: Readonly<Partial<Record<ColumnRole, readonly number[]>>>
}

type Roles = readonly (ColumnRole | undefined)[]

/** Title, issuing body, unit of measure: heads seen in the field come in the first five rows. */
const lastHeadRow = 8

const unitRoles = new Set<ColumnRole>(['lead', 'cooperating', 'responsible', 'leaders'])
const textRoles = new Set<ColumnRole>(['content', 'project'])

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
      found.push({ block, table, headRow: 0, firstRow: 0, columns: previous.columns })
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
    let roles = rolesInRow(table, headRow)
    if (!isTaskHead(roles)) continue
    let firstRow = headRow + 1
    // A second row of heads: every column in it has one, some by a cell reaching down from the first.
    for (; firstRow < table.rowCount; firstRow++) {
      const next = rolesInRow(table, firstRow)
      if (!isTaskHead(next) || next.includes(undefined)) break
      roles = next
    }
    return { block, table, headRow, firstRow, columns: columnsByRole(roles) }
  }
  return undefined
}

function rolesInRow(table: SourceTable, row: number): Roles {
  const roles: (ColumnRole | undefined)[] = Array.from({ length: table.columnCount })
  for (const cell of table.cells) {
    if (cell.row > row) break
    if (row >= cell.row + cell.rowSpan) continue
    roles.fill(findColumnRole(cell.text), cell.column, cell.column + cell.columnSpan)
  }
  return roles
}

function isTaskHead(roles: Roles): boolean {
  const known = new Set(roles.filter((role) => role !== undefined))
  const has = (wanted: ReadonlySet<ColumnRole>): boolean => [...known].some((role) => wanted.has(role))
  return known.size >= 3 && has(unitRoles) && has(textRoles)
}

/**
 * With no column for the sentences the names of the items are the promises; with no column for names but two for
 * sentences ("主要任务", "年度目标") the first names what the second promises.
 */
function columnsByRole(roles: Roles): TaskTable['columns'] {
  const columns: Partial<Record<ColumnRole, number[]>> = {}
  roles.forEach((role, column) => {
    if (role !== undefined) (columns[role] ??= []).push(column)
  })
  const { content = [], project = [], category } = columns
  if (content.length === 0) return { ...columns, content: project, project: category ?? [], category: [] }
  if (project.length > 0) return columns
  if (category !== undefined) return { ...columns, project: category, category: [] }
  return content.length > 1
    ? { ...columns, project: content.slice(0, 1), content: content.slice(1) }
    : columns
}
