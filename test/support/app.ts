/** The API on a database of its own, with the demonstration loaded: requests go through the whole server but the socket. */
import { rm } from 'node:fs/promises'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { buildApp } from '../../src/api/app.ts'
import { readConfig } from '../../src/config.ts'
import { openSurroundings } from '../../src/api/open-surroundings.ts'
import { ensureDemo } from '../../src/services/installation/demo.ts'
import { demoSeed, readDemoSample } from '../../src/services/installation/demo-seed.ts'
import { tenantIdOf } from '../../src/services/installation/tenants.ts'
import { makeTemporaryDirectory } from './temporary-directory.ts'
import type { TestDatabase } from './database.ts'

export type TestApp = {
  readonly app: FastifyInstance
  /** The time the server believes it is; tests move it. */
  readonly clock: { now: Date }
  readonly send: (as: Visitor, options: InjectOptions) => Promise<Answer>
  /** A seeded account, signed in. */
  readonly signIn: (signInName: string) => Promise<Visitor>
  readonly close: () => Promise<void>
}

/** The cookie of a visitor; null for the public. */
export type Visitor = string | null

export type Answer = {
  readonly status: number
  readonly body: Json
  readonly raw: Buffer
  /** As the answer sets it. */
  readonly cookie: Visitor
}

/** Whatever JSON holds; each test reads what it expects there, and fails where it is not. */
type Json = ReturnType<typeof JSON.parse>

/** `environment` adds to what the server reads of its surroundings: there is no LibreOffice unless it is named. */
export async function openTestApp(
  database: TestDatabase,
  environment: Readonly<Record<string, string | undefined>> = {},
): Promise<TestApp> {
  const clock = { now: new Date('2023-03-01T09:00:00+08:00') }
  const dataDirectory = makeTemporaryDirectory('evidence')
  const config = readConfig({ LOG_LEVEL: 'silent', DATA_DIRECTORY: dataDirectory, ...environment })
  const now = () => clock.now
  const tenantId = tenantIdOf(config.tenantCode)
  await ensureDemo({ db: database.db, tenantId, person: null, now: now() }, demoSeed, readDemoSample)
  const app = await buildApp({
    db: database.db,
    config,
    demo: demoSeed,
    now,
    ...(await openSurroundings(config)),
  })

  async function send(as: Visitor, options: InjectOptions): Promise<Answer> {
    const answer = await app.inject({
      ...options,
      headers: { ...options.headers, ...(as && { cookie: as }) },
    })
    const raw = options.payloadAsStream ? await startOf(answer.stream()) : answer.rawPayload
    const isJson = /[/+]json/.test(String(answer.headers['content-type']))
    const setCookie = [answer.headers['set-cookie'] ?? []].flat()[0]
    return {
      status: answer.statusCode,
      body: isJson ? JSON.parse(raw.toString()) : undefined,
      raw,
      cookie: setCookie?.split(';')[0] ?? null,
    }
  }

  return {
    app,
    clock,
    send,
    signIn: async (signInName) => {
      const payload = { signInName, password: demoSeed.password }
      return (await send(null, { method: 'POST', url: '/api/session', payload })).cookie
    },
    close: async () => {
      await app.close()
      await rm(dataDirectory, { recursive: true, force: true })
    },
  }
}

/** What an answer that may not end begins with; it is left then. */
async function startOf(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  for await (const chunk of stream) return chunk
  return Buffer.alloc(0)
}

/** A file as a browser's form sends it. */
export function upload(fileName: string, bytes: Uint8Array): Pick<InjectOptions, 'payload' | 'headers'> {
  const boundary = 'jiannuo-test-boundary'
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${fileName}"\r\ncontent-type: application/octet-stream\r\n\r\n`
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  }
}
