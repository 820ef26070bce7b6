/** A published document as a programme with its promises: the whole of reading, for dry run and adoption alike. */
import type { DraftIndicator, DraftProgramme, DraftTask, ReadingWarning } from '../domain/programme/draft.ts'
import type { SourceDocument } from '../domain/programme/source.ts'
import { extractIndicators } from './extract/extract-indicators.ts'
import { readDocument } from './readers/read-document.ts'
import { markMilestones } from './recognise/mark-milestones.ts'
import { withValues } from './recognise/read-results.ts'
import { recognise } from './recognise/recognise.ts'

export type ReadProgramme = { readonly source: SourceDocument; readonly draft: DraftProgramme }

/** `table` is the block where the one of several task tables begins that is to be read; without it the likeliest is. */
export type Choice = { readonly table?: number }

/** `fileName` is only for the sentences of problems. Rejects with a Problem whose code starts with "document.". */
export async function readProgramme(
  bytes: Uint8Array,
  fileName: string,
  choice: Choice = {},
): Promise<ReadProgramme> {
  const source = await readDocument(bytes, fileName)
  return { source, draft: draftOf(source, choice) }
}

/** The programme in a document that has been read. Throws Problem 'document.no-table'. */
export function draftOf(source: SourceDocument, choice: Choice = {}): DraftProgramme {
  const table = recognise(source, choice.table)
  const projects = table.projects.map((project) => ({
    ...project,
    tasks: project.tasks.map((task) => withIndicators(task, table.year)),
  }))
  const empty = projects.flatMap((project) => project.tasks.filter((task) => task.indicators.length === 0))
  return { ...table, projects, warnings: [...table.warnings, ...empty.map(noIndicator)] }
}

function withIndicators(task: DraftTask, year: number | null): DraftTask {
  const { indicators, notTargets } = markMilestones(extractIndicators(task.text, year), task.text, year)
  const keyed = indicators.map((indicator, index): DraftIndicator => ({
    ...indicator,
    key: `i${task.no}.${index + 1}`,
    origin: 'read',
  }))
  const read = { ...task, indicators: keyed, notTargets }
  return { ...read, reported: withValues(read, year) }
}

function noIndicator({ no, place }: DraftTask): ReadingWarning {
  return { code: 'no-indicator', place, details: { no } }
}
