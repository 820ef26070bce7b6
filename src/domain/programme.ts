/** An adopted programme as it stands: the latest version of every project, task and indicator. Plain data. */

import type { DocumentId, IndicatorId, ProgrammeId, PostId, ProjectId, TaskId, UnitId } from './ids.ts'
import type { PlainDate } from './plain-date.ts'
import type { ReportedFigure } from './reported-figure.ts'
import type { Place } from './source.ts'
import type { Target } from './target.ts'

export type Programme = {
  readonly id: ProgrammeId
  readonly year: number
  readonly title: string
  readonly adoptedAt: string
  /** 0 is the adoption itself. */
  readonly amendmentNo: number
  readonly document: { readonly id: DocumentId; readonly fileName: string }
  readonly projects: readonly Project[]
}

export type Project = {
  readonly id: ProjectId
  readonly no: number
  readonly name: string
  readonly tasks: readonly Task[]
}

export type Task = {
  readonly id: TaskId
  readonly no: string
  readonly text: string
  readonly deadline: PlainDate | null
  readonly place: Place
  readonly leaders: readonly LeaderDuty[]
  readonly leadUnits: readonly UnitDuty[]
  readonly cooperatingUnits: readonly UnitDuty[]
  readonly indicators: readonly Indicator[]
}

/** `place` is where the name is printed: names of one cell share its block, row and column. */
export type LeaderDuty = { readonly name: string; readonly place: Place; readonly postId: PostId }

/** `members` are the units a group stands for at the programme's date; empty for a single unit. */
export type UnitDuty = {
  readonly name: string
  readonly place: Place
  readonly unitId: UnitId
  readonly members: readonly UnitId[]
}

export type Indicator = Target & {
  readonly id: IndicatorId
  /** UTF-16 offsets in the task's text. */
  readonly start: number
  readonly end: number
  readonly level: IndicatorLevel
  /** What every step of review approved of it; null before there is anything. */
  readonly reported: ReportedFigure | null
}

export type UnitName = { readonly id: UnitId; readonly name: string }

/**
 * Where a promise stands. Only what follows from the facts there are: before it is split over units and months it waits
 * for that; then for the units that have a share to sign for it.
 */
export const indicatorLevels = ['to-plan', 'to-sign', 'planned'] as const
export type IndicatorLevel = (typeof indicatorLevels)[number]

/** `shares` of the plan in force, and how many of them are signed for; null where no plan is in force. */
export function indicatorLevel(
  plan: { readonly shares: number; readonly signed: number } | null,
): IndicatorLevel {
  if (plan === null) return 'to-plan'
  return plan.signed < plan.shares ? 'to-sign' : 'planned'
}
