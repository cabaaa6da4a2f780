import type { AnswerFact, CaseStep, Kind } from '@lianxin/contract'
import { type CaseFacts, unitOfRound } from './case-facts.ts'

/** How it stands where a joined matter goes on, for whoever raised the joined one. */
export type JoinedAnswer = AnswerFact & {
  /** Since when its requester is asked; null: it has not been answered, or was reopened since. */
  readonly answeredAt: number | null
  /** Whoever raised the joined one judged this very answer, and stayed with it. */
  readonly isJudged: boolean
  /** Of the item. */
  readonly itemVersion: number | null
  readonly closedAt: number | null
}

/** What was said last, from the joined matter, of an answer of the other one. */
export type Said = {
  readonly round: number
  /** They went on alone with it. */
  readonly left: boolean
  readonly solved: boolean | null
  readonly satisfaction: number | null
}

export function joinedAnswer(kind: Kind, facts: CaseFacts, said: Said | undefined): JoinedAnswer {
  const round = facts.reopenedCount
  return {
    ...{ caseId: facts.id, round, unitId: unitOfRound(facts, round) },
    itemCode: facts.itemCode,
    itemVersion: facts.itemVersion,
    excluded: facts.flags.some(({ flag }) => flag === 'excluded'),
    answeredAt: answeredAt(kind, facts),
    // Whoever went on alone and was joined again is asked again, about the same answer too.
    isJudged: said?.round === round && !said.left,
    closedAt: facts.closedAt,
  }
}

/** The states in which the requester is asked whether it is solved. */
export const askingStates = ({ moves }: Kind): readonly string[] =>
  Object.values(moves)
    .filter(({ needs, rules }) => needs.includes('solved') && !rules.includes('answeredWhereJoined'))
    .flatMap(({ from }) => from)

/** The clock of the verdict says so: it runs, or it stopped because the matter closed. */
function answeredAt(kind: Kind, { clocks, closedAt }: CaseFacts): number | null {
  const asking = askingStates(kind).map((state) => kind.states[state]?.clock)
  const asked = clocks.findLast(({ clock }) => asking.includes(clock))
  const holds = asked && (asked.stoppedAt === null || asked.stoppedAt === closedAt)
  return holds ? asked.startedAt : null
}

/** What a step of a joined matter records of the answer; nothing on any other step, nor where none was given. */
export function answerOf(joined: JoinedAnswer | null | undefined): Pick<CaseStep, 'answer'> {
  if (!joined || joined.answeredAt === null) return {}
  const { caseId, round, unitId, itemCode, excluded } = joined
  return { answer: { caseId, round, unitId, itemCode, excluded } }
}
