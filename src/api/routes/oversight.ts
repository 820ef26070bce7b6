/** Lights, their rules, forecasts, the office's desk and the leaders' pages. */
import type { FastifyInstance } from 'fastify'
import * as courseContract from '../../contract/courses.ts'
import * as deskContract from '../../contract/desk.ts'
import { getForecasts } from '../../contract/forecasts.ts'
import * as contract from '../../contract/lights.ts'
import { getCourse, getMilestones } from '../../services/oversight/courses.ts'
import { getDesk } from '../../services/oversight/desk.ts'
import * as forecasts from '../../services/oversight/forecasts.ts'
import { getLeaderPage } from '../../services/oversight/leader-page.ts'
import * as lights from '../../services/oversight/lights.ts'
import { serve } from '../serve.ts'

export function addOversightRoutes(app: FastifyInstance): void {
  serve(app, contract.getLights, (ctx, { params, query }) =>
    lights.getLights(ctx, params.programmeId, query.month ?? null),
  )
  serve(app, contract.getLightRules, (ctx) => lights.getLightRules(ctx))
  serve(app, contract.setLightRules, (ctx, { body }) => lights.setLightRules(ctx, body))
  serve(app, contract.previewLightRules, (ctx, { params, body }) =>
    lights.previewLightRules(ctx, params.programmeId, body.rules),
  )
  serve(app, getForecasts, (ctx, { params, query }) =>
    forecasts.getForecasts(ctx, params.programmeId, query.month ?? null),
  )
  serve(app, deskContract.getDesk, (ctx, { params }) => getDesk(ctx, params.programmeId))
  serve(app, deskContract.getLeaderPage, (ctx, { params, query }) =>
    getLeaderPage(ctx, params.programmeId, query.post ?? null),
  )
  serve(app, courseContract.getCourse, (ctx, { params }) =>
    getCourse(ctx, params.programmeId, params.indicatorId),
  )
  serve(app, courseContract.getMilestones, (ctx, { params }) => getMilestones(ctx, params.programmeId))
}
