import type { CaseStep, HolidayCalendar, Kind } from '@lianxin/contract'
import type { Item } from '../../catalogue/index.ts'
import type { Unit } from '../../org/index.ts'
import type { CaseFacts } from './case-facts.ts'

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
  readonly freshIds: readonly string[]
  readonly contentIds: CaseStep['contentIds']
}
