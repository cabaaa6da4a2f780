import {
  type Asking,
  allows,
  type CaseStep,
  type ClockFired,
  LIVE_RESET,
  type LiveChange,
  type MeTooSaid,
} from '@lianxin/contract'
import type { StoredEvent } from '../../kernel/event-store.ts'

/** A change as it is told, and who alone may hear of it: the circle stays in the house. */
export type HeardChange = LiveChange & { readonly circle?: readonly string[] | null }

/** What the stream says of an event; undefined for events that have no place, and so no reach. */
export function changeOf(event: StoredEvent): HeardChange | undefined {
  const payload = event.payload as Partial<CaseStep & ClockFired & MeTooSaid>
  if (payload.placeCode === undefined) return undefined
  return {
    seq: event.seq,
    type: event.type,
    caseId: event.stream === 'case' ? event.streamId : (payload.caseId ?? null),
    placeCode: payload.placeCode,
    unitIds: payload.unitIds ?? [],
    kind: payload.kind ?? null,
    move: payload.move ?? null,
    itemCode: payload.itemCode ?? null,
    unitId: payload.unitId ?? null,
    ownerUnitId: payload.ownerUnitId ?? null,
    state: payload.to ?? null,
    at: event.recordedAt,
    ...(payload.circle ? { circle: payload.circle } : {}),
  }
}

/** Whoever may see the matter may hear of it: the same rule that the lists ask in SQL. */
export const mayHear = (asking: Asking, { placeCode, unitIds, caseId, circle }: HeardChange): boolean =>
  allows('case.view', asking, { placeCode, unitIds, circle: circle ?? null, ...(caseId ? { caseId } : {}) })

/** One event of the stream, as the HTML standard §9.2 writes it. */
export const sayChange = ({ circle: _circle, ...change }: HeardChange): string =>
  `id: ${change.seq}\nevent: ${change.type}\ndata: ${JSON.stringify(change)}\n\n`

/** Keeps the line open and moves the reader's place forward past what it may not hear. */
export const sayBeat = (seq: number): string => `: beat\nid: ${seq}\n\n`

/** Tells a reader that not all since its place is told again, and from where on. */
export const sayReset = (seq: number): string => `id: ${seq}\nevent: ${LIVE_RESET}\ndata: {}\n\n`
