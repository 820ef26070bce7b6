/** What the office and the three administrators see of units, people, sessions and the log. */
import { z } from 'zod'
import { roles } from '../domain/duty/access.ts'
import type { PersonId, UnitId } from '../domain/values/ids.ts'
import { route } from './route.ts'
import { idOf, instantSchema, plainDateSchema, unitKindSchema } from './values.ts'

/** What the details of a row in the log hold as `actingFor` where somebody stood in for the holder of a post. */
export const actingForSchema = z.object({ post: z.string(), unit: z.string() })

export const unitListSchema = z.array(
  z.object({
    id: idOf<UnitId>(),
    name: z.string(),
    kind: unitKindSchema,
    aliases: z.array(z.string()),
    members: z.array(z.string()),
  }),
)

export const listUnits = route({
  method: 'GET',
  path: '/api/units',
  access: 'unit.read',
  summary: 'All units and groups valid today, in pinyin order',
  response: unitListSchema,
})

export const listPeople = route({
  method: 'GET',
  path: '/api/people',
  access: 'person.read',
  summary: 'People, their sign-in names and the posts they hold',
  response: z.array(
    z.object({
      id: idOf<PersonId>(),
      name: z.string(),
      signInName: z.string().nullable(),
      disabled: z.boolean(),
      posts: z.array(
        z.object({ title: z.string(), unit: z.string(), role: z.enum(roles), since: plainDateSchema }),
      ),
    }),
  ),
})

export const listSessions = route({
  method: 'GET',
  path: '/api/sessions',
  access: 'session.read',
  summary: 'Open sessions and the latest sign-in attempts',
  response: z.object({
    sessions: z.array(
      z.object({
        id: z.string(),
        person: z.string(),
        startedAt: instantSchema,
        lastSeenAt: instantSchema,
        address: z.string(),
        userAgent: z.string(),
        own: z.boolean(),
      }),
    ),
    attempts: z.array(
      z.object({ signInName: z.string(), address: z.string(), at: instantSchema, succeeded: z.boolean() }),
    ),
  }),
})

export const endSession = route({
  method: 'DELETE',
  path: '/api/sessions/:sessionId',
  access: 'session.end',
  summary: 'End somebody’s session',
  params: z.object({ sessionId: z.string().regex(/^[0-9a-f]{64}$/) }),
  response: z.object({ ended: z.boolean() }),
})

export const listLog = route({
  method: 'GET',
  path: '/api/log',
  access: 'log.read',
  summary: 'The append-only log, newest first, 100 a page',
  response: z.object({
    entries: z.array(
      z.object({
        seq: z.int(),
        at: instantSchema,
        person: z.string().nullable(),
        action: z.string(),
        subjectKind: z.string(),
        subjectId: z.string().nullable(),
        details: z.record(z.string(), z.unknown()),
      }),
    ),
    /** Pass as `before` for the next page; null at the end. */
    next: z.int().nullable(),
  }),
  query: z.object({ before: z.coerce.number().int().positive().optional() }),
})
