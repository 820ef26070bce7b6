import type { IndicatorRow, LivingProgramme, TaskRow } from '../../../contract/programmes.ts'
import type { Session } from '../../../contract/session.ts'
import { planMonths } from '../../../domain/plan.ts'
import type { UnitId } from '../../../domain/ids.ts'
import type { SheetFrame } from './plan-sheet.ts'

export type PromiseOfTask = { readonly task: TaskRow; readonly promise: IndicatorRow }

/** All promises of a programme with their tasks, in the order of the table. */
export function promisesOf(programme: LivingProgramme): PromiseOfTask[] {
  return programme.projects.flatMap(({ tasks }) =>
    tasks.flatMap((task) => task.indicators.map((promise) => ({ task, promise }))),
  )
}

export function frameOf(programme: LivingProgramme, { task, promise }: PromiseOfTask): SheetFrame {
  const deadline = promise.deadline ?? task.deadline
  return { target: promise, deadline, year: programme.year, months: planMonths(programme.year, deadline) }
}

/** The units that the person splits targets for and that lead the task, as printed. */
export function ownLeadUnits(task: TaskRow, session: Session | undefined): UnitId[] {
  const own = new Set(
    session?.person?.posts.filter(({ role }) => role === 'lead-officer').map(({ unitId }) => unitId),
  )
  return task.leadUnits
    .flatMap(({ unitId, members }) => [unitId, ...members])
    .filter((unitId) => own.has(unitId))
}
