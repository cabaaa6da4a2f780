import type { Route } from '@lianxin/contract'

/** The route of a command that a job or a subscriber runs: it names what it did, and answers to nobody over HTTP. */
export const systemRoute = <const Id extends string>(id: Id) =>
  ({ id, method: 'POST', path: '', summary: '', permit: 'case.clock', response: {} }) as const satisfies Route
