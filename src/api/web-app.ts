/** The built web app: files named by their content are kept for a year, every other address is the app's own page. */
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { Problem } from '../domain/problem.ts'

export async function addWebApp(app: FastifyInstance, webRoot: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: webRoot,
    wildcard: false,
    setHeaders: (reply, path) => {
      const lasting = path.includes('/assets/')
      void reply.header('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  app.get('/*', { schema: { hide: true } }, async (request, reply) => {
    const isPage = !request.url.startsWith('/api/') && !/\.\w+(\?|$)/.test(request.url)
    if (!isPage) throw new Problem('request.no-such-address', { path: request.url })
    return reply.sendFile('index.html')
  })
}
