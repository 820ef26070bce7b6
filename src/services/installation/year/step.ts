/** A step of the demonstration's year: done whole or not at all, and once. */
import type { Context } from '../../context.ts'
import type { Scene } from './scene.ts'

export type Step = {
  /** The month it is of, e.g. 2023-03; null for what comes before the first. */
  readonly month: string | null
  readonly name: string
  /** What the clock says while it is done. */
  readonly at: Date
  /** `ctx` is in the step's transaction, at its time, with nobody acting. */
  readonly run: (ctx: Context, scene: Scene) => Promise<unknown>
}
