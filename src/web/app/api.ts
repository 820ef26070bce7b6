/** The one way the browser talks to the API: by the contract's own route data. */
import type { z } from 'zod'
import type { Route } from '../../contract/route.ts'
import { problems, problemSentence, type Language, type ProblemCode } from '../../domain/problems/problem.ts'

type SchemaIn<R extends Route, Part extends keyof Route> = R[Part] extends z.ZodType
  ? { readonly [Key in Part]: z.input<R[Part]> }
  : unknown

/** What a call of this route needs: its path parameters, query, body and file, each only where the route has one. */
type CallInput<R extends Route> = SchemaIn<R, 'params'> &
  SchemaIn<R, 'body'> &
  (R['query'] extends z.ZodType ? { readonly query?: z.input<R['query']> } : unknown) &
  (R['upload'] extends true ? { readonly file: File } : unknown)

type CallOutput<R extends Route> = R['response'] extends z.ZodType ? z.output<R['response']> : never

/** What is the matter when there was no answer of the API's own. */
type ConnectionFailure = 'offline' | 'unreadable'

/** A call that did not give its result. `code` is a problem of the catalogue, or says that there was no proper answer. */
export class CallFailure extends Error {
  override readonly name = 'CallFailure'
  readonly code: ProblemCode | ConnectionFailure
  readonly details: unknown

  constructor(code: ProblemCode | ConnectionFailure, details: unknown = {}, options?: ErrorOptions) {
    super(code, options)
    this.code = code
    this.details = details
  }

  /** The HTTP status the catalogue has for it; undefined where the catalogue knows nothing of it. */
  get status(): number | undefined {
    return this.code === 'offline' || this.code === 'unreadable' ? undefined : problems[this.code].status
  }

  /** The catalogue's sentence; undefined where the catalogue knows nothing of it. */
  sentence(language: Language): string | undefined {
    return this.code === 'offline' || this.code === 'unreadable'
      ? undefined
      : problemSentence(this.code, this.details, language)
  }
}

/** What any call may carry; CallInput says what a certain one must. */
type Sendable = {
  readonly params?: unknown
  readonly query?: unknown
  readonly body?: unknown
  readonly file?: File
}

/** The address of a route on this site, for links to files as well. */
export function addressOf<R extends Route>(route: R, input: SchemaIn<R, 'params'>): string {
  return fullAddress(route, input as Sendable)
}

function fullAddress(route: Route, { params = {}, query = {} }: Sendable): string {
  const path = route.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent((params as Record<string, string>)[name] ?? ''),
  )
  const asked = Object.entries(query as Record<string, unknown>).filter(([, value]) => value !== undefined)
  if (asked.length === 0) return path
  return `${path}?${new URLSearchParams(asked.map(([name, value]) => [name, String(value)])).toString()}`
}

/** Calls the API and checks the answer against the contract. Rejects with a CallFailure. */
export async function call<R extends Route>(
  route: R,
  input: CallInput<R>,
  signal?: AbortSignal,
): Promise<CallOutput<R>> {
  const response = await send(route, input as Sendable, signal)
  const content = await readJson(response)
  if (!response.ok) throw failureOf(content)
  const parsed = route.response?.safeParse(content)
  if (!parsed?.success) throw new CallFailure('unreadable', {}, { cause: parsed?.error })
  return parsed.data as CallOutput<R>
}

async function send(route: Route, input: Sendable, signal: AbortSignal | undefined): Promise<Response> {
  try {
    return await fetch(fullAddress(route, input), {
      method: route.method,
      headers: {
        accept: 'application/json',
        ...(input.body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: bodyOf(input),
      ...(signal === undefined ? {} : { signal }),
    })
  } catch (error) {
    if (signal?.aborted) throw error
    throw new CallFailure('offline', {}, { cause: error })
  }
}

function bodyOf(input: Sendable): BodyInit | null {
  if (input.file) {
    const form = new FormData()
    form.append('file', input.file)
    return form
  }
  return input.body === undefined ? null : JSON.stringify(input.body)
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json()
  } catch (error) {
    throw new CallFailure('unreadable', {}, { cause: error })
  }
}

function failureOf(content: unknown): CallFailure {
  const { code, details } = (content ?? {}) as { code?: unknown; details?: unknown }
  if (typeof code !== 'string' || !(code in problems)) return new CallFailure('unreadable')
  return new CallFailure(code as ProblemCode, details ?? {})
}
