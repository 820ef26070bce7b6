/** A migrated database of one's own for a test file, on every server the run has. */
import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, inject } from 'vitest'
import { openDatabase, type Database } from '../../src/store/db.ts'
import { prepareDatabase, type DatabaseUrls } from '../../src/store/prepare-database.ts'
import { databaseUrl, templateDatabase, type TestServer } from './database-servers.ts'

export type TestDatabase = {
  /** The application's pool, under `jiannuo_app`. */
  readonly db: Database
  readonly urls: DatabaseUrls
  /** Sees and may do everything, row-level security included. */
  readonly superuserUrl: string
  /** The statements the application sends while `work` runs. */
  readonly statementsOf: (work: () => Promise<unknown>) => Promise<string[]>
}

/** Runs `body` once for each server; `database()` is there from the first hook of the body on. */
export function onEveryServer(name: string, body: (database: () => TestDatabase) => void): void {
  onServers(inject('databaseServers'), name, body)
}

/** The same on the first server alone, for what takes long and what every other test shows of the others. */
export function onFirstServer(name: string, body: (database: () => TestDatabase) => void): void {
  onServers(inject('databaseServers').slice(0, 1), name, body)
}

/** The same on every other server; nothing where there is one alone. */
export function onOtherServers(name: string, body: (database: () => TestDatabase) => void): void {
  onServers(inject('databaseServers').slice(1), name, body)
}

function onServers(
  servers: readonly TestServer[],
  name: string,
  body: (database: () => TestDatabase) => void,
): void {
  describe.each(servers)(`${name} ($name)`, (server) => {
    let made: (TestDatabase & { drop: () => Promise<void> }) | undefined
    beforeAll(async () => {
      made = await makeTestDatabase(server)
    })
    afterAll(async () => {
      await made?.drop()
    })
    body(() => {
      if (made === undefined)
        throw new Error('the database is made in beforeAll: ask for it in a hook or a test')
      return made
    })
  })
}

/** A copy of the migrated template; `drop` removes it. */
export async function makeTestDatabase(
  server: TestServer,
): Promise<TestDatabase & { drop: () => Promise<void> }> {
  const name = `test_${randomBytes(6).toString('hex')}`
  // Copying files is quicker than logging every page where nobody waits for the disk.
  await asSuperuser(server, `create database ${name} template ${templateDatabase} strategy file_copy`)
  const superuserUrl = databaseUrl(server, name)
  const urls = await prepareDatabase({ url: superuserUrl })
  let heard: string[] | undefined
  const db = openDatabase(urls.app, (statement) => heard?.push(statement))
  return {
    db,
    urls,
    superuserUrl,
    statementsOf: async (work) => {
      heard = []
      try {
        await work()
        return heard
      } finally {
        heard = undefined
      }
    },
    drop: async () => {
      await db.close()
      await asSuperuser(server, `drop database ${name} with (force)`)
    },
  }
}

async function asSuperuser(server: TestServer, statement: string): Promise<void> {
  await withClient(server.superuserUrl, (client) => client.query(statement))
}

export async function withClient<Result>(
  url: string,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = new Client({ connectionString: url })
  try {
    await client.connect()
    return await work(client)
  } finally {
    await client.end()
  }
}
