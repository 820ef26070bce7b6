/** Signing in and out, and who one is. */
import { z } from 'zod'
import { roles } from '../domain/duty/access.ts'
import type { PersonId, PostId, UnitId } from '../domain/values/ids.ts'
import { route } from './route.ts'
import { idOf } from './values.ts'

export const sessionSchema = z.object({
  tenant: z.object({ code: z.string(), name: z.string(), isDemo: z.boolean() }),
  /** How far the demonstration's year is while it is being loaded; null otherwise, and before its first step. */
  yearProgress: z.object({ no: z.int(), of: z.int(), month: z.string().nullable() }).nullable(),
  /** Null for the public. */
  person: z
    .object({
      id: idOf<PersonId>(),
      name: z.string(),
      /** The password was given by somebody else: one's own has to be chosen first. */
      mustChangePassword: z.boolean(),
      posts: z.array(
        z.object({
          id: idOf<PostId>(),
          title: z.string(),
          unitId: idOf<UnitId>(),
          unit: z.string(),
          role: z.enum(roles),
          /** True where somebody else holds the post and this person stands in. */
          standsIn: z.boolean(),
        }),
      ),
    })
    .nullable(),
  /** Seeded accounts, in the demo tenant only. */
  demoAccounts: z.array(
    z.object({ signInName: z.string(), password: z.string(), name: z.string(), role: z.enum(roles) }),
  ),
})
export type Session = z.output<typeof sessionSchema>

export const credentialsSchema = z.object({
  signInName: z.string().trim().min(1).max(63),
  password: z.string().min(1).max(200),
})
export type Credentials = z.output<typeof credentialsSchema>

export const getSession = route({
  method: 'GET',
  path: '/api/session',
  access: 'anyone',
  summary: 'Which government this is and who is signed in',
  response: sessionSchema,
})

export const signIn = route({
  method: 'POST',
  path: '/api/session',
  access: 'anyone',
  summary: 'Sign in; the session is kept in an HttpOnly cookie',
  body: credentialsSchema,
  response: sessionSchema,
})

export const signOut = route({
  method: 'DELETE',
  path: '/api/session',
  access: 'signed-in',
  summary: 'Sign out',
  response: sessionSchema,
})
