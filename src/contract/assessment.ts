/** Assessment of units by a scheme. */
import { z } from 'zod'
import { assessmentRules } from '../domain/assessment/assess.ts'
import { assessmentGroups } from '../domain/assessment/assessed-unit.ts'
import { bonusCodes, componentCodes, deductionCodes, judgedLevels } from '../domain/assessment/scheme.ts'
import type { IndicatorId, ProgrammeId, UnitId } from '../domain/values/ids.ts'
import { route } from './route.ts'
import { decimalSchema, idOf, instantSchema, monthSchema } from './values.ts'

const params = z.object({ programmeId: idOf<ProgrammeId>() })
const query = z.object({ month: monthSchema.optional() })

const upTo = (most: number) => decimalSchema.refine((value) => Number(value) >= 0 && Number(value) <= most)

export const assessmentSchemeSchema = z.object({
  weights: z.record(z.enum(componentCodes), upTo(100)),
  levelPoints: z.record(z.enum(judgedLevels), upTo(100)),
  bonuses: z.record(z.enum(bonusCodes), upTo(100)),
  earlyMonths: z.int().min(1).max(12),
  overFrom: upTo(1000).refine((value) => Number(value) > 100),
  mostBonus: upTo(100),
  deductions: z.record(z.enum(deductionCodes), upTo(100)),
  /** What is not named has no limit. */
  most: z.partialRecord(z.enum([...bonusCodes, ...deductionCodes]), upTo(100)).default({}),
  coefficient: z.object({ perExtraProject: upTo(1), most: upTo(10) }),
  excluded: z.array(idOf<UnitId>()).max(1000),
})

const factSchema = z.object({
  indicatorId: idOf<IndicatorId>().nullable(),
  month: monthSchema.nullable(),
  words: z.string().nullable(),
  value: decimalSchema.nullable(),
})
export type AccountFactData = z.output<typeof factSchema>

const countingSchema = z.object({
  times: z.int(),
  each: decimalSchema,
  product: decimalSchema,
  most: decimalSchema.nullable(),
  left: decimalSchema.nullable(),
})

const accountSchema = z.object({
  unitId: idOf<UnitId>(),
  unit: z.string(),
  rank: z.int().nullable(),
  score: decimalSchema,
  sum: decimalSchema,
  projects: z.int(),
  coefficient: decimalSchema,
  leftOut: z.array(z.enum(componentCodes)),
  lines: z.array(
    z.object({
      rule: z.enum(assessmentRules),
      points: decimalSchema,
      arithmetic: z.union([z.array(z.string()), countingSchema]),
      facts: z.array(factSchema),
    }),
  ),
})
export type AccountData = z.output<typeof accountSchema>

const assessmentSchema = z.object({
  programme: z.object({ id: idOf<ProgrammeId>(), title: z.string(), year: z.int() }),
  month: monthSchema,
  /** 0 is the scheme that comes with the product. */
  schemeNo: z.int(),
  scheme: assessmentSchemeSchema,
  schemes: z.array(
    z.object({
      no: z.int(),
      fromYear: z.int(),
      scheme: assessmentSchemeSchema,
      reason: z.string(),
      recordedBy: z.string(),
      recordedAt: instantSchema,
    }),
  ),
  /** Whether only the person's own units are shown. */
  ownOnly: z.boolean(),
  promises: z.array(z.object({ id: idOf<IndicatorId>(), taskNo: z.string(), sentence: z.string() })),
  satisfaction: z.array(
    z.object({
      unitId: idOf<UnitId>(),
      no: z.int(),
      value: decimalSchema,
      source: z.string(),
      recordedBy: z.string(),
      recordedAt: instantSchema,
    }),
  ),
  groups: z.array(z.object({ group: z.enum(assessmentGroups), accounts: z.array(accountSchema) })),
})
export type AssessmentData = z.output<typeof assessmentSchema>

export const getAssessment = route({
  method: 'GET',
  path: '/api/programmes/:programmeId/assessment',
  access: 'assessment.read',
  summary: 'The ranking of units with the account of every score; officers see their own units',
  remembered: 'for-each',
  params,
  query,
  response: assessmentSchema,
})

export const getAssessmentXlsx = route({
  method: 'GET',
  path: '/api/programmes/:programmeId/assessment.xlsx',
  access: 'assessment.read',
  summary: 'The ranking with every account as a spreadsheet',
  params,
  query,
  file: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
})

const sideSchema = z.object({ rank: z.int().nullable(), score: decimalSchema })

export const tryScheme = route({
  method: 'POST',
  path: '/api/programmes/:programmeId/assessment/trial',
  access: 'assessment.set',
  summary: 'What another scheme would make of the ranking; nothing is kept',
  params,
  body: z.object({ scheme: assessmentSchemeSchema, month: monthSchema.nullable() }),
  response: z.object({
    groups: z.array(
      z.object({
        group: z.enum(assessmentGroups),
        accounts: z.array(
          z.object({ unitId: idOf<UnitId>(), unit: z.string(), before: sideSchema, after: sideSchema }),
        ),
      }),
    ),
  }),
})
export type SchemeTrial = z.output<typeof tryScheme.response>

export const setScheme = route({
  method: 'POST',
  path: '/api/assessment-schemes',
  access: 'assessment.set',
  summary: 'Sets the scheme of assessment from a year on',
  body: z.object({
    /** One more than the latest that was looked at. */
    no: z.int().positive(),
    fromYear: z.int().min(2000).max(2200),
    scheme: assessmentSchemeSchema,
    reason: z.string().trim().min(1).max(500),
  }),
  response: z.object({ no: z.int() }),
})

export const enterSatisfaction = route({
  method: 'POST',
  path: '/api/programmes/:programmeId/assessment/satisfaction',
  access: 'assessment.set',
  summary: 'Enters how satisfied people are with what a unit answers for',
  params,
  body: z.object({
    unitId: idOf<UnitId>(),
    no: z.int().positive(),
    value: upTo(100),
    source: z.string().trim().min(1).max(200),
  }),
  response: z.object({ no: z.int() }),
})
