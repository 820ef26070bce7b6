/** One's own account: posts, stand-ins, password, mail. */
import { z } from 'zod'
import type { DelegationId, PersonId, PostId } from '../domain/ids.ts'
import { postSchema } from './posts.ts'
import { route } from './route.ts'
import { idOf, instantSchema, plainDateSchema } from './values.ts'

export const getAccount = route({
  method: 'GET',
  path: '/api/account',
  access: 'signed-in',
  summary: 'Who one is, the posts one acts with, and who stands in',
  response: z.object({
    name: z.string(),
    signInName: z.string(),
    mustChangePassword: z.boolean(),
    passwordChangedAt: instantSchema,
    mailAddress: z.string().nullable(),
    today: plainDateSchema,
    posts: z.array(
      postSchema.extend({
        /** True where somebody else holds the post. */
        standsIn: z.boolean(),
      }),
    ),
  }),
})
export type AccountPage = z.output<typeof getAccount.response>

export const changePassword = route({
  method: 'POST',
  path: '/api/account/password',
  access: 'signed-in',
  summary: 'Choose another password; ends one’s other sessions',
  body: z.object({ password: z.string().min(1).max(200), newPassword: z.string().min(1).max(200) }),
  response: z.object({ changed: z.boolean() }),
})

export const setMailAddress = route({
  method: 'POST',
  path: '/api/account/mail-address',
  access: 'signed-in',
  summary: 'Where notices go by e-mail; null: nowhere',
  body: z.object({ mailAddress: z.email().max(254).nullable() }),
  response: z.object({ mailAddress: z.string().nullable() }),
})

export const listColleagues = route({
  method: 'GET',
  path: '/api/colleagues',
  access: 'post.delegate',
  summary: 'Among whom a stand-in is chosen',
  response: z.array(z.object({ id: idOf<PersonId>(), name: z.string(), posts: z.array(z.string()) })),
})

export const delegatePost = route({
  method: 'POST',
  path: '/api/posts/:postId/delegations',
  access: 'post.delegate',
  summary: 'Names a stand-in for a period; the present inbox is theirs too',
  params: z.object({ postId: idOf<PostId>() }),
  body: z.object({
    toPersonId: idOf<PersonId>(),
    from: plainDateSchema,
    to: plainDateSchema,
    reason: z.string().trim().min(1).max(300),
  }),
  response: z.object({ delegationId: idOf<DelegationId>() }),
})

export const endDelegation = route({
  method: 'DELETE',
  path: '/api/delegations/:delegationId',
  access: 'post.delegate',
  summary: 'Ends a stand-in at once',
  params: z.object({ delegationId: idOf<DelegationId>() }),
  response: z.object({ ended: z.boolean() }),
})
