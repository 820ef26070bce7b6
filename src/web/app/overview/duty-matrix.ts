/** Who carries how many promises: lead units against projects. */
import type { LivingProgramme } from '../../../contract/programmes.ts'

export type DutyMatrix = {
  readonly projects: readonly { readonly no: number; readonly name: string; readonly total: number }[]
  readonly units: readonly MatrixUnit[]
}

export type MatrixUnit = {
  readonly id: string
  readonly name: string
  /** Promises led, alone or together with others. */
  readonly total: number
  /** As the projects. */
  readonly promises: readonly number[]
}

/** The unit that leads most first; of equals, the one that comes first in the table. */
export function dutyMatrixOf({ projects }: LivingProgramme): DutyMatrix {
  const rows = new Map<string, { name: string; promises: number[] }>()
  for (const [column, project] of projects.entries()) {
    for (const task of project.tasks) {
      for (const { unitId, name } of task.leadUnits) {
        const row = rows.get(unitId) ?? { name, promises: projects.map(() => 0) }
        row.promises[column] = (row.promises[column] ?? 0) + task.indicators.length
        rows.set(unitId, row)
      }
    }
  }
  const units = [...rows].map(([id, { name, promises }]) => ({ id, name, promises, total: sum(promises) }))
  return {
    projects: projects.map(({ no, name, tasks }) => ({
      no,
      name,
      total: sum(tasks.map((task) => task.indicators.length)),
    })),
    units: units.toSorted((a, b) => b.total - a.total),
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
