import type { AnswerFact, AssignmentFact, Kind } from '@lianxin/contract'
import { type CaseFacts, presentRound } from './case-facts.ts'

/** How it stands where a joined matter goes on, for whoever raised the joined one. */
export type JoinedAnswer = AnswerFact & {
  /** Since when its requester is asked; null: it has not been answered, or was reopened since. */
  readonly answeredAt: number | null
  /** Of the item. */
  readonly itemVersion: number | null
  readonly closedAt: number | null
}

export function joinedAnswer(kind: Kind, facts: CaseFacts): JoinedAnswer {
  return {
    caseId: facts.id,
    round: facts.reopenedCount,
    unitId: answering(presentRound(facts))?.unitId ?? null,
    itemCode: facts.itemCode,
    itemVersion: facts.itemVersion,
    excluded: facts.flags.some(({ flag }) => flag === 'excluded'),
    answeredAt: answeredAt(kind, facts),
    closedAt: facts.closedAt,
  }
}

/** Who led it, or had it last: whoever it was taken from is not. */
function answering(round: readonly AssignmentFact[]): AssignmentFact | undefined {
  const there = round.filter(({ state }) => state !== 'returned')
  return there.findLast(({ role }) => role === 'lead') ?? there.at(-1)
}

/** The clock of the verdict says so: it runs, or it stopped because the matter closed. */
function answeredAt({ moves, states }: Kind, { clocks, closedAt }: CaseFacts): number | null {
  const asking = Object.values(moves)
    .filter(({ needs }) => needs.includes('solved'))
    .flatMap(({ from }) => from.map((state) => states[state]?.clock))
  const asked = clocks.findLast(({ clock }) => asking.includes(clock))
  const holds = asked && (asked.stoppedAt === null || asked.stoppedAt === closedAt)
  return holds ? asked.startedAt : null
}

/** What its step records of the answer; nothing on any other step. */
export const answerFact = ({ caseId, round, unitId, itemCode, excluded }: JoinedAnswer): AnswerFact => ({
  ...{ caseId, round, unitId, itemCode, excluded },
})
