import type { Tx } from '../../../kernel/tx.ts'
import type { ArrivalCodes } from '../domain/move-state.ts'

const DIGITS = 1_000_000

/**
 * Six digits for each side of an assignment, derived and stored nowhere: whoever is met shows one, the other side enters
 * it. They exist from the moment of the call, so that the side that shows need not be online.
 */
export const arrivalCodes = (
  tx: Pick<Tx, 'keys'>,
  facts: { readonly assignments: readonly { readonly id: string }[] },
): Readonly<Record<string, ArrivalCodes>> =>
  Object.fromEntries(
    facts.assignments.map(({ id }) => [
      id,
      { ofUnit: digitsOf(tx, `unit ${id}`), ofInitiator: digitsOf(tx, `initiator ${id}`) },
    ]),
  )

function digitsOf(tx: Pick<Tx, 'keys'>, of: string): string {
  const [a = 0, b = 0, c = 0, d = 0] = tx.keys.blindIndex('case_assignment.arrival', of)
  const number = ((a * 256 + b) * 256 + c) * 256 + d
  return String(number % DIGITS).padStart(6, '0')
}
