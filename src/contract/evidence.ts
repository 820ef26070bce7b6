/** Evidence, what looks odd, and the map of entries. */
import { z } from 'zod'
import type {
  EntryId,
  EvidenceId,
  IndicatorId,
  ProgrammeId,
  SuspicionId,
  UnitId,
} from '../domain/values/ids.ts'
import { evidenceMediaTypes } from '../domain/evidence/media-type.ts'
import { rulings, suspicionKinds } from '../domain/evidence/suspicion.ts'
import { route } from './route.ts'
import { idOf, instantSchema, monthSchema } from './values.ts'

const programmeParams = z.object({ programmeId: idOf<ProgrammeId>() })
const evidenceParams = z.object({ evidenceId: idOf<EvidenceId>() })

const cellShape = { indicatorId: idOf<IndicatorId>(), unitId: idOf<UnitId>(), month: monthSchema }
const provenQuery = z.object({ ...cellShape, entryId: idOf<EntryId>().optional() })

const suspicionSideSchema = z.object({
  ...cellShape,
  programmeId: idOf<ProgrammeId>(),
  programme: z.string(),
  year: z.int(),
  promise: z.string(),
  unit: z.string(),
  entryId: idOf<EntryId>().nullable(),
  entry: z.string().nullable(),
  evidenceId: idOf<EvidenceId>().nullable(),
  fileName: z.string().nullable(),
  takenAt: z.string().nullable(),
  hasThumbnail: z.boolean(),
})
export type SuspicionSide = z.output<typeof suspicionSideSchema>

export const suspicionSchema = z.object({
  ...cellShape,
  id: idOf<SuspicionId>(),
  kind: z.enum(suspicionKinds),
  details: z.record(z.string(), z.string()),
  entryId: idOf<EntryId>().nullable(),
  evidenceId: idOf<EvidenceId>().nullable(),
  /** The place it was found in, and what it resembles where that is the matter. */
  here: suspicionSideSchema,
  other: suspicionSideSchema.nullable(),
  rulings: z.array(
    z.object({
      no: z.int(),
      ruling: z.enum(rulings),
      reason: z.string(),
      by: z.string(),
      post: z.string(),
      standsIn: z.boolean(),
      at: instantSchema,
    }),
  ),
})
export type Suspicion = z.output<typeof suspicionSchema>

const evidenceSchema = z.object({
  id: idOf<EvidenceId>(),
  fileName: z.string(),
  mediaType: z.enum(evidenceMediaTypes),
  byteSize: z.int(),
  sha256: z.string(),
  sm3: z.string(),
  takenAt: z.string().nullable(),
  longitude: z.number().nullable(),
  latitude: z.number().nullable(),
  camera: z.string().nullable(),
  width: z.int().nullable(),
  height: z.int().nullable(),
  hasThumbnail: z.boolean(),
  entryId: idOf<EntryId>().nullable(),
  uploadedBy: z.string(),
  linkedAt: instantSchema,
})
export type Evidence = z.output<typeof evidenceSchema>

export const getEvidence = route({
  method: 'GET',
  path: '/api/programmes/:programmeId/evidence',
  access: 'evidence.read',
  summary: 'What proves a cell or one entry of it, and what looks odd there',
  params: programmeParams,
  query: provenQuery,
  response: z.object({ evidence: z.array(evidenceSchema), suspicions: z.array(suspicionSchema) }),
})

export const addEvidence = route({
  method: 'POST',
  path: '/api/programmes/:programmeId/evidence',
  access: 'evidence.write',
  summary: 'Upload a file that proves a cell or one entry of it',
  params: programmeParams,
  query: provenQuery,
  upload: true,
  response: z.object({ id: idOf<EvidenceId>(), known: z.boolean() }),
})

export const getEvidenceOriginal = route({
  method: 'GET',
  path: '/api/evidence/:evidenceId/original',
  access: 'evidence.read',
  summary: 'The original file, byte for byte',
  params: evidenceParams,
  file: 'application/octet-stream',
})

export const getEvidenceThumbnail = route({
  method: 'GET',
  path: '/api/evidence/:evidenceId/thumbnail',
  access: 'evidence.read',
  summary: 'A small picture of a photograph',
  params: evidenceParams,
  file: 'image/webp',
})

export const longestRulingReason = 500

export const ruleOnSuspicion = route({
  method: 'POST',
  path: '/api/suspicions/:suspicionId/rulings',
  access: 'entry.decide',
  summary: 'Say that a suspicion is explained, or borne out',
  params: z.object({ suspicionId: idOf<SuspicionId>() }),
  /** `seen`: how many rulings there were when this one was made. */
  body: z.object({
    seen: z.int().nonnegative(),
    ruling: z.enum(rulings),
    reason: z.string().max(longestRulingReason),
  }),
  response: z.object({ id: idOf<SuspicionId>() }),
})
