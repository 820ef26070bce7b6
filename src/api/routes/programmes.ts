/** Adopted programmes. */
import type { FastifyInstance } from 'fastify'
import * as contract from '../../contract/programmes.ts'
import * as programmes from '../../services/imports/programmes.ts'
import * as amendments from '../../services/imports/amendments.ts'
import { serve } from '../serve.ts'

export function addProgrammeRoutes(app: FastifyInstance): void {
  serve(app, contract.listProgrammes, (ctx) => programmes.listProgrammes(ctx))
  serve(app, contract.getProgramme, (ctx, { params }) => programmes.getProgramme(ctx, params.programmeId))
  serve(app, contract.getProgrammeSource, (ctx, { params }) =>
    programmes.getProgrammeSource(ctx, params.programmeId),
  )
  serve(app, contract.getProgrammeDocx, (ctx, { params }) =>
    programmes.getProgrammeDocx(ctx, params.programmeId),
  )
  serve(app, contract.getProgrammeXlsx, (ctx, { params }) =>
    programmes.getProgrammeXlsx(ctx, params.programmeId),
  )
  serve(app, contract.getProgrammeOriginal, (ctx, { params }) =>
    programmes.getProgrammeOriginal(ctx, params.programmeId),
  )
  serve(app, contract.listAmendments, (ctx, { params }) => amendments.listAmendments(ctx, params.programmeId))
  serve(app, contract.getShares, (ctx, { params }) => amendments.getShares(ctx, params.programmeId))
}
