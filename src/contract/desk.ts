/** The office's desk, and a leader's one page. */
import { z } from 'zod'
import { deskActions } from '../domain/desk/desk-facts.ts'
import { suspicionKinds } from '../domain/evidence/suspicion.ts'
import { lightColours, lightLevels } from '../domain/light/light-level.ts'
import { phasesForOffice } from '../domain/desk/due-items.ts'
import { steps } from '../domain/reporting/chain.ts'
import type { EntryId, IndicatorId, PostId, ProgrammeId, UnitId } from '../domain/values/ids.ts'
import { lightSchema } from './lights.ts'
import { noticeSchema } from './notices.ts'
import { route } from './route.ts'
import { decimalSchema, idOf, instantSchema, monthSchema, plainDateSchema } from './values.ts'

const params = z.object({ programmeId: idOf<ProgrammeId>() })
const count = z.int().nonnegative()

const promiseSchema = z.object({ id: idOf<IndicatorId>(), no: z.string(), sentence: z.string() })
const unitSchema = z.object({ unitId: idOf<UnitId>(), unit: z.string() })
const unitCountSchema = unitSchema.extend({ count })
const ways = ['worse', 'better'] as const

const problemSchema = unitSchema.extend({
  promise: promiseSchema,
  month: monthSchema,
  problem: z.string(),
  nextStep: z.string().nullable(),
})
const problemGroupSchema = z.object({ words: z.string(), problems: z.array(problemSchema) })

const dueSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('review'), month: monthSchema, step: z.enum(steps), count }),
  z.object({ kind: z.literal('freeze'), months: z.array(monthSchema) }),
  z.object({ kind: z.literal('consent'), count }),
  z.object({ kind: z.literal('doubts'), count }),
  z.object({ kind: z.literal('instructions'), count }),
  z.object({ kind: z.literal('orders-of-closed'), count }),
  z.object({ kind: z.literal('orders'), phase: z.enum(phasesForOffice), count }),
  z.object({
    kind: z.literal('reports'),
    month: monthSchema,
    dueOn: plainDateSchema,
    isLate: z.boolean(),
    count,
    units: count,
  }),
  z.object({ kind: z.literal('returned'), month: monthSchema, count }),
  unitSchema.extend({
    kind: z.literal('objection'),
    promise: promiseSchema,
    reason: z.string(),
  }),
  z.object({ kind: z.literal('sign'), units: z.array(unitCountSchema), count }),
  z.object({ kind: z.literal('entries'), units: z.array(unitCountSchema), count }),
])

const turnedLightSchema = z.object({
  promise: promiseSchema,
  before: z.object({ level: z.enum(lightLevels), colour: z.enum(lightColours) }),
  now: lightSchema,
  way: z.enum(ways),
})
const litPromiseSchema = z.object({ promise: promiseSchema, light: lightSchema })
const levelCountSchema = z.object({ level: z.enum(lightLevels), count })
const colours = z.record(z.enum(lightLevels), z.enum(lightColours))

const programmeSchema = z.object({ id: idOf<ProgrammeId>(), title: z.string(), year: z.int() })

export const deskSchema = z.object({
  programme: programmeSchema,
  /** The month the lights are for. */
  month: monthSchema,
  /** What is told as changed happened from then on: yesterday at midnight in China. */
  since: instantSchema,
  colours,
  changes: z.array(
    z.object({
      action: z.enum(deskActions),
      unitId: idOf<UnitId>().nullable(),
      unit: z.string().nullable(),
      month: monthSchema.nullable(),
      step: z.enum(steps).nullable(),
      promise: promiseSchema.nullable(),
      count,
      at: instantSchema,
    }),
  ),
  /** The month last published; null before any was. */
  publishedMonth: monthSchema.nullable(),
  /** Against the lights last published. */
  turnedLights: z.array(turnedLightSchema),
  turnedForecasts: z.array(
    z.object({ promise: promiseSchema, before: decimalSchema, now: decimalSchema, way: z.enum(ways) }),
  ),
  due: z.array(dueSchema),
  /** Of the promises that are not closed. */
  levels: z.array(levelCountSchema),
  closed: count,
  /** Worst first, no more than a screen of them. */
  lagging: z.array(litPromiseSchema),
  problems: z.array(problemGroupSchema),
  missing: z.array(
    unitSchema.extend({
      cells: count,
      missing: count,
      earlier: z.array(z.object({ month: monthSchema, missing: count })),
    }),
  ),
  doubts: z.array(
    unitSchema.extend({
      promise: promiseSchema,
      month: monthSchema,
      kinds: z.array(z.enum(suspicionKinds)),
      count,
      entryId: idOf<EntryId>().nullable(),
    }),
  ),
})
export type Desk = z.output<typeof deskSchema>
export type DeskPromise = z.output<typeof promiseSchema>

export const getDesk = route({
  method: 'GET',
  path: '/api/programmes/:programmeId/desk',
  access: 'desk.read',
  summary: 'What changed, what is due, what lags and why, who has not reported, what looks odd',
  remembered: 'for-all',
  params,
  response: deskSchema,
})

export const leaderPageSchema = z.object({
  programme: programmeSchema,
  month: monthSchema,
  colours,
  /** Whose page it is. */
  post: z.object({ id: idOf<PostId>(), name: z.string() }),
  /** Whose pages this person may open. */
  posts: z.array(z.object({ id: idOf<PostId>(), name: z.string() })),
  /** All of the leader's promises together. */
  light: lightSchema.nullable(),
  /** Of the promises that are not closed. */
  levels: z.array(levelCountSchema),
  closed: count,
  /** Worst first; closed ones last. */
  promises: z.array(litPromiseSchema.extend({ closedOn: plainDateSchema.nullable() })),
  publishedMonth: monthSchema.nullable(),
  worse: z.array(turnedLightSchema),
  asked: z.object({
    notices: z.array(noticeSchema),
    objections: z.array(unitSchema.extend({ promise: promiseSchema, reason: z.string() })),
    problems: z.array(problemGroupSchema),
  }),
})
export type LeaderPageData = z.output<typeof leaderPageSchema>

export const getLeaderPage = route({
  method: 'GET',
  path: '/api/programmes/:programmeId/leader',
  access: 'leader-page.read',
  summary:
    'A leader’s promises, what got worse, what is asked; of the leader who asks, or for the office of any',
  remembered: 'for-each',
  params,
  query: z.object({ post: idOf<PostId>().optional() }),
  response: leaderPageSchema,
})
