/** The object store adapter against a server that speaks the two requests of S3 it needs. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { s3Store } from '../../src/external/s3-store.ts'
import { makeTemporaryDirectory } from '../support/temporary-directory.ts'

const bytes = Buffer.from('what was handed in')
const sha256 = createHash('sha256').update(bytes).digest('hex')
const key = { tenantId: '00000000-0000-4000-8000-00000000000a', sha256 }

describe('the S3 store', () => {
  const objects = new Map<string, Buffer>()
  const directory = makeTemporaryDirectory('s3')
  let server: Server
  let broken = false
  beforeAll(async () => {
    server = createServer((request, response) => {
      const signed = /^AWS4-HMAC-SHA256 Credential=key\/\d{8}\/cn-east\/s3\/aws4_request/.test(
        request.headers.authorization ?? '',
      )
      const answer = async (): Promise<void> => {
        const body = await buffer(request)
        const kept = objects.get(request.url ?? '')
        if (!signed || broken) response.writeHead(broken ? 503 : 403).end()
        else if (request.method === 'PUT') {
          objects.set(request.url ?? '', body)
          response.writeHead(200).end()
        } else if (kept) response.writeHead(200).end(kept)
        else response.writeHead(404).end()
      }
      void answer()
    })
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve)
    })
    mkdirSync(directory, { recursive: true })
  })
  afterAll(() => server.close())

  const store = () =>
    s3Store(
      {
        endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        bucket: 'evidence',
        region: 'cn-east',
        accessKeyId: 'key',
        secretAccessKey: 'secret',
      },
      directory,
    )
  const incoming = () => {
    const path = join(directory, 'incoming-file')
    writeFileSync(path, bytes)
    return path
  }

  it('keeps a file under its digest, takes it away from where it came in, and gives it back', async () => {
    const path = incoming()
    await store().keep(key, path, 'image/jpeg')
    expect([...objects.keys()]).toEqual([`/evidence/${key.tenantId}/${sha256.slice(0, 2)}/${sha256}`])
    expect(existsSync(path)).toBe(false)
    const opened = await store().open(key)
    expect(opened && (await buffer(opened))).toEqual(bytes)
  })

  it('says of a file that is not there that it is not', async () => {
    expect(await store().open({ ...key, sha256: '0'.repeat(64) })).toBeUndefined()
  })

  it('keeps the file that came in where the store cannot be reached', async () => {
    broken = true
    const path = incoming()
    await expect(store().keep(key, path, 'image/jpeg')).rejects.toMatchObject({
      code: 'evidence.store-unavailable',
    })
    expect(existsSync(path)).toBe(true)
    await expect(store().open(key)).rejects.toMatchObject({ code: 'evidence.store-unavailable' })
    broken = false
  })
})
