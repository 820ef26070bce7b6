/**
 * Runs the demonstration's year through the services, step by step, each in one transaction with its row in the log: killed
 * at any moment it goes on where it was, and two processes that run it do nothing twice.
 */
import { findYear, logStep, type StepDone } from '../../../store/demonstration.ts'
import { takeTurn } from '../../../store/log.ts'
import { transaction, type Context } from '../../context.ts'
import { openScene } from './scene.ts'
import { yearSteps } from './year-steps.ts'

export type YearRun = {
  /** The accounts that act in it. */
  readonly signInNames: readonly string[]
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
  const scene = await openScene(ctx, found.begun, run.signInNames)
  const steps = yearSteps(scene)
  for (const [index, step] of steps.entries()) {
    if (index < (found.last?.no ?? 0)) continue
    if (run.isStopped()) return
    const { month, name, at } = step
    const done = { no: index + 1, of: steps.length, month, name }
    if (month !== steps[index - 1]?.month && isTimeForStatistics(month)) await run.refreshStatistics()
    await transaction(ctx, async (tx) => {
      await takeTurn(tx)
      const before = (await findYear(tx))?.last?.no ?? 0
      if (before !== index) return
      await step.run({ ...ctx, tx, now: at }, scene)
      await logStep(tx, done, at)
    })
    run.tell(done)
  }
  await run.refreshStatistics()
}

/** When the plans are there, when the first month is, and now and then as the year grows. */
function isTimeForStatistics(month: string | null): boolean {
  return month !== null && ['01', '02', '04', '07'].includes(month.slice(5))
}
