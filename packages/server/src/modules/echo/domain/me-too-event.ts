import type { MeTooSaid } from '@lianxin/contract'
import type { NewEvent } from '../../../kernel/event-store.ts'

/** Whoever may see the matter hears at once that one more has the same trouble. */
export type HeardBy = {
  readonly placeCode: string
  readonly itemCode: string | null
  readonly unitIds: string[]
}

type Said = {
  readonly id: string
  readonly caseId: string
  readonly eventId: string
  readonly byPhone: boolean
  readonly heardBy: HeardBy
}

/** One more has the same trouble. */
export const meTooSaid = (said: Said): NewEvent<MeTooSaid> => step(said, 'echo.meTooSaid', 1)

/** One of them no longer wants to be told. */
export const meTooLeft = (said: Said): NewEvent<MeTooSaid> => step(said, 'echo.meTooLeft', 2)

const step = (
  { id, caseId, eventId, byPhone, heardBy }: Said,
  type: 'echo.meTooSaid' | 'echo.meTooLeft',
  streamVersion: number,
): NewEvent<MeTooSaid> => ({
  id: eventId,
  type,
  stream: 'me-too',
  streamId: id,
  streamVersion,
  payload: { caseId, byPhone, ...heardBy },
})
