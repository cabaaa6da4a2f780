import {
  type CaseStep,
  type EchoEntry,
  getKind,
  KINDS,
  type PublishBlock,
  type Refusal,
  refuse,
} from '@lianxin/contract'
import { askingStates, type CaseFacts, presentRound } from '../../case/index.ts'

/** The states in which a matter has come to a result: not withdrawn, not merged away. */
export const ENDED_WELL: readonly string[] = ['closed', 'selfHandled']

/** Kinds that staff write down of themselves: nobody raised the matter, so there is nobody to ask, and nobody to judge it. */
export const FOUND_KINDS: readonly string[] = [
  ...new Set(
    KINDS.filter(({ counted, report }) => counted === true && report.by === 'post').map(({ kind }) => kind),
  ),
]
export const isFound = ({ kind }: Pick<CaseFacts, 'kind'>): boolean => FOUND_KINDS.includes(kind)

/** Why an answer cannot go on the wall now; null when it can. */
export function blockOf(
  facts: Pick<CaseFacts, 'kind' | 'state' | 'closedAt' | 'solved'>,
  agreed: boolean,
): PublishBlock {
  if (facts.closedAt === null) return 'open'
  if (!ENDED_WELL.includes(facts.state) || facts.solved === false) return 'unsolved'
  return agreed || isFound(facts) ? null : 'consent'
}

/** Whether there is an answer, or may still be one, that could be shown: there is none to what was withdrawn or went elsewhere. */
export const mayBeAnswered = ({ state, closedAt }: Pick<CaseFacts, 'state' | 'closedAt'>): boolean =>
  closedAt === null || ENDED_WELL.includes(state)

const REFUSALS = {
  open: 'echo.not-closed',
  unsolved: 'echo.not-solved',
  consent: 'echo.no-consent',
} as const
export const refusalOf = (block: NonNullable<PublishBlock>): Refusal => refuse(REFUSALS[block])

type Step = { readonly recordedAt: number; readonly payload: CaseStep }

const doneIn = (step: Step | undefined): readonly string[] =>
  (step?.payload.assignments ?? []).filter(({ state }) => state === 'done').map(({ id }) => id)

/**
 * The steps in which a unit reported its result, or whoever found the matter settled it on the spot. What they said of it later, or
 * when they looked at another's result, is none.
 * @param steps of one matter, all of them, oldest first
 */
export const resultsIn = <S extends Step>(steps: readonly S[]): readonly S[] =>
  steps.filter((step, index) => {
    const { unitId, from, to, assignments } = step.payload
    const before = doneIn(steps[index - 1])
    const isDone = assignments.some(
      (one) => one.unitId === unitId && one.state === 'done' && !before.includes(one.id),
    )
    return isDone || (to === 'selfHandled' && from !== to)
  })

/** When the result was there: the last step into waiting for a verdict; where nobody is asked for one, the last report of it. */
export function answeredAt(
  facts: Pick<CaseFacts, 'kind' | 'kindVersion' | 'openedAt' | 'closedAt'>,
  steps: readonly Step[],
): number {
  const asking = askingStates(getKind(facts.kind, facts.kindVersion))
  const told = isFound(facts)
    ? resultsIn(steps).at(-1)
    : steps.findLast(({ payload: { from, to } }) => from !== to && asking.includes(to))
  return told?.recordedAt ?? facts.closedAt ?? facts.openedAt
}

/** The unit that answered: the lead of the present round, who did it; or whoever settled it on the spot. */
export function answeringUnit(
  facts: Pick<CaseFacts, 'assignments' | 'reopenedCount'>,
  steps: readonly Step[],
): string | null {
  const done = presentRound(facts).filter((one) => one.state === 'done')
  const sent = (done.find((one) => one.role === 'lead') ?? done[0])?.unitId
  return sent ?? resultsIn(steps).at(-1)?.payload.unitId ?? null
}

/** What came of it for whoever has the say. */
export const verdictOf = (facts: Pick<CaseFacts, 'kind' | 'solved'>): EchoEntry['verdict'] =>
  isFound(facts) ? 'found' : facts.solved ? 'solved' : 'lapsed'
