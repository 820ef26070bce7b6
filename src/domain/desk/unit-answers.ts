/** What each unit answers for: the promises it leads as wholes, and its shares of what others lead. */
import type { LightLevel } from '../light/light-level.ts'
import type { ShareLight, SubjectLight } from '../light/programme-lights.ts'
import type { IndicatorId, ProjectId, TaskId, UnitId } from '../values/ids.ts'
import type { PlainDate } from '../values/plain-date.ts'

export type JudgedProgramme = {
  readonly programme: {
    readonly tasks: readonly { readonly id: TaskId; readonly projectId: ProjectId }[]
    readonly units: readonly { readonly id: UnitId; readonly name: string }[]
    readonly indicators: readonly {
      readonly id: IndicatorId
      readonly taskId: TaskId
      readonly leadUnitId: UnitId | null
      readonly closedOn: PlainDate | null
    }[]
  }
  readonly subjects: readonly Pick<SubjectLight, 'scope' | 'subjectId' | 'level'>[]
  readonly shares: readonly Pick<ShareLight, 'indicatorId' | 'unitId' | 'level'>[]
}

export type UnitAnswer = {
  readonly indicatorId: IndicatorId
  readonly projectId: ProjectId
  readonly isLead: boolean
  readonly level: LightLevel
  /** Off the list of what is chased, the shares of a promise with it. */
  readonly isClosed: boolean
}

/** By unit, every unit of the programme, each one's in the order of the table. The same that a unit's light adds up. */
export function unitAnswers(judged: JudgedProgramme): ReadonlyMap<UnitId, readonly UnitAnswer[]> {
  const { programme, subjects, shares } = judged
  const projectOf = new Map(programme.tasks.map(({ id, projectId }) => [id, projectId]))
  const levelOf = new Map(
    subjects.flatMap(({ scope, subjectId, level }) =>
      scope === 'indicator' ? [[subjectId, level] as const] : [],
    ),
  )
  const sharesOf = Map.groupBy(shares, ({ indicatorId }) => indicatorId)
  const answers = programme.indicators.flatMap(({ id, taskId, leadUnitId, closedOn }) => {
    const projectId = projectOf.get(taskId)
    if (projectId === undefined) return []
    const same = { indicatorId: id, projectId, isClosed: closedOn !== null }
    const level = levelOf.get(id)
    const led =
      leadUnitId !== null && level !== undefined
        ? [{ unitId: leadUnitId, answer: { ...same, isLead: true, level } }]
        : []
    const shared = (sharesOf.get(id) ?? []).filter(({ unitId }) => unitId !== leadUnitId)
    return [
      ...led,
      ...shared.map((share) => ({
        unitId: share.unitId,
        answer: { ...same, isLead: false, level: share.level },
      })),
    ]
  })
  const byUnit = Map.groupBy(answers, ({ unitId }) => unitId)
  return new Map(programme.units.map(({ id }) => [id, (byUnit.get(id) ?? []).map(({ answer }) => answer)]))
}
