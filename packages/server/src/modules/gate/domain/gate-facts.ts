import type { GateState, GateStep, GateTerms, RecipientStep } from '@lianxin/contract'

/** The row of a gate request. */
export type GateFacts = GateTerms & {
  readonly id: string
  readonly version: number
  readonly state: GateState
  readonly unitId: string
  readonly dutyListId: string | null
  readonly fieldCount: number
  readonly typedCount: number
  readonly demandId: string
  readonly reasonId: string | null
  readonly dueAt: number | null
}

/** A request with the communities that it is meant for. */
export type GateRecord = { readonly facts: GateFacts; readonly recipients: readonly RecipientStep[] }

export const STREAM = 'gate'

/** A community that has not been asked anything yet. */
export const listed = (unitId: string, communityCode: string): RecipientStep => ({
  unitId,
  communityCode,
  state: 'listed',
  ground: null,
  dutyListId: null,
  dutyCode: null,
  reasonId: null,
  overruleId: null,
})

/** The row as an event says it stands. */
export const factsAfter = (id: string, step: GateStep): GateFacts => {
  const { move: _, from: __, recipients: ___, ...facts } = step
  return { id, ...facts }
}
