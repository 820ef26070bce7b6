/** Importing a document: upload, dry run, corrections, adoption. */
import { z } from 'zod'
import {
  doubtReasons,
  ignoredReasons,
  notTargetReasons,
  ruleKinds,
  warningCodes,
} from '../domain/programme/draft.ts'
import type { Correction } from '../domain/programme/correction.ts'
import type { ImportId, IndicatorId, ProgrammeId, TaskId, UnitId } from '../domain/values/ids.ts'
import {
  promiseChangeKinds,
  targetFields,
  taskChangeKinds,
  taskFields,
} from '../domain/programme/second-reading.ts'
import { programmeSchema } from './programmes.ts'
import { route } from './route.ts'
import { sourceSchema } from './source.ts'
import {
  decimalSchema,
  idOf,
  instantSchema,
  placeSchema,
  plainDateSchema,
  targetSchema,
  unitKindSchema,
} from './values.ts'

const nameSchema = z.object({
  name: z.string(),
  place: placeSchema,
  leader: z.string().exactOptional(),
  person: z.object({ name: z.string(), place: placeSchema }).exactOptional(),
})

export const draftIndicatorSchema = targetSchema.extend({
  key: z.string(),
  start: z.int(),
  end: z.int(),
  confidence: z.number(),
  doubts: z.array(z.enum(doubtReasons)),
  origin: z.enum(['read', 'corrected', 'confirmed', 'added']),
})

export const draftSchema = z.object({
  title: z.string(),
  titlePlace: placeSchema.nullable(),
  year: z.int().nullable(),
  projects: z.array(
    z.object({
      key: z.string(),
      no: z.int(),
      name: z.string(),
      place: placeSchema,
      noPlace: placeSchema.nullable(),
      tasks: z.array(
        z.object({
          key: z.string(),
          no: z.string(),
          text: z.string(),
          place: placeSchema,
          leaders: z.array(nameSchema),
          leadUnits: z.array(nameSchema),
          cooperatingUnits: z.array(nameSchema),
          deadline: plainDateSchema.nullable(),
          deadlinePlace: placeSchema.nullable(),
          indicators: z.array(draftIndicatorSchema),
          notTargets: z.array(z.object({ start: z.int(), end: z.int(), why: z.enum(notTargetReasons) })),
          milestones: z.array(
            z.object({ text: z.string(), deadline: plainDateSchema.nullable(), place: placeSchema }),
          ),
          reported: z.array(
            z.object({
              period: z.string(),
              text: z.string(),
              place: placeSchema,
              inOrder: z.string().nullable(),
              inOrderPlace: placeSchema.nullable(),
              values: z.array(z.object({ indicator: z.string(), value: decimalSchema })),
            }),
          ),
        }),
      ),
    }),
  ),
  rules: z.array(z.object({ kind: z.enum(ruleKinds), text: z.string(), place: placeSchema })),
  otherTables: z.array(z.object({ block: z.int(), label: z.string(), tasks: z.int() })),
  ignored: z.array(z.object({ text: z.string(), why: z.enum(ignoredReasons), place: placeSchema })),
  warnings: z.array(
    z.object({ code: z.enum(warningCodes), place: placeSchema, details: z.record(z.string(), z.string()) }),
  ),
})

const unitChoiceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('known'), unitId: idOf<UnitId>() }),
  z.object({ kind: z.literal('new'), name: z.string().trim().min(1).max(100), unitKind: unitKindSchema }),
])

const partSchema = z.object({
  key: z.string().min(1).max(60),
  start: z.int().nonnegative(),
  end: z.int().positive(),
  target: targetSchema,
})

export const correctionSchema: z.ZodType<Correction> = z.discriminatedUnion('type', [
  z.object({ type: z.literal('confirm'), indicator: z.string() }),
  z.object({ type: z.literal('confirm-task'), task: z.string() }),
  z.object({ type: z.literal('change-target'), indicator: z.string(), target: targetSchema }),
  z.object({ type: z.literal('not-a-target'), indicator: z.string() }),
  z.object({ type: z.literal('split'), indicator: z.string(), parts: z.array(partSchema).max(20) }),
  z.object({ type: z.literal('merge'), indicator: z.string(), with: z.string() }),
  partSchema.extend({ type: z.literal('add-target'), task: z.string() }),
  z.object({ type: z.literal('choose-unit'), name: z.string().min(1).max(200), choice: unitChoiceSchema }),
  z.object({ type: z.literal('undo') }),
])

export const importSummarySchema = z.object({
  id: idOf<ImportId>(),
  fileName: z.string(),
  title: z.string(),
  startedAt: instantSchema,
  startedBy: z.string().nullable(),
  /** Set once adopted. */
  programmeId: idOf<ProgrammeId>().nullable(),
})

export const importPageSchema = importSummarySchema.extend({
  document: z.object({ byteSize: z.int(), sha256: z.string(), sm3: z.string() }),
  source: sourceSchema,
  /** With all corrections applied. */
  draft: draftSchema,
  /** How many corrections there are; the next one is sent with seq + 1. */
  seq: z.int(),
  canUndo: z.boolean(),
  /** What each printed unit name stands for, chosen by a person or proposed. */
  units: z.array(
    z.object({
      name: z.string(),
      choice: unitChoiceSchema,
      unitName: z.string(),
      chosen: z.boolean(),
      uses: z.int(),
    }),
  ),
})
export type ImportPage = z.output<typeof importPageSchema>

const importParams = z.object({ importId: idOf<ImportId>() })

export const listImports = route({
  method: 'GET',
  path: '/api/imports',
  access: 'import.read',
  summary: 'All imports, newest first',
  response: z.array(importSummarySchema),
})

/** Reads an uploaded file. A file known by its digest is read again, and `known` says where it went before. */
export const startImport = route({
  method: 'POST',
  path: '/api/imports',
  access: 'import.write',
  summary: 'Upload a document and read it (dry run)',
  upload: true,
  response: z.object({ id: idOf<ImportId>(), known: z.array(importSummarySchema) }),
})

/** One of `draft.otherTables`, read as a dry run of its own. */
export const readOtherTable = route({
  method: 'POST',
  path: '/api/imports/:importId/other-table',
  access: 'import.write',
  summary: 'Read another task table of the same document',
  params: importParams,
  body: z.object({ block: z.int().nonnegative() }),
  response: z.object({ id: idOf<ImportId>() }),
})

export const getImport = route({
  method: 'GET',
  path: '/api/imports/:importId',
  access: 'import.read',
  summary: 'One dry run: the document, what was read, what is doubtful',
  params: importParams,
  response: importPageSchema,
})

export const correctImport = route({
  method: 'POST',
  path: '/api/imports/:importId/corrections',
  access: 'import.write',
  summary: 'Correct the draft; refused when somebody corrected it in between',
  params: importParams,
  body: z.object({ seq: z.int().positive(), correction: correctionSchema }),
  response: importPageSchema,
})

export const adoptImport = route({
  method: 'POST',
  path: '/api/imports/:importId/adoption',
  access: 'import.adopt',
  summary: 'Adopt the draft as a programme',
  params: importParams,
  body: z.object({
    seq: z.int().nonnegative(),
    year: z.int().min(1990).max(2199).optional(),
    /** For a district's table: whose it is, and the programme it has its shares of. */
    share: z.object({ issuerId: idOf<UnitId>(), shareOf: idOf<ProgrammeId>() }).optional(),
  }),
  response: z.object({ programmeId: idOf<ProgrammeId>() }),
})

/** What a draft would change in a programme that stands. */
export const compareImport = route({
  method: 'GET',
  path: '/api/imports/:importId/comparison/:programmeId',
  access: 'import.read',
  summary: 'The draft against an adopted programme, promise by promise',
  params: importParams.extend({ programmeId: idOf<ProgrammeId>() }),
  response: z.object({
    programme: programmeSchema,
    promises: z.array(
      z.object({
        kind: z.enum(promiseChangeKinds),
        indicatorId: idOf<IndicatorId>().nullable(),
        key: z.string().nullable(),
        fields: z.array(z.enum(targetFields)),
      }),
    ),
    tasks: z.array(
      z.object({
        kind: z.enum(taskChangeKinds),
        taskId: idOf<TaskId>().nullable(),
        key: z.string().nullable(),
        fields: z.array(z.enum(taskFields)),
      }),
    ),
  }),
})

export const amendProgramme = route({
  method: 'POST',
  path: '/api/imports/:importId/amendment',
  access: 'import.adopt',
  summary: 'Make the draft the next amendment of a programme, citing the decision that allows it',
  params: importParams,
  body: z.object({
    seq: z.int().nonnegative(),
    programmeId: idOf<ProgrammeId>(),
    /** The programme's latest amendment when it was compared: refused when another came since. */
    amends: z.int().nonnegative(),
    decision: z.object({ text: z.string().trim().min(1).max(300), on: plainDateSchema }),
  }),
  response: z.object({ programmeId: idOf<ProgrammeId>(), amendmentNo: z.int() }),
})

const useCountsSchema = z.object({
  title: z.int(),
  project: z.int(),
  task: z.int(),
  name: z.int(),
  deadline: z.int(),
  milestone: z.int(),
  result: z.int(),
  rule: z.int(),
  ignored: z.int(),
  separator: z.int(),
})

/** Where every character of the document went. */
export const getImportReport = route({
  method: 'GET',
  path: '/api/imports/:importId/report',
  access: 'import.read',
  summary: 'What was used, what is doubtful and what was ignored, and why',
  params: importParams,
  response: z.object({
    fileName: z.string(),
    title: z.string(),
    counts: z.object({
      projects: z.int(),
      tasks: z.int(),
      indicators: z.int(),
      notTargets: z.int(),
      doubtful: z.int(),
    }),
    characters: useCountsSchema,
    /** Text that no part of the reading holds; empty in a sound reading. */
    unaccounted: z.array(z.object({ text: z.string(), place: placeSchema })),
    ignored: draftSchema.shape.ignored,
    warnings: draftSchema.shape.warnings,
  }),
})

export const getImportReportFile = route({
  method: 'GET',
  path: '/api/imports/:importId/report.xlsx',
  access: 'import.read',
  summary: 'The same report as a spreadsheet: every promise, number and ignored text with its place',
  params: importParams,
  file: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
})
