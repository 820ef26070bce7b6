/** What the charts of promises are drawn from: figures through the months, stages through the year. */
import { z } from 'zod'
import { stageStates } from '../domain/light/milestone-course.ts'
import type { IndicatorId, ProgrammeId } from '../domain/values/ids.ts'
import { route } from './route.ts'
import { decimalSchema, idOf, monthSchema, plainDateSchema } from './values.ts'

const programmeParams = z.object({ programmeId: idOf<ProgrammeId>() })
const promiseSchema = z.object({ id: idOf<IndicatorId>(), no: z.string(), sentence: z.string() })

export const courseSchema = z.object({
  promise: promiseSchema,
  /** What its figures are counted in. */
  unit: z.string(),
  target: decimalSchema.nullable(),
  /** The last month with figures that count. */
  month: monthSchema,
  /** Empty where it has no figure. */
  points: z.array(
    z.object({ month: monthSchema, planned: decimalSchema.nullable(), done: decimalSchema.nullable() }),
  ),
  /** From that month to the deadline; four of five ends lie between. Empty where nothing is forecast. */
  fan: z.array(
    z.object({ month: monthSchema, low: decimalSchema, expected: decimalSchema, high: decimalSchema }),
  ),
})
export type Course = z.output<typeof courseSchema>

export const getCourse = route({
  method: 'GET',
  path: '/api/programmes/:programmeId/indicators/:indicatorId/course',
  access: 'light.read',
  summary: 'A promise’s progress against its plan month by month, and the fan of its forecast',
  remembered: 'for-all',
  params: programmeParams.extend({ indicatorId: idOf<IndicatorId>() }),
  response: courseSchema,
})

export const milestonesSchema = z.object({
  programme: z.object({ id: idOf<ProgrammeId>(), title: z.string(), year: z.int() }),
  today: plainDateSchema,
  milestones: z.array(
    z.object({
      promise: promiseSchema,
      stages: z.array(
        z.object({
          stage: z.string(),
          dueOn: plainDateSchema,
          units: z.int(),
          reached: z.int(),
          reachedIn: monthSchema.nullable(),
          state: z.enum(stageStates),
        }),
      ),
    }),
  ),
})
export type Milestones = z.output<typeof milestonesSchema>

export const getMilestones = route({
  method: 'GET',
  path: '/api/programmes/:programmeId/milestones',
  access: 'light.read',
  summary: 'The stages of promises that go by stages: when due, when reached',
  remembered: 'for-all',
  params: programmeParams,
  response: milestonesSchema,
})
