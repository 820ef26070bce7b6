/** The tables of one programme read to projects and tasks. */
import type { DraftProject, DraftTask, ReadingWarning } from '../../domain/programme/draft.ts'
import { taskTextOf } from '../../domain/programme/source-offset.ts'
import type { Place, SourceDocument } from '../../domain/programme/source.ts'
import { AppliedRules } from './applied-rules.ts'
import type { Candidate, Recognised } from './candidate.ts'
import type { ColumnRole } from './column-heads.ts'
import { type NumberedProject, numberProjects, numberingGaps } from './number-projects.ts'
import type { TableProgramme } from './join-programmes.ts'
import { TaskNameReader } from './task-names.ts'
import { placeOf, TaskRowReader, type RowTask } from './task-rows.ts'
import type { TaskTable } from './task-table.ts'

export function tableCandidate(source: SourceDocument, group: TableProgramme): Candidate {
  const { label, tasks, score, title } = group
  return {
    block: group.tables[0]?.block ?? 0,
    label,
    tasks,
    score,
    title,
    read: () => readTables(source, group),
  }
}

function readTables(source: SourceDocument, { tables, headings, title, parts }: TableProgramme): Recognised {
  const rows = new TaskRowReader(title.title)
  for (const table of tables)
    rows.readTable(table, namesProject(table) ? headings.get(table.block) : undefined)
  const numbered = numberProjects(rows.projects)
  const byBlock = new Map(tables.map((table) => [table.block, table]))
  const rules = new AppliedRules(ruleTexts(source, byBlock, title.place))
  const names = new TaskNameReader(rows.mergesLost, title.year, rules)
  const projects = numbered.map((project) => readProject(project, names))
  const warnings = [
    ...joinedTables(tables, parts),
    ...numberingGaps(numbered),
    ...rows.warnings,
    ...names.warnings,
  ]
  return { projects, rules: rules.rules, warnings, tables: byBlock, reasons: rows.reasons }
}

/** What was joined is said, so that a person can see whether it belongs together. */
function joinedTables([first]: readonly TaskTable[], parts: readonly string[]): ReadingWarning[] {
  const cell = first?.table.cells[0]
  if (first === undefined || cell === undefined || parts.length < 2) return []
  const { row, column } = cell
  const place = { block: first.block, row, column, start: 0, end: 0 }
  return [
    { code: 'joined-tables', place, details: { tables: String(parts.length), parts: parts.join('、') } },
  ]
}

/** A table without names of projects of its own. */
function namesProject({ columns, items }: TaskTable): boolean {
  return !items && (columns.project ?? []).length === 0
}

function readProject(
  { no, noPlace, name, place, tasks }: NumberedProject<RowTask>,
  names: TaskNameReader,
): DraftProject {
  names.startProject()
  const read = tasks.map((task, index): DraftTask => {
    const taskNo = `${no}.${index + 1}`
    const { start, end, cell } = task
    return {
      key: `t${taskNo}`,
      no: taskNo,
      text: taskTextOf(cell.text.slice(start, end)),
      place: { ...placeOf(task.table, cell), start, end },
      ...names.read(task, taskNo),
      indicators: [],
      notTargets: [],
    }
  })
  return { key: `p${no}`, no, noPlace, name, place, tasks: read }
}

const otherRoles: readonly ColumnRole[] = [
  'no',
  'category',
  'project',
  'content',
  'leaders',
  'persons',
  'deadline',
  'plan',
  'result',
  'inOrder',
]

/** Paragraphs, heads, notes and lists of units state rules. */
function* ruleTexts(
  { blocks }: SourceDocument,
  tables: ReadonlyMap<number, TaskTable>,
  title: Place | null,
): Generator<{ text: string; place: Place }> {
  for (const [block, content] of blocks.entries()) {
    if (content.kind === 'paragraph' && block !== title?.block)
      yield { text: content.text, place: { block, start: 0, end: 0 } }
    const table = tables.get(block)
    if (table === undefined) continue
    const others = new Set(otherRoles.flatMap((role) => table.columns[role] ?? []))
    for (const { row, column, columnSpan, text } of table.table.cells) {
      const reaches = columnSpan * 2 >= table.table.columnCount && columnSpan > 1
      const isOther = row >= table.firstRow && !reaches && others.has(column)
      const isTitle = block === title?.block && row === title.row && column === title.column
      if (!isOther && !isTitle) yield { text, place: { block, row, column, start: 0, end: 0 } }
    }
  }
}
