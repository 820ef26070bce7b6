/**
 * Evidence in an S3-compatible store (MinIO, Ceph, a cloud's). Requests are signed by aws4fetch (Signature Version 4); the
 * body is streamed under UNSIGNED-PAYLOAD with its digest sent along, which the store checks.
 */
import { createReadStream } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { AwsClient } from 'aws4fetch'
import { Problem } from '../domain/problem.ts'
import { storedPath, type EvidenceKey, type EvidenceStore } from './evidence-store.ts'

export type S3Settings = {
  /** With the scheme, e.g. https://minio.example.cn:9000. */
  readonly endpoint: string
  readonly bucket: string
  readonly region: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

export function s3Store(settings: S3Settings, incoming: string): EvidenceStore {
  const { accessKeyId, secretAccessKey, region } = settings
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3' })
  const addressOf = (key: EvidenceKey) =>
    `${settings.endpoint.replace(/\/+$/, '')}/${settings.bucket}/${storedPath(key)}`

  async function send(key: EvidenceKey, init: RequestInit & { duplex?: 'half' }): Promise<Response> {
    // Signed first and sent apart: the signer's own request would read a stream into memory.
    const { body, duplex, ...signed } = init
    const { url, headers } = await client.sign(addressOf(key), signed)
    try {
      return await fetch(url, { ...signed, headers, ...(body && { body, duplex }) })
    } catch (error) {
      throw new Problem('evidence.store-unavailable', {}, { cause: error })
    }
  }

  return {
    incoming,
    keep: async (key, path, mediaType) => {
      const { size } = await stat(path)
      const response = await send(key, {
        method: 'PUT',
        headers: {
          'content-type': mediaType,
          'content-length': String(size),
          'x-amz-content-sha256': 'UNSIGNED-PAYLOAD',
          'x-amz-checksum-sha256': Buffer.from(key.sha256, 'hex').toString('base64'),
        },
        body: Readable.toWeb(createReadStream(path)) as ReadableStream,
        duplex: 'half',
      })
      await response.body?.cancel()
      if (!response.ok)
        throw new Problem('evidence.store-unavailable', {}, { cause: new Error(`PUT: ${response.status}`) })
      await rm(path, { force: true })
    },
    open: async (key) => {
      const response = await send(key, {
        method: 'GET',
        headers: { 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' },
      })
      if (response.ok && response.body) return Readable.fromWeb(response.body)
      await response.body?.cancel()
      if (response.status === 404) return undefined
      throw new Problem('evidence.store-unavailable', {}, { cause: new Error(`GET: ${response.status}`) })
    },
  }
}
