import { randomBytes } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, inject, afterEach, describe } from 'vitest'
import { migrate, readMigrations, type Migration } from '../../src/store/migrate.ts'
import { prepareDatabase } from '../../src/store/prepare-database.ts'
import { withClient } from '../support/database.ts'
import { databaseUrl } from '../support/database-servers.ts'
import { makeTemporaryDirectory } from '../support/temporary-directory.ts'

function migration(file: string, sql: string): Migration {
  return { file, sql, sha256: `digest of ${sql}` }
}
const one = migration('0001-one.sql', 'create table one (id integer)')
const two = migration('0002-two.sql', 'create table two (id integer)')
const bad = migration('0002-two.sql', 'create table two (id integer);\n\ninsert into absent values (1)')
const three = migration('0003-three.sql', 'create table three (id integer)')

describe.each(inject('databaseServers'))('migrations ($name)', (server) => {
  const made: string[] = []
  afterEach(() =>
    withClient(server.superuserUrl, async (client) => {
      for (const name of made.splice(0)) await client.query(`drop database ${name} with (force)`)
    }),
  )

  async function emptyDatabase(): Promise<{ app: string; owner: string }> {
    const name = `test_${randomBytes(6).toString('hex')}`
    made.push(name)
    return prepareDatabase({ url: databaseUrl(server, name) })
  }
  const tables = (url: string): Promise<string[]> =>
    withClient(url, async (client) => {
      const { rows } = await client.query<{ name: string }>(
        `select relname as name from pg_class
         where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'migration' order by 1`,
      )
      return rows.map((row) => row.name)
    })

  it('run once, in order, and a second time not at all', async () => {
    const { owner } = await emptyDatabase()
    expect(await migrate(owner, [one])).toEqual(['0001-one.sql'])
    expect(await migrate(owner, [one, two, three])).toEqual(['0002-two.sql', '0003-three.sql'])
    expect(await migrate(owner, [one, two, three])).toEqual([])
    expect(await tables(owner)).toEqual(['one', 'three', 'two'])
  })

  it('are run by one of several processes that start at once', async () => {
    const { owner } = await emptyDatabase()
    const applied = await Promise.all([1, 2, 3, 4].map(() => migrate(owner, [one, two])))
    expect(applied.flat()).toEqual(['0001-one.sql', '0002-two.sql'])
  })

  it('keep what came before a failing one, and nothing of that one; the mended file then runs', async () => {
    const { owner } = await emptyDatabase()
    await expect(migrate(owner, [one, bad, three])).rejects.toMatchObject({
      code: 'migration.failed',
      details: { file: '0002-two.sql', reason: 'relation "absent" does not exist (line 3)' },
    })
    expect(await tables(owner)).toEqual(['one'])
    expect(await migrate(owner, [one, two, three])).toEqual(['0002-two.sql', '0003-three.sql'])
  })

  it.each([
    ['migration.changed', '0001-one.sql', [migration('0001-one.sql', 'create table other (id integer)'), three]],
    ['migration.missing', '0003-three.sql', [one]],
    ['migration.out-of-order', '0002-two.sql', [one, two, three]],
  ])('refuse %s, naming %s, and change nothing', async (code, file, next) => {
    const { owner } = await emptyDatabase()
    await migrate(owner, [one, three])
    await expect(migrate(owner, next)).rejects.toMatchObject({ code, details: { file } })
    expect(await tables(owner)).toEqual(['one', 'three'])
  })

  it('leave tables that belong to jiannuo_owner and a ledger the application cannot read', async () => {
    const { app, owner } = await emptyDatabase()
    await migrate(owner, readMigrations())
    await withClient(app, async (client) => {
      const { rows } = await client.query(`select distinct tableowner from pg_tables where schemaname = 'public'`)
      expect(rows).toEqual([{ tableowner: 'jiannuo_owner' }])
      await expect(client.query('select file from migration')).rejects.toThrow('permission denied')
      await expect(client.query('create table mine (id integer)')).rejects.toThrow('permission denied')
      await expect(client.query('create temporary table mine (id integer)')).rejects.toThrow('permission denied')
    })
  })
})

it('a migration keeps its digest whatever line ends Git gives it', () => {
  const directory = makeTemporaryDirectory('migrations')
  try {
    const digests = ['select 1;\nselect 2;\n', 'select 1;\r\nselect 2;\r\n'].map((text) => {
      writeFileSync(join(directory, '0001-one.sql'), text)
      writeFileSync(join(directory, 'schema.txt'), 'not a migration')
      return readMigrations(directory).map(({ file, sha256 }) => [file, sha256])
    })
    expect(digests[0]).toHaveLength(1)
    expect(digests[1]).toEqual(digests[0])
  } finally {
    rmSync(directory, { recursive: true })
  }
})
