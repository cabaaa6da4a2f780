import { type CaseStep, getKind, type PublishBlock, type Refusal, refuse } from '@lianxin/contract'
import { type CaseFacts, presentRound } from '../../case/index.ts'

/** The one state in which a matter has come to a result that somebody could judge: not withdrawn, not merged away. */
const ENDED_WELL = 'closed'

/** Why an answer cannot go on the wall now; null when it can. */
export function blockOf(
  facts: Pick<CaseFacts, 'state' | 'closedAt' | 'solved'>,
  agreed: boolean,
): PublishBlock {
  if (facts.closedAt === null) return 'open'
  if (facts.state !== ENDED_WELL || facts.solved === false) return 'unsolved'
  return agreed ? null : 'consent'
}

/** Whether there is an answer, or may still be one, that could be shown: there is none to what was withdrawn or went elsewhere. */
export const mayBeAnswered = ({ state, closedAt }: Pick<CaseFacts, 'state' | 'closedAt'>): boolean =>
  closedAt === null || state === ENDED_WELL

const REFUSALS = {
  open: 'echo.not-closed',
  unsolved: 'echo.not-solved',
  consent: 'echo.no-consent',
} as const
export const refusalOf = (block: NonNullable<PublishBlock>): Refusal => refuse(REFUSALS[block])

/** When the result was there to be judged: the last step into waiting, else the closing. */
export function answeredAt(
  facts: Pick<CaseFacts, 'kind' | 'kindVersion' | 'openedAt' | 'closedAt'>,
  steps: readonly { readonly recordedAt: number; readonly payload: CaseStep }[],
): number {
  const { states } = getKind(facts.kind, facts.kindVersion)
  const waiting = steps.findLast(({ payload: { from, to } }) => from !== to && states[to]?.tone === 'waiting')
  return waiting?.recordedAt ?? facts.closedAt ?? facts.openedAt
}

/** The unit that answered: the lead of the present round, who did it. */
export function answeringUnit(facts: Pick<CaseFacts, 'assignments' | 'reopenedCount'>): string | null {
  const done = presentRound(facts).filter((one) => one.state === 'done')
  return (done.find((one) => one.role === 'lead') ?? done[0])?.unitId ?? null
}
