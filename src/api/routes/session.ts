/** Signing in and out. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { getSession, signIn, signOut, type Session } from '../../contract/session.ts'
import * as sessions from '../../services/duty/sessions.ts'
import { describeTenant } from '../../services/installation/tenants.ts'
import { sessionCookie, setSessionCookie, type Deployment } from '../context.ts'
import { serve } from '../serve.ts'

export function addSessionRoutes(app: FastifyInstance, deployment: Deployment): void {
  serve(app, getSession, async (_ctx, { request }) => describe(request))

  serve(app, signIn, async (ctx, { body, request, reply }) => {
    const visitor = { address: request.ip, userAgent: request.headers['user-agent'] ?? '' }
    const secret = await sessions.signIn(ctx, body, visitor)
    setSessionCookie(reply, deployment.config, request.tenantCode(), secret)
    return describe(request, await sessions.findSession(ctx.db, ctx.tenantId, secret, ctx.now))
  })

  serve(app, signOut, async (ctx, { request, reply }) => {
    await sessions.signOut(ctx, request.sessionSecret() ?? '')
    reply.clearCookie(sessionCookie, { path: '/' })
    return describe(request, null)
  })

  /** `signedIn` null: nobody any more; absent: whoever the request's cookie says. */
  async function describe(request: FastifyRequest, signedIn?: sessions.OpenSession | null): Promise<Session> {
    const session = signedIn === undefined ? await request.session() : signedIn
    const { tenant, demoAccounts } = await describeTenant(await request.context(), deployment.demo)
    return {
      tenant,
      yearProgress: tenant.isDemo ? (deployment.yearProgress?.() ?? null) : null,
      person: session
        ? {
            id: session.personId,
            name: session.name,
            mustChangePassword: session.mustChangePassword,
            posts: [...session.posts],
          }
        : null,
      demoAccounts,
    }
  }
}
