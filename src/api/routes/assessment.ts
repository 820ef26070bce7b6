/** Assessment of units, and carrying promises over. */
import type { FastifyInstance } from 'fastify'
import * as contract from '../../contract/assessment.ts'
import { getCarryOver, prepareCarryOver } from '../../contract/carry-over.ts'
import * as assessment from '../../services/oversight/assessment.ts'
import * as carryOver from '../../services/oversight/carry-over.ts'
import { serve } from '../serve.ts'

export function addAssessmentRoutes(app: FastifyInstance): void {
  serve(app, contract.getAssessment, (ctx, { params, query }) =>
    assessment.getAssessment(ctx, params.programmeId, query.month ?? null),
  )
  serve(app, contract.getAssessmentXlsx, (ctx, { params, query }) =>
    assessment.getAssessmentXlsx(ctx, params.programmeId, query.month ?? null),
  )
  serve(app, contract.tryScheme, (ctx, { params, body }) =>
    assessment.tryScheme(ctx, params.programmeId, body.scheme, body.month),
  )
  serve(app, contract.setScheme, (ctx, { body }) => assessment.setScheme(ctx, body))
  serve(app, contract.enterSatisfaction, (ctx, { params, body }) =>
    assessment.enterSatisfaction(ctx, params.programmeId, body),
  )
  serve(app, getCarryOver, (ctx, { params }) => carryOver.getCarryOver(ctx, params.programmeId))
  serve(app, prepareCarryOver, (ctx, { params, body }) =>
    carryOver.prepareCarryOver(ctx, params.programmeId, body),
  )
}
