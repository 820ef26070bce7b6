/** Evidence and suspicions. */
import type { FastifyInstance } from 'fastify'
import * as contract from '../../contract/evidence.ts'
import * as evidence from '../../services/ledgers/evidence.ts'
import { ruleOnSuspicion } from '../../services/ledgers/suspicions.ts'
import type { Deployment } from '../context.ts'
import { incomingFile } from '../incoming-file.ts'
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
