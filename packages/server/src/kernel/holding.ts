import type { Tx } from './tx.ts'

/** What is known of one community, by element of the field dictionary. An element that has no value is absent. */
export type Held = Readonly<Record<string, string | number>>

/**
 * A register that holds elements of the field dictionary. The module that owns the register says how they are read, and
 * the gate then never lets anybody ask for them again.
 */
export type Holding = {
  readonly elements: readonly string[]
  read(tx: Tx, communityCodes: readonly string[]): Promise<ReadonlyMap<string, Held>>
}

/** Rows of communities as holdings give them; what is null is not known. */
export const heldBy = (
  rows: readonly { readonly code: string; readonly values: Readonly<Record<string, unknown>> }[],
): ReadonlyMap<string, Held> =>
  new Map(
    rows.map(({ code, values }) => [
      code,
      Object.fromEntries(
        Object.entries(values).flatMap(([element, value]) =>
          typeof value === 'string' || typeof value === 'number' ? [[element, value] as const] : [],
        ),
      ),
    ]),
  )
