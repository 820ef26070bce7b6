/** Acceptance. */
import type { FastifyInstance } from 'fastify'
import * as contract from '../../contract/acceptance.ts'
import * as acceptance from '../../services/oversight/acceptance.ts'
import { decideClaim } from '../../services/oversight/acceptance-decisions.ts'
import * as inspections from '../../services/oversight/acceptance-inspections.ts'
import type { Deployment } from '../context.ts'
import { incomingFile } from '../incoming-file.ts'
import { serve } from '../serve.ts'

export function addAcceptanceRoutes(app: FastifyInstance, { evidenceStore }: Deployment): void {
  serve(app, contract.listAcceptances, (ctx, { params }) =>
    acceptance.listAcceptances(ctx, params.programmeId),
  )
  serve(app, contract.getAcceptance, (ctx, { params }) =>
    acceptance.getAcceptance(ctx, params.programmeId, params.indicatorId),
  )
  serve(app, contract.claimAcceptance, (ctx, { params, body }) =>
    acceptance.claimAcceptance(ctx, params.programmeId, params.indicatorId, body),
  )
  serve(app, contract.addClaimFile, async (ctx, { params, request }) =>
    inspections.addClaimFile(ctx, evidenceStore, params, await incomingFile(request)),
  )
  serve(app, contract.addPhotograph, async (ctx, { params, request }) =>
    inspections.addPhotograph(ctx, evidenceStore, params, params.entryId, await incomingFile(request)),
  )
  serve(app, contract.inspectEntry, (ctx, { params, body }) =>
    inspections.inspectEntry(ctx, params, params.entryId, body),
  )
  serve(app, contract.decideClaim, (ctx, { params, body }) => decideClaim(ctx, params, body))
  serve(app, contract.setSampleRule, (ctx, { body }) => acceptance.setSampleRule(ctx, body))
}
