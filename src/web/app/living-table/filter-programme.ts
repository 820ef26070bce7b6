/** Which tasks and promises of a programme a search leaves. */
import type { IndicatorRow, LivingProgramme, TaskRow } from '../../../contract/programmes.ts'
import { readKinds, readWords, type TableSearch } from './table-search.ts'

export type ProjectRow = LivingProgramme['projects'][number]

/** A task that is left, with the promises that are. */
export type FoundTask = {
  readonly project: ProjectRow
  readonly task: TaskRow
  readonly promises: readonly IndicatorRow[]
}

/** In the order of the document. A project found by its name keeps all its tasks. */
export function filterProgramme(programme: LivingProgramme, search: TableSearch): FoundTask[] {
  const kinds = readKinds(search.kinds)
  const words = readWords(search.q)
  return programme.projects.flatMap((project) =>
    project.tasks
      .filter(
        (task) => fitsDuties(task, search) && words.every((word) => textOf(project, task).includes(word)),
      )
      .map((task) => ({
        project,
        task,
        promises:
          kinds.length === 0 ? task.indicators : task.indicators.filter(({ kind }) => kinds.includes(kind)),
      }))
      .filter(({ promises }) => kinds.length === 0 || promises.length > 0),
  )
}

function fitsDuties(task: TaskRow, { leader, unit, district }: TableSearch): boolean {
  const units = [...task.leadUnits, ...task.cooperatingUnits]
  return (
    (leader === undefined || task.leaders.some(({ postId }) => postId === leader)) &&
    (unit === undefined || units.some(({ unitId }) => unitId === unit)) &&
    (district === undefined ||
      units.some(
        ({ unitId, members }) => unitId === district || members.some((member) => member === district),
      ))
  )
}

/** Everything of a task that a person may look for, in lower case; a line feed keeps words from joining. */
function textOf(project: ProjectRow, task: TaskRow): string {
  return [
    project.name,
    task.text,
    ...task.indicators.map(({ object }) => object),
    ...[...task.leaders, ...task.leadUnits, ...task.cooperatingUnits].map(({ name }) => name),
  ]
    .join('\n')
    .toLowerCase()
}

export function countPromises(found: readonly FoundTask[]): number {
  return found.reduce((sum, { promises }) => sum + promises.length, 0)
}
