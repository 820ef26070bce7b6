/**
 * Adopting a draft: the rows of a programme that will never change again. Pure: identifiers, and what the printed names
 * stand for, are handed in.
 */
import type { ImportState } from './correction.ts'
import type { DraftName, DraftTask } from './draft.ts'
import type { IndicatorId, PostId, ProgrammeId, ProjectId, TaskId, UnitId } from '../values/ids.ts'
import type { DraftIndicator, NotTarget } from './draft.ts'
import type { PlainDate } from '../values/plain-date.ts'
import { Problem } from '../problems/problem.ts'
import type { Place } from './source.ts'

export type NewProgramme = {
  readonly id: ProgrammeId
  readonly year: number
  readonly title: string
  readonly projects: readonly NewProject[]
}

export type NewProject = {
  readonly id: ProjectId
  readonly no: number
  readonly name: string
  readonly place: Place
  readonly tasks: readonly NewTask[]
}

export type NewTask = {
  readonly id: TaskId
  readonly no: string
  readonly text: string
  readonly deadline: PlainDate | null
  readonly place: Place
  readonly duties: readonly NewDuty[]
  readonly indicators: readonly NewIndicator[]
  readonly notTargets: readonly NotTarget[]
}

export type NewDuty = { readonly printedName: string; readonly place: Place } & (
  | { readonly duty: 'leader'; readonly postId: PostId }
  | { readonly duty: 'lead' | 'cooperating'; readonly unitId: UnitId }
)

export type NewIndicator = Omit<DraftIndicator, 'key' | 'doubts'> & { readonly id: IndicatorId }

export type Bindings = {
  readonly programmeId: ProgrammeId
  /** By draft key: what the thing is a newer version of, or a new identity. */
  readonly projectIdOf: (key: string) => ProjectId
  readonly taskIdOf: (key: string) => TaskId
  readonly indicatorIdOf: (key: string) => IndicatorId
  readonly postOf: (leaderName: string) => PostId
  readonly unitOf: (printedName: string) => UnitId
}

/**
 * The programme that a corrected draft becomes. `year` stands in where the document states none.
 * Throws Problem 'import.no-year' or 'import.nothing-promised'.
 */
export function adoptDraft(state: ImportState, year: number | undefined, bindings: Bindings): NewProgramme {
  const { draft } = state
  const adoptedYear = draft.year ?? year
  if (adoptedYear === undefined) throw new Problem('import.no-year', {})
  const tasks = draft.projects.flatMap((project) => project.tasks)
  if (!tasks.some((task) => task.indicators.length > 0)) throw new Problem('import.nothing-promised', {})
  return {
    id: bindings.programmeId,
    year: adoptedYear,
    title: draft.title,
    projects: draft.projects.map((project) => ({
      id: bindings.projectIdOf(project.key),
      no: project.no,
      name: project.name,
      place: project.place,
      tasks: project.tasks.map((task) => adoptTask(task, bindings)),
    })),
  }
}

function adoptTask(task: DraftTask, bindings: Bindings): NewTask {
  const unitDuties = (duty: 'lead' | 'cooperating', names: readonly DraftName[]): NewDuty[] =>
    names.map(({ name, place }) => ({ duty, printedName: name, place, unitId: bindings.unitOf(name) }))
  return {
    id: bindings.taskIdOf(task.key),
    no: task.no,
    text: task.text,
    deadline: task.deadline,
    place: task.place,
    duties: [
      ...task.leaders.map(({ name, place }) => ({
        duty: 'leader' as const,
        printedName: name,
        place,
        postId: bindings.postOf(name),
      })),
      ...unitDuties('lead', task.leadUnits),
      ...unitDuties('cooperating', task.cooperatingUnits),
    ],
    indicators: task.indicators.map(({ key, doubts: _doubts, ...indicator }) => ({
      ...indicator,
      id: bindings.indicatorIdOf(key),
    })),
    notTargets: task.notTargets,
  }
}
