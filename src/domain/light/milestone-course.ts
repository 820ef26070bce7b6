/** The stages of a promise that goes by stages: when each was to be reached, and when every unit had reached it. */
import { stagesToState } from '../reporting/actual.ts'
import type { IndicatorId } from '../values/ids.ts'
import type { Month } from '../values/month.ts'
import type { PlainDate } from '../values/plain-date.ts'
import type { IndicatorHistory, ProgrammeHistory, ShareHistory } from './history.ts'

export const stageStates = ['reached', 'late', 'to-come'] as const
export type StageState = (typeof stageStates)[number]

export type StageCourse = {
  readonly stage: string
  /** Of the unit that has the most time. */
  readonly dueOn: PlainDate
  readonly units: number
  /** How many of them have reached it, as approved. */
  readonly reached: number
  /** The month for which the last unit was approved to have reached it. */
  readonly reachedIn: Month | null
  readonly state: StageState
}

export type MilestoneCourse = { readonly indicatorId: IndicatorId; readonly stages: readonly StageCourse[] }

/** In the order of the table. A day is late from the day after it. */
export function milestoneCourses(
  { indicators }: Pick<ProgrammeHistory, 'indicators'>,
  today: PlainDate,
): MilestoneCourse[] {
  return indicators.flatMap((indicator): MilestoneCourse[] => {
    const stages = stagesOf(indicator, today)
    return stages.length > 0 ? [{ indicatorId: indicator.id, stages }] : []
  })
}

function stagesOf({ cells }: IndicatorHistory, today: PlainDate): StageCourse[] {
  const names = [...new Set(cells.flatMap((cell) => cell.stages.map(({ stage }) => stage)))]
  return names.map((stage) => {
    const bound = cells.flatMap((cell) => {
      const planned = cell.stages.find((each) => each.stage === stage)
      return planned ? [{ dueOn: planned.dueOn, reachedIn: reachedIn(cell, stage) }] : []
    })
    const months = bound.flatMap(({ reachedIn: month }) => (month === null ? [] : [month]))
    const isReached = months.length === bound.length
    const isLate = bound.some((unit) => unit.reachedIn === null && unit.dueOn < today)
    return {
      stage,
      dueOn: bound.map(({ dueOn }) => dueOn).reduce((a, b) => (a > b ? a : b)),
      units: bound.length,
      reached: months.length,
      reachedIn: isReached ? months.reduce((a, b) => (a > b ? a : b)) : null,
      state: isReached ? 'reached' : isLate ? 'late' : 'to-come',
    }
  })
}

/** The first month approved at this stage or a later one. */
function reachedIn(cell: ShareHistory, stage: string): Month | null {
  const order = stagesToState(cell.stages)
  const place = order.indexOf(stage)
  return (
    cell.approved.find((month) => month.stage !== null && order.indexOf(month.stage) >= place)?.month ?? null
  )
}
