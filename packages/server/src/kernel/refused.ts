import type { Refusal } from '@lianxin/contract'

/** Carries a refusal out of a transaction, which rolls back. `load` may throw it; `decide` returns refusals instead. */
export class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.refusal)
    this.name = 'Refused'
    this.refusal = refusal
  }
}

/** Goes on only where the condition holds. @throws Refused */
export function ensure(condition: boolean, otherwise: Refusal): void {
  if (!condition) throw new Refused(otherwise)
}

export function must<T>(value: T | undefined | null, otherwise: Refusal): T {
  if (value === undefined || value === null) throw new Refused(otherwise)
  return value
}
