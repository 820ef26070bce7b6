import { randomBytes } from 'node:crypto'
import { afterEach, describe, expect, inject, it } from 'vitest'
import { migrate, readMigrations } from '../../src/store/migrate.ts'
import { prepareDatabase } from '../../src/store/prepare-database.ts'
import { withClient } from '../support/database.ts'
import { databaseUrl } from '../support/database-servers.ts'

const added = '0015-service-tallies.sql'
const id = (no: number) => `00000000-0000-7000-8000-00000000000${no}`
const [tenant, otherTenant, promise, unit] = [id(1), id(2), id(3), id(4)]

describe.each(inject('databaseServers'))('0015 service tallies ($name)', (server) => {
  const name = `test_${randomBytes(6).toString('hex')}`
  afterEach(() =>
    withClient(server.superuserUrl, (client) => client.query(`drop database ${name} with (force)`)),
  )

  it('sum up what the entries of every government say that were accepted and not replaced', async () => {
    const { owner } = await prepareDatabase({ url: databaseUrl(server, name) })
    const migrations = readMigrations()
    await migrate(
      owner,
      migrations.filter(({ file }) => file < added),
    )
    await withClient(databaseUrl(server, name), async (client) => {
      // What these rows refer to is not what is asked here.
      await client.query('set session_replication_role = replica')
      await client.query(
        `insert into entry_tally (tenant_id, indicator_id, unit_id, month) values
         ('${tenant}', '${promise}', '${unit}', '2023-02-01'), ('${tenant}', '${promise}', '${unit}', '2023-03-01'),
         ('${otherTenant}', '${promise}', '${unit}', '2023-02-01')`,
      )
      const entries = [
        // Accepted: 2 + 1.50 complaints, 1 outage.
        [5, tenant, '2023-02-01', 'null', '2', 'null', ['accept']],
        [6, tenant, '2023-02-01', '1', '1.50', 'null', ['reject', 'accept']],
        // Rejected in the end, waiting, replaced: they count for nothing.
        [7, tenant, '2023-02-01', '10', '10', 'null', ['accept', 'reject']],
        [8, tenant, '2023-02-01', '10', '10', 'null', []],
        [9, tenant, '2023-03-01', '10', '10', 'null', ['accept']],
        [0, tenant, '2023-03-01', '4', 'null', `'${id(9)}'`, ['accept']],
      ] as const
      for (const [no, of, month, outages, complaints, replaces, decisions] of [
        ...entries,
        ...([[5, otherTenant, '2023-02-01', '7', '8', 'null', ['accept']]] as const),
      ]) {
        await client.query(
          `insert into entry (tenant_id, id, indicator_id, unit_id, month, name, counts, outages, complaints, replaces, reason,
             content_key, entered_by, entered_post, entered_at)
           values ('${of}', '${id(no)}', '${promise}', '${unit}', '${month}', '一处', 1, ${outages}, ${complaints}, ${replaces},
             case when ${replaces}::text is null then null else '量错了' end, gen_random_uuid(), '${unit}', '${unit}', now())`,
        )
        for (const [index, decision] of decisions.entries())
          await client.query(
            `insert into entry_decision (tenant_id, entry_id, no, decision, reason, decided_by, decided_post, decided_at)
             values ('${of}', '${id(no)}', ${index + 1}, '${decision}', '核对', '${unit}', '${unit}', now())`,
          )
      }
    })
    await migrate(
      owner,
      migrations.filter(({ file }) => file <= added),
    )
    const rows = await withClient(databaseUrl(server, name), async (client) => {
      const answer = await client.query<Record<string, unknown>>(
        `select tenant_id as tenant, to_char(month, 'MM') as month, accepted_outages as outages, accepted_complaints as complaints
         from entry_tally order by 1, 2`,
      )
      return answer.rows
    })
    expect(rows).toEqual([
      { tenant, month: '02', outages: '1', complaints: '3.5' },
      { tenant, month: '03', outages: '4', complaints: '0' },
      { tenant: otherTenant, month: '02', outages: '7', complaints: '8' },
    ])
    const walls = await withClient(databaseUrl(server, name), async (client) => {
      const answer = await client.query<{ forced: boolean }>(
        `select relforcerowsecurity as forced from pg_class where relname in ('entry', 'entry_decision', 'entry_tally')`,
      )
      return answer.rows
    })
    expect(walls).toEqual([{ forced: true }, { forced: true }, { forced: true }])
  })
})
