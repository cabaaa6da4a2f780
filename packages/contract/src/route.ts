import type { Static, TSchema } from 'typebox'
import type { Permission } from './permissions.ts'

/** As much as a body may hold where its route does not say otherwise. */
export const MOST_BODY_BYTES = 256 * 1024

/**
 * One operation of the HTTP API. The server's routes, the typed client and the OpenAPI document all derive from it.
 * `command`: changes something; needs an `Idempotency-Key` (UUIDv7 made with the draft).
 * `purpose`: `optional` shows people masked until a purpose is stated in `X-Purpose`; `required` refuses without one.
 */
export type Route = {
  readonly id: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly path: string
  readonly summary: string
  readonly permit: Permission
  readonly command?: true
  readonly purpose?: 'optional' | 'required'
  /** What the answer is when it is not JSON, e.g. `image/jpeg`, `text/csv`. */
  readonly media?: string
  /** Requests a minute for one address; default is the server's general limit. */
  readonly ratePerMinute?: number
  /** As much as its body may hold; default is {@link MOST_BODY_BYTES}. */
  readonly mostBytes?: number
  readonly params?: TSchema
  readonly query?: TSchema
  readonly body?: TSchema
  readonly response: TSchema
}

export const route = <const R extends Route>(descriptor: R): R => descriptor

type Part<R extends Route, K extends 'params' | 'query' | 'body'> = R[K] extends TSchema
  ? Static<R[K]>
  : undefined

/** What a route takes, validated. */
export type Input<R extends Route> = {
  readonly params: Part<R, 'params'>
  readonly query: Part<R, 'query'>
  readonly body: Part<R, 'body'>
}

/** What a route answers. */
export type Answer<R extends Route> = Static<R['response']>
