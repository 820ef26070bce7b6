/** Roll-ups counted anew from the facts: what the system does by itself, from the terminal. */
import { rebuildStandings, type StandingDifference } from '../../store/actuals.ts'
import { appendLog, takeTurn } from '../../store/log.ts'
import { listProgrammes } from '../../store/programme-pages.ts'
import { rebuildTallies, type TallyDifference } from '../../store/tallies.ts'
import { transaction, type Context } from '../context.ts'

export type Rebuilt = {
  readonly tallies: readonly TallyDifference[]
  readonly standings: readonly StandingDifference[]
}

/** The cells whose tally was not what their entries add up to, or that did not stand where their versions put them. */
export function rebuildRollUps(ctx: Context): Promise<Rebuilt> {
  return transaction(ctx, async (tx) => {
    await takeTurn(tx)
    const tallies: TallyDifference[] = []
    for (const { id } of await listProgrammes(tx)) tallies.push(...(await rebuildTallies(tx, id)))
    const standings = await rebuildStandings(tx)
    const log = (action: string, differences: readonly unknown[]) =>
      appendLog(tx, {
        at: ctx.now,
        personId: null,
        action,
        subjectKind: 'tenant',
        subjectId: ctx.tenantId,
        details: { differences },
      })
    if (tallies.length > 0) await log('tally.rebuild', tallies)
    if (standings.length > 0) await log('standing.rebuild', standings)
    return { tallies, standings }
  })
}
