import { type GateDraft, type Refusal, stillAsked } from '@lianxin/contract'
import { checkDemand, type Ground } from './check-demand.ts'
import { type GateFacts, type GateRecord, listed } from './gate-facts.ts'
import { barred, type GateEvent, stepEvent } from './step-event.ts'

const termsOf = ({ words: _, communityCodes: __, ...terms }: GateDraft) => terms

/** A request that nobody has written yet. */
export const blank = (id: string, unitId: string, draft: GateDraft): GateFacts => ({
  ...termsOf(draft),
  id,
  unitId,
  version: 0,
  state: 'draft',
  dutyListId: null,
  fieldCount: 0,
  typedCount: 0,
  demandId: id,
  reasonId: null,
  dueAt: null,
})

export type Written = {
  readonly before: GateFacts
  readonly ground: Ground
  readonly demandId: string
  readonly eventId: string
}

/** The department writes down what it wants to ask, or changes what came back. */
export function decideWrite(
  { before, ground, demandId, eventId }: Written,
  draft: GateDraft,
  now: number,
): readonly GateEvent[] | Refusal {
  const refusal = barred(before, 'save') ?? checkDemand(draft, ground, now)
  if (refusal) return refusal
  const recipients = [...new Set(draft.communityCodes)].map((code) =>
    listed(ground.unitOf.get(code) ?? '', code),
  )
  return [
    stepEvent(eventId, before, 'save', {
      ...termsOf(draft),
      state: before.state === 'returned' ? 'returned' : 'draft',
      fieldCount: draft.words.fields.length,
      typedCount: stillAsked(ground.overlap),
      demandId,
      reasonId: before.reasonId,
      recipients,
    }),
  ]
}

export type Submitted = {
  readonly record: GateRecord
  readonly words: GateDraft['words']
  readonly ground: Ground & { readonly dutyListId: string | null }
  readonly decisionDueAt: number
  readonly eventId: string
}

/** Submitting checks once more: another form may have passed since the draft was written. */
export function decideSubmit(
  { record, words, ground, decisionDueAt, eventId }: Submitted,
  now: number,
): readonly GateEvent[] | Refusal {
  const communityCodes = record.recipients.map(({ communityCode }) => communityCode)
  const refusal =
    barred(record.facts, 'submit') ?? checkDemand({ ...record.facts, words, communityCodes }, ground, now)
  if (refusal) return refusal
  return [
    stepEvent(eventId, record.facts, 'submit', {
      state: 'submitted',
      dutyListId: ground.dutyListId,
      typedCount: stillAsked(ground.overlap),
      dueAt: decisionDueAt,
    }),
  ]
}
