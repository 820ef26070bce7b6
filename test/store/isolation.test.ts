/** No government sees or changes anything of another: on every table there is, a new one included. */
import type { Client } from 'pg'
import { describe, expect, it } from 'vitest'
import { onEveryServer, withClient, type TestDatabase } from '../support/database.ts'
import { fillTenant, tenantTables } from '../support/tenant-rows.ts'
import { wallBreaches, wallFaults } from '../support/tenant-wall.ts'

const ours = '00000000-0000-4000-8000-00000000000a'
const theirs = '00000000-0000-4000-8000-00000000000b'

onEveryServer('the wall between governments', (database) => {
  it('stands around every table in the catalogue', () =>
    withClient(database().superuserUrl, async (superuser) => {
      expect(await wallFaults(superuser)).toEqual([])
    }))

  it('lets the application reach nothing of another government, on any table', async () => {
    await withClients(database(), async (app, superuser) => {
      const tables = await tenantTables(superuser)
      await fillTenant(superuser, tables, ours)
      await fillTenant(superuser, tables, theirs)
      expect(await wallBreaches(app, superuser, tables, { ours, theirs })).toEqual([])

      // Not because it reaches nothing at all: its own rows are there.
      await app.query('begin')
      await app.query(`set local app.tenant = '${ours}'`)
      for (const { name } of tables) {
        const { rows } = await app.query<{ tenant_id: string }>(`select distinct tenant_id from "${name}"`)
        expect(rows, name).toEqual([{ tenant_id: ours }])
      }
      await app.query('rollback')
    })
  })

  describe('is seen to be missing', () => {
    const aNeighbour = ['reads a row', 'locks a row', 'inserts a row', 'updates id', 'deletes a row']
    it.each([
      {
        mistake: 'a table without row-level security',
        sql: '',
        findings: [
          'leak: row-level security is not enabled and forced',
          'leak: no policy',
          'leak: a stranger reads a row',
          ...aNeighbour.map((what) => `leak: a neighbour ${what}`),
          ...aNeighbour.map((what) => `leak: nobody ${what}`),
          'leak: a neighbour gives a row of its own away',
        ],
      },
      {
        mistake: 'row-level security that does not bind the owner',
        sql: 'alter table leak enable row level security',
        findings: ['leak: row-level security is not enabled and forced'],
      },
      {
        mistake: 'a policy for everybody',
        sql: 'alter table leak enable row level security; create policy p on leak using (true)',
        findings: [
          'leak: policy p does not compare tenant_id with app.tenant',
          'leak: a neighbour reads a row',
        ],
      },
      {
        mistake: 'a view with the rights of its owner',
        sql: 'create view peek as select * from leak',
        findings: ["peek: the view does not run with its reader's rights"],
      },
      {
        mistake: 'a materialised view',
        sql: 'create materialized view peek as select * from leak; grant select on peek to jiannuo_app',
        findings: ['peek: jiannuo_app may read what row-level security does not cover'],
      },
      {
        mistake: 'a key over all governments',
        sql: 'alter table leak add unique (id), add foreign key (id) references leak (id)',
        findings: [
          'leak: leak_id_key leaves out tenant_id',
          'leak: leak_id_fkey does not lead from tenant_id to tenant_id',
        ],
      },
      {
        mistake: 'a privilege that row-level security does not bind',
        sql: 'grant truncate on leak to jiannuo_app',
        findings: ['leak: jiannuo_app may empty or alter it'],
      },
      {
        mistake: 'a readable migration ledger',
        sql: 'grant select on migration to jiannuo_app',
        findings: ['migration: jiannuo_app may read what row-level security does not cover'],
      },
      {
        mistake: 'a function with the rights of its owner',
        sql: `create function peep() returns bigint language sql security definer as 'select count(*) from leak'`,
        findings: ["peep: runs with its owner's rights"],
      },
    ])('$mistake', async ({ sql, findings }) => {
      await withClients(database(), async (app, superuser) => {
        await superuser.query(`
          create table leak (tenant_id uuid, id uuid, primary key (tenant_id, id));
          insert into leak values ('${ours}', gen_random_uuid()), ('${theirs}', gen_random_uuid());
          grant select, insert, update, delete on leak to jiannuo_app;
          ${sql}`)
        try {
          const leak = (await tenantTables(superuser)).filter((table) => table.name === 'leak')
          const found = await wallBreaches(app, superuser, leak, { ours, theirs })
          expect([...found, ...(await wallFaults(superuser))]).toEqual(expect.arrayContaining(findings))
        } finally {
          await superuser.query(`drop table leak cascade; revoke all on migration from jiannuo_app;
            drop function if exists peep()`)
        }
      })
    })
  })
})

function withClients(
  { urls, superuserUrl }: TestDatabase,
  work: (app: Client, superuser: Client) => Promise<void>,
): Promise<void> {
  return withClient(urls.app, (app) => withClient(superuserUrl, (superuser) => work(app, superuser)))
}
