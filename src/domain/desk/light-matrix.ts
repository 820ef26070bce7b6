/** Units against projects: of what each answers for in each, how much lags and how bad the worst is. */
import { isLagging, worstLevel, type LightLevel } from '../light/light-level.ts'
import type { ProjectId, UnitId } from '../values/ids.ts'
import type { UnitAnswer } from './unit-answers.ts'

export type LightMatrix = {
  readonly rows: readonly {
    readonly unitId: UnitId
    readonly name: string
    /** As the projects; null where the unit answers for nothing in one. */
    readonly cells: readonly (MatrixCell | null)[]
    readonly total: MatrixCell
  }[]
}

export type MatrixCell = {
  readonly count: number
  readonly lagging: number
  /** What is closed weighs as reached, as where lights are added up. */
  readonly worst: LightLevel
}

/** Units that answer for nothing have no row; those that lag most in number come first. */
export function lightMatrix(
  units: readonly { readonly id: UnitId; readonly name: string }[],
  projects: readonly { readonly id: ProjectId }[],
  answersOf: ReadonlyMap<UnitId, readonly UnitAnswer[]>,
): LightMatrix {
  const rows = units.flatMap(({ id, name }) => {
    const answers = answersOf.get(id) ?? []
    const total = cellOf(answers)
    if (total === null) return []
    const cells = projects.map((project) =>
      cellOf(answers.filter(({ projectId }) => projectId === project.id)),
    )
    return [{ unitId: id, name, cells, total }]
  })
  return { rows: rows.toSorted((a, b) => b.total.lagging - a.total.lagging || b.total.count - a.total.count) }
}

function cellOf(answers: readonly UnitAnswer[]): MatrixCell | null {
  const worst = worstLevel(answers.map(({ level, isClosed }) => (isClosed ? 'reached' : level)))
  if (worst === undefined) return null
  return {
    count: answers.length,
    lagging: answers.filter(({ level, isClosed }) => !isClosed && isLagging(level)).length,
    worst,
  }
}
