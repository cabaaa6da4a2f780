import {
  type Condition,
  countVote,
  type KindMove,
  type MoveInput,
  type Refusal,
  refuse,
  shortfallOf,
  tallyFits,
} from '@lianxin/contract'
import type { Assigned } from './assign.ts'
import { presentRound } from './case-facts.ts'
import type { MoveState } from './move-state.ts'
import { isBusy } from './owner.ts'
import { publicWordsRefusal } from './public-words.ts'

/** Choices that are not of the list, public words that lead to a person, votes whose numbers cannot be, aspects that were not rated. */
export function unfit(move: KindMove, { kind }: MoveState, input: MoveInput): Refusal | undefined {
  for (const name of move.choose ?? []) {
    const choice = kind.choices?.[name]
    const given = input.choices?.[name]
    if (!choice || given === undefined || !Object.hasOwn(choice.options, given))
      return refuse('case.choice-invalid', { choice: choice?.name ?? name })
  }
  const exposed = move.public && input.words !== undefined ? publicWordsRefusal(input.words) : undefined
  if (exposed) return exposed
  const vote = move.vote ? kind.votes?.[move.vote] : undefined
  if (vote && input.tally && !tallyFits(vote, input.tally)) return refuse('case.tally-unfit')
  if (input.scores) {
    const aspects = [...(move.aspects ?? Object.keys(kind.scores ?? {}))].sort()
    if (String(Object.keys(input.scores).sort()) !== String(aspects)) return refuse('case.score-unfit')
  }
  return undefined
}

export type Met = {
  readonly move: KindMove
  readonly state: MoveState
  readonly input: MoveInput
  readonly choices: Readonly<Record<string, string>>
  readonly assigned: Assigned
  /** The unit that the move is about. */
  readonly flagUnit: string | null
}

/** Has each party this flag, that which the move raises included? */
const everyParty = (flag: string, { move, state: { facts, partyId } }: Met): boolean =>
  facts.partyIds.length > 0 &&
  facts.partyIds.every(
    (id) =>
      (id === partyId && move.raise?.includes(flag) === true) ||
      facts.flags.some((one) => one.flag === flag && one.partyId === id),
  )

/** Have all of those who complained this flag, or more than half? Whoever is not among them does not count. */
function enoughComplainants(
  { complainants, flag }: Extract<Condition, { complainants: unknown }>,
  { move, state: { facts, partyId = null, around } }: Met,
): boolean {
  const all = around.complainants ?? []
  const said = new Set([
    ...facts.flags.filter((one) => one.flag === flag).map((one) => one.partyId ?? null),
    ...(move.raise?.includes(flag) ? [partyId] : []),
  ])
  const counted = all.length === 0 ? said.size : all.filter((id) => said.has(id)).length
  return complainants === 'all' ? counted >= Math.max(1, all.length) : counted * 2 > all.length
}

/** Is the condition of an outcome met? */
export function holds(when: Condition | undefined, met: Met): boolean {
  const { state, input, choices, assigned } = met
  if (!when) return true
  if ('input' in when) return input[when.input] === when.is
  if ('choice' in when) return choices[when.choice] === when.is
  if ('vote' in when) {
    const vote = state.kind.votes?.[when.vote]
    if (vote === undefined || input.tally === undefined) return false
    return 'short' in when
      ? shortfallOf(vote, input.tally) === when.short
      : countVote(vote, input.tally).passed === (when.is === 'passed')
  }
  if ('everyParty' in when) return everyParty(when.everyParty, met)
  if ('complainants' in when) return enoughComplainants(when, met)
  const round = presentRound({ ...state.facts, assignments: assigned.all })
  if ('none' in when) return !round.some((one) => when.none.includes(one.state))
  if ('everyUnit' in when)
    return round
      .filter((one) => one.state === 'done')
      .every(({ unitId }) => when.everyUnit.every((flag) => isNoted(flag, unitId, met)))
  const busy = round.some(isBusy)
  if (when.assignments === 'someOpen') return busy
  return when.assignments === 'noneOpen' ? !busy : !busy && round.some((one) => one.state === 'done')
}

/** Is it noted of this unit, with what the move itself notes? */
const isNoted = (flag: string, unitId: string, { state: { facts }, move, flagUnit }: Met): boolean =>
  facts.flags.some((one) => one.flag === flag && one.unitId === unitId) ||
  (flagUnit === unitId && move.raise?.includes(flag) === true)
