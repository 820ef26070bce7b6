/** Official papers. */
import type { FastifyInstance } from 'fastify'
import * as contract from '../../contract/papers.ts'
import * as tables from '../../services/oversight/month-tables.ts'
import * as templates from '../../services/oversight/paper-templates.ts'
import * as papers from '../../services/oversight/papers.ts'
import type { Deployment } from '../context.ts'
import { serve } from '../serve.ts'
import { uploadedFile } from '../uploaded-file.ts'

export function addPaperRoutes(app: FastifyInstance, { writePdf }: Deployment): void {
  const pdf = writePdf !== null
  serve(app, contract.getPapers, async (ctx, { params }) => ({
    ...(await papers.getPapers(ctx, params.programmeId)),
    pdf,
  }))
  serve(app, contract.createPaper, (ctx, { params, body }) =>
    papers.createPaper(ctx, params.programmeId, body),
  )
  serve(app, contract.getPaper, async (ctx, { params }) => ({
    ...(await papers.getPaper(ctx, params.paperId)),
    pdf,
  }))
  serve(app, contract.savePaper, (ctx, { params, body }) => papers.savePaper(ctx, params.paperId, body))
  serve(app, contract.sealPaper, (ctx, { params, body }) => papers.sealPaper(ctx, params.paperId, body))
  serve(app, contract.getPaperDocx, (ctx, { params }) => papers.getPaperDocx(ctx, params.paperId))
  serve(app, contract.getPaperPdf, (ctx, { params }) => papers.getPaperPdf(ctx, params.paperId, writePdf))
  serve(app, contract.getMonthlyDocx, (ctx, { params }) => tables.getMonthlyDocx(ctx, params))
  serve(app, contract.getMonthlyXlsx, (ctx, { params }) => tables.getMonthlyXlsx(ctx, params))
  serve(app, contract.getMonthlyPdf, (ctx, { params }) => tables.getMonthlyPdf(ctx, params, writePdf))
  serve(app, contract.getProgressDocx, (ctx, { params }) => tables.getProgressDocx(ctx, params))
  serve(app, contract.setTemplate, async (ctx, { params, request }) =>
    templates.setTemplate(ctx, params.kind, await uploadedFile(request)),
  )
  serve(app, contract.dropTemplate, (ctx, { params }) => templates.setTemplate(ctx, params.kind, null))
  serve(app, contract.getTemplate, (ctx, { params }) => templates.getTemplate(ctx, params.kind))
}
