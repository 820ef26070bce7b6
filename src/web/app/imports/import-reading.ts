/** Questions the dry run asks of a draft: what needs a look, how much was read, what comes next to what. */
import type { ImportPage } from '../../../contract/imports.ts'
import {
  countDraft,
  type DraftIndicator,
  type DraftProgramme,
  type DraftTask,
} from '../../../domain/draft.ts'

export function tasksOf(draft: DraftProgramme): DraftTask[] {
  return draft.projects.flatMap((project) => project.tasks)
}

export type ImportUnit = ImportPage['units'][number]

/** A printed name that will become a new unit although nobody has said so yet. */
export function isUnsettledUnit(unit: ImportUnit): boolean {
  return unit.choice.kind === 'new' && !unit.chosen
}

export type ImportCounts = {
  readonly projects: number
  readonly tasks: number
  readonly indicators: number
  readonly notTargets: number
  readonly milestones: number
  readonly reported: number
  readonly doubtful: number
  readonly newUnits: number
  readonly unsettledUnits: number
}

export function countImport(draft: DraftProgramme, units: readonly ImportUnit[]): ImportCounts {
  return {
    ...countDraft(draft),
    newUnits: newUnitNames(units).size,
    unsettledUnits: units.filter(isUnsettledUnit).length,
  }
}

/** Several printed names may stand for one new unit, so its name counts once. */
function newUnitNames(units: readonly ImportUnit[]): Set<string> {
  return new Set(units.flatMap(({ choice }) => (choice.kind === 'new' ? [choice.name] : [])))
}

/** The reading that follows in the same task's sentence; the last has none. */
export function readingAfter(task: DraftTask, key: string): DraftIndicator | undefined {
  return task.indicators[task.indicators.findIndex((indicator) => indicator.key === key) + 1]
}
