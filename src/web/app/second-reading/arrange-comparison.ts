/** A comparison as its page shows it: every change with both of its sides, those that matter first. */
import type { z } from 'zod'
import type { compareImport } from '../../../contract/imports.ts'
import type { DraftProgramme } from '../../../domain/programme/draft.ts'
import type { PlainDate } from '../../../domain/values/plain-date.ts'
import type { PromiseChangeKind, TaskField } from '../../../domain/programme/second-reading.ts'
import type { Target } from '../../../domain/programme/target.ts'

export type Comparison = z.output<typeof compareImport.response>

type Named = { readonly name: string }

/** What a task says, in the programme or in the draft. */
export type StatedTask = {
  readonly no: string
  readonly text: string
  readonly deadline: PlainDate | null
  readonly leaders: readonly Named[]
  readonly leadUnits: readonly Named[]
  readonly cooperatingUnits: readonly Named[]
}

export type StatedPromise = {
  readonly task: StatedTask
  readonly promise: Target & { readonly start: number; readonly end: number }
}

/** A side is null where the promise is not there: before what is new, after what is withdrawn. */
export type ComparedPromise = {
  readonly id: string
  readonly kind: PromiseChangeKind
  readonly before: StatedPromise | null
  readonly after: StatedPromise | null
}

/** One respect in which a task differs; `whole` where the task itself is new or withdrawn. */
export type TaskDifference = {
  readonly id: string
  readonly field: TaskField | 'whole'
  readonly before: StatedTask | null
  readonly after: StatedTask | null
}

export type ArrangedComparison = {
  readonly promises: Readonly<Record<PromiseChangeKind, readonly ComparedPromise[]>>
  readonly tasks: readonly TaskDifference[]
}

export function arrangeComparison(comparison: Comparison, draft: DraftProgramme): ArrangedComparison {
  const oldTasks = comparison.programme.projects.flatMap(({ tasks }) => tasks)
  const newTasks = draft.projects.flatMap(({ tasks }) => tasks)
  const oldTaskOf = new Map<string, StatedTask>(oldTasks.map((task) => [task.id, task]))
  const newTaskOf = new Map<string, StatedTask>(newTasks.map((task) => [task.key, task]))
  const oldPromiseOf = new Map<string, StatedPromise>(
    oldTasks.flatMap((task) => task.indicators.map((promise) => [promise.id, { task, promise }])),
  )
  const newPromiseOf = new Map<string, StatedPromise>(
    newTasks.flatMap((task) => task.indicators.map((promise) => [promise.key, { task, promise }])),
  )
  const promises = comparison.promises.map(({ kind, indicatorId, key }) => ({
    id: indicatorId ?? key ?? '',
    kind,
    before: sideOf(oldPromiseOf, indicatorId),
    after: sideOf(newPromiseOf, key),
  }))
  return {
    promises: {
      changed: promises.filter(({ kind }) => kind === 'changed'),
      moved: promises.filter(({ kind }) => kind === 'moved'),
      new: promises.filter(({ kind }) => kind === 'new'),
      withdrawn: promises.filter(({ kind }) => kind === 'withdrawn'),
      unchanged: promises.filter(({ kind }) => kind === 'unchanged'),
    },
    tasks: comparison.tasks.flatMap(({ kind, taskId, key, fields }) => {
      if (kind === 'unchanged') return []
      const sides = { before: sideOf(oldTaskOf, taskId), after: sideOf(newTaskOf, key) }
      const differing = kind === 'changed' ? fields : (['whole'] as const)
      return differing.map((field) => ({ id: `${taskId ?? key ?? ''} ${field}`, field, ...sides }))
    }),
  }
}

function sideOf<Side>(sides: ReadonlyMap<string, Side>, id: string | null): Side | null {
  return id === null ? null : (sides.get(id) ?? null)
}
