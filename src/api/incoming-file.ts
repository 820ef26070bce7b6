/** The one file of a form, as it streams in. */
import type { FastifyRequest } from 'fastify'
import { maxEvidenceMegabytes } from '../domain/evidence/media-type.ts'
import { Problem } from '../domain/problems/problem.ts'
import { maxEvidenceBytes, type IncomingFile } from '../services/ledgers/evidence.ts'

/** The length is announced first: what is far too large is refused before any of it is read. */
export async function incomingFile(request: FastifyRequest): Promise<IncomingFile> {
  const announced = Number(request.headers['content-length'] ?? 0)
  if (announced > maxEvidenceBytes + spaceForForm)
    throw new Problem('evidence.too-large', { place: 'file', limitMegabytes: maxEvidenceMegabytes })
  // Counted while it comes (external/receive-file.ts), so the parser's own limit must lie beyond.
  const limits = { fileSize: maxEvidenceBytes + spaceForForm }
  const part = request.isMultipart() ? await request.file({ limits }) : undefined
  if (!part) throw new Problem('evidence.no-file', { place: 'file' })
  return { fileName: part.filename, stream: part.file }
}

/** What a form writes around the file. */
const spaceForForm = 64 * 1024
