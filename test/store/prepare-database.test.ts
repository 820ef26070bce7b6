/** The two roles of a database, on servers that let us make them and on servers that do not. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { migrate } from '../../src/store/migrate.ts'
import { inTenant, openDatabase } from '../../src/store/db.ts'
import type { TenantId } from '../../src/domain/values/ids.ts'
import { Problem } from '../../src/domain/problems/problem.ts'
import { prepareDatabase } from '../../src/store/prepare-database.ts'
import { withClient } from '../support/database.ts'
import { serverStarters } from '../support/database-servers.ts'
import type { ThrowAwayServer } from '../support/throw-away-server.ts'

// Servers of its own: roles belong to a whole server, and other test files live on the shared ones.
describe.each(serverStarters())('preparing a database ($name)', ({ start }) => {
  let server: ThrowAwayServer
  beforeAll(async () => {
    server = await start()
  })
  afterAll(() => server.stop())

  function urlOf(database: string, login?: { user: string; password: string }): string {
    const url = new URL(server.superuserUrl)
    url.pathname = `/${database}`
    if (login) Object.assign(url, { username: login.user, password: login.password })
    return url.href
  }
  const run = (url: string, statement: string): Promise<Record<string, unknown>[]> =>
    withClient(url, async (client) => (await client.query<Record<string, unknown>>(statement)).rows)

  /** A server that has never seen us. */
  async function forgetRoles(): Promise<void> {
    const databases = await run(
      server.superuserUrl,
      `select datname as name from pg_database where datname !~ '^(postgres|template)'`,
    )
    for (const { name } of databases)
      await run(server.superuserUrl, `drop database "${String(name)}" with (force)`)
    await run(server.superuserUrl, 'drop role if exists jiannuo_app, jiannuo_owner')
  }

  describe('with a login that may create roles', () => {
    it('makes the database, both roles and the application’s password', async () => {
      const urls = await prepareDatabase({ url: urlOf('fresh') })
      expect(await run(urls.app, 'select session_user, current_user')).toEqual([
        { session_user: 'jiannuo_app', current_user: 'jiannuo_app' },
      ])
      expect(await run(urls.owner, 'select current_user')).toEqual([{ current_user: 'jiannuo_owner' }])
    })

    it('gives the application’s sessions their time zone and limits', async () => {
      const { app } = await prepareDatabase({ url: urlOf('fresh') })
      const names = ['TimeZone', 'statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout']
      const shown = names.map((name) => `current_setting('${name}') as "${name}"`).join(', ')
      expect(await run(app, `select ${shown}`)).toEqual([
        {
          TimeZone: 'Asia/Shanghai',
          statement_timeout: '30s',
          lock_timeout: '10s',
          idle_in_transaction_session_timeout: '1min',
        },
      ])
    })

    it('changes nothing the second time', async () => {
      const changes = `select (select json_agg(r) from pg_authid r) as roles, (select json_agg(m) from pg_auth_members m) as members,
      (select json_agg(s) from pg_db_role_setting s) as settings, (select json_agg(d.xmin::text) from pg_database d) as databases`
      const first = await prepareDatabase({ url: urlOf('fresh') })
      const before = await run(server.superuserUrl, changes)
      expect(await prepareDatabase({ url: urlOf('fresh') })).toEqual(first)
      expect(await run(server.superuserUrl, changes)).toEqual(before)
    })

    it('is done once by processes that start at once', async () => {
      const all = await Promise.all([1, 2, 3, 4].map(() => prepareDatabase({ url: urlOf('together') })))
      expect(new Set(all.map((urls) => urls.app)).size).toBe(1)
    })

    it('follows when the administrator’s password changes', async () => {
      const admin = { user: 'rotating', password: 'one' }
      await run(server.superuserUrl, `create role rotating superuser login password 'one'`)
      const first = await prepareDatabase({ url: urlOf('fresh', admin) })
      await run(server.superuserUrl, `alter role rotating password 'two'`)
      const second = await prepareDatabase({ url: urlOf('fresh', { ...admin, password: 'two' }) })
      expect(second.app).not.toBe(first.app)
      expect(await run(second.app, 'select current_user')).toEqual([{ current_user: 'jiannuo_app' }])
      // Back to the server's own administrator, for the tests below.
      await prepareDatabase({ url: urlOf('fresh') })
    })

    it('needs no superuser: owning the database and creating roles is enough', async () => {
      await forgetRoles()
      const landlord = { user: 'landlord', password: 'key' }
      await run(server.superuserUrl, `create role landlord createrole createdb login password 'key'`)
      const { app, owner } = await prepareDatabase({ url: urlOf('rented', landlord) })
      expect((await migrate(owner)).length).toBeGreaterThan(0)
      expect(await run(app, 'select count(*)::integer as n from tenant')).toEqual([{ n: 0 }])
    })
  })

  describe('with a login that may not', () => {
    const tenantLogin = { user: 'lodger', password: 'bed' }

    it('lists what an administrator must run, after which both URLs work', async () => {
      await forgetRoles()
      await run(server.superuserUrl, `create role lodger login password 'bed'`)
      await run(server.superuserUrl, 'create database lodging')
      const url = urlOf('lodging', tenantLogin)
      const problem = await prepareDatabase({ url }).then(
        () => undefined,
        (error: unknown) => error,
      )
      expect(problem).toBeInstanceOf(Problem)
      const { code, details } = problem as Problem<'database.not-prepared'>
      expect(code).toBe('database.not-prepared')
      expect(details.statements).toContain('grant jiannuo_owner to "lodger"')

      await run(urlOf('lodging'), details.statements.replace('<choose one>', 'chosen'))
      // One URL is not enough: the password that was chosen cannot be derived from it.
      await expect(prepareDatabase({ url })).rejects.toMatchObject({
        code: 'database.not-prepared',
        details: { statements: "alter role jiannuo_app password '<choose one>';" },
      })
      const app = urlOf('lodging', { user: 'jiannuo_app', password: 'chosen' })
      const urls = await prepareDatabase({ url: app, migrationUrl: url })
      expect(urls.app).toBe(app)
      expect((await migrate(urls.owner)).length).toBeGreaterThan(0)
      const db = openDatabase(urls.app)
      try {
        const tenantId = '00000000-0000-4000-8000-00000000000a' as TenantId
        await inTenant(db, tenantId, async (tx) => {
          await tx.query
            .insertInto('tenant')
            .values({
              tenant_id: tenantId,
              code: 'here',
              name: '此地',
              created_at: new Date(),
              is_demo: false,
            })
            .execute()
        })
      } finally {
        await db.close()
      }
      expect(await run(urlOf('lodging'), 'select name from tenant')).toEqual([{ name: '此地' }])
    })

    it.each([
      ['a superuser', 'alter role jiannuo_app superuser', 'alter role jiannuo_app nosuperuser'],
      ['past row-level security', 'alter role jiannuo_app bypassrls', 'alter role jiannuo_app nobypassrls'],
      [
        'a member of the owner',
        'grant jiannuo_owner to jiannuo_app',
        'revoke jiannuo_owner from jiannuo_app',
      ],
    ])('refuses to run as %s', async (_, unsafe, mended) => {
      const both = {
        url: urlOf('lodging', { user: 'jiannuo_app', password: 'chosen' }),
        migrationUrl: urlOf('lodging', tenantLogin),
      }
      await run(server.superuserUrl, unsafe)
      await expect(prepareDatabase(both)).rejects.toMatchObject({
        code: 'database.unsafe-role',
        details: { role: 'jiannuo_app' },
      })
      await run(server.superuserUrl, mended)
      expect((await prepareDatabase(both)).app).toBe(both.url)
    })

    it('refuses to run as the administrator', async () => {
      const admin = urlOf('lodging')
      await expect(prepareDatabase({ url: admin, migrationUrl: admin })).rejects.toMatchObject({
        code: 'database.unsafe-role',
        details: { role: 'postgres' },
      })
    })
  })
})
