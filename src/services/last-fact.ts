/** Where the facts of a government stand: what a page made now is as new as. */
import { lastFact as findLastFact } from '../store/log.ts'
import { transaction, type Context } from './context.ts'

export function lastFact(ctx: Context): Promise<number> {
  return transaction(ctx, findLastFact)
}
