/** An upload too large for memory: written to disk while it comes, digested on the way, gone when its use is over. */
import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { FastifyRequest } from 'fastify'
import type { Problem } from '../domain/problem.ts'
import type { SpooledFile } from '../services/ledger-loads.ts'

type Refusals = { readonly missing: () => Problem; readonly tooLarge: () => Problem }

/** The one file of a request. Throws the problems given where there is none or it is too large; nothing is left then. */
export async function spoolUpload(
  request: FastifyRequest,
  limitBytes: number,
  refusals: Refusals,
): Promise<SpooledFile & { readonly remove: () => Promise<void> }> {
  const part = request.isMultipart()
    ? await request.file({ limits: { fileSize: limitBytes }, throwFileSizeLimit: false })
    : undefined
  if (!part) throw refusals.missing()
  const folder = await mkdtemp(join(tmpdir(), 'jiannuo-upload-'))
  const remove = () => rm(folder, { recursive: true, force: true })
  try {
    const path = join(folder, 'upload')
    const hash = createHash('sha256')
    let byteSize = 0
    const measure = new Transform({
      transform(piece: Buffer, _encoding, done) {
        hash.update(piece)
        byteSize += piece.length
        done(null, piece)
      },
    })
    await pipeline(part.file, measure, createWriteStream(path))
    if (part.file.truncated) throw refusals.tooLarge()
    return { fileName: part.filename, path, byteSize, sha256: hash.digest(), remove }
  } catch (error) {
    await remove()
    throw error
  }
}
