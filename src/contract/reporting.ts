/** The monthly sheet of a unit: its cells, what is typed, submitting it. */
import { z } from 'zod'
import { rulings, suspicionKinds } from '../domain/evidence/suspicion.ts'
import { cellStates, reviewDecisions, steps } from '../domain/reporting/chain.ts'
import type { IndicatorId, PersonId, ProgrammeId, SuspicionId, TaskId, UnitId } from '../domain/values/ids.ts'
import { semanticsKinds } from '../domain/reporting/semantics.ts'
import { datedPeriodSchema, quantitySchema } from './periods.ts'
import { route } from './route.ts'
import { decimalSchema, idOf, instantSchema, monthSchema, plainDateSchema, targetSchema } from './values.ts'

const programmeParams = z.object({ programmeId: idOf<ProgrammeId>() })
const sheetParams = programmeParams.extend({ unitId: idOf<UnitId>(), month: monthSchema })

/** Generous: what is too long is told at its field when it is submitted, not lost while it is typed. */
const typed = z
  .string()
  .max(4000)
  // PostgreSQL keeps no such character in text.
  .refine((text) => !text.includes('\0'), { message: 'a character that cannot be kept' })
export const typedActualSchema = z.object({
  value: typed,
  denominator: typed,
  stage: typed,
  narrative: typed,
  problem: typed,
  nextStep: typed,
  lateReason: typed,
  correctionReason: typed,
})

const versionSchema = z.object({
  version: z.int(),
  semantics: z.enum(semanticsKinds),
  value: decimalSchema.nullable(),
  denominator: decimalSchema.nullable(),
  stage: z.string().nullable(),
  origin: z.enum(['ledger', 'stated', 'feed']),
  narrative: z.string().nullable(),
  problem: z.string().nullable(),
  nextStep: z.string().nullable(),
  lateReason: z.string().nullable(),
  correctionReason: z.string().nullable(),
  submittedBy: z.object({ id: idOf<PersonId>(), name: z.string(), standsIn: z.boolean() }),
  submittedAt: instantSchema,
  reviews: z.array(
    z.object({
      step: z.enum(steps),
      decision: z.enum(reviewDecisions),
      reason: z.string().nullable(),
      by: z.string(),
      standsIn: z.boolean(),
      at: instantSchema,
    }),
  ),
})

export const reportedCellSchema = z.object({
  indicatorId: idOf<IndicatorId>(),
  unitId: idOf<UnitId>(),
  unit: z.string(),
  task: z.object({ id: idOf<TaskId>(), no: z.string(), project: z.string() }),
  sentence: z.string(),
  target: targetSchema,
  semantics: z.enum(semanticsKinds),
  planVersion: z.int(),
  leadUnitId: idOf<UnitId>(),
  leadUnit: z.string(),
  /** The day its promise was closed: nothing is asked of it since. */
  closedOn: plainDateSchema.nullable(),
  share: quantitySchema.nullable(),
  plan: quantitySchema.nullable(),
  planBefore: quantitySchema.nullable(),
  stages: z.array(z.object({ stage: z.string(), dueOn: plainDateSchema })),
  before: z
    .object({
      month: monthSchema,
      state: z.enum(cellStates),
      level: quantitySchema.nullable(),
      value: decimalSchema.nullable(),
      denominator: decimalSchema.nullable(),
      stage: z.string().nullable(),
      narrative: z.string().nullable(),
    })
    .nullable(),
  lastApproved: z.object({ month: monthSchema, level: quantitySchema.nullable() }).nullable(),
  tally: z
    .object({
      entries: z.int(),
      waiting: z.int(),
      ofMonth: quantitySchema,
      toDate: quantitySchema,
      stage: z.string().nullable(),
    })
    .nullable(),
  evidence: z.int(),
  suspicions: z.array(
    z.object({
      id: idOf<SuspicionId>(),
      kind: z.enum(suspicionKinds),
      details: z.record(z.string(), z.string()),
      ruling: z.enum(rulings).nullable(),
    }),
  ),
  draft: z
    .object({
      revision: z.int(),
      draft: typedActualSchema,
      savedBy: z.string(),
      savedAt: instantSchema,
    })
    .nullable(),
  standing: z
    .object({
      version: z.int(),
      state: z.enum(cellStates),
      stated: quantitySchema.nullable(),
      approvedVersion: z.int().nullable(),
      approved: quantitySchema.nullable(),
    })
    .nullable(),
  versions: z.array(versionSchema),
})
export type CellRow = z.output<typeof reportedCellSchema>

export const sheetSchema = z.object({
  programme: z.object({ id: idOf<ProgrammeId>(), title: z.string(), year: z.int() }),
  unit: z.object({ id: idOf<UnitId>(), name: z.string() }),
  period: datedPeriodSchema.extend({ toleratedPercent: z.int() }),
  cells: z.array(reportedCellSchema),
})
export type Sheet = z.output<typeof sheetSchema>

export const getMonthProgress = route({
  method: 'GET',
  path: '/api/programmes/:programmeId/sheets/:month',
  access: 'actual.read',
  summary: 'The units that report in a month, and how far each has come',
  params: programmeParams.extend({ month: monthSchema }),
  response: z.object({
    title: z.string(),
    year: z.int(),
    period: datedPeriodSchema,
    units: z.array(
      z.object({
        unitId: idOf<UnitId>(),
        unit: z.string(),
        cells: z.int(),
        drafts: z.int(),
        notSubmitted: z.int(),
        submitted: z.int(),
        leadApproved: z.int(),
        returned: z.int(),
        approved: z.int(),
      }),
    ),
  }),
})

export const getSheet = route({
  method: 'GET',
  path: '/api/programmes/:programmeId/sheets/:month/:unitId',
  access: 'actual.read',
  summary: 'One unit’s sheet of a month with all that is known of its cells',
  params: sheetParams,
  response: sheetSchema,
})

export const saveDraft = route({
  method: 'PUT',
  path: '/api/programmes/:programmeId/sheets/:month/:unitId/drafts/:indicatorId',
  access: 'actual.report',
  summary: 'Keeps what is typed for a cell; refused when somebody saved since that revision',
  params: sheetParams.extend({ indicatorId: idOf<IndicatorId>() }),
  body: z.object({ revision: z.int().nonnegative(), draft: typedActualSchema }),
  response: z.object({ revision: z.int() }),
})

export const submitSheet = route({
  method: 'POST',
  path: '/api/programmes/:programmeId/sheets/:month/:unitId/submission',
  access: 'actual.report',
  summary: 'Submits many cells at once, or none when one of them is not right',
  params: sheetParams,
  body: z.object({
    cells: z
      .array(
        z.object({
          indicatorId: idOf<IndicatorId>(),
          /** The latest version that was looked at; 0 when there was none. */
          seen: z.int().nonnegative(),
          typed: typedActualSchema,
        }),
      )
      .min(1)
      .max(1000),
    /** For every cell that states none of its own. */
    lateReason: typed,
  }),
  response: z.object({ submitted: z.int(), reopened: z.int() }),
})
