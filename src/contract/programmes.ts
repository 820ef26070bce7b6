/** Adopted programmes: the living table, one promise, the source document and the table as files. */
import { z } from 'zod'
import type {
  DocumentId,
  IndicatorId,
  PostId,
  ProgrammeId,
  ProjectId,
  TaskId,
  UnitId,
} from '../domain/values/ids.ts'
import { indicatorLevels } from '../domain/programme/programme.ts'
import { route } from './route.ts'
import { sourceSchema } from './source.ts'
import {
  decimalSchema,
  idOf,
  instantSchema,
  monthSchema,
  placeSchema,
  plainDateSchema,
  targetSchema,
} from './values.ts'

const programmeParams = z.object({ programmeId: idOf<ProgrammeId>() })

const unitDutySchema = z.object({
  name: z.string(),
  place: placeSchema,
  unitId: idOf<UnitId>(),
  members: z.array(idOf<UnitId>()),
})

export const indicatorSchema = targetSchema.extend({
  id: idOf<IndicatorId>(),
  start: z.int(),
  end: z.int(),
  level: z.enum(indicatorLevels),
  /** What every step of review approved of it; null before there is anything. */
  reported: z
    .object({
      figure: z.object({ value: decimalSchema, denominator: decimalSchema.nullable() }).nullable(),
      month: monthSchema,
      origin: z.enum(['ledger', 'stated']),
      units: z.int(),
      current: z.int(),
    })
    .nullable(),
})
export type IndicatorRow = z.output<typeof indicatorSchema>

export const taskSchema = z.object({
  id: idOf<TaskId>(),
  no: z.string(),
  text: z.string(),
  deadline: plainDateSchema.nullable(),
  place: placeSchema,
  leaders: z.array(z.object({ name: z.string(), place: placeSchema, postId: idOf<PostId>() })),
  leadUnits: z.array(unitDutySchema),
  cooperatingUnits: z.array(unitDutySchema),
  indicators: z.array(indicatorSchema),
})
export type TaskRow = z.output<typeof taskSchema>

export const programmeSchema = z.object({
  id: idOf<ProgrammeId>(),
  year: z.int(),
  title: z.string(),
  adoptedAt: instantSchema,
  amendmentNo: z.int(),
  document: z.object({ id: idOf<DocumentId>(), fileName: z.string() }),
  projects: z.array(
    z.object({ id: idOf<ProjectId>(), no: z.int(), name: z.string(), tasks: z.array(taskSchema) }),
  ),
  /** Units that groups of this table stand for (the districts), for the district filter; pinyin order. */
  members: z.array(z.object({ id: idOf<UnitId>(), name: z.string() })),
})
export type LivingProgramme = z.output<typeof programmeSchema>

export const programmeListSchema = z.array(
  z.object({
    id: idOf<ProgrammeId>(),
    year: z.int(),
    title: z.string(),
    adoptedAt: instantSchema,
    /** For a district's table: whose it is, and the programme it has its shares of. */
    share: z.object({ issuer: z.string(), shareOf: idOf<ProgrammeId>() }).nullable(),
    projects: z.int(),
    tasks: z.int(),
    indicators: z.int(),
  }),
)
export type ProgrammeList = z.output<typeof programmeListSchema>

export const listProgrammes = route({
  method: 'GET',
  path: '/api/programmes',
  access: 'programme.read',
  summary: 'All programmes of this government, newest first',
  remembered: 'for-all',
  response: programmeListSchema,
})

export const getProgramme = route({
  method: 'GET',
  path: '/api/programmes/:programmeId',
  access: 'programme.read',
  summary: 'One programme as a living table',
  remembered: 'for-all',
  params: programmeParams,
  response: programmeSchema,
})

/** The document the programme was read from, to light a promise up in it. */
export const getProgrammeSource = route({
  method: 'GET',
  path: '/api/programmes/:programmeId/source',
  access: 'programme.read',
  summary: 'The source document of a programme, block by block',
  remembered: 'for-all',
  params: programmeParams,
  response: z.object({
    document: z.object({
      id: idOf<DocumentId>(),
      fileName: z.string(),
      byteSize: z.int(),
      sha256: z.string(),
      sm3: z.string(),
      uploadedAt: instantSchema,
    }),
    source: sourceSchema,
  }),
})

export const getProgrammeDocx = route({
  method: 'GET',
  path: '/api/programmes/:programmeId/table.docx',
  access: 'programme.read',
  summary: 'The table as a Word document with its merged cells',
  params: programmeParams,
  file: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
})

export const getProgrammeXlsx = route({
  method: 'GET',
  path: '/api/programmes/:programmeId/table.xlsx',
  access: 'programme.read',
  summary: 'The table as a spreadsheet with its merged cells',
  params: programmeParams,
  file: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
})

/** The original file, byte for byte as it was uploaded. */
export const getProgrammeOriginal = route({
  method: 'GET',
  path: '/api/programmes/:programmeId/original',
  access: 'programme.read',
  summary: 'The original file, byte for byte',
  params: programmeParams,
  file: 'application/octet-stream',
})

/** How a programme came to say what it says. */
export const listAmendments = route({
  method: 'GET',
  path: '/api/programmes/:programmeId/amendments',
  access: 'programme.read',
  summary: 'The adoption and every amendment, with what each changed',
  params: programmeParams,
  response: z.array(
    z.object({
      no: z.int(),
      decision: z.string().nullable(),
      decidedOn: plainDateSchema.nullable(),
      recordedAt: instantSchema,
      recordedBy: z.string().nullable(),
      fileName: z.string(),
      changes: z.array(
        z.object({
          indicatorId: idOf<IndicatorId>(),
          kind: z.enum(['changed', 'new', 'withdrawn']),
          before: targetSchema.nullable(),
          after: targetSchema.nullable(),
        }),
      ),
    }),
  ),
})

/** Whether what the districts take on adds up to what was promised. */
export const getShares = route({
  method: 'GET',
  path: '/api/programmes/:programmeId/shares',
  access: 'programme.read',
  summary: 'The districts’ tables against this programme, promise by promise',
  params: programmeParams,
  response: z.object({
    districts: z.array(
      z.object({ unitId: idOf<UnitId>(), unit: z.string(), programmeId: idOf<ProgrammeId>() }),
    ),
    promises: z.array(
      z.object({
        indicatorId: idOf<IndicatorId>(),
        taskNo: z.string(),
        target: targetSchema,
        shares: z.array(
          z.object({
            unitId: idOf<UnitId>(),
            unit: z.string(),
            programmeId: idOf<ProgrammeId>(),
            indicatorId: idOf<IndicatorId>(),
            value: decimalSchema.nullable(),
          }),
        ),
        sum: decimalSchema.nullable(),
        difference: decimalSchema.nullable(),
      }),
    ),
    /** What districts promise beyond the government's programme. */
    own: z.array(
      z.object({
        unitId: idOf<UnitId>(),
        promises: z.array(targetSchema.extend({ indicatorId: idOf<IndicatorId>() })),
      }),
    ),
  }),
})
