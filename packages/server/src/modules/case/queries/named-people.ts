import type { Tx } from '../../../kernel/tx.ts'
import { servingName } from '../../org/index.ts'
import type { CaseFacts } from '../domain/case-facts.ts'
import { peopleToName } from './people-to-name.ts'

/** Under which name somebody serves who is named for a matter, and who could be named. Most kinds have neither, and nothing is read. */
export type NamedPeople = { readonly name: string | null; readonly people: ReadonlyMap<string, string> }

export async function namedPeople(tx: Tx, facts: CaseFacts): Promise<NamedPeople> {
  const { namedId, initiatorUnitId } = facts
  return {
    name: namedId && initiatorUnitId ? await servingName(tx, initiatorUnitId, namedId) : null,
    people: tx.actor.kind === 'account' ? await peopleToName(tx, facts) : new Map(),
  }
}
