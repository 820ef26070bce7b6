/** The months of a programme: their dates, the rule and the calendar these follow from, and their freezing. */
import { z } from 'zod'
import type { IndicatorId, ProgrammeId, UnitId } from '../domain/values/ids.ts'
import { phases } from '../domain/reporting/period.ts'
import { dayKinds } from '../domain/reporting/working-day.ts'
import { route } from './route.ts'
import { decimalSchema, idOf, instantSchema, monthSchema, plainDateSchema } from './values.ts'

const programmeParams = z.object({ programmeId: idOf<ProgrammeId>() })

const inMonth = z.enum(['same', 'next'])
export const dayRuleSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('day'),
    in: inMonth,
    day: z.int().min(1).max(31),
    shift: z.enum(['none', 'forward', 'back']),
  }),
  z.object({ kind: z.literal('working-day'), in: inMonth, nth: z.int().min(1).max(23) }),
  z.object({ kind: z.literal('last-working-day'), in: inMonth }),
  z.object({ kind: z.literal('before-end'), in: inMonth, days: z.int().min(0).max(30) }),
])

export const periodRuleSchema = z.object({
  opens: dayRuleSchema,
  due: dayRuleSchema,
  locksAfter: z.int().min(0).max(60),
  toleratedPercent: z.int().min(0).max(100),
})

export const periodSchema = z.object({
  month: monthSchema,
  opensOn: plainDateSchema,
  dueOn: plainDateSchema,
  locksOn: plainDateSchema,
})
export const datedPeriodSchema = periodSchema.extend({ phase: z.enum(phases) })

const namedDaySchema = z.object({
  day: plainDateSchema,
  kind: z.enum(dayKinds),
  name: z.string().trim().min(1).max(40),
})

export const quantitySchema = z.object({ value: decimalSchema, denominator: decimalSchema.nullable() })

const freezeSchema = z.object({
  month: monthSchema,
  no: z.int(),
  sha256: z.string(),
  sm3: z.string(),
  reason: z.string().nullable(),
  frozenBy: z.string(),
  standsIn: z.boolean(),
  frozenAt: instantSchema,
  /** What is different from the number before; empty for the first. */
  changes: z.array(
    z.object({
      indicatorId: idOf<IndicatorId>(),
      unitId: idOf<UnitId>(),
      promise: z.string(),
      unit: z.string(),
      before: quantitySchema.nullable(),
      after: quantitySchema.nullable(),
      versionBefore: z.int().nullable(),
      versionAfter: z.int().nullable(),
    }),
  ),
})

export const getPeriods = route({
  method: 'GET',
  path: '/api/programmes/:programmeId/periods',
  access: 'period.read',
  summary: 'The dates of every month of a programme, the rules behind them, and how far each month has come',
  params: programmeParams,
  response: z.object({
    year: z.int(),
    today: plainDateSchema,
    months: z.array(
      datedPeriodSchema.extend({ cells: z.int(), submitted: z.int(), approved: z.int(), frozen: z.int() }),
    ),
    rules: z.array(
      z.object({
        no: z.int(),
        fromMonth: monthSchema,
        rule: periodRuleSchema,
        reason: z.string().nullable(),
        recordedBy: z.string().nullable(),
        recordedAt: instantSchema,
      }),
    ),
    /** The government's own days off and days made up. */
    days: z.array(namedDaySchema),
  }),
})

export const setPeriodRule = route({
  method: 'POST',
  path: '/api/programmes/:programmeId/period-rules',
  access: 'period.set',
  summary: 'Sets the rule that months follow from one not yet open on',
  params: programmeParams,
  body: z.object({
    /** The number of the new rule: one more than the latest that was looked at. */
    no: z.int().positive(),
    fromMonth: monthSchema,
    rule: periodRuleSchema,
    reason: z.string().trim().min(1).max(500),
  }),
  response: z.object({ no: z.int() }),
})

export const setCalendarDays = route({
  method: 'POST',
  path: '/api/calendar-days',
  access: 'period.set',
  summary: 'Records days off and days made up, from today on',
  body: z.object({ days: z.array(namedDaySchema).min(1).max(400) }),
  response: z.object({ recorded: z.int() }),
})

export const listFreezes = route({
  method: 'GET',
  path: '/api/programmes/:programmeId/freezes',
  access: 'actual.read',
  summary: 'Every freezing of a month, with its digests and what changed since the one before',
  params: programmeParams,
  response: z.array(freezeSchema),
})

export const freezeMonth = route({
  method: 'POST',
  path: '/api/programmes/:programmeId/freezes',
  access: 'period.freeze',
  summary: 'Freezes a month: a snapshot with its digests',
  params: programmeParams,
  body: z.object({
    month: monthSchema,
    /** The number it gets: one more than the latest that was looked at. */
    no: z.int().positive(),
    reason: z.string().trim().max(500),
  }),
  response: z.object({ no: z.int(), sha256: z.string(), sm3: z.string() }),
})

export const getFreeze = route({
  method: 'GET',
  path: '/api/programmes/:programmeId/freezes/:month/:no',
  access: 'actual.read',
  summary: 'The snapshot itself: the characters that the digests are of',
  params: programmeParams.extend({ month: monthSchema, no: z.coerce.number<string>().int().positive() }),
  file: 'application/json',
})
