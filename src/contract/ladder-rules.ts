/** The rules of the ladder of supervision. */
import { z } from 'zod'
import { ladderSteps } from '../domain/order/ladder.ts'
import { openingLevels, startCauses } from '../domain/order/ladder-rules.ts'
import { route } from './route.ts'
import { instantSchema, monthSchema } from './values.ts'

const days = z.int().min(1).max(60)
/** 〔〕 come after it, so it has none itself. */
const series = z
  .string()
  .trim()
  .min(1)
  .max(20)
  .regex(/^[^〔〕]+$/)

export const ladderRulesSchema = z.object({
  series,
  instructionSeries: series,
  starts: z.record(z.enum(startCauses), z.enum(ladderSteps)),
  opens: z.record(z.enum(openingLevels), z.boolean()),
  steps: z.record(z.enum(ladderSteps), z.object({ days, automatic: z.boolean() })),
  daysAfterAnswer: days,
})

export const recordedLadderRulesSchema = z.object({
  no: z.int(),
  fromMonth: monthSchema,
  rules: ladderRulesSchema,
})

export const getLadderRules = route({
  method: 'GET',
  path: '/api/ladder-rules',
  access: 'order.read',
  summary: 'Every set of rules of the ladder, newest first',
  response: z.object({
    recorded: z.array(
      recordedLadderRulesSchema.extend({
        reason: z.string(),
        recordedBy: z.string(),
        recordedAt: instantSchema,
      }),
    ),
    /** The first month that rules may be set from. */
    thisMonth: monthSchema,
  }),
})

export const setLadderRules = route({
  method: 'POST',
  path: '/api/ladder-rules',
  access: 'ladder.set',
  summary: 'Sets the rules of the ladder from this month or a later one',
  body: z.object({
    /** One more than the latest that was looked at. */
    no: z.int().positive(),
    fromMonth: monthSchema,
    rules: ladderRulesSchema,
    reason: z.string().trim().min(1).max(500),
  }),
  response: z.object({ no: z.int() }),
})
