/** How an indicator's figures are meant, and who declared it. */
import { z } from 'zod'
import { semanticsKinds } from '../domain/reporting/semantics.ts'
import type { IndicatorId, ProgrammeId } from '../domain/values/ids.ts'
import { route } from './route.ts'
import { idOf, instantSchema } from './values.ts'

const params = z.object({ programmeId: idOf<ProgrammeId>(), indicatorId: idOf<IndicatorId>() })
const path = '/api/programmes/:programmeId/indicators/:indicatorId/semantics'

export const longestSemanticsReason = 500

export const getSemantics = route({
  method: 'GET',
  path,
  access: 'period.read',
  summary: 'How an indicator’s figures are meant, with every declaration, the latest first',
  params,
  response: z.object({
    semantics: z.enum(semanticsKinds),
    declarations: z.array(
      z.object({
        no: z.int(),
        semantics: z.enum(semanticsKinds),
        reason: z.string(),
        by: z.string(),
        at: instantSchema,
      }),
    ),
    /** How many figures were stated so far: they keep the meaning they were stated with. */
    stated: z.int(),
    /** Whether a plan is in force; before, there is nothing to be stated. */
    planned: z.boolean(),
  }),
})
export type DeclaredSemantics = z.output<typeof getSemantics.response>

export const setSemantics = route({
  method: 'POST',
  path,
  access: 'semantics.set',
  summary: 'Declares whether an indicator’s figures are of the month or since the start of the year',
  params,
  body: z.object({
    /** The number of the declaration: one more than the latest that was looked at. */
    no: z.int().positive(),
    semantics: z.enum(semanticsKinds),
    reason: z.string().trim().max(longestSemanticsReason),
  }),
  response: z.object({ semantics: z.enum(semanticsKinds) }),
})
