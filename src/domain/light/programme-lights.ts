/** The lights of a whole programme at the end of a month: of every promise and share, and of what they add up to. */
import type { IndicatorId, PostId, ProgrammeId, ProjectId, TaskId, UnitId } from '../values/ids.ts'
import { cellAt, momentOf, type IndicatorHistory, type ProgrammeHistory } from './history.ts'
import { cellLight, lightOf, type Light, type LightCell, type LightMoment } from './light.ts'
import type { LightRules, RollUpRule } from './light-rules.ts'
import { rollUpLight, type LightPart } from './roll-up-light.ts'

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
    const own = momentOf(indicator, moment)
    return {
      indicator,
      light: lightOf(indicator.target, cells, own, rules),
      shares: sharesOf(indicator, cells, own, rules),
    }
  })
  const shares = indicators.flatMap((indicator) => indicator.shares)
  const partsOf = (belongs: (indicator: IndicatorHistory) => boolean) =>
    indicators.flatMap(({ indicator, light }) => (belongs(indicator) ? [partOf(indicator, light)] : []))
  const whole = (scope: LightScope, subjectId: SubjectId, parts: readonly LightPart[], rule: RollUpRule) =>
    parts.length === 0 ? [] : [{ scope, subjectId, ...rollUpLight(parts, rule) }]

  const upper = rules.upperRollUp
  const tasksOf = (belongs: (task: ProgrammeHistory['tasks'][number]) => boolean) =>
    new Set(history.tasks.filter(belongs).map(({ id }) => id))
  const tasksIn = (tasks: ReadonlySet<TaskId>) => partsOf(({ taskId }) => tasks.has(taskId))
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
          partsOf(({ taskId }) => taskId === id),
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
          [...partsOf((each) => each.leadUnitId === id), ...ownShares(history, shares, id)],
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
        partsOf(() => true),
        upper,
      ),
    ],
  }
}

function partOf({ closedOn }: Pick<IndicatorHistory, 'closedOn'>, { level }: Light): LightPart {
  return closedOn === null ? level : 'closed'
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
): LightPart[] {
  const others = new Map(
    indicators.flatMap((each) => (each.leadUnitId === unitId ? [] : [[each.id, each] as const])),
  )
  return shares.flatMap((share) => {
    const indicator = share.unitId === unitId ? others.get(share.indicatorId) : undefined
    return indicator ? [partOf(indicator, share)] : []
  })
}
