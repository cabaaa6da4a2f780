import type { Answer, Input, Permission, Purpose, Route } from '@lianxin/contract'
import { type Asker, enterToRead } from './asker.ts'
import type { Permit } from './permit.ts'
import type { World } from './ports.ts'
import { readNote } from './read-ledger.ts'
import { Refused } from './refused.ts'
import type { Tx } from './tx.ts'

/** What a view gives: the answer, and whose personal data it shows. The kernel writes the ledger from `subjects`. */
export type Viewed<R extends Route> = { readonly answer: Answer<R>; readonly subjects: readonly string[] }

export type Query<R extends Route> = {
  readonly route: R
  readonly permit: Permission
  /** Everybody gets the same: who asks is not looked up. */
  readonly alike?: true
  view(tx: Tx, permit: Permit, input: Input<R>, purpose: Purpose | null): Promise<Viewed<R>>
}

export const query = <R extends Route>(definition: Query<R>): Query<R> => definition

export type QueryCall<R extends Route> = {
  readonly tenant: number
  readonly actor: Asker
  readonly purpose: Purpose | null
  readonly input: Input<R>
}

/** permit → view → one ledger row per answer that shows a person, in the same transaction: no trace, no answer. */
export async function runQuery<R extends Route>(
  world: World,
  definition: Query<R>,
  call: QueryCall<R>,
): Promise<Answer<R>> {
  return enterToRead(world, call, definition.permit, async (tx, permit) => {
    if (definition.route.purpose === 'required' && call.purpose === null)
      throw new Refused({ refusal: 'auth.purpose-required' })
    const { answer, subjects } = await definition.view(tx, permit, call.input, call.purpose)
    const note = readNote(tx, definition.route.id, call.purpose, subjects)
    if (note) tx.closeWith(note)
    return answer
  })
}
