/** The promises of a programme with their lights, in groups that have lights of their own. */
import type { ProgrammeLightsData } from '../../../contract/lights.ts'
import { compareLevels } from '../../../domain/light/light-level.ts'
import type { LightScope } from '../../../domain/light/programme-lights.ts'
import type { LightFilter, LightView } from './lights-search.ts'

type Subject = ProgrammeLightsData['subjects'][number]
type Programme = ProgrammeLightsData['programme']
type Promise = Programme['indicators'][number]
type Task = Programme['tasks'][number]

export type LitPromise = {
  readonly promise: Promise
  readonly task: Task
  readonly light: Subject
  readonly published: ProgrammeLightsData['published'][number] | undefined
}

export type LightGroup = {
  readonly key: string
  readonly heading: string
  readonly light: Subject | undefined
  /** Worst first; closed ones last. */
  readonly promises: readonly LitPromise[]
}

/** The published light counts only where it is of the month that is shown. */
export function litPromises({ programme, subjects, published, month }: ProgrammeLightsData): LitPromise[] {
  const taskOf = new Map(programme.tasks.map((task) => [task.id, task]))
  const lightOf = bySubject(subjects)
  const publishedOf = bySubject(published.filter((light) => light.month === month))
  return programme.indicators.flatMap((promise) => {
    const task = taskOf.get(promise.taskId)
    const light = lightOf(promise.id, 'indicator')
    return task && light ? [{ promise, task, light, published: publishedOf(promise.id, 'indicator') }] : []
  })
}

/** Where a promise is found: by its level while it is chased. */
export function filterOf({ promise, light }: LitPromise): LightFilter {
  return promise.closedOn === null ? light.level : 'closed'
}

export function arrangeLights(
  page: ProgrammeLightsData,
  view: LightView,
  filter: LightFilter | undefined,
): LightGroup[] {
  const lightOf = bySubject(page.subjects)
  const promises = litPromises(page)
    .filter((lit) => filter === undefined || filterOf(lit) === filter)
    .toSorted(
      (a, b) =>
        Number(filterOf(a) === 'closed') - Number(filterOf(b) === 'closed') ||
        compareLevels(b.light.level, a.light.level),
    )
  return headings(page, view)
    .map(({ id, heading, holds }) => ({
      key: id,
      heading,
      light: lightOf(id, view),
      promises: promises.filter(holds),
    }))
    .filter((group) => group.promises.length > 0)
}

type Heading = { id: string; heading: string; holds: (lit: LitPromise) => boolean }

function headings({ programme, shares }: ProgrammeLightsData, view: LightView): Heading[] {
  if (view === 'project')
    return programme.projects.map(({ id, no, name }) => ({
      id,
      heading: `${no} ${name}`,
      holds: ({ task }) => task.projectId === id,
    }))
  if (view === 'unit') {
    const shared = Map.groupBy(shares, ({ unitId }) => unitId)
    return programme.units.map(({ id, name }) => {
      const own = new Set(shared.get(id)?.map(({ indicatorId }) => indicatorId))
      return {
        id,
        heading: name,
        holds: ({ promise }) => promise.leadUnitId === id || own.has(promise.id),
      }
    })
  }
  const leaders = new Map(
    programme.tasks.flatMap((task) => task.leaders.map(({ postId, name }) => [postId, name] as const)),
  )
  return [...leaders].map(([id, heading]) => ({
    id,
    heading,
    holds: ({ task }) => task.leaders.some(({ postId }) => postId === id),
  }))
}

function bySubject<Light extends { readonly scope: LightScope; readonly subjectId: string }>(
  lights: readonly Light[],
) {
  const all = new Map(lights.map((light) => [`${light.scope} ${light.subjectId}`, light]))
  return (id: string, scope: LightScope) => all.get(`${scope} ${id}`)
}
