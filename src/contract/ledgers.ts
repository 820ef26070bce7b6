/** Ledgers: what is counted for a promise, entered, loaded, corrected and decided on. */
import { z } from 'zod'
import { datums } from '../domain/ledger/coordinates.ts'
import { entryFaultCodes } from '../domain/ledger/entry-fault.ts'
import { positionSources } from '../domain/ledger/entry-position.ts'
import { ledgerColumns, type TypedColumn } from '../domain/ledger/ledger.ts'
import type { EntryId, IndicatorId, LedgerLoadId, ProgrammeId, UnitId } from '../domain/values/ids.ts'
import type { TypedEntry } from '../domain/ledger/entry.ts'
import { entryDecisions, entryStates } from '../domain/ledger/tally.ts'
import { route } from './route.ts'
import { decimalSchema, idOf, instantSchema, monthSchema, plainDateSchema, targetSchema } from './values.ts'

const figureSchema = z.object({ value: decimalSchema, denominator: decimalSchema.nullable() }).nullable()

const sumSchema = z.object({
  acceptedEntries: z.int(),
  accepted: decimalSchema,
  acceptedDenominator: decimalSchema,
  waitingEntries: z.int(),
  waiting: decimalSchema,
  waitingDenominator: decimalSchema,
})

const programmeRefSchema = z.object({ id: idOf<ProgrammeId>(), title: z.string(), year: z.int() })
const unitRefSchema = z.object({ id: idOf<UnitId>(), name: z.string() })

const ledgerRowSchema = z.object({
  indicatorId: idOf<IndicatorId>(),
  taskNo: z.string(),
  project: z.string(),
  target: targetSchema,
  leadUnit: z.string(),
  share: figureSchema,
  sum: sumSchema,
  stated: figureSchema,
})

const listedEntrySchema = z.object({
  id: idOf<EntryId>(),
  unitId: idOf<UnitId>(),
  unit: z.string(),
  month: monthSchema,
  name: z.string().nullable(),
  place: z.string().nullable(),
  district: z.string().nullable(),
  identifier: z.string().nullable(),
  doneOn: plainDateSchema.nullable(),
  stage: z.string().nullable(),
  certificate: z.string().nullable(),
  sourceSystem: z.string().nullable(),
  counts: decimalSchema,
  denominator: decimalSchema.nullable(),
  beneficiaries: decimalSchema.nullable(),
  outages: decimalSchema.nullable(),
  complaints: decimalSchema.nullable(),
  /** CGCS2000, and the datum it was given in. */
  position: z
    .object({
      longitude: decimalSchema,
      latitude: decimalSchema,
      datum: z.enum(datums),
      source: z.enum(positionSources),
      accuracy: decimalSchema.nullable(),
    })
    .nullable(),
  state: z.enum(entryStates),
  replaces: idOf<EntryId>().nullable(),
  enteredBy: z.string(),
  enteredAt: instantSchema,
})
export type ListedEntry = z.output<typeof listedEntrySchema>

const typedColumns = [
  ...ledgerColumns.filter((column) => column !== 'photographs' && column !== 'document'),
  'month',
] as TypedColumn[]

/** Texts as typed; what is in them is judged by domain/entry.ts, column by column. */
const typedEntrySchema: z.ZodType<TypedEntry> = z.strictObject(
  Object.fromEntries(typedColumns.map((column) => [column, z.string().max(1_000).optional()])),
)

/** Whether coordinates were typed, or picked on a map. */
const positionSourceSchema = z.enum(['typed', 'map']).default('typed')

const reasonSchema = z.string().max(500)

export const filterSchema = z.object({
  unitId: idOf<UnitId>().optional(),
  month: monthSchema.optional(),
  state: z.enum(entryStates).optional(),
  district: z.string().max(100).optional(),
  text: z.string().max(100).optional(),
  before: idOf<EntryId>().optional(),
})

const programmeParams = z.object({ programmeId: idOf<ProgrammeId>() })
const ledgerParams = programmeParams.extend({ indicatorId: idOf<IndicatorId>() })
const entryParams = programmeParams.extend({ entryId: idOf<EntryId>() })
const unitLedgerParams = ledgerParams.extend({ unitId: idOf<UnitId>() })

export const getLedgers = route({
  method: 'GET',
  path: '/api/programmes/:programmeId/ledgers',
  access: 'entry.read',
  summary: 'The ledgers of the promises that a unit has a share of, with what they add up to',
  remembered: 'for-each',
  params: programmeParams,
  query: z.object({ unitId: idOf<UnitId>().optional() }),
  response: z.object({
    programme: programmeRefSchema,
    units: z.array(unitRefSchema),
    ledgers: z.array(ledgerRowSchema),
  }),
})
export type LedgersPage = z.output<typeof getLedgers.response>

export const getLedger = route({
  method: 'GET',
  path: '/api/programmes/:programmeId/ledgers/:indicatorId',
  access: 'entry.read',
  summary: 'A page of the entries of a promise, newest first, with its sums',
  params: ledgerParams,
  query: filterSchema,
  response: z.object({
    programme: programmeRefSchema,
    indicatorId: idOf<IndicatorId>(),
    taskNo: z.string(),
    target: targetSchema,
    leadUnit: unitRefSchema.nullable(),
    share: figureSchema,
    sum: sumSchema,
    stated: figureSchema,
    units: z.array(unitRefSchema.extend({ stages: z.array(z.string()) })),
    frozen: z.array(monthSchema),
    districts: z.array(z.string()),
    found: z.int(),
    entries: z.array(listedEntrySchema),
    next: idOf<EntryId>().nullable(),
  }),
})
export type LedgerPage = z.output<typeof getLedger.response>

export const getEntry = route({
  method: 'GET',
  path: '/api/programmes/:programmeId/entries/:entryId',
  access: 'entry.read',
  summary: 'One entry, what was decided on it, and what it replaced or was replaced by',
  params: entryParams,
  response: listedEntrySchema.extend({
    indicatorId: idOf<IndicatorId>(),
    reason: z.string().nullable(),
    fileName: z.string().nullable(),
    loadRow: z.int().nullable(),
    decisions: z.array(
      z.object({
        no: z.int(),
        decision: z.enum(entryDecisions),
        reason: z.string().nullable(),
        by: z.string(),
        post: z.string(),
        standsIn: z.boolean(),
        at: instantSchema,
      }),
    ),
    versions: z.array(
      z.object({
        id: idOf<EntryId>(),
        counts: decimalSchema,
        reason: z.string().nullable(),
        enteredBy: z.string(),
        standsIn: z.boolean(),
        enteredAt: instantSchema,
      }),
    ),
  }),
})
export type EntryDetails = z.output<typeof getEntry.response>

const entered = z.object({ id: idOf<EntryId>(), month: monthSchema })

export const enterEntry = route({
  method: 'POST',
  path: '/api/programmes/:programmeId/ledgers/:indicatorId/units/:unitId/entries',
  access: 'entry.write',
  summary: 'Enter one entry; `again` says that an equal one is there and this is another',
  params: unitLedgerParams,
  body: z.object({
    typed: typedEntrySchema,
    again: z.boolean().default(false),
    positionSource: positionSourceSchema,
  }),
  response: entered,
})

export const replaceEntry = route({
  method: 'POST',
  path: '/api/programmes/:programmeId/entries/:entryId/replacement',
  access: 'entry.write',
  summary: 'Put a corrected entry in the place of one, with the reason',
  params: entryParams,
  body: z.object({ typed: typedEntrySchema, reason: reasonSchema, positionSource: positionSourceSchema }),
  response: entered,
})

export const withdrawEntry = route({
  method: 'POST',
  path: '/api/programmes/:programmeId/entries/:entryId/withdrawal',
  access: 'entry.write',
  summary: 'Take an entry back, with the reason',
  params: entryParams,
  body: z.object({ reason: reasonSchema }),
  response: z.object({ id: idOf<EntryId>() }),
})

export const decideEntry = route({
  method: 'POST',
  path: '/api/programmes/:programmeId/entries/:entryId/decision',
  access: 'entry.decide',
  summary: 'Accept or reject one entry',
  params: entryParams,
  body: z.object({ decision: z.enum(['accept', 'reject']), reason: reasonSchema.default('') }),
  response: z.object({ id: idOf<EntryId>() }),
})

const loadSchema = z.object({
  id: idOf<LedgerLoadId>(),
  unit: z.string(),
  fileName: z.string(),
  sha256: z.string(),
  rowsAdded: z.int(),
  rowsKnown: z.int(),
  loadedBy: z.string(),
  loadedAt: instantSchema,
})

export const listLoads = route({
  method: 'GET',
  path: '/api/programmes/:programmeId/ledgers/:indicatorId/loads',
  access: 'entry.read',
  summary: 'The files that were loaded into the ledger of a promise, newest first',
  params: ledgerParams,
  query: z.object({ unitId: idOf<UnitId>().optional() }),
  response: z.array(loadSchema),
})

export const rowFaultSchema = z.object({
  column: z.enum(typedColumns),
  code: z.enum(entryFaultCodes),
  value: z.string().optional(),
  limit: z.int().optional(),
  year: z.int().optional(),
  month: z.string().optional(),
  next: z.string().nullish(),
  cell: z.string(),
  row: z.int(),
})

/** A line of the answer to a load: how far it is, then what came of it. */
export const loadLineSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('reading'), rows: z.int(), faults: z.int() }),
  z.object({ state: z.literal('known'), load: loadSchema }),
  z.object({
    state: z.literal('loaded'),
    id: idOf<LedgerLoadId>(),
    rows: z.int(),
    added: z.int(),
    known: z.int(),
    ignored: z.array(z.string()),
  }),
])
export type LoadLine = z.output<typeof loadLineSchema>

export const loadLedger = route({
  method: 'POST',
  path: '/api/programmes/:programmeId/ledgers/:indicatorId/units/:unitId/loads',
  access: 'entry.write',
  summary: 'Load an .xlsx or .csv into a unit’s ledger: all of it or nothing; answers line by line',
  params: unitLedgerParams,
  upload: true,
  lines: loadLineSchema,
})

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const getLedgerTemplate = route({
  method: 'GET',
  path: '/api/programmes/:programmeId/ledgers/:indicatorId/template.xlsx',
  access: 'entry.read',
  summary: 'A sheet with the columns of the ledger, to fill in and load',
  params: ledgerParams,
  file: xlsx,
})

export const exportLedgerXlsx = route({
  method: 'GET',
  path: '/api/programmes/:programmeId/ledgers/:indicatorId/entries.xlsx',
  access: 'entry.read',
  summary: 'The entries that a filter finds, as a workbook',
  params: ledgerParams,
  query: filterSchema,
  file: xlsx,
})

export const exportLedgerCsv = route({
  method: 'GET',
  path: '/api/programmes/:programmeId/ledgers/:indicatorId/entries.csv',
  access: 'entry.read',
  summary: 'The entries that a filter finds, as CSV',
  params: ledgerParams,
  query: filterSchema,
  file: 'text/csv; charset=utf-8',
})
