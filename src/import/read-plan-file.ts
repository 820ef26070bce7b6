/**
 * A plan that comes back from a spreadsheet: rows of promise × unit with their figures, each cell with its name (B7), so
 * that what is wrong can be found in the file. What the rows mean is decided by services/plan-file.ts.
 */
import { planFileHeads } from '../domain/plan-file-heads.ts'
import type { SourceDocument, SourceTable } from '../domain/source.ts'
import { columnName } from './readers/cell-reference.ts'

export type FileCell = { readonly cell: string; readonly text: string }
export type PlanFileRow = {
  readonly id: FileCell
  readonly version: FileCell
  readonly unit: FileCell
  readonly value: FileCell
  readonly denominator: FileCell
  readonly stages: FileCell
  /** By the head of the column: 1月 … 12月, 2024年1月. */
  readonly months: ReadonlyMap<string, FileCell>
}

const monthHead = /^(\d{4}年)?\d{1,2}月$/

/** Undefined where no table of the document has the heads. */
export function readPlanFile({ blocks }: SourceDocument): PlanFileRow[] | undefined {
  for (const block of blocks) {
    const rows = block.kind === 'table' ? readTable(block) : undefined
    if (rows) return rows
  }
  return undefined
}

function readTable(table: SourceTable): PlanFileRow[] | undefined {
  const byRow = Map.groupBy(table.cells, ({ row }) => row)
  const headRow = [...byRow.keys()]
    .toSorted((a, b) => a - b)
    .find((row) => byRow.get(row)?.some(({ text }) => text.trim() === planFileHeads.id))
  if (headRow === undefined) return undefined
  const heads = new Map(byRow.get(headRow)?.map(({ text, column }) => [text.trim(), column]))
  const needed = [planFileHeads.unit, planFileHeads.value, planFileHeads.id, planFileHeads.version]
  if (!needed.every((head) => heads.has(head))) return undefined
  const rows: PlanFileRow[] = []
  for (let row = headRow + 1; row < table.rowCount; row += 1) {
    const cellAt = (head: string): FileCell => {
      const column = heads.get(head)
      if (column === undefined) return { cell: '', text: '' }
      const text =
        byRow
          .get(row)
          ?.find((cell) => cell.column === column)
          ?.text.trim() ?? ''
      return { cell: `${columnName(column)}${row + 1}`, text }
    }
    const id = cellAt(planFileHeads.id)
    const unit = cellAt(planFileHeads.unit)
    if (id.text === '' && unit.text === '') continue
    rows.push({
      id,
      unit,
      version: cellAt(planFileHeads.version),
      value: cellAt(planFileHeads.value),
      denominator: cellAt(planFileHeads.denominator),
      stages: cellAt(planFileHeads.stages),
      months: new Map(
        [...heads.keys()].filter((head) => monthHead.test(head)).map((head) => [head, cellAt(head)]),
      ),
    })
  }
  return rows
}
