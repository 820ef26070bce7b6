/** People, posts and who holds them, as the system administrator keeps them. */
import { z } from 'zod'
import { roles } from '../domain/access.ts'
import type { DelegationId, PersonId, PostId, UnitId } from '../domain/ids.ts'
import { route } from './route.ts'
import { idOf, plainDateSchema } from './values.ts'

const holdingSchema = z.object({
  personId: idOf<PersonId>(),
  person: z.string(),
  from: plainDateSchema,
  until: plainDateSchema.nullable(),
})

const delegationSchema = z.object({
  id: idOf<DelegationId>(),
  person: z.string(),
  from: plainDateSchema,
  /** The last day it counts for. */
  until: plainDateSchema,
  reason: z.string(),
})

export const postSchema = z.object({
  id: idOf<PostId>(),
  title: z.string(),
  role: z.enum(roles),
  unitId: idOf<UnitId>(),
  unit: z.string(),
  /** Today's holder, and who will hold it after. */
  holdings: z.array(holdingSchema),
  delegations: z.array(delegationSchema),
})

const personParams = z.object({ personId: idOf<PersonId>() })
/** As PostgreSQL checks it; capitals typed are made small. */
const signInNameSchema = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{1,62}$/)
/** What a browser would break a name on. */
const nameSchema = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .regex(/^[^\p{Cc}]+$/u)

export const createPerson = route({
  method: 'POST',
  path: '/api/people',
  access: 'post.assign',
  summary: 'A person with an account; its first password is told once',
  body: z.object({ name: nameSchema, signInName: signInNameSchema }),
  response: z.object({ personId: idOf<PersonId>(), initialPassword: z.string() }),
})

export const resetPassword = route({
  method: 'POST',
  path: '/api/people/:personId/password',
  access: 'post.assign',
  summary: 'A new first password, told once; ends the person’s sessions',
  params: personParams,
  response: z.object({ initialPassword: z.string() }),
})

export const setAccountEnabled = route({
  method: 'POST',
  path: '/api/people/:personId/account',
  access: 'post.assign',
  summary: 'Disable an account, which ends its sessions, or enable it',
  params: personParams,
  body: z.object({ enabled: z.boolean() }),
  response: z.object({ enabled: z.boolean() }),
})

export const listPosts = route({
  method: 'GET',
  path: '/api/posts',
  access: 'person.read',
  summary: 'Every post, who holds it now and next, and who stands in',
  response: z.object({ today: plainDateSchema, posts: z.array(postSchema) }),
})

export const createPost = route({
  method: 'POST',
  path: '/api/posts',
  access: 'post.assign',
  summary: 'A post in a unit',
  body: z.object({
    unitId: idOf<UnitId>(),
    title: nameSchema,
    role: z.enum(roles).exclude(['public']),
    from: plainDateSchema,
    personId: idOf<PersonId>().nullable(),
  }),
  response: z.object({ postId: idOf<PostId>() }),
})

export const handOverPost = route({
  method: 'POST',
  path: '/api/posts/:postId/handover',
  access: 'post.assign',
  summary: 'Ends a holding and begins the successor’s the day after; duties and inbox stay with the post',
  params: z.object({ postId: idOf<PostId>() }),
  body: z.object({
    /** Null: vacant from then on. */
    personId: idOf<PersonId>().nullable(),
    /** The successor’s first day. */
    from: plainDateSchema,
    /** Who was seen holding it. */
    seen: idOf<PersonId>().nullable(),
  }),
  response: z.object({ lastDay: plainDateSchema.nullable() }),
})
