/** For operators and machines: health, metrics, and the description of the API. */
import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import { describeTenant } from '../../services/installation/tenants.ts'
import type { Deployment } from '../context.ts'

export function addOperationRoutes(app: FastifyInstance, deployment: Deployment): void {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const seconds = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from receiving a request to having answered it',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  })
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none'
    seconds.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000)
  })

  /** The process answers; while the demonstration's year is being loaded, how far it is. */
  app.get('/healthz', { schema: { hide: true } }, async () => {
    const demonstrationYear = deployment.yearProgress?.() ?? null
    return { status: 'ok', ...(demonstrationYear && { demonstrationYear }) }
  })
  /** The database answers too. */
  app.get('/readyz', { schema: { hide: true } }, async (request, reply) => {
    try {
      await describeTenant(await request.context(), deployment.demo)
      return { status: 'ok' }
    } catch (error) {
      request.log.error({ err: error }, 'not ready')
      return reply.status(503).send({ status: 'database does not answer' })
    }
  })
  app.get('/metrics', { schema: { hide: true } }, async (_request, reply) =>
    reply.type(registry.contentType).send(await registry.metrics()),
  )
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger())
}
