/** Acceptance: claims, checks, inspections on site, decisions. */
import { z } from 'zod'
import { acceptanceStates, acceptanceSteps } from '../domain/acceptance/acceptance.ts'
import { checkCodes, checkOutcomes } from '../domain/acceptance/checks.ts'
import { findings } from '../domain/acceptance/inspection.ts'
import { evidenceMediaTypes } from '../domain/evidence/media-type.ts'
import { lightColours } from '../domain/light/light-level.ts'
import type {
  AcceptanceClaimId,
  EntryId,
  EvidenceId,
  IndicatorId,
  ProgrammeId,
  ProjectId,
  UnitId,
} from '../domain/values/ids.ts'
import { lightSchema } from './lights.ts'
import { route } from './route.ts'
import { decimalSchema, idOf, instantSchema, monthSchema, plainDateSchema, targetSchema } from './values.ts'

const params = z.object({ programmeId: idOf<ProgrammeId>() })
const promiseParams = params.extend({ indicatorId: idOf<IndicatorId>() })
const claimParams = params.extend({ claimId: idOf<AcceptanceClaimId>() })
const entryParams = claimParams.extend({ entryId: idOf<EntryId>() })

export const longestStatement = 2000
export const longestAcceptanceNote = 1000

const quantitySchema = z.object({ value: decimalSchema, denominator: decimalSchema.nullable() })

export const checkSchema = z.object({
  code: z.enum(checkCodes),
  outcome: z.enum(checkOutcomes),
  counts: z.record(z.string(), z.int()),
})

const ruleShape = {
  no: z.int().nonnegative(),
  least: z.int().min(1).max(1000),
  percent: z.int().min(0).max(100),
  most: z.int().min(1).max(1000),
}

const promiseSchema = z.object({
  id: idOf<IndicatorId>(),
  taskNo: z.string(),
  projectId: idOf<ProjectId>().nullable(),
  sentence: z.string(),
  target: targetSchema,
  leadUnitId: idOf<UnitId>().nullable(),
  light: lightSchema.extend({ colour: z.enum(lightColours) }),
  figure: quantitySchema.nullable(),
  figureMonth: monthSchema.nullable(),
  state: z.enum(acceptanceStates),
  claims: z.int(),
  checks: z.array(checkSchema),
  decidedAt: instantSchema.nullable(),
})
export type AcceptedPromise = z.output<typeof promiseSchema>

const programmeSchema = z.object({ id: idOf<ProgrammeId>(), title: z.string(), year: z.int() })
const unitsSchema = z.array(z.object({ id: idOf<UnitId>(), name: z.string() }))
const actedShape = { by: z.string(), post: z.string(), standsIn: z.boolean(), at: instantSchema }

const acceptanceListSchema = z.object({
  programme: programmeSchema,
  units: unitsSchema,
  projects: z.array(z.object({ id: idOf<ProjectId>(), no: z.int(), name: z.string() })),
  /** Every rule of sampling that was set, newest first. */
  rules: z.array(
    z.object({ ...ruleShape, reason: z.string(), recordedBy: z.string(), recordedAt: instantSchema }),
  ),
  promises: z.array(promiseSchema),
})
export type AcceptanceListData = z.output<typeof acceptanceListSchema>

export const listAcceptances = route({
  method: 'GET',
  path: '/api/programmes/:programmeId/acceptance',
  access: 'acceptance.read',
  summary: 'Every promise and where its acceptance stands',
  remembered: 'for-each',
  params,
  response: acceptanceListSchema,
})

const fileSchema = z.object({
  id: idOf<EvidenceId>(),
  fileName: z.string(),
  mediaType: z.enum(evidenceMediaTypes),
  byteSize: z.int(),
  takenAt: z.string().nullable(),
  hasThumbnail: z.boolean(),
  by: z.string(),
  at: instantSchema,
})
export type AcceptanceFile = z.output<typeof fileSchema>

const sampledSchema = z.object({
  entryId: idOf<EntryId>(),
  position: z.int(),
  unitId: idOf<UnitId>(),
  unit: z.string(),
  month: monthSchema,
  name: z.string().nullable(),
  place: z.string().nullable(),
  counts: decimalSchema,
  longitude: z.number().nullable(),
  latitude: z.number().nullable(),
  doneOn: plainDateSchema.nullable(),
  photographs: z.array(fileSchema),
  inspections: z.array(
    z.object({
      ...actedShape,
      finding: z.enum(findings),
      note: z.string().nullable(),
      inspectedOn: plainDateSchema,
    }),
  ),
})
export type SampledEntry = z.output<typeof sampledSchema>

const claimSchema = z.object({
  ...actedShape,
  id: idOf<AcceptanceClaimId>(),
  no: z.int(),
  state: z.enum(acceptanceStates),
  statement: z.string(),
  figure: decimalSchema.nullable(),
  figureDenominator: decimalSchema.nullable(),
  figureMonth: monthSchema.nullable(),
  /** The sample was drawn by this rule from so many entries, by SHA-256 of seed and entry. */
  ruleNo: z.int(),
  population: z.int(),
  seed: z.string(),
  files: z.array(fileSchema),
  sample: z.array(sampledSchema),
  steps: z.array(
    z.object({
      ...actedShape,
      step: z.enum(acceptanceSteps),
      reason: z.string().nullable(),
      checks: z.array(checkSchema),
    }),
  ),
})
export type AcceptanceClaim = z.output<typeof claimSchema>

const acceptanceSchema = z.object({
  programme: programmeSchema,
  units: unitsSchema,
  promise: promiseSchema,
  /** How many entries a claim made now would have looked at. */
  rule: z.object(ruleShape),
  /** Newest first. */
  claims: z.array(claimSchema),
})
export type AcceptanceData = z.output<typeof acceptanceSchema>

export const getAcceptance = route({
  method: 'GET',
  path: '/api/programmes/:programmeId/acceptance/:indicatorId',
  access: 'acceptance.read',
  summary: 'One promise with its checks, claims, inspections and decisions',
  params: promiseParams,
  response: acceptanceSchema,
})

export const claimAcceptance = route({
  method: 'POST',
  path: '/api/programmes/:programmeId/acceptance/:indicatorId/claims',
  access: 'acceptance.claim',
  summary: 'Claim that a promise is kept; draws the entries that are looked at',
  params: promiseParams,
  /** `seen`: how many claims there were. */
  body: z.object({
    seen: z.int().nonnegative(),
    statement: z.string().trim().min(1).max(longestStatement),
  }),
  response: z.object({ id: idOf<AcceptanceClaimId>() }),
})

const keptFile = z.object({ id: idOf<EvidenceId>(), known: z.boolean() })

export const addClaimFile = route({
  method: 'POST',
  path: '/api/programmes/:programmeId/acceptance-claims/:claimId/files',
  access: 'acceptance.claim',
  summary: 'Upload a file that proves a claim',
  params: claimParams,
  upload: true,
  response: keptFile,
})

export const addPhotograph = route({
  method: 'POST',
  path: '/api/programmes/:programmeId/acceptance-claims/:claimId/entries/:entryId/photographs',
  access: 'acceptance.inspect',
  summary: 'Upload a photograph taken where a drawn entry was looked at',
  params: entryParams,
  upload: true,
  response: keptFile,
})

export const inspectEntry = route({
  method: 'POST',
  path: '/api/programmes/:programmeId/acceptance-claims/:claimId/entries/:entryId/inspections',
  access: 'acceptance.inspect',
  summary: 'Record what was found of a drawn entry on site',
  params: entryParams,
  /** `seen`: how often it was looked at before. */
  body: z.object({
    seen: z.int().nonnegative(),
    finding: z.enum(findings),
    note: z.string().max(longestAcceptanceNote),
    inspectedOn: plainDateSchema,
  }),
  response: z.object({ no: z.int() }),
})

export const decideClaim = route({
  method: 'POST',
  path: '/api/programmes/:programmeId/acceptance-claims/:claimId/steps',
  access: 'acceptance.decide',
  summary: 'Accept, return or close a claim',
  params: claimParams,
  /** `seen`: how many decisions there were. */
  body: z.object({
    seen: z.int().nonnegative(),
    step: z.enum(acceptanceSteps),
    reason: z.string().max(longestAcceptanceNote),
  }),
  response: z.object({ no: z.int() }),
})

export const setSampleRule = route({
  method: 'POST',
  path: '/api/acceptance-rules',
  access: 'acceptance.set',
  summary: 'Sets how many entries are looked at, for the claims from now on',
  body: z.object({
    ...ruleShape,
    no: z.int().positive(),
    reason: z.string().trim().min(1).max(500),
  }),
  response: z.object({ no: z.int() }),
})
