import { it } from 'vitest'
import { ensureDemo } from '../../src/services/installation/demo.ts'
import { demoSeed, readDemoSample } from '../../src/services/installation/demo-seed.ts'
import { tenantIdOf } from '../../src/services/installation/tenants.ts'
import { runYear } from '../../src/services/installation/year/run-year.ts'
import { refreshStatistics } from '../../src/store/refresh-statistics.ts'
import { onEveryServer } from '../support/database.ts'
import { withClient } from '../support/database.ts'

onEveryServer('year', (database) => {
  it('runs', { timeout: 300_000 }, async () => {
    const ctx = { db: database().db, tenantId: tenantIdOf('demo'), person: null, now: new Date() }
    await ensureDemo(ctx, demoSeed, readDemoSample, true)
    let t = Date.now()
    const per = new Map<string, number>()
    let start = t
    await runYear(ctx, {
      signInNames: demoSeed.accounts.map((a) => a.signInName),
      tell: (s) => {
        const d = Date.now() - t
        t = Date.now()
        const kind = s.name.split(' ')[0] ?? ''
        per.set(kind, (per.get(kind) ?? 0) + d)
        if (s.name === 'freeze') console.log(s.month, s.no, s.of, Date.now() - start)
      },
      isStopped: () => false,
      refreshStatistics: () => refreshStatistics(database().urls.owner),
    })
    console.log(Object.fromEntries(per), Date.now() - start)
    await withClient(database().superuserUrl, async (c) => {
      for (const table of [
        'actual',
        'review',
        'entry',
        'log_entry',
        'suspicion',
        'suspicion_ruling',
        'month_freeze',
        'published_light',
        'notice',
        'plan_version',
        'plan_share',
      ])
        console.log(table, (await c.query(`select count(*) from ${table}`)).rows[0].count)
    })
  })
})
