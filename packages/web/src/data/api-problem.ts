import type { FieldProblem, Retry } from '@lianxin/contract/errors'

/** Codes that arise in the browser itself, beside those of the contract's catalogue. */
export type LocalCode = 'network.unreachable' | 'network.unreadable'

/** A refusal or fault as problem+json (RFC 9457), or the network failing before an answer came. */
export class ApiProblem extends Error {
  readonly code: string
  /** HTTP status; 0 when no answer came. */
  readonly status: number
  readonly title: string
  readonly retry: Retry
  readonly fields: readonly FieldProblem[]

  constructor(problem: {
    code: string
    status: number
    title: string
    detail?: string
    retry: Retry
    fields?: readonly FieldProblem[]
  }) {
    super(problem.detail ?? problem.title)
    this.name = 'ApiProblem'
    this.code = problem.code
    this.status = problem.status
    this.title = problem.title
    this.retry = problem.retry
    this.fields = problem.fields ?? []
  }

  /** The sentence to show; already in the language that the request asked for. */
  get detail(): string {
    return this.message
  }

  /** The same command with the same id may be sent again and is done at most once. */
  get canSendAgain(): boolean {
    return this.retry !== 'never'
  }
}

export const isApiProblem = (error: unknown): error is ApiProblem => error instanceof ApiProblem
