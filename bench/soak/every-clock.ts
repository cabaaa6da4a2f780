import { currentKind, KINDS } from '@lianxin/contract'

/** A clock of a kind by both names. */
export const clockName = ({ kind, clock }: { readonly kind: string; readonly clock: string }): string =>
  `${kind} · ${clock}`

/**
 * Every clock of every kind that matters begin with today, and the two of the burden gate that end something by themselves. The
 * gatekeeper's time to decide ends nothing: the request is shown as overdue and goes on waiting.
 */
export const EVERY_CLOCK: readonly string[] = [...new Set(KINDS.map(({ kind }) => kind))]
  .flatMap((kind) => Object.keys(currentKind(kind).clocks).map((clock) => clockName({ kind, clock })))
  .concat(['answer', 'end'].map((clock) => clockName({ kind: 'gate', clock })))
