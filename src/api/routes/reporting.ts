/** Monthly sheets and their review. */
import type { FastifyInstance } from 'fastify'
import * as contract from '../../contract/reporting.ts'
import * as reviewContract from '../../contract/reviews.ts'
import * as reviews from '../../services/reviews.ts'
import * as sheets from '../../services/sheets.ts'
import { serve } from '../serve.ts'

export function addReportingRoutes(app: FastifyInstance): void {
  serve(app, contract.getMonthProgress, (ctx, { params }) =>
    sheets.getMonthProgress(ctx, params.programmeId, params.month),
  )
  serve(app, contract.getSheet, (ctx, { params }) => sheets.getSheet(ctx, params))
  serve(app, contract.saveDraft, (ctx, { params, body }) =>
    sheets.saveDraft(ctx, params, params.indicatorId, body),
  )
  serve(app, contract.submitSheet, (ctx, { params, body }) => sheets.submitSheet(ctx, params, body))
  serve(app, reviewContract.getLeadReview, (ctx, { params }) =>
    reviews.getReview(ctx, params.programmeId, params.month, 'lead'),
  )
  serve(app, reviewContract.decideLeadReview, (ctx, { params, body }) =>
    reviews.decideReview(ctx, params.programmeId, params.month, 'lead', body),
  )
  serve(app, reviewContract.getOfficeReview, (ctx, { params }) =>
    reviews.getReview(ctx, params.programmeId, params.month, 'office'),
  )
  serve(app, reviewContract.decideOfficeReview, (ctx, { params, body }) =>
    reviews.decideReview(ctx, params.programmeId, params.month, 'office', body),
  )
}
