import type { Bilingual } from '../schema.ts'
import type { OwnerRule } from './owner-rule.ts'

/**
 * Something noted of a matter. With `asks`, somebody is asked to decide: until it is lowered it has an owner and a clock
 * beside those of the state, so that no question is ever nobody's.
 */
export type KindFlag = {
  readonly name: Bilingual
  /** `{unit}`: who raised it; `{owner}`: who decides. */
  readonly asks?: { readonly owner: OwnerRule; readonly clock: string }
  /** One for each unit, for each person of the staff or for each party rather than one for the matter. */
  readonly per?: 'unit' | 'account' | 'party'
  /** Of the time that the unit was sent it: gone when it is sent it again, and when a new round begins. */
  readonly sending?: true
  /** Noted each time, since it matters when: a later one does not stand for those before it. */
  readonly each?: true
  /** Noted of the person who is named for the matter, whoever raises it. */
  readonly about?: 'named'
}

export type KindChoice = { readonly name: Bilingual; readonly options: Readonly<Record<string, Bilingual>> }
