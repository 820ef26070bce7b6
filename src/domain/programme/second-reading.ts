/**
 * A newer version of an adopted table against the programme as it stands, promise by promise. What is the same promise
 * keeps its identity, and with it its history, whatever happened to its figure, its wording or its place in the table.
 */
import type { DraftIndicator, DraftName, DraftProgramme, DraftProject, DraftTask } from './draft.ts'
import type { IndicatorId, ProjectId, TaskId } from '../values/ids.ts'
import type { Indicator, Programme, Project, Task } from './programme.ts'
import { matchLists } from '../values/similarity.ts'
import type { Target } from './target.ts'

export const promiseChangeKinds = ['unchanged', 'changed', 'moved', 'new', 'withdrawn'] as const
export type PromiseChangeKind = (typeof promiseChangeKinds)[number]

export const taskChangeKinds = ['unchanged', 'changed', 'new', 'withdrawn'] as const

export const targetFields = [
  'kind',
  'action',
  'object',
  'comparator',
  'value',
  'valueMax',
  'unit',
  'deadline',
] as const satisfies readonly (keyof Target)[]
export type TargetField = (typeof targetFields)[number]

export type PromiseChange = {
  readonly kind: PromiseChangeKind
  /** Null exactly for what is new. */
  readonly indicatorId: IndicatorId | null
  /** In the draft; null exactly for what is withdrawn. */
  readonly key: string | null
  /** What differs, for changed and moved promises. */
  readonly fields: readonly TargetField[]
}

export const taskFields = ['text', 'deadline', 'leaders', 'leadUnits', 'cooperatingUnits'] as const
export type TaskField = (typeof taskFields)[number]

export type TaskChange = {
  readonly kind: (typeof taskChangeKinds)[number]
  readonly taskId: TaskId | null
  readonly key: string | null
  readonly fields: readonly TaskField[]
}

export type SecondReading = {
  /** Draft key → what it is a newer version of. */
  readonly projectIds: ReadonlyMap<string, ProjectId>
  readonly taskIds: ReadonlyMap<string, TaskId>
  readonly indicatorIds: ReadonlyMap<string, IndicatorId>
  /** In the draft's order, the withdrawn ones last. */
  readonly promises: readonly PromiseChange[]
  readonly tasks: readonly TaskChange[]
}

/** Below these scores two things are different things; found on reworded and shuffled versions of the sample. */
const sameTask = 0.45
const samePromise = 0.5
const sameProject = 0.4

export function compareReadings(programme: Programme, draft: DraftProgramme): SecondReading {
  const oldTasks = programme.projects.flatMap((project) => project.tasks)
  const newTasks = draft.projects.flatMap((project) => project.tasks)
  const newTaskOf = matchLists(
    oldTasks,
    newTasks,
    { left: (task) => task.text, right: (task) => task.text },
    (_old, _new, likeness) => likeness,
    sameTask,
  )
  const newIndicatorOf = matchPromises(oldTasks, newTasks, newTaskOf)
  const newProjectOf = matchProjects(programme.projects, draft.projects, newTaskOf)
  return {
    projectIds: invert(newProjectOf),
    taskIds: invert(newTaskOf),
    indicatorIds: invert(newIndicatorOf),
    promises: promiseChanges(oldTasks, newTasks, newTaskOf, newIndicatorOf),
    tasks: taskChanges(oldTasks, newTasks, newTaskOf),
  }
}

type Held<Promise, Holder> = { readonly promise: Promise; readonly task: Holder }

function matchPromises(
  oldTasks: readonly Task[],
  newTasks: readonly DraftTask[],
  newTaskOf: ReadonlyMap<Task, DraftTask>,
): Map<Indicator, DraftIndicator> {
  const before: Held<Indicator, Task>[] = held(oldTasks)
  const after: Held<DraftIndicator, DraftTask>[] = held(newTasks)
  const matches = matchLists(
    before,
    after,
    { left: ({ promise }) => promise.object, right: ({ promise }) => promise.object },
    (old, next, likeness) =>
      0.6 * likeness +
      0.1 * Number(old.promise.action === next.promise.action) +
      0.1 * Number(old.promise.unit === next.promise.unit) +
      0.05 * Number(old.promise.value === next.promise.value) +
      0.15 * Number(newTaskOf.get(old.task) === next.task),
    samePromise,
  )
  return new Map([...matches].map(([old, next]) => [old.promise, next.promise]))
}

function held<Promise, Holder extends { readonly indicators: readonly Promise[] }>(
  tasks: readonly Holder[],
): Held<Promise, Holder>[] {
  return tasks.flatMap((task) => task.indicators.map((promise) => ({ promise, task })))
}

/** A project is the one that holds most of its tasks, or has its name. */
function matchProjects(
  before: readonly Project[],
  after: readonly DraftProject[],
  newTaskOf: ReadonlyMap<Task, DraftTask>,
): Map<Project, DraftProject> {
  return matchLists(
    before,
    after,
    { left: textOf, right: textOf },
    (old, next, likeness) => {
      const kept = old.tasks.filter((task) =>
        next.tasks.some((other) => newTaskOf.get(task) === other),
      ).length
      return Math.max(likeness, kept / Math.max(old.tasks.length, next.tasks.length))
    },
    sameProject,
  )
}

function textOf(project: {
  readonly name: string
  readonly tasks: readonly { readonly text: string }[]
}): string {
  return [project.name, ...project.tasks.map((task) => task.text)].join('')
}

function promiseChanges(
  oldTasks: readonly Task[],
  newTasks: readonly DraftTask[],
  newTaskOf: ReadonlyMap<Task, DraftTask>,
  newIndicatorOf: ReadonlyMap<Indicator, DraftIndicator>,
): PromiseChange[] {
  const oldOf = new Map([...newIndicatorOf].map(([old, next]) => [next, old]))
  const oldHolder = new Map(held<Indicator, Task>(oldTasks).map(({ promise, task }) => [promise, task]))
  const present = held<DraftIndicator, DraftTask>(newTasks).map(({ promise: next, task }): PromiseChange => {
    const old = oldOf.get(next)
    const holder = old && oldHolder.get(old)
    if (!old || !holder) return { kind: 'new', indicatorId: null, key: next.key, fields: [] }
    const fields = targetFields.filter((field) => old[field] !== next[field])
    const moved = newTaskOf.get(holder) !== task
    const kind = moved ? 'moved' : fields.length > 0 ? 'changed' : 'unchanged'
    return { kind, indicatorId: old.id, key: next.key, fields }
  })
  const withdrawn = [...oldHolder.keys()]
    .filter((old) => !newIndicatorOf.has(old))
    .map((old): PromiseChange => ({ kind: 'withdrawn', indicatorId: old.id, key: null, fields: [] }))
  return [...present, ...withdrawn]
}

function taskChanges(
  oldTasks: readonly Task[],
  newTasks: readonly DraftTask[],
  newTaskOf: ReadonlyMap<Task, DraftTask>,
): TaskChange[] {
  const oldOf = new Map([...newTaskOf].map(([old, next]) => [next, old]))
  const present = newTasks.map((next): TaskChange => {
    const old = oldOf.get(next)
    if (!old) return { kind: 'new', taskId: null, key: next.key, fields: [] }
    const fields = taskFields.filter(
      (field) => JSON.stringify(stated(old, field)) !== JSON.stringify(stated(next, field)),
    )
    return { kind: fields.length > 0 ? 'changed' : 'unchanged', taskId: old.id, key: next.key, fields }
  })
  const withdrawn = oldTasks
    .filter((old) => !newTaskOf.has(old))
    .map((old): TaskChange => ({ kind: 'withdrawn', taskId: old.id, key: null, fields: [] }))
  return [...present, ...withdrawn]
}

/** What a task says in one respect, names without their places. */
function stated(task: Task | DraftTask, field: TaskField): unknown {
  const value = task[field]
  return Array.isArray(value) ? (value as readonly DraftName[]).map(({ name }) => name) : value
}

function invert<Old extends { readonly id: string }, New extends { readonly key: string }>(
  newOf: ReadonlyMap<Old, New>,
): ReadonlyMap<string, Old['id']> {
  return new Map([...newOf].map(([old, next]) => [next.key, old.id]))
}
