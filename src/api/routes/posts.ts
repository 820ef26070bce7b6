/** People, posts and who holds them. */
import type { FastifyInstance } from 'fastify'
import * as contract from '../../contract/posts.ts'
import * as people from '../../services/people.ts'
import * as posts from '../../services/posts.ts'
import { serve } from '../serve.ts'

export function addPostRoutes(app: FastifyInstance): void {
  serve(app, contract.createPerson, (ctx, { body }) => people.createPerson(ctx, body))
  serve(app, contract.resetPassword, (ctx, { params }) => people.resetPassword(ctx, params.personId))
  serve(app, contract.setAccountEnabled, (ctx, { params, body }) =>
    people.setAccountEnabled(ctx, params.personId, body.enabled),
  )
  serve(app, contract.listPosts, (ctx) => posts.listPosts(ctx))
  serve(app, contract.createPost, (ctx, { body }) => posts.createPost(ctx, body))
  serve(app, contract.handOverPost, (ctx, { params, body }) => posts.handOver(ctx, params.postId, body))
}
