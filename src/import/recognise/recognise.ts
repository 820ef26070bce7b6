/** A document as a programme: title, projects, tasks, leaders and units, and what was left out and why. */
import type { DraftProgramme, OtherTable, ReadingWarning } from '../../domain/programme/draft.ts'
import { Problem } from '../../domain/problems/problem.ts'
import { textAt } from '../../domain/programme/source-offset.ts'
import type { Place, SourceDocument } from '../../domain/programme/source.ts'
import { accountFor } from '../account-for.ts'
import { explainIgnored } from './explain-ignored.ts'
import { joinProgrammes } from './join-programmes.ts'
import { proseCandidate } from './prose-programme.ts'
import { groupTables } from './table-groups.ts'
import { tableCandidate } from './table-programme.ts'
import { findTaskTables } from './task-table.ts'
import type { Candidate } from './candidate.ts'

/**
 * Recognises the programme of a document, in tables or in sentences; indicators are not read here. Of several the
 * likeliest is read, or the one that begins in block `choice`; the rest are named in `otherTables`. What became no part
 * of the programme is in `ignored`, so that nothing is lost. Throws Problem document.no-table.
 */
export function recognise(source: SourceDocument, choice?: number): DraftProgramme {
  const tables = findTaskTables(source)
  const candidates = joinProgrammes(groupTables(source, tables)).map((group) => tableCandidate(source, group))
  const prose = proseCandidate(source, candidates.length > 0)
  const all = prose === undefined ? candidates : [...candidates, prose]
  const chosen = all.find(({ block }) => block === choice) ?? all.toSorted((a, b) => b.score - a.score)[0]
  if (chosen === undefined) throw noTable(source)
  const others = all.filter((candidate) => candidate !== chosen)
  const { title, place: titlePlace, year } = chosen.title
  const read = chosen.read()
  const noYear: ReadingWarning = {
    code: 'no-year',
    place: titlePlace ?? startOf(chosen.block, source),
    details: {},
  }
  const draft = {
    title,
    titlePlace,
    year,
    projects: read.projects,
    rules: read.rules,
    otherTables: others.map(({ block, label, tasks }): OtherTable => ({ block, label, tasks })),
    ignored: [],
    warnings: [
      ...(year === null ? [noYear] : []),
      ...others.map((other) => otherTaskTable(other, source)),
      ...otherTables(source, new Set(tables.map(({ block }) => block))),
      ...read.warnings,
    ],
  }
  const ignored = accountFor(source, draft).unaccounted.map((place) => ({
    text: textAt(source, place),
    why: explainIgnored(source, read, title, place),
    place,
  }))
  return { ...draft, ignored }
}

function otherTaskTable({ block, label, tasks }: Candidate, source: SourceDocument): ReadingWarning {
  return { code: 'other-task-table', place: startOf(block, source), details: { label, tasks: String(tasks) } }
}

function otherTables(source: SourceDocument, taskTables: ReadonlySet<number>): ReadingWarning[] {
  return source.blocks.flatMap((content, block): ReadingWarning[] => {
    if (content.kind !== 'table' || taskTables.has(block)) return []
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
