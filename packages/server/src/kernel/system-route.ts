import type { Permission, Route } from '@lianxin/contract'

/**
 * The route of a command that a job, a subscriber or an operator's file runs: it names what it did, and answers to nobody over
 * HTTP.
 *
 * @param permit what somebody at a screen would need for it; by itself, that a moment has come
 */
export const systemRoute = <const Id extends string, const P extends Permission = 'case.clock'>(
  id: Id,
  permit: P = 'case.clock' as P,
) => ({ id, method: 'POST', path: '', summary: '', permit, response: {} }) as const satisfies Route
