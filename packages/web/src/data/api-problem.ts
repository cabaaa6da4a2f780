import type { FieldProblem, Retry } from '@lianxin/contract'

interface Problem {
  readonly code: string
  readonly status: number
  readonly title: string
  readonly detail?: string
  readonly retry: Retry
  readonly fields?: readonly ToldField[]
}

/** As it travels: one sentence, in the language that was asked for. */
interface ToldField {
  readonly field: string
  readonly message: string
}

/** Codes that arise in the browser itself; their sentences are in the `ui` catalogue under `problem.*`. */
export const NETWORK_CODE = 'network.unreachable'

/** A refusal or fault as problem+json (RFC 9457), or the network failing before an answer came. */
export class ApiProblem extends Error {
  readonly code: string
  /** HTTP status; 0 when no answer came. */
  readonly status: number
  readonly title: string
  /** The sentence to show, in the language that the request asked for; empty when no answer came. */
  readonly detail: string
  readonly retry: Retry
  readonly fields: readonly FieldProblem[]

  constructor(problem: Problem, cause?: unknown) {
    super(`${problem.code}: ${problem.title}`, { cause })
    this.name = 'ApiProblem'
    this.code = problem.code
    this.status = problem.status
    this.title = problem.title
    this.detail = problem.detail ?? problem.title
    this.retry = problem.retry
    this.fields = (problem.fields ?? []).map(({ field, message }) => ({ field, zh: message, en: message }))
  }
}

export const isApiProblem = (error: unknown): error is ApiProblem => error instanceof ApiProblem

/** No answer came. */
export const isUnreachable = (error: unknown): boolean => isApiProblem(error) && error.status === 0

/** No answer came, so nobody knows whether it was done: the same command id makes sending again harmless. */
export const unreachable = (cause: unknown): ApiProblem =>
  new ApiProblem({ code: NETWORK_CODE, status: 0, title: '', retry: 'same-key' }, cause)

const isProblem = (value: unknown): value is Partial<Problem> => typeof value === 'object' && value !== null

/** Reads problem+json; a proxy's bare error page becomes a fault that may be retried later. */
export const problemOf = async (answer: Response): Promise<ApiProblem> => {
  const told: unknown = await answer.json().catch(() => null)
  const problem = isProblem(told) ? told : {}
  return new ApiProblem({
    code: problem.code ?? (answer.status === 401 ? 'auth.required' : 'server.fault'),
    status: answer.status,
    title: problem.title ?? '',
    ...(problem.detail ? { detail: problem.detail } : {}),
    retry: problem.retry ?? (answer.status >= 500 || answer.status === 429 ? 'later' : 'never'),
    fields: Array.isArray(problem.fields) ? problem.fields : [],
  })
}
