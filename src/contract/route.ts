/** A route is data: who may call it, what goes in, what comes out. The API serves it, the browser calls it by it. */
import type { z } from 'zod'
import type { Action } from '../domain/duty/access.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** `anyone` needs no rule; `signed-in` any session; otherwise a row of domain/access.ts. */
export type Access = 'anyone' | 'signed-in' | Action

export type Route<
  Params extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Response extends z.ZodType = z.ZodType,
> = {
  readonly method: Method
  /** With `:name` for each parameter. */
  readonly path: `/${string}`
  readonly access: Access
  /** One line for the OpenAPI document. */
  readonly summary: string
  readonly params?: Params
  readonly query?: z.ZodType
  readonly body?: Body
  /** Absent where the response is a file. */
  readonly response?: Response
  /** The answer follows from the facts and the day, for all who may ask or for each: it is kept until a fact comes. */
  readonly remembered?: 'for-all' | 'for-each'
  /** What a file response is: its media type. */
  readonly file?: string
  /** Served by hand, as it does not end: an event stream. */
  readonly stream?: true
  /** The answer comes while the work goes on: one JSON of this a line, the last a problem where it failed. */
  readonly lines?: z.ZodType
  /** The body is one file, sent as multipart/form-data in the field `file`. */
  readonly upload?: true
}

export function route<const R extends Route>(definition: R): R {
  return definition
}
