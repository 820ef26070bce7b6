/** Lights, their rules, and forecasts. */
import type { FastifyInstance } from 'fastify'
import { getForecasts } from '../../contract/forecasts.ts'
import * as contract from '../../contract/lights.ts'
import * as forecasts from '../../services/oversight/forecasts.ts'
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
}
