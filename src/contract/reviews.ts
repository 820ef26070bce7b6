/** Review of what was submitted: what waits for a step, and its decisions. */
import { z } from 'zod'
import { reviewDecisions } from '../domain/chain.ts'
import type { IndicatorId, ProgrammeId, UnitId } from '../domain/ids.ts'
import { datedPeriodSchema } from './periods.ts'
import { reportedCellSchema } from './reporting.ts'
import { route } from './route.ts'
import { idOf, monthSchema } from './values.ts'

const params = z.object({ programmeId: idOf<ProgrammeId>(), month: monthSchema })

export const reviewPageSchema = z.object({
  programme: z.object({ id: idOf<ProgrammeId>(), title: z.string(), year: z.int() }),
  period: datedPeriodSchema.extend({ toleratedPercent: z.int() }),
  cells: z.array(reportedCellSchema),
})
export type ReviewPageData = z.output<typeof reviewPageSchema>

const body = z.object({
  cells: z
    .array(
      z.object({ indicatorId: idOf<IndicatorId>(), unitId: idOf<UnitId>(), version: z.int().positive() }),
    )
    .min(1)
    .max(2000),
  decision: z.enum(reviewDecisions),
  reason: z.string().trim().max(1000),
})
const response = z.object({ decided: z.int() })

export const getLeadReview = route({
  method: 'GET',
  path: '/api/programmes/:programmeId/reviews/:month/lead',
  access: 'review.lead',
  summary: 'What waits for the lead units one reviews for',
  params,
  response: reviewPageSchema,
})

export const decideLeadReview = route({
  method: 'POST',
  path: '/api/programmes/:programmeId/reviews/:month/lead',
  access: 'review.lead',
  summary: 'Approves or returns versions for the lead unit, all or none',
  params,
  body,
  response,
})

export const getOfficeReview = route({
  method: 'GET',
  path: '/api/programmes/:programmeId/reviews/:month/office',
  access: 'review.office',
  summary: 'What waits for the office',
  params,
  response: reviewPageSchema,
})

export const decideOfficeReview = route({
  method: 'POST',
  path: '/api/programmes/:programmeId/reviews/:month/office',
  access: 'review.office',
  summary: 'Approves or returns versions for the office, all or none',
  params,
  body,
  response,
})
