/** Takes a file in as it comes: to disk, digested on the way, and cut off at the limit; never in memory as a whole. */
import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { headBytes } from '../domain/media-type.ts'

export type ReceivedFile = {
  readonly path: string
  readonly byteSize: number
  readonly sha256: Buffer
  readonly sm3: Buffer
  /** Its first bytes, to tell what it is. */
  readonly head: Buffer
}

/** Undefined where it is longer than `limit` bytes; nothing is left behind then. */
export async function receiveFile(
  incoming: string,
  stream: Readable,
  limit: number,
): Promise<ReceivedFile | undefined> {
  await mkdir(incoming, { recursive: true })
  const path = join(incoming, randomUUID())
  const whole = await write(path, stream, limit).catch(async (error: unknown) => {
    await rm(path, { force: true })
    throw error
  })
  if (!whole) await rm(path, { force: true })
  return whole
}

async function write(path: string, stream: Readable, limit: number): Promise<ReceivedFile | undefined> {
  const sha256 = createHash('sha256')
  const sm3 = createHash('sm3')
  let head = Buffer.alloc(0)
  let byteSize = 0
  const file = await open(path, 'wx')
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      byteSize += chunk.length
      if (byteSize > limit) return undefined
      if (head.length < headBytes) head = Buffer.concat([head, chunk]).subarray(0, headBytes)
      sha256.update(chunk)
      sm3.update(chunk)
      await file.write(chunk)
    }
  } finally {
    await file.close()
  }
  return { path, byteSize, sha256: sha256.digest(), sm3: sm3.digest(), head }
}
