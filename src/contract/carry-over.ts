/** Carrying promises over into the next year's programme. */
import { z } from 'zod'
import { acceptanceStates } from '../domain/acceptance/acceptance.ts'
import { lightColours } from '../domain/light/light-level.ts'
import type { ImportId, IndicatorId, ProgrammeId } from '../domain/values/ids.ts'
import { lightSchema } from './lights.ts'
import { route } from './route.ts'
import { decimalSchema, idOf, instantSchema, plainDateSchema, targetSchema } from './values.ts'

const params = z.object({ programmeId: idOf<ProgrammeId>() })

const carryOverSchema = z.object({
  programme: z.object({ id: idOf<ProgrammeId>(), title: z.string(), year: z.int() }),
  /** Newest first. */
  records: z.array(
    z.object({
      no: z.int(),
      decision: z.string(),
      decidedOn: plainDateSchema,
      importId: idOf<ImportId>(),
      promises: z.int(),
      recordedBy: z.string(),
      recordedAt: instantSchema,
    }),
  ),
  promises: z.array(
    z.object({
      id: idOf<IndicatorId>(),
      taskNo: z.string(),
      sentence: z.string(),
      target: targetSchema,
      light: lightSchema.extend({ colour: z.enum(lightColours) }),
      figure: z.object({ value: decimalSchema, denominator: decimalSchema.nullable() }).nullable(),
      state: z.enum(acceptanceStates),
      /** What is left of a figure that was begun. */
      rest: decimalSchema.nullable(),
      crossYear: z.boolean(),
    }),
  ),
})
export type CarryOverData = z.output<typeof carryOverSchema>

export const getCarryOver = route({
  method: 'GET',
  path: '/api/programmes/:programmeId/carry-over',
  access: 'carry-over.prepare',
  summary: 'What of the year is neither accepted nor closed, and what was carried over',
  params,
  response: carryOverSchema,
})

export const prepareCarryOver = route({
  method: 'POST',
  path: '/api/programmes/:programmeId/carry-over',
  access: 'carry-over.prepare',
  summary: 'Makes the next year’s draft table of promises and takes it in as an import',
  params,
  body: z.object({
    seen: z.int().nonnegative(),
    indicatorIds: z.array(idOf<IndicatorId>()).max(2000),
    restOnly: z.boolean(),
    decision: z.string().trim().min(1).max(500),
    decidedOn: plainDateSchema,
  }),
  response: z.object({ importId: idOf<ImportId>() }),
})
