/** Splitting targets over units and months: the overview, one plan, drafts, signatures and the office's consent. */
import { z } from 'zod'
import type { IndicatorId, ProgrammeId, UnitId } from '../domain/values/ids.ts'
import type { Month } from '../domain/values/month.ts'
import { fileFaultReasons, planFaultReasons } from '../domain/plan/plan-check.ts'
import { consentDecisions, planBases, planCurves, signatureDecisions } from '../domain/plan/plan.ts'
import { route } from './route.ts'
import { decimalSchema, idOf, instantSchema, plainDateSchema, unitKindSchema } from './values.ts'

const programmeParams = z.object({ programmeId: idOf<ProgrammeId>() })
const planParams = programmeParams.extend({ indicatorId: idOf<IndicatorId>() })

const monthSchema = plainDateSchema.refine((day) => day.endsWith('-01')) as unknown as z.ZodType<
  Month,
  string
>
const reasonSchema = z.string().trim().min(1).max(500).nullable()

const shareSchema = z.object({
  unitId: idOf<UnitId>(),
  value: decimalSchema.nullable(),
  denominator: decimalSchema.nullable(),
  weight: decimalSchema.nullable(),
  points: z
    .array(z.object({ month: monthSchema, value: decimalSchema, denominator: decimalSchema.nullable() }))
    .max(36),
  stages: z.array(z.object({ stage: z.string().trim().min(1).max(30), dueOn: plainDateSchema })).max(20),
})

export const planDraftSchema = z.object({
  indicatorId: idOf<IndicatorId>(),
  basedOn: z.int().nonnegative(),
  curve: z.enum(planCurves),
  basis: z.enum(planBases),
  baseName: z.string().trim().min(1).max(60).nullable(),
  reason: reasonSchema,
  shares: z.array(shareSchema).max(300),
})
export type PlanDraftBody = z.output<typeof planDraftSchema>

const sharedPartSchema = shareSchema.extend({
  unit: z.string(),
  signature: z
    .object({
      /** Of an earlier version where the share is the same as then. */
      version: z.int(),
      decision: z.enum(signatureDecisions),
      reason: z.string().nullable(),
      by: z.string(),
      standsIn: z.boolean(),
      at: instantSchema,
    })
    .nullable(),
})
export type SharedPartRow = z.output<typeof sharedPartSchema>

export const planOverviewSchema = z.object({
  units: z.array(z.object({ unitId: idOf<UnitId>(), name: z.string(), kind: unitKindSchema })),
  memberships: z.array(z.object({ groupId: idOf<UnitId>(), unitId: idOf<UnitId>() })),
  bases: z.array(
    z.object({
      name: z.string(),
      weights: z.array(z.object({ unitId: idOf<UnitId>(), weight: decimalSchema })),
    }),
  ),
  plans: z.array(
    z.object({
      indicatorId: idOf<IndicatorId>(),
      latest: z.int(),
      inForce: z
        .object({
          version: z.int(),
          leadUnitId: idOf<UnitId>(),
          shares: z.array(
            z.object({
              unitId: idOf<UnitId>(),
              unit: z.string(),
              value: decimalSchema.nullable(),
              denominator: decimalSchema.nullable(),
              decision: z.enum(signatureDecisions).nullable(),
              reason: z.string().nullable(),
            }),
          ),
        })
        .nullable(),
      pending: z
        .object({
          version: z.int(),
          reason: z.string(),
          by: z.string(),
          leadUnit: z.string(),
          at: instantSchema,
          shares: z.array(sharedPartSchema),
          /** Of the plan in force, which it would take the place of. */
          before: z.array(sharedPartSchema),
        })
        .nullable(),
    }),
  ),
})
export type PlanOverviewPage = z.output<typeof planOverviewSchema>

export const getPlanOverview = route({
  method: 'GET',
  path: '/api/programmes/:programmeId/plans',
  access: 'plan.read',
  summary: 'The state of every plan of a programme, with the units and bases to split by',
  params: programmeParams,
  response: planOverviewSchema,
})

export const planVersionSchema = z.object({
  version: z.int(),
  leadUnitId: idOf<UnitId>(),
  leadUnit: z.string(),
  curve: z.enum(planCurves),
  basis: z.enum(planBases),
  baseName: z.string().nullable(),
  reason: z.string().nullable(),
  needsConsent: z.boolean(),
  draftedBy: z.string(),
  standsIn: z.boolean(),
  draftedAt: instantSchema,
  inForce: z.boolean(),
  consent: z
    .object({
      decision: z.enum(consentDecisions),
      reason: z.string().nullable(),
      by: z.string(),
      standsIn: z.boolean(),
      at: instantSchema,
    })
    .nullable(),
  shares: z.array(sharedPartSchema),
})
export type PlanVersionRow = z.output<typeof planVersionSchema>

export const getPlanVersions = route({
  method: 'GET',
  path: '/api/programmes/:programmeId/plans/:indicatorId',
  access: 'plan.read',
  summary: 'Every version of a promise’s plan, newest first, with signatures and consents',
  params: planParams,
  response: z.array(planVersionSchema),
})

/** All of them or none. */
export const draftPlans = route({
  method: 'POST',
  path: '/api/programmes/:programmeId/plans',
  access: 'plan.draft',
  summary: 'Split targets over units and months; refused where a plan changed since it was seen',
  params: programmeParams,
  body: z.object({ plans: z.array(planDraftSchema).min(1).max(300) }),
  response: z.array(
    z.object({ indicatorId: idOf<IndicatorId>(), version: z.int(), needsConsent: z.boolean() }),
  ),
})

export const shareToSignSchema = sharedPartSchema.extend({
  indicatorId: idOf<IndicatorId>(),
  version: z.int(),
  leadUnit: z.string(),
  draftedAt: instantSchema,
})
export type ShareToSignRow = z.output<typeof shareToSignSchema>

export const listOwnShares = route({
  method: 'GET',
  path: '/api/programmes/:programmeId/signing',
  access: 'plan.sign',
  summary: 'What the units one signs for have in the plans in force',
  params: programmeParams,
  response: z.array(shareToSignSchema),
})

export const signShares = route({
  method: 'POST',
  path: '/api/programmes/:programmeId/signatures',
  access: 'plan.sign',
  summary: 'Sign for shares, or object to them with a reason',
  params: programmeParams,
  body: z.object({
    decision: z.enum(signatureDecisions),
    reason: reasonSchema,
    shares: z
      .array(
        z.object({ indicatorId: idOf<IndicatorId>(), version: z.int().positive(), unitId: idOf<UnitId>() }),
      )
      .min(1)
      .max(1000),
  }),
  response: z.object({ signed: z.int() }),
})

export const decideOnPlans = route({
  method: 'POST',
  path: '/api/programmes/:programmeId/consents',
  access: 'plan.consent',
  summary: 'Consent to changes of signed plans, or refuse them with a reason',
  params: programmeParams,
  body: z.object({
    decision: z.enum(consentDecisions),
    reason: reasonSchema,
    plans: z
      .array(z.object({ indicatorId: idOf<IndicatorId>(), version: z.int().positive() }))
      .min(1)
      .max(300),
  }),
  response: z.object({ decided: z.int() }),
})

export const getPlanFile = route({
  method: 'GET',
  path: '/api/programmes/:programmeId/plans.xlsx',
  access: 'plan.read',
  summary:
    'The plans of what one leads as a spreadsheet: promise × unit × months; of the whole programme for others',
  params: programmeParams,
  file: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
})

export const planFileReadingSchema = z.object({
  drafts: z.array(planDraftSchema),
  changes: z.array(
    z.object({
      indicatorId: idOf<IndicatorId>(),
      unit: z.string(),
      before: decimalSchema.nullable(),
      after: decimalSchema.nullable(),
    }),
  ),
  /** Each with the cell of the file: B7. */
  faults: z.array(
    z.object({ cell: z.string(), why: z.enum([...planFaultReasons, ...fileFaultReasons]), text: z.string() }),
  ),
  unchanged: z.int(),
  needsReason: z.boolean(),
})
export type PlanFileReading = z.output<typeof planFileReadingSchema>

/** Nothing is written: the drafts are submitted by draftPlans once they were looked over. */
export const readPlanFile = route({
  method: 'POST',
  path: '/api/programmes/:programmeId/plan-readings',
  access: 'plan.draft',
  summary: 'Read a filled-in plan file: what it would change, and every cell at fault',
  params: programmeParams,
  upload: true,
  response: planFileReadingSchema,
})
