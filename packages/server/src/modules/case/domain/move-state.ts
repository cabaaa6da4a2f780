import type { CaseStep, HolidayCalendar, Kind, Refusal } from '@lianxin/contract'
import type { Item } from '../../catalogue/index.ts'
import type { Unit } from '../../org/index.ts'
import type { CaseFacts } from './case-facts.ts'
import type { JoinedAnswer } from './joined-answer.ts'

/** The two short codes of an assignment: each side shows its own and enters the other's. */
export type ArrivalCodes = { readonly ofUnit: string; readonly ofInitiator: string }

/** What lies around a matter and its own row does not say. */
export type Surroundings = {
  /** Accounts that may be named for the matter now. */
  readonly people?: readonly string[]
  /** Those who complained, where they check what came of it. */
  readonly complainants?: readonly string[]
  /** Whether the place has a committee that mediates, as far as anybody asked. */
  readonly mediatorsThere?: boolean
  /** Accounts that sent it to units, where one of these may ask for a decision about that. */
  readonly senders?: readonly string[]
  /** How many matters that hang on this one are open. */
  readonly openChildren: number
  /** The matter that the move names. */
  readonly other: CaseFacts | null
  /** How it stands where this one goes on, where it was joined with another and its requester asks. */
  readonly joined?: JoinedAnswer | null
  /** By assignment; only where the move is made with a code. */
  readonly codes: Readonly<Record<string, ArrivalCodes>>
  /** Why the gate does not let it be placed; undefined: it does, or nobody asked. */
  readonly admission: Refusal | undefined
}

export const ALONE: Surroundings = { openChildren: 0, other: null, codes: {}, admission: undefined }

/** Everything that a move is decided from. `freshIds` are minted before, so that deciding stays pure. */
export type MoveState = {
  readonly facts: CaseFacts
  readonly kind: Kind
  readonly units: readonly Unit[]
  /** The item of the case at its version, or the one that the move names. */
  readonly item: Item | null
  readonly calendar: HolidayCalendar
  readonly accountId: string | null
  readonly ownUnitId: string | null
  /** Which party acts, where one does. */
  readonly partyId?: string | null
  readonly freshIds: readonly string[]
  readonly contentIds: CaseStep['contentIds']
  readonly around: Surroundings
}
