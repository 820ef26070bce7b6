/** A promise among the promises that the table shows. */
import type { IndicatorRow, LivingProgramme, TaskRow } from '../../../contract/programmes.ts'
import type { FoundTask, ProjectRow } from '../living-table/filter-programme.ts'

export type PromiseInTable = {
  readonly project: ProjectRow
  readonly task: TaskRow
  readonly promise: IndicatorRow
}

export function findPromise(programme: LivingProgramme, indicatorId: string): PromiseInTable | undefined {
  for (const project of programme.projects)
    for (const task of project.tasks) {
      const promise = task.indicators.find(({ id }) => id === indicatorId)
      if (promise) return { project, task, promise }
    }
  return undefined
}

export type Neighbours = {
  readonly previous: string | undefined
  readonly next: string | undefined
  /** From 1; 0 when the filters leave this promise out. */
  readonly at: number
  readonly of: number
}

/** The promises before and after this one in what the filters leave. */
export function neighboursOf(found: readonly FoundTask[], indicatorId: string): Neighbours {
  const ids = found.flatMap(({ promises }) => promises.map(({ id }) => id as string))
  const at = ids.indexOf(indicatorId)
  return {
    previous: at === -1 ? undefined : ids[at - 1],
    next: at === -1 ? ids[0] : ids[at + 1],
    at: at + 1,
    of: ids.length,
  }
}
