import { readConfig } from '../config.ts'
import { openInstallation } from '../services/installation/installation.ts'
import { rebuildRollUps } from '../services/ledgers/rebuild.ts'
import { tenantIdOf } from '../services/installation/tenants.ts'

/**
 * Counts the sums of all ledgers anew from their entries, folds every cell anew from its versions and reviews, and prints
 * what was not so: one line a cell, tab-separated.
 */
export async function rebuild(): Promise<void> {
  const config = readConfig()
  const installation = await openInstallation({ ...config, log: (line) => process.stderr.write(`${line}\n`) })
  try {
    const ctx = {
      db: installation.db,
      tenantId: tenantIdOf(config.tenantCode),
      person: null,
      now: new Date(),
    }
    const { tallies, standings } = await rebuildRollUps(ctx)
    for (const [kind, differences] of [
      ['tally', tallies],
      ['standing', standings],
    ] as const)
      for (const { indicatorId, unitId, month, before, after } of differences)
        process.stdout.write(
          `${kind}\t${indicatorId}\t${unitId}\t${month}\t${before ?? '—'}\t${after ?? '—'}\n`,
        )
    process.stderr.write(
      `台账合计不一致 ${tallies.length} 处，填报进展不一致 ${standings.length} 处，已重算。${tallies.length} tallies and ${standings.length} standings differed and were rebuilt.\n`,
    )
  } finally {
    await installation.close()
  }
}
