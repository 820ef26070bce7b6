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
}

/** Nothing where the tenant has no year to run, or has run it. */
export async function runYear(ctx: Context, { signInNames, tell, isStopped }: YearRun): Promise<void> {
  const found = await transaction(ctx, findYear)
  if (!found || (found.last !== null && found.last.no === found.last.of)) return
  const scene = await openScene(ctx, found.begun, signInNames)
  const steps = yearSteps(scene)
  for (const [index, { month, name, at, run }] of steps.entries()) {
    if (index < (found.last?.no ?? 0)) continue
    if (isStopped()) return
    const done = { no: index + 1, of: steps.length, month, name }
    await transaction(ctx, async (tx) => {
      await takeTurn(tx)
      const before = (await findYear(tx))?.last?.no ?? 0
      if (before !== index) return
      await run({ ...ctx, tx, now: at }, scene)
      await logStep(tx, done, at)
    })
    tell(done)
  }
}
