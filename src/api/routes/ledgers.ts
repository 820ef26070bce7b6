/** Ledgers: their pages, entries, decisions, loads and files. */
import type { FastifyInstance } from 'fastify'
import type { z } from 'zod'
import * as contract from '../../contract/ledgers.ts'
import { Problem } from '../../domain/problem.ts'
import * as entries from '../../services/entries.ts'
import { decideEntry } from '../../services/entry-decisions.ts'
import * as loads from '../../services/ledger-loads.ts'
import * as ledgers from '../../services/ledgers.ts'
import { serve } from '../serve.ts'
import { spoolUpload } from '../spool-upload.ts'
import { toldLines } from '../told-lines.ts'

export function addLedgerRoutes(app: FastifyInstance): void {
  addPages(app)
  addWrites(app)
  addFiles(app)
}

function addPages(app: FastifyInstance): void {
  serve(app, contract.getLedgers, (ctx, { params, query }) =>
    ledgers.getLedgers(ctx, params.programmeId, query.unitId ?? null),
  )
  serve(app, contract.getLedger, (ctx, { params, query }) =>
    ledgers.getLedger(ctx, params.programmeId, params.indicatorId, filterOf(query)),
  )
  serve(app, contract.getEntry, (ctx, { params }) =>
    ledgers.getEntryDetails(ctx, params.programmeId, params.entryId),
  )
  serve(app, contract.listLoads, (ctx, { params, query }) =>
    loads.listLoads(ctx, params.programmeId, params.indicatorId, query.unitId ?? null),
  )
}

function addWrites(app: FastifyInstance): void {
  serve(app, contract.enterEntry, (ctx, { params, body }) =>
    entries.enterEntry(ctx, params, body.typed, body.again, body.positionSource),
  )
  serve(app, contract.replaceEntry, (ctx, { params, body }) =>
    entries.replaceEntry(
      ctx,
      params.programmeId,
      params.entryId,
      body.typed,
      body.reason,
      body.positionSource,
    ),
  )
  serve(app, contract.withdrawEntry, (ctx, { params, body }) =>
    entries.withdrawEntry(ctx, params.programmeId, params.entryId, body.reason),
  )
  serve(app, contract.decideEntry, (ctx, { params, body }) =>
    decideEntry(ctx, params.programmeId, params.entryId, body.decision, body.reason),
  )
}

function addFiles(app: FastifyInstance): void {
  serve(app, contract.loadLedger, async (ctx, { params, request }) => {
    const file = await spoolUpload(request, loads.maxLedgerFileBytes, {
      missing: () => new Problem('ledger-file.no-file', {}),
      tooLarge: () =>
        new Problem('ledger-file.too-large', { limitMegabytes: loads.maxLedgerFileBytes / 1024 / 1024 }),
    })
    return toldLines<loads.LoadProgress | loads.LoadOutcome>(async (tell) => {
      try {
        return await loads.loadLedger(ctx, params, file, tell)
      } finally {
        await file.remove()
      }
    })
  })
  serve(app, contract.getLedgerTemplate, (ctx, { params }) =>
    ledgers.getTemplate(ctx, params.programmeId, params.indicatorId),
  )
  serve(app, contract.exportLedgerXlsx, (ctx, { params, query }) =>
    ledgers.exportLedger(ctx, params.programmeId, params.indicatorId, filterOf(query), 'xlsx'),
  )
  serve(app, contract.exportLedgerCsv, (ctx, { params, query }) =>
    ledgers.exportLedger(ctx, params.programmeId, params.indicatorId, filterOf(query), 'csv'),
  )
}

function filterOf(query: z.output<typeof contract.filterSchema>) {
  return {
    unitId: query.unitId ?? null,
    month: query.month ?? null,
    state: query.state ?? null,
    district: query.district || null,
    text: query.text?.trim() || null,
    before: query.before ?? null,
  }
}
