import {
  type Asking,
  allows,
  type CaseStep,
  type ClockFired,
  type FormFilled,
  type GateStep,
  LIVE_RESET,
  type LiveChange,
  type LiveGate,
  type MeTooSaid,
} from '@lianxin/contract'
import type { StoredEvent } from '../../kernel/event-store.ts'

/** A change as it is told, and who alone may hear of it: the circle, and the units of a step at the gate, stay in the house. */
export type HeardChange =
  | (LiveChange & { readonly circle?: readonly string[] | null })
  | (LiveGate & { readonly ofUnits: readonly string[] })

/** What the stream says of an event; undefined for events that have no place and concern no unit, and so no reach. */
export function changeOf(event: StoredEvent): HeardChange | undefined {
  if (event.type.startsWith('gate.')) return gateChangeOf(event)
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

/** A request concerns who asks, and each community from the moment that it is asked. */
function gateChangeOf({ seq, type, streamId, payload, recordedAt: at }: StoredEvent): HeardChange {
  const { unitId, recipients = [], requestId = streamId } = payload as Partial<GateStep & FormFilled>
  const asked = recipients.filter(({ state }) => state !== 'listed').map((one) => one.unitId)
  return { seq, type, requestId, at, ofUnits: [...(unitId ? [unitId] : []), ...asked] }
}

/** Whoever may see the matter, or the request at the gate, may hear of it: the same rule that the lists ask in SQL. */
export function mayHear(asking: Asking, change: HeardChange): boolean {
  if ('ofUnits' in change) return allows('gate.view', asking, { placeCode: '', unitIds: change.ofUnits })
  const { placeCode, unitIds, caseId, circle } = change
  return allows('case.view', asking, {
    ...{ placeCode, unitIds, circle: circle ?? null },
    ...(caseId ? { caseId } : {}),
  })
}

/** One event of the stream, as the HTML standard §9.2 writes it. */
export function sayChange(heard: HeardChange): string {
  const { circle: _circle, ofUnits: _units, ...change } = { circle: null, ofUnits: null, ...heard }
  return `id: ${change.seq}\nevent: ${change.type}\ndata: ${JSON.stringify(change)}\n\n`
}

/** Keeps the line open and moves the reader's place forward past what it may not hear. */
export const sayBeat = (seq: number): string => `: beat\nid: ${seq}\n\n`

/** Tells a reader that not all since its place is told again, and from where on. */
export const sayReset = (seq: number): string => `id: ${seq}\nevent: ${LIVE_RESET}\ndata: {}\n\n`
