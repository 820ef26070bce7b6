/** What looking for what is odd costs: for all rows of a large load, and for one entry among them. */
import { newId } from '../src/services/context.ts'
import { tenantIdOf } from '../src/services/installation/tenants.ts'
import { findSuspicionsOfEntries } from '../src/services/ledgers/suspicions.ts'
import type { EntryId, LedgerLoadId } from '../src/domain/values/ids.ts'
import { inTenant } from '../src/store/db.ts'
import { clear, contextOf, seconds, type Setting } from './ledger-setting.ts'
import { medianMilliseconds } from './measure.ts'

const tenantId = tenantIdOf('demo')

export async function benchSuspicions(setting: Setting): Promise<void> {
  const few = await lookedAt(setting, 10_000)
  const many = await lookedAt(setting, 100_000)
  console.log(
    `  疑点 rules over a load of 100,000 located entries with numbers: ${many.load.toFixed(1)} s, ${(many.load / many.insert).toFixed(2)} × their bare insert; ${(many.load / few.load / 10).toFixed(2)} × of 10,000, a row`,
  )
  console.log(
    `  疑点 rules for one entry among 100,000: ${many.one.toFixed(2)} ms, ${(many.one / few.one).toFixed(2)} × of among 10,000 (aim ≤ 1.3)`,
  )
}

/** Places 95 metres apart, and every tenth number twice. */
async function lookedAt(setting: Setting, count: number) {
  const { superuser, indicatorId, unitId, by, postId, db } = setting
  await clear(superuser)
  const loadId = newId<LedgerLoadId>()
  await superuser.query(
    `insert into ledger_load (tenant_id, id, indicator_id, unit_id, file_name, sha256, loaded_by, loaded_post, loaded_at, rows_added, rows_known)
     values ($1, $2, $3, $4, 'rows.xlsx', sha256(''), $5, $6, now(), 0, 0)`,
    [tenantId, loadId, indicatorId, unitId, by, postId],
  )
  const insert = await seconds(() =>
    superuser.query(
      `insert into entry (tenant_id, id, indicator_id, unit_id, load_id, load_row, month, name, identifier, longitude, latitude, given_datum,
         coordinate_source, counts, content_key, entered_by, entered_post, entered_at)
       select $1, ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, $2, $3, $4, n, '2023-02-01', '一处',
         'CZ-' || (n - n % 10 / 9), 119.5 + (n % 1000) * 0.001, 31.4 + (n / 1000) * 0.004, 'CGCS2000', 'file', 1.5, gen_random_uuid(), $5, $6, now()
       from generate_series(1, $7::integer) as n`,
      [tenantId, indicatorId, unitId, loadId, by, postId, count],
    ),
  )
  const ctx = contextOf(setting)
  const load = await seconds(() =>
    inTenant(db, tenantId, (tx) => findSuspicionsOfEntries(ctx, tx, { loadId, indicatorId, unitId })),
  )
  await superuser.query('vacuum analyze entry')
  const middle = `00000000-0000-7000-8000-${Math.floor(count / 2)
    .toString(16)
    .padStart(12, '0')}` as EntryId
  const one = await medianMilliseconds(60, () =>
    inTenant(db, tenantId, (tx) => findSuspicionsOfEntries(ctx, tx, [middle])),
  )
  return { insert, load, one }
}
