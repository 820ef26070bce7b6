/** Where promises will end, and what will be missed unless something changes. */
import { z } from 'zod'
import type { Reason } from '../domain/forecast/reasons.ts'
import type { IndicatorId, ProgrammeId } from '../domain/values/ids.ts'
import { route } from './route.ts'
import { decimalSchema, idOf, monthSchema, plainDateSchema } from './values.ts'

/** Made by domain/forecast alone, so its shape is taken on trust: one home for what a forecast rests on. */
const reasonSchema = z.custom<Reason>(
  (value) => typeof value === 'object' && value !== null && 'code' in value,
)

export const forecastSchema = z.object({
  indicatorId: z.string(),
  unitId: z.string().nullable(),
  month: monthSchema,
  state: z.enum(['open', 'reached', 'past']),
  /** That the target is met by its deadline, 0 to 1. */
  probability: decimalSchema,
  /** At the deadline; four of five ends lie from `low` to `high`. */
  expected: decimalSchema,
  low: decimalSchema,
  high: decimalSchema,
  metOn: plainDateSchema.nullable(),
  metEarliest: plainDateSchema.nullable(),
  metLatest: plainDateSchema.nullable(),
  fan: z.array(
    z.object({ month: monthSchema, low: decimalSchema, expected: decimalSchema, high: decimalSchema }),
  ),
  reasons: z.array(reasonSchema),
})

export const programmeForecastSchema = z.object({
  programme: z.object({ id: idOf<ProgrammeId>(), title: z.string() }),
  /** The month as whose end it looks. */
  month: monthSchema,
  /** Below this chance a promise is expected to be missed. */
  threshold: decimalSchema,
  /** What the model was learned from. */
  learnedFrom: z.string(),
  promises: z.array(
    z.object({
      id: idOf<IndicatorId>(),
      no: z.string(),
      sentence: z.string(),
      /** What its figures are counted in. */
      unit: z.string(),
      target: decimalSchema.nullable(),
      /** The day it was closed; it is in none of the warnings then. */
      closedOn: plainDateSchema.nullable(),
    }),
  ),
  forecasts: z.array(forecastSchema),
  /** Worst first. */
  warnings: z.array(
    z.object({
      indicatorId: z.string(),
      firstSeen: monthSchema,
      belowSince: monthSchema,
      probabilities: z.array(z.object({ month: monthSchema, probability: decimalSchema })),
    }),
  ),
})
export type ProgrammeForecastData = z.output<typeof programmeForecastSchema>

export const getForecasts = route({
  method: 'GET',
  path: '/api/programmes/:programmeId/forecasts',
  access: 'light.read',
  summary: 'Where each promise with a figure will end, as it looks at the end of a month',
  remembered: 'for-all',
  params: z.object({ programmeId: idOf<ProgrammeId>() }),
  query: z.object({ month: monthSchema.optional() }),
  response: programmeForecastSchema,
})
