import { describe, expect, it } from 'vitest'
import type { LivingProgramme } from '../../../contract/programmes.ts'
import { dutyMatrixOf } from './duty-matrix.ts'

type Row = readonly [units: readonly string[], promises: number]

/** Projects of tasks, each with its lead units and how many promises it holds. */
function programmeOf(...projects: readonly (readonly Row[])[]): LivingProgramme {
  const rows = projects.map((tasks, index) => ({
    no: index + 1,
    name: `工程${index + 1}`,
    tasks: tasks.map(([units, promises]) => ({
      leadUnits: units.map((name) => ({ unitId: name, name })),
      indicators: Array.from({ length: promises }),
    })),
  }))
  return { projects: rows } as unknown as LivingProgramme
}

describe('the matrix of duties', () => {
  it('counts the promises that each unit leads in each project, the busiest first', () => {
    const matrix = dutyMatrixOf(
      programmeOf(
        [
          [['教育局'], 3],
          [['卫健委'], 2],
        ],
        [[['卫健委'], 4]],
      ),
    )
    expect(matrix.units.map(({ name, promises, total }) => [name, promises, total])).toEqual([
      ['卫健委', [2, 4], 6], // 2 + 4
      ['教育局', [3, 0], 3],
    ])
    expect(matrix.projects.map(({ total }) => total)).toEqual([5, 4]) // 3 + 2, 4
  })

  it('counts a promise with each unit that leads it, and once in its project', () => {
    const matrix = dutyMatrixOf(programmeOf([[['住建局', '公安局'], 5]]))
    expect(matrix.units.map(({ total }) => total)).toEqual([5, 5])
    expect(matrix.projects[0]?.total).toBe(5)
  })
})
