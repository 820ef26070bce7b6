/** Months: their dates, sheets, review and freezing. */
import type { FastifyInstance } from 'fastify'
import * as periodContract from '../../contract/periods.ts'
import * as contract from '../../contract/reporting.ts'
import * as reviewContract from '../../contract/reviews.ts'
import * as semanticsContract from '../../contract/semantics.ts'
import * as freezes from '../../services/reporting/freezes.ts'
import * as periods from '../../services/reporting/periods.ts'
import * as reviews from '../../services/reporting/reviews.ts'
import * as semantics from '../../services/reporting/semantics.ts'
import * as sheets from '../../services/reporting/sheets.ts'
import { serve } from '../serve.ts'

export function addReportingRoutes(app: FastifyInstance): void {
  addSheetRoutes(app)
  addReviewRoutes(app)
  addPeriodRoutes(app)
}

function addPeriodRoutes(app: FastifyInstance): void {
  serve(app, periodContract.getPeriods, (ctx, { params }) => periods.getPeriods(ctx, params.programmeId))
  serve(app, periodContract.setPeriodRule, (ctx, { params, body }) =>
    periods.setPeriodRule(ctx, params.programmeId, body),
  )
  serve(app, periodContract.setCalendarDays, (ctx, { body }) => periods.setCalendarDays(ctx, body.days))
  serve(app, periodContract.listFreezes, (ctx, { params }) => freezes.listFreezes(ctx, params.programmeId))
  serve(app, periodContract.freezeMonth, (ctx, { params, body }) =>
    freezes.freezeMonth(ctx, params.programmeId, body),
  )
  serve(app, periodContract.getFreeze, (ctx, { params }) =>
    freezes.getFreeze(ctx, params.programmeId, params.month, params.no),
  )
}

function addSheetRoutes(app: FastifyInstance): void {
  serve(app, contract.getMonthProgress, (ctx, { params }) =>
    sheets.getMonthProgress(ctx, params.programmeId, params.month),
  )
  serve(app, contract.getSheet, (ctx, { params }) => sheets.getSheet(ctx, params))
  serve(app, contract.saveDraft, (ctx, { params, body }) =>
    sheets.saveDraft(ctx, params, params.indicatorId, body),
  )
  serve(app, contract.submitSheet, (ctx, { params, body }) => sheets.submitSheet(ctx, params, body))
  serve(app, semanticsContract.getSemantics, (ctx, { params }) =>
    semantics.getSemantics(ctx, params.programmeId, params.indicatorId),
  )
  serve(app, semanticsContract.setSemantics, (ctx, { params, body }) =>
    semantics.setSemantics(ctx, params.programmeId, params.indicatorId, body),
  )
}

function addReviewRoutes(app: FastifyInstance): void {
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
