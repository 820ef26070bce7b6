/** Upload, dry run, corrections, adoption. */
import type { FastifyInstance } from 'fastify'
import * as contract from '../../contract/imports.ts'
import { adoptImport, amendProgramme, compareImport } from '../../services/adoption.ts'
import { getImportReport, getImportReportFile } from '../../services/import-report.ts'
import * as imports from '../../services/imports.ts'
import { serve } from '../serve.ts'
import { uploadedFile } from '../uploaded-file.ts'

export function addImportRoutes(app: FastifyInstance): void {
  serve(app, contract.listImports, (ctx) => imports.listImports(ctx))
  serve(app, contract.startImport, async (ctx, { request }) =>
    imports.startImport(ctx, await uploadedFile(request)),
  )
  serve(app, contract.readOtherTable, (ctx, { params, body }) =>
    imports.readOtherTable(ctx, params.importId, body.block),
  )
  serve(app, contract.getImport, (ctx, { params }) => imports.getImport(ctx, params.importId))
  serve(app, contract.correctImport, (ctx, { params, body }) =>
    imports.correctImport(ctx, params.importId, body.seq, body.correction),
  )
  serve(app, contract.adoptImport, (ctx, { params, body }) => adoptImport(ctx, params.importId, body))
  serve(app, contract.compareImport, (ctx, { params }) =>
    compareImport(ctx, params.importId, params.programmeId),
  )
  serve(app, contract.amendProgramme, (ctx, { params, body }) => amendProgramme(ctx, params.importId, body))
  serve(app, contract.getImportReport, (ctx, { params }) => getImportReport(ctx, params.importId))
  serve(app, contract.getImportReportFile, (ctx, { params }) => getImportReportFile(ctx, params.importId))
}
