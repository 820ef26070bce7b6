/** Units, people, sessions and the log. */
import type { FastifyInstance } from 'fastify'
import * as contract from '../../contract/administration.ts'
import * as administration from '../../services/duty/administration.ts'
import * as sessions from '../../services/duty/sessions.ts'
import { serve } from '../serve.ts'

export function addAdministrationRoutes(app: FastifyInstance): void {
  serve(app, contract.listUnits, (ctx) => administration.listUnits(ctx))
  serve(app, contract.listPeople, (ctx) => administration.listPeople(ctx))
  serve(app, contract.listSessions, (ctx, { request }) => sessions.listSessions(ctx, request.sessionSecret()))
  serve(app, contract.endSession, (ctx, { params }) => sessions.endSession(ctx, params.sessionId))
  serve(app, contract.listLog, (ctx, { query }) => administration.listLog(ctx, query.before))
}
