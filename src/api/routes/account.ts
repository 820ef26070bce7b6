/** One's own account. */
import type { FastifyInstance } from 'fastify'
import * as contract from '../../contract/account.ts'
import * as account from '../../services/account.ts'
import * as delegations from '../../services/delegations.ts'
import type { Deployment } from '../context.ts'
import { serve } from '../serve.ts'

export function addAccountRoutes(app: FastifyInstance, { demo }: Deployment): void {
  serve(app, contract.getAccount, (ctx) => account.getAccount(ctx))
  serve(app, contract.changePassword, (ctx, { body, request }) =>
    account.changePassword(ctx, demo, body, request.sessionSecret() ?? ''),
  )
  serve(app, contract.setMailAddress, (ctx, { body }) => account.setMailAddress(ctx, body.mailAddress))
  serve(app, contract.listColleagues, (ctx) => delegations.listColleagues(ctx))
  serve(app, contract.delegatePost, (ctx, { params, body }) =>
    delegations.delegatePost(ctx, params.postId, body),
  )
  serve(app, contract.endDelegation, (ctx, { params }) => delegations.endDelegation(ctx, params.delegationId))
}
