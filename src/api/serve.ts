/** Turns a route of the contract into an endpoint: checks who calls, parses what comes in, shapes what goes out. */
import { Readable } from 'node:stream'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Route } from '../contract/route.ts'
import { mayDo } from '../domain/duty/access.ts'
import { Problem } from '../domain/problems/problem.ts'
import { dateIn, type Context } from '../services/context.ts'
import { lastFact } from '../services/last-fact.ts'
import type { EvidenceFile } from '../services/ledgers/evidence.ts'
import type { StreamedFile } from '../services/ledgers/ledgers.ts'
import { describeProblem, problemOf } from './errors.ts'
import type { RememberedAnswers } from './remembered-answers.ts'

declare module 'fastify' {
  interface FastifyInstance {
    rememberedAnswers: RememberedAnswers
  }
}

type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined

type Input<R extends Route> = {
  readonly params: Parsed<R['params']>
  readonly query: Parsed<R['query']>
  readonly body: Parsed<R['body']>
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

/** Domain values are read-only; what a schema infers is not. */
type ReadOnly<Value> = Value extends (infer Item)[]
  ? readonly ReadOnly<Item>[]
  : Value extends object
    ? { readonly [Key in keyof Value]: ReadOnly<Value[Key]> }
    : Value

type Output<R extends Route> = R['response'] extends z.ZodType
  ? ReadOnly<z.input<R['response']>>
  : R['lines'] extends z.ZodType
    ? AsyncIterable<ReadOnly<z.input<R['lines']>>>
    : EvidenceFile | StreamedFile

/** Every handler gets the context of its request; nothing else reaches a service. */
export function serve<R extends Route>(
  app: FastifyInstance,
  route: R,
  handle: (ctx: Context, input: Input<R>) => Promise<Output<R>>,
): void {
  app.route({
    method: route.method,
    url: route.path,
    // Compressing would hold lines back until there are enough of them.
    ...(route.lines && { compress: false }),
    schema: {
      summary: route.summary,
      ...(route.params && { params: route.params }),
      ...(route.query && { querystring: route.query }),
      ...(route.body && { body: route.body }),
      ...(route.response && { response: { 200: route.response } }),
      ...(route.upload && { consumes: ['multipart/form-data'] }),
    },
    preValidation: async (request) => {
      checkAccess(await request.context(), route)
    },
    handler: async (request, reply) => {
      const ctx = await request.context()
      const input = { ...inputOf(request), request, reply } as Input<R>
      if (route.remembered) return sendRemembered(app, request, reply, ctx, route, () => handle(ctx, input))
      const output = await handle(ctx, input)
      if (route.lines) return sendLines(request, reply, output as AsyncIterable<unknown>, route.lines)
      return route.file === undefined ? output : sendFile(reply, output as EvidenceFile | StreamedFile)
    },
  })
}

function inputOf({ params, query, body }: FastifyRequest) {
  return { params, query, body }
}

/** By the log's last fact and the day: the answer that is kept, or nothing where the browser has it already. */
async function sendRemembered(
  app: FastifyInstance,
  request: FastifyRequest,
  reply: FastifyReply,
  ctx: Context,
  { path, response, remembered }: Route,
  make: () => Promise<unknown>,
): Promise<FastifyReply> {
  const since = `${await lastFact(ctx)} ${dateIn(ctx.now)}`
  const who = remembered === 'for-each' ? (ctx.person?.id ?? null) : null
  const question = JSON.stringify([ctx.tenantId, who, path, request.params, request.query])
  const { json, zipped, tag } = await app.rememberedAnswers.get(question, since, async () =>
    JSON.stringify(response?.parse(await make())),
  )
  void reply
    .header('etag', tag)
    .header('cache-control', 'private, no-cache')
    .header('vary', 'accept-encoding')
  if (request.headers['if-none-match'] === tag) return reply.code(304).send()
  void reply.type('application/json; charset=utf-8')
  if (!/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return reply.send(json)
  return reply.header('content-encoding', 'gzip').send(await zipped())
}

/** The same for an answer that does not end, which its handler writes by hand. */
export function serveStream<R extends Route & { readonly stream: true }>(
  app: FastifyInstance,
  route: R,
  handle: (ctx: Context, request: FastifyRequest, reply: FastifyReply) => void,
): void {
  app.route({
    method: route.method,
    url: route.path,
    schema: { summary: route.summary },
    preValidation: async (request) => {
      checkAccess(await request.context(), route)
    },
    handler: async (request, reply) => {
      handle(await request.context(), request, reply)
      return reply
    },
  })
}

/** The first gate; services ask again before they act. */
function checkAccess(ctx: Context, { access }: Route): void {
  if (access === 'anyone') return
  if (access !== 'signed-in' && mayDo(ctx.person?.roles ?? [], access)) return
  if (!ctx.person) throw new Problem('access.sign-in-needed', {})
  if (access !== 'signed-in') throw new Problem('access.denied', { action: access })
}

function sendFile(reply: FastifyReply, file: EvidenceFile | StreamedFile): FastifyReply {
  return reply
    .type(file.mediaType)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName)}`)
    .send('bytes' in file ? bodyOf(file.bytes) : Readable.from(file.stream, { objectMode: false }))
}

function bodyOf(bytes: EvidenceFile['bytes']): Buffer | Readable {
  return bytes instanceof Uint8Array ? Buffer.from(bytes) : bytes
}

function sendLines(
  request: FastifyRequest,
  reply: FastifyReply,
  lines: AsyncIterable<unknown>,
  schema: z.ZodType,
): FastifyReply {
  return reply
    .type('application/x-ndjson')
    .header('x-accel-buffering', 'no')
    .send(Readable.from(writtenLines(request, lines, schema)))
}

/** What fails now fails behind a good status: the problem is the last line. */
async function* writtenLines(
  request: FastifyRequest,
  lines: AsyncIterable<unknown>,
  schema: z.ZodType,
): AsyncGenerator<string> {
  try {
    for await (const line of lines) yield `${JSON.stringify(schema.parse(line))}\n`
  } catch (error) {
    yield `${JSON.stringify({ problem: describeProblem(request, problemOf(error as FastifyError, request)) })}\n`
  }
}
