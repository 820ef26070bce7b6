/** Why a stretch of the document became no part of the programme. */
import type { IgnoredReason } from '../../domain/draft.ts'
import { findCell, textAt } from '../../domain/source-offset.ts'
import type { Place, SourceCell, SourceDocument } from '../../domain/source.ts'
import type { ColumnRole } from './column-heads.ts'
import { annexMark } from './recognise-title.ts'
import type { TaskTable } from './task-table.ts'

/** Text in these columns that was not taken says something about what was, or belongs to no promise. */
const reasonByColumn: Readonly<Partial<Record<ColumnRole, IgnoredReason>>> = {
  category: 'heading',
  project: 'heading',
  leaders: 'note',
  lead: 'note',
  cooperating: 'note',
  responsible: 'note',
  deadline: 'note',
  note: 'note',
}

/** `tables` are the task tables by their block, in reading order. */
export function explainIgnored(
  source: SourceDocument,
  tables: ReadonlyMap<number, TaskTable>,
  known: ReadonlyMap<SourceCell, IgnoredReason>,
  place: Place,
): IgnoredReason {
  const text = textAt(source, place)
  if (!/[\p{L}\p{N}]/u.test(text)) return 'punctuation'
  const table = tables.get(place.block)
  if (table !== undefined) return reasonInTable(table, known, place, text)
  if (source.blocks[place.block]?.kind === 'table') return 'other'
  if (annexMark.test(text)) return 'annex-mark'
  const [firstTable = 0] = tables.keys()
  return place.block < firstTable ? 'heading' : 'note'
}

function reasonInTable(
  { table, headRow, firstRow, columns }: TaskTable,
  known: ReadonlyMap<SourceCell, IgnoredReason>,
  { row = 0, column = 0 }: Place,
  text: string,
): IgnoredReason {
  if (row < headRow) return annexMark.test(text) ? 'annex-mark' : 'heading'
  if (row < firstRow) return 'table-head'
  const cell = findCell(table, row, column)
  const reason = cell === undefined ? undefined : known.get(cell)
  const role = columnRoles.find((r) => columns[r]?.includes(column))
  return reason ?? (role === undefined ? undefined : reasonByColumn[role]) ?? 'other'
}

const columnRoles = Object.keys(reasonByColumn) as ColumnRole[]
