/** Evidence and suspicions. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import * as contract from '../../contract/evidence.ts'
import { maxEvidenceMegabytes } from '../../domain/media-type.ts'
import { Problem } from '../../domain/problem.ts'
import * as evidence from '../../services/evidence.ts'
import { ruleOnSuspicion } from '../../services/suspicions.ts'
import type { Deployment } from '../context.ts'
import { serve } from '../serve.ts'

export function addEvidenceRoutes(app: FastifyInstance, { evidenceStore }: Deployment): void {
  serve(app, contract.getEvidence, (ctx, { params, query }) =>
    evidence.getEvidencePage(ctx, { ...params, ...query, entryId: query.entryId ?? null }),
  )
  serve(app, contract.addEvidence, async (ctx, { params, query, request }) =>
    evidence.addEvidence(
      ctx,
      evidenceStore,
      { ...params, ...query, entryId: query.entryId ?? null },
      await incomingFile(request),
    ),
  )
  serve(app, contract.getEvidenceOriginal, (ctx, { params }) =>
    evidence.getOriginal(ctx, evidenceStore, params.evidenceId),
  )
  serve(app, contract.getEvidenceThumbnail, async (ctx, { params, reply }) => {
    const thumbnail = await evidence.getThumbnail(ctx, params.evidenceId)
    // Evidence never changes: what an id shows today it shows for ever.
    void reply.header('cache-control', 'private, max-age=31536000, immutable')
    return thumbnail
  })
  serve(app, contract.ruleOnSuspicion, (ctx, { params, body }) =>
    ruleOnSuspicion(ctx, params.suspicionId, body),
  )
}

/** The length is announced first: what is far too large is refused before any of it is read. */
async function incomingFile(request: FastifyRequest): Promise<evidence.IncomingFile> {
  const announced = Number(request.headers['content-length'] ?? 0)
  if (announced > evidence.maxEvidenceBytes + spaceForForm)
    throw new Problem('evidence.too-large', { place: 'file', limitMegabytes: maxEvidenceMegabytes })
  // Counted while it comes (external/receive-file.ts), so the parser's own limit must lie beyond.
  const limits = { fileSize: evidence.maxEvidenceBytes + spaceForForm }
  const part = request.isMultipart() ? await request.file({ limits }) : undefined
  if (!part) throw new Problem('evidence.no-file', { place: 'file' })
  return { fileName: part.filename, stream: part.file }
}

/** What a form writes around the file. */
const spaceForForm = 64 * 1024
