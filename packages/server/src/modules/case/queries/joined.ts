import {
  type Bilingual,
  DAY_MS,
  type FollowView,
  getKind,
  nameFor,
  sentenceFor,
  toneOf,
} from '@lianxin/contract'
import { type RawBuilder, sql } from 'kysely'
import { systemActor } from '../../../kernel/actor.ts'
import { permitFor } from '../../../kernel/permit.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { unitNames } from '../../org/index.ts'
import type { CaseFacts } from '../domain/case-facts.ts'
import { askingStates, type JoinedAnswer, joinedAnswer } from '../domain/joined-answer.ts'
import { LONGEST_CHAIN } from '../domain/joinings.ts'
import { fill } from '../domain/sentences.ts'
import { waitsFor } from '../domain/waits.ts'
import { type CaseRecord, findCase } from './load-case.ts'
import { saidOf } from './said-where-joined.ts'
import { timelineOf } from './timeline.ts'

/** The matter in which all that were joined go on: the end of the chain. */
export async function endOf(tx: Tx, caseId: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    with recursive chain as (
      select c.id, c.merged_into_id, 0 as step from grid_case c where c.tenant = ${tx.tenant} and c.id = ${caseId}
      union all
      select c.id, c.merged_into_id, chain.step + 1 from chain join grid_case c on c.tenant = ${tx.tenant} and c.id = chain.merged_into_id
      where chain.step < ${LONGEST_CHAIN}
    )
    select id from chain where merged_into_id is null`.execute(tx.db)
  return rows[0]?.id
}

/** The ids of a matter and of all that were joined with it, directly or through others. */
export const joinedGroup = (tx: Tx, caseId: RawBuilder<unknown>): RawBuilder<{ id: string }> => sql<{
  id: string
}>`
    with recursive chain as (
      select ${caseId} as id, 0 as step
      union all
      select c.id, chain.step + 1 from chain join grid_case c on c.tenant = ${tx.tenant} and c.merged_into_id = chain.id
      where chain.step < ${LONGEST_CHAIN}
    )
    select id from chain`

/** Matters that were joined with this one, directly or through others. */
export async function joinedWith(tx: Tx, caseId: string): Promise<readonly string[]> {
  const { rows } = await joinedGroup(tx, sql`${caseId}::uuid`).execute(tx.db)
  return rows.flatMap(({ id }) => (id === caseId ? [] : [id]))
}

/** The matter in which this one goes on. Whoever follows the joined one has no reach over it: the system looks. */
async function endRecordOf(tx: Tx, { id, mergedIntoId }: CaseFacts): Promise<CaseRecord | undefined> {
  const end = mergedIntoId === null ? undefined : await endOf(tx, id)
  return end === undefined ? undefined : findAsSystem(tx, end)
}

function findAsSystem(tx: Tx, caseId: string): Promise<CaseRecord> {
  const asSystem = { ...tx, actor: systemActor('case.joined') }
  return findCase(asSystem, permitFor(asSystem, 'case.view'), caseId)
}

/** Is whoever raised this one asked for a verdict where it was joined with another? In earlier versions of kinds nobody was. */
export async function judgesJoined(tx: Tx, caseId: string): Promise<boolean> {
  const { rows } = await sql<{ kind: string; version: number }>`
    select kind, kind_version as version from grid_case where tenant = ${tx.tenant} and id = ${caseId}`.execute(
    tx.db,
  )
  const [row] = rows
  const moves = row ? Object.values(getKind(row.kind, row.version).moves) : []
  return moves.some(({ rules }) => rules.includes('answeredWhereJoined'))
}

/** What the requester of a joined matter is asked about; for nobody else. */
export async function joinedAnswerFor(tx: Tx, facts: CaseFacts): Promise<JoinedAnswer | null> {
  if (tx.actor.kind !== 'requester') return null
  const end = (await endRecordOf(tx, facts))?.facts
  if (!end) return null
  const said = (await saidOf(tx, end.id, [facts.id])).get(facts.id)
  return joinedAnswer(getKind(end.kind, end.kindVersion), end, said)
}

/**
 * In which words whoever raised a joined matter is asked for a verdict; null: the matter in which it goes on has no answer, or
 * nobody is asked.
 */
export async function askedWhereJoined(tx: Tx, caseId: string): Promise<Bilingual | null> {
  const end = (await judgesJoined(tx, caseId)) && (await endOf(tx, caseId))
  if (!end || end === caseId) return null
  const { facts } = await findAsSystem(tx, end)
  const kind = getKind(facts.kind, facts.kindVersion)
  const [asking] = askingStates(kind)
  const state = kind.states[asking ?? '']
  const isAnswered = joinedAnswer(kind, facts, undefined).answeredAt !== null
  return isAnswered && state ? fill(sentenceFor(state, 'requester'), {}) : null
}

type Asking = {
  readonly answer: JoinedAnswer | null
  /** For how many days after its end the own matter can be reopened. */
  readonly windowDays: number
  readonly isAsked: boolean
}

/**
 * How the matter goes on that this one was joined with, for whoever follows this one: every step that is told and that no
 * requester made. What its own requester wrote is not shown, nor the reasons that units write, which may speak of that
 * requester: of which sort a reason is, and where it was sent, stands in the sentence.
 */
export async function joinedView(
  tx: Tx,
  facts: CaseFacts,
  { answer, windowDays, isAsked }: Asking,
): Promise<FollowView['joined']> {
  const other = (await endRecordOf(tx, facts))?.facts
  if (!other) return null
  const kind = getKind(other.kind, other.kindVersion)
  const state = kind.states[other.state]
  if (!state) throw new Error(`kind ${kind.kind} has no state ${other.state}`)
  const owner = other.ownerUnitId
    ? (await unitNames(tx, [other.ownerUnitId])).get(other.ownerUnitId)
    : undefined
  // Whoever is asked is addressed; a matter that is closed was somebody else's to close.
  const reader = isAsked && other.closedAt === null ? 'requester' : 'staff'
  const told = (await timelineOf(tx, other, 'staff')).filter(
    ({ move, unit }) =>
      kind.moves[move]?.tellsRequester === true &&
      !kind.moves[move]?.private &&
      (unit !== null || kind.moves[move]?.permit === 'case.clock'),
  )
  return {
    stateName: nameFor(state, reader),
    tone: toneOf(state),
    sentence: fill(sentenceFor(state, reader), { owner }),
    owner: owner ?? null,
    dueAt: other.dueAt,
    closedAt: other.closedAt,
    answeredAt: answer?.answeredAt ?? null,
    openUntil: other.closedAt === null ? null : other.closedAt + windowDays * DAY_MS,
    waits: waitsFor(kind, other, told),
    // Photos are claimed by the other matter and stay with it.
    timeline: told.map((step) => ({ ...step, reason: null, fileIds: [] })),
  }
}
