/** The inbox, and the stream that says when to look at it again. */
import type { FastifyInstance } from 'fastify'
import * as contract from '../../contract/notices.ts'
import { Problem } from '../../domain/problem.ts'
import * as inbox from '../../services/inbox.ts'
import { sessionIsOpen } from '../../services/sessions.ts'
import type { Deployment } from '../context.ts'
import { openEventStream } from '../event-stream.ts'
import { openNoticeHub } from '../notice-hub.ts'
import { serve, serveStream } from '../serve.ts'

/** A person has a few windows open; each holds a connection. */
const streamsPerSession = 4

export function addNoticeRoutes(app: FastifyInstance, { db, now }: Deployment): void {
  serve(app, contract.getInbox, (ctx, { query }) => inbox.getInbox(ctx, query.show))
  serve(app, contract.countNotices, (ctx) => inbox.countNotices(ctx))
  serve(app, contract.markNotices, (ctx, { body }) => inbox.markNotices(ctx, body.noticeIds, body.done))

  const hub = openNoticeHub(db)
  const open = new Map<string, number>()
  app.addHook('preClose', () => hub.close())

  serveStream(app, contract.streamNotices, (ctx, request, reply) => {
    const secret = request.sessionSecret() ?? ''
    const count = open.get(secret) ?? 0
    if (count >= streamsPerSession) throw new Problem('notice.too-many-streams', { limit: streamsPerSession })
    open.set(secret, count + 1)
    const stream = openEventStream(reply, {
      onBeat: endWithSession,
      onEnd: () => {
        unsubscribe()
        const left = (open.get(secret) ?? 1) - 1
        if (left === 0) open.delete(secret)
        else open.set(secret, left)
      },
    })
    const unsubscribe = hub.subscribe({
      tenantId: ctx.tenantId,
      onNotices: () => stream.send('notices'),
      onSessions: endWithSession,
      onClose: () => stream.end(),
    })
    function endWithSession(): void {
      sessionIsOpen(db, ctx.tenantId, secret, now()).then(
        (still) => still || stream.end(),
        // The database does not answer: the next beat asks again.
        () => undefined,
      )
    }
  })
}
