import type { Outcome } from '../../../kernel/command.ts'

/** The answer to a decision on one item. */
export const itemDone = (_tx: unknown, { code, version, effectiveFrom }: Outcome) => ({
  code: String(code),
  version: Number(version),
  effectiveFrom: Number(effectiveFrom),
})
