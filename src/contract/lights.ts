/** Lights as of now and as published, and the rules they follow from. */
import { z } from 'zod'
import { lightColours, lightLevels } from '../domain/light/light-level.ts'
import { lightClauses } from '../domain/light/light-rules.ts'
import type { LightReason } from '../domain/light/light.ts'
import { lightScopes, type SubjectId } from '../domain/light/programme-lights.ts'
import { targetKinds, comparators, ledgerKinds } from '../domain/programme/target.ts'
import type { IndicatorId, PostId, ProgrammeId, ProjectId, TaskId, UnitId } from '../domain/values/ids.ts'
import { route } from './route.ts'
import { decimalSchema, idOf, instantSchema, monthSchema, plainDateSchema } from './values.ts'

const params = z.object({ programmeId: idOf<ProgrammeId>() })

const points = decimalSchema.refine((value) => Number(value) >= 0 && Number(value) <= 1000)
const pointRule = z.object({ tolerance: points, farBehindOver: points })
const rollUp = z.discriminatedUnion('by', [
  z.object({ by: z.literal('worst') }),
  z.object({ by: z.literal('weight'), behindFrom: points, farBehindFrom: points }),
])

export const lightRulesSchema = z.object({
  aheadFrom: points,
  progress: pointRule,
  ceiling: pointRule,
  stages: z.object({
    toleratedDays: z.int().min(0).max(365),
    farBehindOverDays: z.int().min(0).max(365),
  }),
  service: z.object({
    behindFromOutages: z.int().min(1).max(10_000),
    farBehindFromOutages: z.int().min(1).max(10_000),
    behindFromComplaints: points,
    farBehindFromComplaints: points,
  }),
  silence: z.object({
    behindFromMonths: z.int().min(1).max(12),
    farBehindFromMonths: z.int().min(1).max(12),
  }),
  taskRollUp: rollUp,
  upperRollUp: rollUp,
  colours: z.record(z.enum(lightLevels), z.enum(lightColours)),
})

/** Made by domain/light alone, so its shape is taken on trust: one home for what a verdict holds. */
const reasonSchema = z.custom<LightReason>(
  (value) => typeof value === 'object' && value !== null && 'code' in value,
)

export const lightSchema = z.object({
  level: z.enum(lightLevels),
  clause: z.enum(lightClauses),
  reason: reasonSchema,
})
const subjectLightSchema = lightSchema.extend({
  scope: z.enum(lightScopes),
  subjectId: idOf<SubjectId>(),
})

export const programmeLightsSchema = z.object({
  programme: z.object({
    id: idOf<ProgrammeId>(),
    title: z.string(),
    year: z.int(),
    projects: z.array(z.object({ id: idOf<ProjectId>(), no: z.int(), name: z.string() })),
    tasks: z.array(
      z.object({
        id: idOf<TaskId>(),
        projectId: idOf<ProjectId>(),
        no: z.string(),
        leaders: z.array(z.object({ postId: idOf<PostId>(), name: z.string() })),
      }),
    ),
    units: z.array(z.object({ id: idOf<UnitId>(), name: z.string() })),
    indicators: z.array(
      z.object({
        id: idOf<IndicatorId>(),
        taskId: idOf<TaskId>(),
        sentence: z.string(),
        leadUnitId: idOf<UnitId>().nullable(),
        /** The day it was closed, from which on it is not chased; its light follows its figures still. */
        closedOn: plainDateSchema.nullable(),
        target: z.object({
          kind: z.enum(targetKinds),
          action: z.string(),
          object: z.string(),
          comparator: z.enum(comparators).nullable(),
          value: decimalSchema.nullable(),
          valueMax: decimalSchema.nullable(),
          unit: z.string().nullable(),
          deadline: plainDateSchema.nullable(),
          ledger: z.enum(ledgerKinds),
        }),
      }),
    ),
  }),
  /** The month the lights are for. */
  month: monthSchema,
  /** The set of rules they follow from; 0 is the one that comes with the product. */
  rulesNo: z.int(),
  colours: z.record(z.enum(lightLevels), z.enum(lightColours)),
  subjects: z.array(subjectLightSchema),
  shares: z.array(lightSchema.extend({ indicatorId: idOf<IndicatorId>(), unitId: idOf<UnitId>() })),
  /** Of the latest frozen month, as it was published. */
  published: z.array(
    subjectLightSchema.extend({ month: monthSchema, no: z.int(), colour: z.enum(lightColours) }),
  ),
})
export type ProgrammeLightsData = z.output<typeof programmeLightsSchema>

export const getLights = route({
  method: 'GET',
  path: '/api/programmes/:programmeId/lights',
  access: 'light.read',
  summary: 'Every light of a programme at the end of a month, as of now, and those last published',
  remembered: 'for-all',
  params,
  query: z.object({ month: monthSchema.optional() }),
  response: programmeLightsSchema,
})

export const getLightRules = route({
  method: 'GET',
  path: '/api/light-rules',
  access: 'light.read',
  summary: 'Every set of rules of lights, newest first',
  response: z.object({
    recorded: z.array(
      z.object({
        no: z.int(),
        fromMonth: monthSchema,
        rules: lightRulesSchema,
        reason: z.string(),
        recordedBy: z.string(),
        recordedAt: instantSchema,
      }),
    ),
    /** Lights up to this month are published and stay. */
    frozenUpTo: monthSchema.nullable(),
  }),
})

export const setLightRules = route({
  method: 'POST',
  path: '/api/light-rules',
  access: 'light.set',
  summary: 'Sets the rules of lights from a month on that is not frozen',
  body: z.object({
    /** One more than the latest that was looked at. */
    no: z.int().positive(),
    fromMonth: monthSchema,
    rules: lightRulesSchema,
    reason: z.string().trim().min(1).max(500),
  }),
  response: z.object({ no: z.int() }),
})

const sideSchema = z.object({ level: z.enum(lightLevels), colour: z.enum(lightColours) })

export const previewLightRules = route({
  method: 'POST',
  path: '/api/programmes/:programmeId/light-rules/preview',
  access: 'light.set',
  summary: 'Which lights of the year up to now rules would change; nothing is kept',
  params,
  body: z.object({ rules: lightRulesSchema }),
  response: z.object({
    months: z.array(monthSchema),
    changes: z.array(
      z.object({
        month: monthSchema,
        indicatorId: idOf<IndicatorId>(),
        sentence: z.string(),
        before: sideSchema,
        after: sideSchema,
      }),
    ),
  }),
})
