import {
  type CaseStep,
  type EchoEntry,
  getKind,
  KINDS,
  type PublishBlock,
  type Refusal,
  refuse,
} from '@lianxin/contract'
import { type CaseFacts, presentRound } from '../../case/index.ts'

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

/** When the result was there to be judged: the last step into waiting, else the closing. */
export function answeredAt(
  facts: Pick<CaseFacts, 'kind' | 'kindVersion' | 'openedAt' | 'closedAt'>,
  steps: readonly { readonly recordedAt: number; readonly payload: CaseStep }[],
): number {
  const { states } = getKind(facts.kind, facts.kindVersion)
  const waiting = steps.findLast(({ payload: { from, to } }) => from !== to && states[to]?.tone === 'waiting')
  return waiting?.recordedAt ?? facts.closedAt ?? facts.openedAt
}

/** Who reported a result: the units that did it, or whoever settled it on the spot without being sent. */
export const tellsResult = ({ unitId, to, assignments }: CaseStep): boolean =>
  unitId !== null &&
  (to === 'selfHandled' || assignments.some((one) => one.unitId === unitId && one.state === 'done'))

/** The unit that answered: the lead of the present round, who did it; or whoever settled it on the spot. */
export function answeringUnit(
  facts: Pick<CaseFacts, 'assignments' | 'reopenedCount'>,
  steps: readonly { readonly payload: CaseStep }[],
): string | null {
  const done = presentRound(facts).filter((one) => one.state === 'done')
  const sent = (done.find((one) => one.role === 'lead') ?? done[0])?.unitId
  return sent ?? steps.findLast(({ payload }) => tellsResult(payload))?.payload.unitId ?? null
}

/** What came of it for whoever has the say. */
export const verdictOf = (facts: Pick<CaseFacts, 'kind' | 'solved'>): EchoEntry['verdict'] =>
  isFound(facts) ? 'found' : facts.solved ? 'solved' : 'lapsed'
