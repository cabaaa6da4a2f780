import { type FollowView, getKind, nameFor, sentenceFor, toneOf } from '@lianxin/contract'
import { sql } from 'kysely'
import { asking, systemActor } from '../../../kernel/actor.ts'
import { permitFor } from '../../../kernel/permit.ts'
import { uuids } from '../../../kernel/sql-values.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { unitNames } from '../../org/index.ts'
import { allowedMoves } from '../domain/allowed-moves.ts'
import { type CaseFacts, reachOfFacts } from '../domain/case-facts.ts'
import { ALONE } from '../domain/move-state.ts'
import { fill } from '../domain/sentences.ts'
import { waitsFor } from '../domain/waits.ts'
import { everJoined } from './ever-joined.ts'
import { findCase } from './load-case.ts'
import { timelineOf } from './timeline.ts'

/** What was opened because a matter went wrong, newest first; also for whoever raised a matter that was joined with it. */
export async function remediesOf(tx: Tx, matterId: string): Promise<readonly string[]> {
  const matters = [matterId, ...(await everJoined(tx, matterId, 'into'))]
  const { rows } = await sql<{ id: string; kind: string; kind_version: number }>`
    select c.id, c.kind, c.kind_version from case_link l join grid_case c on c.tenant = l.tenant and c.id = l.case_id
    where l.tenant = ${tx.tenant} and l.kind = 'aroseFrom' and l.other_id in (select jsonb_array_elements_text(${JSON.stringify(matters)}::jsonb)::uuid)
    order by c.opened_at desc, c.id`.execute(tx.db)
  return rows
    .filter(({ kind, kind_version }) => isCheckedByRequesters(kind, kind_version))
    .map(({ id }) => id)
}

/** The matters whose requesters are told of this one: those that it arose from, and those that were joined with them. */
export async function complainedIn(
  tx: Tx,
  { id, kind, kindVersion }: Complained,
): Promise<readonly string[]> {
  if (!isCheckedByRequesters(kind, kindVersion)) return []
  const { rows } = await sql<{ id: string }>`
    select other_id as id from case_link where tenant = ${tx.tenant} and case_id = ${id} and kind = 'aroseFrom'`.execute(
    tx.db,
  )
  const joined = await Promise.all(rows.map((row) => everJoined(tx, row.id, 'with')))
  return [...new Set([...rows.map((row) => row.id), ...joined.flat()])]
}

/** Who complained, by their ids as requesters: each of them checks for themselves. Nobody where requesters do not check. */
export async function complainantsOf(tx: Tx, matter: Complained): Promise<readonly string[]> {
  const matters = await complainedIn(tx, matter)
  if (matters.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    select id from case_requester where tenant = ${tx.tenant} and case_id = any(${uuids(matters)}) order by id`.execute(
    tx.db,
  )
  return rows.map(({ id }) => id)
}

type Complained = Pick<CaseFacts, 'id' | 'kind' | 'kindVersion'>

const isCheckedByRequesters = (kind: string, version: number) =>
  Object.values(getKind(kind, version).moves).some(({ permit }) => permit === 'case.checkRemedy')

/** For the requester's own page: what is told of each, and the answer that is asked for. Nobody else's words but the units'. */
export async function remediesView(tx: Tx, matterId: string): Promise<FollowView['remedies']> {
  const views: FollowView['remedies'] = []
  for (const id of await remediesOf(tx, matterId)) views.push(await remedyView(tx, matterId, id))
  return views
}

async function remedyView(tx: Tx, matterId: string, id: string): Promise<FollowView['remedies'][number]> {
  // The requester has no reach over it: the system looks, and shows what is told.
  const asSystem = { ...tx, actor: systemActor('case.remedies') }
  const { facts, number } = await findCase(tx, permitFor(asSystem, 'case.view'), id)
  const kind = getKind(facts.kind, facts.kindVersion)
  const state = kind.states[facts.state]
  if (!state) throw new Error(`kind ${kind.kind} has no state ${facts.state}`)
  const owner = facts.ownerUnitId
    ? (await unitNames(tx, [facts.ownerUnitId])).get(facts.ownerUnitId)
    : undefined
  const timeline = await timelineOf(tx, facts, 'requester')
  return {
    ...{
      id,
      number,
      version: facts.version,
      tone: toneOf(state),
      dueAt: facts.dueAt,
      closedAt: facts.closedAt,
    },
    owner: owner ?? null,
    stateName: nameFor(state, 'requester'),
    sentence: fill(sentenceFor(state, 'requester'), { owner }),
    waits: waitsFor(kind, facts, timeline),
    moves: [
      ...allowedMoves({
        ...{ kind, facts, asking: asking(tx.actor), now: tx.now, accountId: null, around: ALONE },
        partyId: tx.actor.kind === 'requester' ? tx.actor.requesterId : null,
        row: reachOfRemedy(matterId)(facts),
      }),
    ],
    // Photos belong to the other matter and stay with it; what another requester wrote is theirs.
    timeline: timeline
      // How it was opened is between units; what begins a history may be called as a move is.
      .filter(({ move, from }) => from !== null && kind.moves[move]?.tellsRequester === true)
      .map((step) => ({
        ...step,
        fileIds: [],
        words: kind.moves[step.move]?.permit === 'case.checkRemedy' ? null : step.words,
      })),
  }
}

/** The requester of the matter that it arose from reaches it as the own one; the policy is asked with that. */
export const reachOfRemedy = (matterId: string) => (facts: CaseFacts) => ({
  ...reachOfFacts(facts),
  caseId: matterId,
})
