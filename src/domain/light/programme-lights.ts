/** The lights of a whole programme at the end of a month: of every promise and share, and of what they add up to. */
import type { IndicatorId, PostId, ProgrammeId, ProjectId, TaskId, UnitId } from '../values/ids.ts'
import { cellAt, type IndicatorHistory, type ProgrammeHistory } from './history.ts'
import { cellLight, lightOf, type Light, type LightCell, type LightMoment } from './light.ts'
import type { LightLevel } from './light-level.ts'
import type { LightRules, RollUpRule } from './light-rules.ts'
import { rollUpLight } from './roll-up-light.ts'

export const lightScopes = ['indicator', 'task', 'project', 'unit', 'leader', 'programme'] as const
export type LightScope = (typeof lightScopes)[number]
export type SubjectId = IndicatorId | TaskId | ProjectId | UnitId | PostId | ProgrammeId

export type SubjectLight = Light & { readonly scope: LightScope; readonly subjectId: SubjectId }
export type ShareLight = Light & { readonly indicatorId: IndicatorId; readonly unitId: UnitId }

export type ProgrammeLights = {
  readonly subjects: readonly SubjectLight[]
  readonly shares: readonly ShareLight[]
}

export function programmeLights(
  history: ProgrammeHistory,
  moment: LightMoment,
  rules: LightRules,
): ProgrammeLights {
  const indicators = history.indicators.map((indicator) => {
    const cells = indicator.cells.map((cell) => cellAt(cell, moment.month))
    return {
      indicator,
      light: lightOf(indicator.target, cells, moment, rules),
      shares: sharesOf(indicator, cells, moment, rules),
    }
  })
  const shares = indicators.flatMap((indicator) => indicator.shares)
  const levelsOf = (belongs: (indicator: IndicatorHistory) => boolean) =>
    indicators.flatMap(({ indicator, light }) => (belongs(indicator) ? [light.level] : []))
  const whole = (scope: LightScope, subjectId: SubjectId, levels: readonly LightLevel[], rule: RollUpRule) =>
    levels.length === 0 ? [] : [{ scope, subjectId, ...rollUpLight(levels, rule) }]

  const upper = rules.upperRollUp
  const tasksOf = (belongs: (task: ProgrammeHistory['tasks'][number]) => boolean) =>
    new Set(history.tasks.filter(belongs).map(({ id }) => id))
  const tasksIn = (tasks: ReadonlySet<TaskId>) => levelsOf(({ taskId }) => tasks.has(taskId))
  const leaders = new Set(history.tasks.flatMap((task) => task.leaders.map(({ postId }) => postId)))
  return {
    shares,
    subjects: [
      ...indicators.map(({ indicator, light }) => ({
        scope: 'indicator' as const,
        subjectId: indicator.id,
        ...light,
      })),
      ...history.tasks.flatMap(({ id }) =>
        whole(
          'task',
          id,
          levelsOf(({ taskId }) => taskId === id),
          rules.taskRollUp,
        ),
      ),
      ...history.projects.flatMap(({ id }) =>
        whole('project', id, tasksIn(tasksOf(({ projectId }) => projectId === id)), upper),
      ),
      ...history.units.flatMap(({ id }) =>
        whole(
          'unit',
          id,
          [...levelsOf((each) => each.leadUnitId === id), ...ownShares(history, shares, id)],
          upper,
        ),
      ),
      ...[...leaders].flatMap((postId) =>
        whole(
          'leader',
          postId,
          tasksIn(tasksOf((task) => task.leaders.some((leader) => leader.postId === postId))),
          upper,
        ),
      ),
      ...whole(
        'programme',
        history.id,
        levelsOf(() => true),
        upper,
      ),
    ],
  }
}

function sharesOf(
  { id, target }: IndicatorHistory,
  cells: readonly LightCell[],
  moment: LightMoment,
  rules: LightRules,
): ShareLight[] {
  return cells.map((cell) => ({
    indicatorId: id,
    unitId: cell.unitId,
    ...cellLight(target, cell, moment, rules),
  }))
}

/** A unit answers for what it leads as a whole, and for its shares of what others lead. */
function ownShares(
  { indicators }: ProgrammeHistory,
  shares: readonly ShareLight[],
  unitId: UnitId,
): LightLevel[] {
  const led = new Set(indicators.filter(({ leadUnitId }) => leadUnitId === unitId).map(({ id }) => id))
  return shares.flatMap((share) =>
    share.unitId === unitId && !led.has(share.indicatorId) ? [share.level] : [],
  )
}
