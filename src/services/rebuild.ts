/** Roll-ups counted anew from the facts: what the system does by itself, from the terminal. */
import { appendLog, takeTurn } from '../store/log.ts'
import { listProgrammes } from '../store/programme-pages.ts'
import { rebuildTallies, type TallyDifference } from '../store/tallies.ts'
import { transaction, type Context } from './context.ts'

/** The cells of all programmes whose tally was not what their entries add up to. */
export function rebuildRollUps(ctx: Context): Promise<TallyDifference[]> {
  return transaction(ctx, async (tx) => {
    await takeTurn(tx)
    const differences: TallyDifference[] = []
    for (const { id } of await listProgrammes(tx)) differences.push(...(await rebuildTallies(tx, id)))
    if (differences.length > 0)
      await appendLog(tx, {
        at: ctx.now,
        personId: null,
        action: 'tally.rebuild',
        subjectKind: 'tenant',
        subjectId: ctx.tenantId,
        details: { differences },
      })
    return differences
  })
}
