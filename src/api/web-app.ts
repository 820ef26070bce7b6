/** The built web app: files named by their content are kept for a year, every other address is the app's own page. */
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyRequest } from 'fastify'

export async function addWebApp(app: FastifyInstance, webRoot: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: webRoot,
    setHeaders: (reply, path) => {
      const lasting = path.includes('/assets/')
      void reply.header('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
}

/** Whether an address that no file has is one of the app's pages: the app shows it, or says that there is none. */
export function isPageAddress(request: FastifyRequest): boolean {
  const [path = ''] = request.url.split('?')
  return request.method === 'GET' && !path.startsWith('/api/') && !/\.\w+$/.test(path)
}
