/** A document as a programme: title, projects, tasks, leaders and units, and what was left out and why. */
import type { DraftProgramme, DraftProject, DraftTask, ReadingWarning } from '../../domain/draft.ts'
import { Problem } from '../../domain/problem.ts'
import { taskTextOf, textAt } from '../../domain/source-offset.ts'
import type { Place, SourceDocument } from '../../domain/source.ts'
import { accountFor } from '../account-for.ts'
import { explainIgnored } from './explain-ignored.ts'
import { type NumberedProject, numberProjects, numberingGaps } from './number-projects.ts'
import { recogniseTitle } from './recognise-title.ts'
import { findLeadRule } from './split-units.ts'
import { TaskNameReader } from './task-names.ts'
import { placeOf, TaskRowReader } from './task-rows.ts'
import { findTaskTables, type TaskTable } from './task-table.ts'

/**
 * Recognises the task tables of a document; indicators are not read here. What became no part of the programme is in
 * `ignored`, so that nothing is lost. Throws Problem document.no-table.
 */
export function recognise(source: SourceDocument): DraftProgramme {
  const tables = findTaskTables(source)
  const [first] = tables
  if (first === undefined) throw noTable(source)
  const { title, place: titlePlace, year } = recogniseTitle(source, first)
  const byBlock = new Map(tables.map((table) => [table.block, table]))
  const rows = new TaskRowReader(title)
  for (const table of tables) rows.readTable(table)
  const numbered = numberProjects(rows.projects)
  const names = new TaskNameReader(rows.mergesLost, year, leadRuleIn(source))
  const projects = numbered.map((project) => readProject(project, names))
  const noYear: ReadingWarning = {
    code: 'no-year',
    place: titlePlace ?? startOf(first.block, source),
    details: {},
  }
  const warnings = [
    ...(year === null ? [noYear] : []),
    ...otherTables(source, byBlock),
    ...numberingGaps(numbered),
    ...rows.warnings,
    ...names.warnings,
  ]
  const draft = { title, titlePlace, year, projects, ignored: [], warnings }
  const ignored = accountFor(source, draft).unaccounted.map((place) => ({
    text: textAt(source, place),
    why: explainIgnored(source, byBlock, rows.reasons, place),
    place,
  }))
  return { ...draft, ignored }
}

function readProject(
  { no, noPlace, name, place, tasks }: NumberedProject,
  names: TaskNameReader,
): DraftProject {
  names.startProject()
  const read = tasks.map((task, index): DraftTask => {
    const taskNo = `${no}.${index + 1}`
    return {
      key: `t${taskNo}`,
      no: taskNo,
      text: taskTextOf(task.cell.text),
      place: { ...placeOf(task.table, task.cell), start: 0, end: task.cell.text.length },
      ...names.read(task, taskNo),
      indicators: [],
      notTargets: [],
    }
  })
  return { key: `p${no}`, no, noPlace, name, place, tasks: read }
}

function leadRuleIn(source: SourceDocument): ReturnType<typeof findLeadRule> {
  const notes = source.blocks.map((block) =>
    block.kind === 'paragraph' ? findLeadRule(block.text) : undefined,
  )
  return notes.find((rule) => rule !== undefined)
}

function otherTables(source: SourceDocument, tables: ReadonlyMap<number, TaskTable>): ReadingWarning[] {
  return source.blocks.flatMap((content, block): ReadingWarning[] => {
    if (content.kind !== 'table' || tables.has(block)) return []
    return [{ code: 'other-table', place: startOf(block, source), details: {} }]
  })
}

function startOf(block: number, source: SourceDocument): Place {
  const content = source.blocks[block]
  const cell = content?.kind === 'table' ? content.cells[0] : undefined
  return { block, ...(cell === undefined ? {} : { row: cell.row, column: cell.column }), start: 0, end: 0 }
}

function noTable({ blocks }: SourceDocument): Problem {
  const tables = blocks.filter((block) => block.kind === 'table').length
  return new Problem('document.no-table', { tables, paragraphs: blocks.length - tables })
}
