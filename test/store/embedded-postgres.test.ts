/** The embedded server: made, shared, killed at any moment, and never losing what was committed. */
import { once } from 'node:events'
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startEmbeddedPostgres } from '../../src/store/embedded/embedded-postgres.ts'
import { spawnEmbeddedUser, startEmbeddedUser } from '../support/embedded-user.ts'
import { makeTemporaryDirectory } from '../support/temporary-directory.ts'

const isRoot = process.getuid?.() === 0
const scratch = makeTemporaryDirectory('embedded')
const data = join(scratch, 'data')
const pidFile = join(data, 'cluster/postmaster.pid')
const quiet = { dataDirectory: data, log: () => undefined }
const postmaster = (): number => Number(readFileSync(pidFile, 'utf8').split('\n')[0])
const running = (): boolean => existsSync(pidFile)

// Real disks are waited for here, and a busy one can take long.
vi.setConfig({ testTimeout: 120_000 })
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

describe('a server of one’s own', () => {
  const said: string[] = []
  beforeAll(async () => {
    const server = await startEmbeddedPostgres({ dataDirectory: data, log: (line) => said.push(line) })
    const client = new Client({ connectionString: server.superuserUrl })
    await client.connect()
    await client.query('create table kept (n integer); insert into kept values (1)')
    await client.end()
    await server.stop()
  })

  it('says that the first start takes longer', () => {
    expect(said).toEqual(['首次启动：正在建立内置数据库……'])
  })

  it('keeps its data and leaves no server behind', async () => {
    expect(running()).toBe(false)
    const user = await startEmbeddedUser(data)
    expect(await user.query('select n from kept')).toEqual([{ n: 1 }])
    await user.stop()
    expect(running()).toBe(false)
  })

  it('waits for the disk, asks for a password and listens to this machine only', async () => {
    const user = await startEmbeddedUser(data)
    const settings = `select name, setting from pg_settings where name in
      ('fsync', 'synchronous_commit', 'full_page_writes', 'listen_addresses', 'password_encryption', 'server_encoding') order by 1`
    expect(await user.query(settings)).toEqual([
      { name: 'fsync', setting: 'on' },
      { name: 'full_page_writes', setting: 'on' },
      { name: 'listen_addresses', setting: '127.0.0.1' },
      { name: 'password_encryption', setting: 'scram-sha-256' },
      { name: 'server_encoding', setting: 'UTF8' },
      { name: 'synchronous_commit', setting: 'on' },
    ])
    expect(await user.query(`select distinct auth_method from pg_hba_file_rules`)).toEqual([
      { auth_method: 'scram-sha-256' },
    ])
    const stranger = new URL(user.url)
    stranger.password = 'guessed'
    await expect(new Client({ connectionString: stranger.href }).connect()).rejects.toThrow(
      'password authentication failed',
    )
    expect(statSync(join(data, 'cluster/superuser-password')).mode & 0o777).toBe(0o600)
    await user.stop()
  })

  it('knows Chinese: pinyin order where it is asked for, code points elsewhere, trigrams of 汉字', async () => {
    const user = await startEmbeddedUser(data)
    const names = `(values ('重庆'), ('常州'), ('安徽')) as place (name)`
    // chángzhōu < chóngqìng by pinyin; 安 U+5B89 < 常 U+5E38 < 重 U+91CD by code point.
    expect(await user.query(`select name from ${names} order by name collate "zh-x-icu"`)).toEqual([
      { name: '安徽' },
      { name: '常州' },
      { name: '重庆' },
    ])
    expect(await user.query(`select name from ${names} where name < '常' order by name`)).toEqual([
      { name: '安徽' },
    ])
    await user.query('create extension if not exists pg_trgm')
    expect(await user.query(`select '普惠托班' % '普惠托位' as similar`)).toEqual([{ similar: true }])
    await user.stop()
  })
})

describe('a server of several processes', () => {
  it('is one, and the last to leave stops it', async () => {
    const first = await startEmbeddedUser(data)
    const second = await startEmbeddedUser(data)
    expect(second.url).toBe(first.url)
    await first.stop()
    expect(await second.query('select n from kept')).toEqual([{ n: 1 }])
    await second.stop()
    expect(running()).toBe(false)
  })

  it('is made once when they start together on an empty directory', async () => {
    const dataDirectory = join(scratch, 'together')
    const users = await Promise.all([1, 2].map(() => startEmbeddedUser(dataDirectory)))
    expect(new Set(users.map((user) => user.url)).size).toBe(1)
    await Promise.all(users.map((user) => user.stop()))
    expect(readdirSync(dataDirectory).toSorted()).toEqual(['cluster', 'server.log'])
    expect(existsSync(join(dataDirectory, 'cluster/postmaster.pid'))).toBe(false)
  })
})

describe('a process that ends without leaving', () => {
  it('by SIGKILL leaves the server to the next one, which has neither less nor more than was committed', async () => {
    const killed = await startEmbeddedUser(data)
    await killed.query('create table half (n integer)')
    await killed.query('begin')
    await killed.query('insert into half select generate_series(1, 1000)')
    const pid = postmaster()
    await killed.kill('SIGKILL')
    expect(postmaster()).toBe(pid)
    const next = await startEmbeddedUser(data)
    expect(next.url).toBe(killed.url)
    expect(await next.query('select count(*)::integer as rows from half')).toEqual([{ rows: 0 }])
    await next.query('drop table half')
    await next.stop()
    expect(running()).toBe(false)
  })

  it.each(['SIGINT', 'SIGTERM'] as const)('by %s stops the server first', async (signal) => {
    const user = await startEmbeddedUser(data)
    await user.kill(signal)
    expect(running()).toBe(false)
  })

  it('by process.exit has the server stopped after it', async () => {
    const user = await startEmbeddedUser(data)
    await user.exit()
    await expect.poll(running, { timeout: 60_000 }).toBe(false)
  })
})

describe('a server that is killed', () => {
  it('is started again on the same port for those who use it, with every transaction whole', async () => {
    const user = await startEmbeddedUser(data)
    await user.query('create table entry (batch integer, n integer)')
    const acknowledged: number[] = []
    const writing = writeBatches(user.url, acknowledged)
    await vi.waitFor(() => expect(acknowledged.length).toBeGreaterThan(20), { timeout: 60_000 })
    process.kill(postmaster(), 'SIGKILL')
    await writing
    const again = await connectAgain(user.url)
    const { rows } = await again.query<{ batch: number; rows: number }>(
      'select batch, count(*)::integer as rows from entry group by batch order by batch',
    )
    await again.end()
    // Ten rows or none of each batch; each that was acknowledged is there.
    expect(rows.filter((row) => row.rows !== 10)).toEqual([])
    expect(rows.map((row) => row.batch)).toEqual(expect.arrayContaining(acknowledged))
    await user.stop()
    await expect.poll(running, { timeout: 60_000 }).toBe(false)
  })
})

describe('a start', () => {
  it('makes anew what was killed half-made', async () => {
    const dataDirectory = join(scratch, 'half-made')
    const child = spawnEmbeddedUser(dataDirectory)
    await vi.waitFor(
      () =>
        expect(readdirSync(join(dataDirectory, `making-${child.pid}`, 'cluster')).length).toBeGreaterThan(0),
      { timeout: 60_000, interval: 1 },
    )
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(readdirSync(dataDirectory)).not.toContain('cluster')

    const user = await startEmbeddedUser(dataDirectory)
    expect(await user.query('select 1 as alive')).toEqual([{ alive: 1 }])
    await user.stop()
    expect(readdirSync(dataDirectory).toSorted()).toEqual(['cluster', 'server.log'])
  })

  it('is not misled by a process id that belongs to another program by now', async () => {
    const user = await startEmbeddedUser(data)
    const pid = postmaster()
    await user.kill('SIGKILL')
    process.kill(pid, 'SIGKILL')
    const [, ...rest] = readFileSync(pidFile, 'utf8').split('\n')
    writeFileSync(pidFile, [process.pid, ...rest].join('\n'))
    const next = await startEmbeddedUser(data)
    expect(await next.query('select n from kept')).toEqual([{ n: 1 }])
    await next.stop()
  })

  it('that fails says what the server said, and leaves the data alone', async () => {
    const configuration = join(data, 'cluster/postgresql.conf')
    const before = readFileSync(configuration)
    appendFileSync(configuration, 'no such setting\n')
    await expect(startEmbeddedPostgres(quiet)).rejects.toMatchObject({
      code: 'database.start-failed',
      details: {
        directory: realpathSync(data),
        lines: expect.stringContaining('syntax error in file') as string,
      },
    })
    writeFileSync(configuration, before)
    const user = await startEmbeddedUser(data)
    expect(await user.query('select n from kept')).toEqual([{ n: 1 }])
    await user.stop()
  })
})

describe('the account it runs as', () => {
  it('is “nobody” when started by root, one’s own otherwise', () => {
    expect(statSync(join(data, 'cluster')).uid).toBe(isRoot ? 65534 : process.getuid?.())
    expect(statSync(scratch).uid).toBe(process.getuid?.())
  })

  it('keeps its data where it may go: from inside root’s closed directory outside, else in place', async () => {
    const closed = join(scratch, 'closed')
    mkdirSync(closed, { mode: 0o700 })
    const dataDirectory = join(closed, 'data')
    const users = await Promise.all([1, 2].map(() => startEmbeddedUser(dataDirectory)))
    const kept = realpathSync(dataDirectory)
    try {
      expect(kept.startsWith(isRoot ? '/var/lib/jiannuo/data-' : closed)).toBe(true)
      await users[0]?.query('create table kept (n integer)')
      await Promise.all(users.map((user) => user.stop()))
      const again = await startEmbeddedUser(dataDirectory)
      expect(await again.query('select n from kept')).toEqual([])
      await again.stop()
      expect(statSync(closed).mode & 0o777).toBe(0o700)
    } finally {
      rmSync(kept, { recursive: true, force: true })
    }
  })
})

/** Commits batches of ten rows until the connection breaks. */
async function writeBatches(url: string, acknowledged: number[]): Promise<void> {
  const client = new Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    for (let batch = 0; ; batch++) {
      await client.query('begin')
      for (let n = 0; n < 10; n++) await client.query('insert into entry values ($1, $2)', [batch, n])
      await client.query('commit')
      acknowledged.push(batch)
    }
  } catch {
    await client.end().catch(() => undefined)
  }
}

async function connectAgain(url: string): Promise<Client> {
  return vi.waitFor(
    async () => {
      const client = new Client({ connectionString: url })
      await client.connect()
      return client
    },
    { timeout: 60_000 },
  )
}
