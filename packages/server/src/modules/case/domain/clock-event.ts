import type { ClockFact, ClockFired } from '@lianxin/contract'
import type { NewEvent } from '../../../kernel/event-store.ts'
import { type CaseFacts, circleIdOf } from './case-facts.ts'
import { momentsPast, type OnLadder } from './rungs.ts'

/** What every moment of a clock says of its matter. */
export const clockPayload = (facts: CaseFacts, clock: ClockFact): ClockFired => ({
  clockId: clock.id,
  clock: clock.clock,
  caseId: facts.id,
  itemCode: facts.itemCode,
  placeCode: facts.placeCode,
  unitIds: facts.unitIds,
  ownerUnitId: facts.ownerUnitId,
  dueAt: clock.dueAt,
  circle: facts.circle && [...facts.circle],
})

/** An event of the clock's own history: the matter itself does not change, so nobody's open form grows stale by it. */
export const clockEvent = <P extends ClockFired>(
  facts: CaseFacts,
  clock: ClockFact,
  of: { readonly id: string; readonly type: string; readonly payload: P },
  ladder: OnLadder,
): NewEvent<P> => ({
  ...of,
  stream: 'clock',
  streamId: clock.id,
  streamVersion: momentsPast(clock, ladder) + 1,
  circleId: circleIdOf(facts),
})
