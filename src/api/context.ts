/** The context of a request: which government, who is signed in, and what time it is. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Config } from '../config.ts'
import { Problem } from '../domain/problems/problem.ts'
import type { Context, Database } from '../services/context.ts'
import { findSession, type OpenSession } from '../services/duty/sessions.ts'
import { tenantIdOf } from '../services/installation/tenants.ts'
import type { DemoSeed } from '../services/installation/demo.ts'
import type { YearProgress } from '../services/installation/year/background-year.ts'
import { boundariesIn } from './map-base.ts'
import type { Surroundings } from './open-surroundings.ts'

export const sessionCookie = 'jiannuo_session'

declare module 'fastify' {
  interface FastifyRequest {
    /** Looked up once per request. */
    context: () => Promise<Context>
    session: () => Promise<OpenSession | undefined>
    tenantCode: () => string
    sessionSecret: () => string | undefined
  }
}

export type Deployment = {
  readonly db: Database
  readonly config: Config
  readonly demo: DemoSeed
  readonly now: () => Date
  /** How far the demonstration's year is, where it is being run. */
  readonly yearProgress?: () => YearProgress | null
} & Surroundings

export function addContext(app: FastifyInstance, { db, config, mapBase, now }: Deployment): void {
  const boundaries = boundariesIn(mapBase)
  app.decorateRequest('tenantCode', function tenantCode(this: FastifyRequest) {
    return config.tenantHosts.get(this.hostname) ?? config.tenantCode
  })
  app.decorateRequest('sessionSecret', function sessionSecret(this: FastifyRequest) {
    const [tenantCode, secret] = (this.cookies[sessionCookie] ?? '').split('.', 2)
    return tenantCode === this.tenantCode() ? secret : undefined
  })
  app.decorateRequest('session', function session(this: FastifyRequest) {
    const found = lookUpSession(this)
    this.session = () => found
    return found
  })
  app.decorateRequest('context', function context(this: FastifyRequest) {
    const built = buildContext(this)
    this.context = () => built
    return built
  })
  app.addHook('onRequest', refuseCrossSiteWrites)

  async function lookUpSession(request: FastifyRequest): Promise<OpenSession | undefined> {
    const secret = request.sessionSecret()
    if (!secret) return undefined
    const use = looksByItself(request) ? 'background' : 'work'
    return findSession(db, tenantIdOf(request.tenantCode()), secret, now(), use)
  }

  async function buildContext(request: FastifyRequest): Promise<Context> {
    const session = await request.session()
    return {
      db,
      tenantId: tenantIdOf(request.tenantCode()),
      person: session
        ? { id: session.personId, roles: session.posts.map((post) => post.role), posts: session.posts }
        : null,
      now: now(),
      boundaries,
    }
  }
}

/** What an open page asks for without anybody touching it; a session ends idle all the same. */
function looksByItself({ url }: FastifyRequest): boolean {
  return /^\/api\/notices\/(count|stream)\b/.test(url)
}

/** A browser says where a request comes from; one that another site made must not act with our cookie. */
async function refuseCrossSiteWrites(request: FastifyRequest): Promise<void> {
  if (request.method === 'GET' || request.method === 'HEAD') return
  const site = request.headers['sec-fetch-site']
  const origin = request.headers.origin
  const crossSite =
    site !== undefined
      ? site !== 'same-origin' && site !== 'none'
      : origin !== undefined && URL.parse(origin)?.host !== request.host
  if (crossSite) throw new Problem('access.cross-site', {})
}

export function setSessionCookie(
  reply: FastifyReply,
  config: Config,
  tenantCode: string,
  secret: string,
): void {
  reply.setCookie(sessionCookie, `${tenantCode}.${secret}`, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: config.secureCookies,
  })
}
