/** Plans: overview, versions, drafts, signatures, consents. */
import type { FastifyInstance } from 'fastify'
import * as contract from '../../contract/plans.ts'
import { draftPlans } from '../../services/plan-drafting.ts'
import { getPlanFile, readPlans } from '../../services/plan-file.ts'
import { decideOnPlans, signShares } from '../../services/plan-signing.ts'
import * as plans from '../../services/plans.ts'
import { serve } from '../serve.ts'
import { uploadedFile } from '../uploaded-file.ts'

export function addPlanRoutes(app: FastifyInstance): void {
  serve(app, contract.getPlanOverview, (ctx, { params }) => plans.getPlanOverview(ctx, params.programmeId))
  serve(app, contract.getPlanVersions, (ctx, { params }) =>
    plans.getPlanVersions(ctx, params.programmeId, params.indicatorId),
  )
  serve(app, contract.draftPlans, (ctx, { params, body }) => draftPlans(ctx, params.programmeId, body.plans))
  serve(app, contract.listOwnShares, (ctx, { params }) => plans.listOwnShares(ctx, params.programmeId))
  serve(app, contract.signShares, (ctx, { params, body }) => signShares(ctx, params.programmeId, body))
  serve(app, contract.decideOnPlans, (ctx, { params, body }) => decideOnPlans(ctx, params.programmeId, body))
  serve(app, contract.getPlanFile, (ctx, { params }) => getPlanFile(ctx, params.programmeId))
  serve(app, contract.readPlanFile, async (ctx, { params, request }) =>
    readPlans(ctx, params.programmeId, await uploadedFile(request)),
  )
}
