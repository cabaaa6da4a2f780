import { type FollowView, getKind, nameFor, sentenceFor, toneOf } from '@lianxin/contract'
import { type RawBuilder, sql } from 'kysely'
import { systemActor } from '../../../kernel/actor.ts'
import { permitFor } from '../../../kernel/permit.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { unitNames } from '../../org/index.ts'
import type { CaseFacts } from '../domain/case-facts.ts'
import { fill } from '../domain/sentences.ts'
import { findCase } from './load-case.ts'
import { timelineOf } from './timeline.ts'

/** Joining joined matters ends somewhere; should rows ever say otherwise, looking does. */
const LONGEST_CHAIN = 20

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

/**
 * How the matter goes on that this one was joined with, for whoever follows this one: every step that is told and that no
 * requester made. What its own requester wrote is not shown, nor the reasons that units write, which may speak of that
 * requester: of which sort a reason is, and where it was sent, stands in the sentence.
 */
export async function joinedView(tx: Tx, facts: CaseFacts): Promise<FollowView['joined']> {
  if (facts.mergedIntoId === null) return null
  const end = await endOf(tx, facts.id)
  if (end === undefined) return null
  // The follower of a joined matter has no reach over the other one: the system looks, and shows what is told.
  const asSystem = { ...tx, actor: systemActor('case.joined') }
  const other = (await findCase(tx, permitFor(asSystem, 'case.view'), end)).facts
  const kind = getKind(other.kind, other.kindVersion)
  const state = kind.states[other.state]
  if (!state) throw new Error(`kind ${kind.kind} has no state ${other.state}`)
  const owner = other.ownerUnitId
    ? (await unitNames(tx, [other.ownerUnitId])).get(other.ownerUnitId)
    : undefined
  const told = (await timelineOf(tx, other, 'staff')).filter(
    ({ move, unit }) =>
      kind.moves[move]?.tellsRequester === true &&
      !kind.moves[move]?.private &&
      (unit !== null || kind.moves[move]?.permit === 'case.clock'),
  )
  return {
    stateName: nameFor(state, 'staff'),
    tone: toneOf(state),
    sentence: fill(sentenceFor(state, 'staff'), { owner }),
    owner: owner ?? null,
    dueAt: other.dueAt,
    closedAt: other.closedAt,
    // Photos are claimed by the other matter and stay with it.
    timeline: told.map((step) => ({ ...step, reason: null, fileIds: [] })),
  }
}
