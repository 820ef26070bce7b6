/** Every error leaves as a problem: `{code, details, message}`. What nobody foresaw shows an id, never its message. */
import { randomUUID } from 'node:crypto'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Problem, problemSentence, problems, type Language, type ProblemCode } from '../domain/problem.ts'
import { isPageAddress } from './web-app.ts'
import { maxDocumentMegabytes } from '../domain/source.ts'
import { problemOfConstraint } from '../services/constraints.ts'

/** `webApp`: addresses of the web app's pages are answered with its page. */
export function addErrors(app: FastifyInstance, webApp: boolean): void {
  app.setErrorHandler((error: FastifyError, request, reply) =>
    sendProblem(request, reply, problemOf(error, request)),
  )
  app.setNotFoundHandler((request, reply) => {
    if (webApp && isPageAddress(request)) return reply.sendFile('index.html')
    return sendProblem(request, reply, new Problem('request.no-such-address', { path: request.url }))
  })
}

export function problemOf(error: FastifyError, request: FastifyRequest): Problem {
  if (error instanceof Problem) return error
  const [invalid] = error.validation ?? []
  if (invalid) {
    return new Problem('request.invalid', {
      place: `${error.validationContext ?? ''}${invalid.instancePath}`,
      message: invalid.message ?? '',
    })
  }
  const violated = problemOfConstraint(error)
  if (violated) return violated
  if (error.code === 'FST_REQ_FILE_TOO_LARGE' || error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
    return new Problem('document.too-large', { limitMegabytes: maxDocumentMegabytes })
  }
  if (error.statusCode !== undefined && error.statusCode < 500) {
    return new Problem('request.invalid', { place: request.url, message: error.message })
  }
  const id = randomUUID()
  request.log.error({ err: error, id }, 'unexpected error')
  return new Problem('server.unexpected', { id })
}

function sendProblem(request: FastifyRequest, reply: FastifyReply, problem: Problem): FastifyReply {
  return reply
    .status(problems[problem.code].status)
    .type('application/problem+json')
    .send(JSON.stringify(describeProblem(request, problem)))
}

export function describeProblem(request: FastifyRequest, problem: Problem) {
  const code: ProblemCode = problem.code
  return {
    code,
    details: problem.details as unknown,
    message: problemSentence(code, problem.details, languageOf(request)),
  }
}

function languageOf(request: FastifyRequest): Language {
  return request.headers['accept-language']?.toLowerCase().startsWith('en') ? 'en' : 'zh'
}
