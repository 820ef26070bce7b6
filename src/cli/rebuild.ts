import { readConfig } from '../config.ts'
import { openInstallation } from '../services/installation.ts'
import { rebuildRollUps } from '../services/rebuild.ts'
import { tenantIdOf } from '../services/tenants.ts'

/** Counts the sums of all ledgers anew from their entries and prints what was not so: one line a cell, tab-separated. */
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
    const differences = await rebuildRollUps(ctx)
    for (const { indicatorId, unitId, month, before, after } of differences)
      process.stdout.write(`${indicatorId}\t${unitId}\t${month}\t${before ?? '—'}\t${after}\n`)
    process.stderr.write(
      `不一致 ${differences.length} 处，已按条目重算。${differences.length} differed and were rebuilt.\n`,
    )
  } finally {
    await installation.close()
  }
}
