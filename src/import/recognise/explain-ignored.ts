/** Why a stretch of the document became no part of the programme. */
import type { IgnoredReason } from '../../domain/programme/draft.ts'
import { findCell, textAt } from '../../domain/programme/source-offset.ts'
import type { Place, SourceDocument } from '../../domain/programme/source.ts'
import { recogniseUnit } from '../directory/recognise-unit.ts'
import { annexMark, isPageMark, isSignature } from './asides.ts'
import type { Recognised } from './candidate.ts'
import type { ColumnRole } from './column-heads.ts'
import { findProjectNumber } from './project-number.ts'
import type { TaskTable } from './task-table.ts'

/** Text in these columns that was not taken says something about what was, or belongs to no promise. */
const reasonByColumn: Readonly<Partial<Record<ColumnRole, IgnoredReason>>> = {
  category: 'heading',
  content: 'heading', // labels of what stands behind a task
  project: 'heading',
  leaders: 'note',
  persons: 'note',
  lead: 'note',
  cooperating: 'note',
  responsible: 'note',
  deadline: 'note',
  plan: 'note',
  note: 'note',
  inOrder: 'note',
}
const columnRoles = Object.keys(reasonByColumn) as ColumnRole[]

type Read = Pick<Recognised, 'tables' | 'reasons' | 'projects'>

export function explainIgnored(
  source: SourceDocument,
  read: Read,
  title: string,
  place: Place,
): IgnoredReason {
  const text = textAt(source, place)
  if (!/[\p{L}\p{N}]/u.test(text)) return 'punctuation'
  const table = read.tables.get(place.block)
  if (table !== undefined) return reasonInTable(table, read.reasons, place, text)
  if (source.blocks[place.block]?.kind === 'table') return 'other'
  if (annexMark.test(text)) return 'annex-mark'
  if (isPageMark(text)) return 'repeated'
  if (isSignature(text) || isIssuer(text)) return 'signature'
  if (sameText(text, title)) return 'repeated'
  return read.tables.size > 0 ? reasonAround(read, place) : reasonInProse(source, read, place, text)
}

/** The name of a body alone on its line. */
function isIssuer(text: string): boolean {
  return /^\p{L}{4,30}$/u.test(text) && recogniseUnit(text) !== null
}

function sameText(a: string, b: string): boolean {
  return a.replaceAll(/\s/g, '') === b.replaceAll(/\s/g, '')
}

function reasonAround({ tables }: Read, { block }: Place): IgnoredReason {
  const blocks = [...tables.keys()]
  const [first = 0] = blocks
  return block < (blocks.at(-1) ?? first) ? 'heading' : 'note'
}

/** Beside a task's text: its number, and the words that name its units. */
function reasonInProse(source: SourceDocument, read: Read, place: Place, text: string): IgnoredReason {
  if (findProjectNumber(text) !== undefined) return 'numbering'
  const content = source.blocks[place.block]
  const whole = content?.kind === 'paragraph' && content.text.trim() === text
  if (!whole) return 'heading'
  const short = text.length <= 60 && !/[。；;]/.test(text)
  const before = place.block < (read.projects.at(-1)?.tasks.at(-1)?.place.block ?? 0)
  return short && (before || /^(第.{1,3}[章条部]|[一二三四五六七八九十]+、|[（(].{1,3}[)）])/.test(text))
    ? 'heading'
    : 'note'
}

function reasonInTable(
  { table, headRow, firstRow, columns }: TaskTable,
  known: Recognised['reasons'],
  { row = 0, column = 0 }: Place,
  text: string,
): IgnoredReason {
  if (row < headRow) return annexMark.test(text) ? 'annex-mark' : isSignature(text) ? 'signature' : 'heading'
  if (row < firstRow) return 'table-head'
  const cell = findCell(table, row, column)
  const reason = cell === undefined ? undefined : known.get(cell)
  if (reason !== undefined) return reason
  if (columns.no?.includes(column) === true && findProjectNumber(text) !== undefined) return 'numbering'
  if (/^.{2,12}[：:]$/.test(text)) return 'heading' // the label of a list of units
  const role = columnRoles.find((r) => columns[r]?.includes(column))
  return (role === undefined ? undefined : reasonByColumn[role]) ?? 'other'
}
