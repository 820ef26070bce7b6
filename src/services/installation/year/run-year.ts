/**
 * Runs the demonstration's year through the services, step by step, each in one transaction with its row in the log: killed
 * at any moment it goes on where it was, and two processes that run it do nothing twice.
 */
import { findYear, logStep, type StepDone } from '../../../store/demonstration.ts'
import { takeTurn } from '../../../store/log.ts'
import type { TenantTransaction } from '../../../store/db.ts'
import { withSavepoint } from '../../../store/savepoint.ts'
import { Problem } from '../../../domain/problems/problem.ts'
import { transaction, type Context } from '../../context.ts'
import { openScene, type Scene } from './scene.ts'
import type { Step } from './step.ts'
import { yearSteps } from './year-steps.ts'

export type YearRun = {
  /** The accounts that act in it. */
  readonly signInNames: readonly string[]
  /** A folder for files that lie there while they are loaded. */
  readonly scratch: string
  /** Told after every step. */
  readonly tell: (done: StepDone) => void
  /** Asked before every step. */
  readonly isStopped: () => boolean
  /** Called where much was written since the last time. */
  readonly refreshStatistics: () => Promise<void>
}

/** Nothing where the tenant has no year to run, or has run it. */
export async function runYear(ctx: Context, run: YearRun): Promise<void> {
  const found = await transaction(ctx, findYear)
  if (!found || (found.last !== null && found.last.no === found.last.of)) return
  const scene = await openScene(ctx, found.begun, run)
  const steps = yearSteps(scene)
  for (const [index, step] of steps.entries()) {
    if (index < (found.last?.no ?? 0)) continue
    if (run.isStopped()) return
    const { month } = step
    if (month !== steps[index - 1]?.month && isTimeForStatistics(month)) await run.refreshStatistics()
    const done = await transaction(ctx, (tx) =>
      takeStep(ctx, tx, scene, step, { no: index + 1, of: steps.length }),
    )
    if (done) run.tell(done)
  }
  await run.refreshStatistics()
}

/** Undefined where another process took it. */
async function takeStep(
  ctx: Context,
  tx: TenantTransaction,
  scene: Scene,
  { month, name, at, run }: Step,
  count: Pick<StepDone, 'no' | 'of'>,
): Promise<StepDone | undefined> {
  await takeTurn(tx)
  const before = (await findYear(tx))?.last?.no ?? 0
  if (before !== count.no - 1) return undefined
  const refused = await withSavepoint(tx, () => run({ ...ctx, tx, now: at }, scene)).then(
    () => null,
    (error: unknown) => {
      if (error instanceof Problem) return error.code
      throw error
    },
  )
  const done = { ...count, month, name, refused }
  await logStep(tx, done, at)
  return done
}

/** When the plans are there, when the first month is, and now and then as the year grows. */
function isTimeForStatistics(month: string | null): boolean {
  return month !== null && ['01', '02', '04', '07'].includes(month.slice(5))
}
