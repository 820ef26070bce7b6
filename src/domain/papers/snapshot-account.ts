/** What papers count in a snapshot: promises by level, those that lag, what became better or worse. */
import type { Light } from '../light/light.ts'
import { compareLevels, isLagging, lightLevels, worstLevel, type LightLevel } from '../light/light-level.ts'
import { levelWords } from '../light/light-sentence.ts'
import type {
  MonthSnapshot,
  SnapshotIndicator,
  SnapshotProject,
  SnapshotTask,
} from '../reporting/snapshot.ts'
import type { PostId } from '../values/ids.ts'

export type LitPromise = { readonly indicator: SnapshotIndicator; readonly light: Light }

/** In the order of the table. */
export function litPromises({ indicators, lights }: MonthSnapshot): readonly LitPromise[] {
  const lightOf = new Map(
    lights.filter(({ scope }) => scope === 'indicator').map((light) => [light.subjectId, light]),
  )
  return indicators.flatMap((indicator) => {
    const light = lightOf.get(indicator.id)
    return light ? [{ indicator, light }] : []
  })
}

/** Of those, the ones of these tasks. */
export function promisesOf(
  promises: readonly LitPromise[],
  tasks: readonly SnapshotTask[],
): readonly LitPromise[] {
  const ids = new Set(tasks.map(({ id }) => id))
  return promises.filter(({ indicator }) => ids.has(indicator.taskId))
}

/** “已达目标24项、达序时45项、滞后20项、已销号8项”: closed ones apart; what none is of is left out. */
export function countWords(promises: readonly LitPromise[]): string {
  const chased = promises.filter((promise) => !isClosed(promise))
  const counts = lightLevels.map((level) => ({
    words: levelWords[level].zh,
    count: chased.filter(({ light }) => light.level === level).length,
  }))
  return [...counts, { words: '已销号', count: promises.length - chased.length }]
    .filter(({ count }) => count > 0)
    .map(({ words, count }) => `${words}${count}项`)
    .join('、')
}

/** Off the list when the month was frozen. */
export function isClosed({ indicator }: LitPromise): boolean {
  return indicator.closedOn !== undefined
}

/** What is closed is behind with nothing that anybody asks for. */
export function isLate(promise: LitPromise): boolean {
  return !isClosed(promise) && isLagging(promise.light.level)
}

/** The worst first; within a level as in the table. */
export function lagging(promises: readonly LitPromise[]): readonly LitPromise[] {
  return promises.filter(isLate).toSorted((a, b) => compareLevels(b.light.level, a.light.level))
}

/** Against the month before as it was frozen; undefined where it was not. */
export function turned(
  { before }: MonthSnapshot,
  promises: readonly LitPromise[],
): { readonly better: readonly LitPromise[]; readonly worse: readonly LitPromise[] } | undefined {
  if (before === null) return undefined
  const change = (promise: LitPromise) => {
    if (isClosed(promise)) return 0
    const { indicator, light } = promise
    const was = before.levels[indicator.id]
    // What nothing was due of yet has not become worse by becoming due and being kept.
    return was === undefined || (isLagging(was) === isLagging(light.level) && !isLagging(was))
      ? 0
      : compareLevels(light.level, was)
  }
  return {
    better: promises.filter((promise) => change(promise) < 0),
    worse: promises.filter((promise) => change(promise) > 0),
  }
}

export function taskLevel(
  { lights }: MonthSnapshot,
  task: SnapshotTask,
  own: readonly LitPromise[],
): LightLevel | undefined {
  const light = lights.find(({ scope, subjectId }) => scope === 'task' && subjectId === task.id)
  return light?.level ?? worstLevel(own.map(({ light: { level } }) => level))
}

/** The tasks a leader answers for, with their projects. */
export function tasksOfLeader({ projects }: MonthSnapshot, postId: PostId): readonly SnapshotTask[] {
  return projects.flatMap(({ tasks }) =>
    tasks.filter((task) => task.leaders.some((leader) => leader.postId === postId)),
  )
}

/** Every leader of the table once, in its order. */
export function leadersOf(projects: readonly SnapshotProject[]): readonly SnapshotTask['leaders'][number][] {
  const all = projects.flatMap(({ tasks }) => tasks.flatMap(({ leaders }) => leaders))
  return [...new Map(all.map((leader) => [leader.postId, leader])).values()]
}

/** Units that nothing is approved of for this month, each once. */
export function unitsMissing(promises: readonly LitPromise[]): readonly string[] {
  return [...new Set(promises.flatMap(({ indicator }) => indicator.missing))]
}
