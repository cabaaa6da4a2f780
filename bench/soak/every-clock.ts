import { currentKind, KINDS } from '@lianxin/contract'

/** A clock of a kind by both names. */
export const clockName = ({ kind, clock }: { readonly kind: string; readonly clock: string }): string =>
  `${kind} · ${clock}`

/** Every clock of every kind that matters begin with today, and the three of the burden gate. */
export const EVERY_CLOCK: readonly string[] = [...new Set(KINDS.map(({ kind }) => kind))]
  .flatMap((kind) => Object.keys(currentKind(kind).clocks).map((clock) => clockName({ kind, clock })))
  .concat(['decision', 'answer', 'end'].map((clock) => clockName({ kind: 'gate', clock })))
