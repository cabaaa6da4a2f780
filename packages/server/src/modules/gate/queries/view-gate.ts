import {
  allows,
  type DutyEntry,
  GATE_MOVES,
  GATE_PROCESS,
  type GateMove,
  type GateStep,
  type GateView,
  gateRoutes,
  isGateMove,
  type RecipientView,
} from '@lianxin/contract'
import { sql } from 'kysely'
import { type Actor, asking } from '../../../kernel/actor.ts'
import { readContent } from '../../../kernel/content.ts'
import { readStream } from '../../../kernel/event-store.ts'
import { query } from '../../../kernel/query.ts'
import { must } from '../../../kernel/refused.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { unitNames } from '../../org/index.ts'
import type { GateRecord } from '../domain/gate-facts.ts'
import { askedByActor } from './asked-by.ts'
import { demandWords } from './demand-words.ts'
import { dutyListsByIds } from './duty-lists.ts'
import { entryName, estimateOf } from './estimate.ts'
import { gateHeads } from './gate-heads.ts'
import { findGate } from './load-gate.ts'
import { toFill } from './occasions-to-fill.ts'

/** One request, with everything that is needed to decide on it: the demand, the overlap, the cost, the answers, the history. */
export const viewGate = query<typeof gateRoutes.view>({
  route: gateRoutes.view,
  permit: 'gate.view',
  async view(tx, permit, { params: { id } }) {
    const record = await findGate(tx, permit, id)
    const { facts, recipients } = record
    const [head] = await gateHeads(tx, sql`g.id = ${id}`, 1)
    const { demandId, dutyListId, ...shown } = must(head, { refusal: 'not-found' })
    const words = (await demandWords(tx, [demandId]))(demandId)
    const communityCodes = recipients.map(({ communityCode }) => communityCode)
    const post = tx.actor.kind === 'account' ? tx.actor.post : null
    const isCommunity = recipients.some(({ unitId }) => unitId === post?.unitId)
    const all = await recipientViews(tx, record)
    const mine = all.find(({ unit }) => unit.id === post?.unitId) ?? null
    const entries = dutyListId ? ((await dutyListsByIds(tx, [dutyListId]))[0]?.entries ?? []) : []
    const entry = entries.find(({ code }) => code === facts.dutyCode)
    const answer: GateView = {
      ...shown,
      words,
      entry: entry ? entryName(entry) : null,
      estimate: await estimateOf(tx, { ...facts, words, communityCodes }, id),
      // A community's answer is its own affair: others read it once it is published as a count.
      recipients: isCommunity ? [] : all,
      mine,
      toFillAt: mine ? await toFill(tx, mine.unit.id, { ...facts, id }, mine.state) : null,
      history: await historyOf(tx, id, shown.createdAt, isCommunity ? (post?.unitId ?? null) : null),
      can: movesOf(tx.actor, record, await askedByActor(tx, id)),
    }
    return { answer, subjects: [] }
  },
})

/** The moves that the process and the permissions allow this reader now. */
function movesOf(actor: Actor, { facts, recipients }: GateRecord, ownRequest: boolean): GateMove[] {
  const waiting = recipients.filter(({ state }) => state === 'waiting').map(({ unitId }) => unitId)
  const refused = recipients.some(({ state }) => state === 'refused' || state === 'lapsed')
  return GATE_MOVES.filter((move) => {
    const { permit } = GATE_PROCESS.moves[move]
    const unitIds = permit === 'gate.answer' ? waiting : [facts.unitId]
    return (
      isGateMove(move, facts.state) &&
      (move !== 'overrule' || refused) &&
      !(ownRequest && permit === 'gate.decide') &&
      allows(permit, asking(actor), { unitIds })
    )
  })
}

async function recipientViews(tx: Tx, { facts, recipients }: GateRecord): Promise<RecipientView[]> {
  const names = await unitNames(
    tx,
    recipients.map(({ unitId }) => unitId),
  )
  const { rows } = await sql<{ unitId: string; answeredAt: number | null; filled: number }>`
    select r.unit_id as "unitId", r.answered_at as "answeredAt",
      (select count(*)::int from gate_response f where f.tenant = r.tenant and f.request_id = r.request_id and f.unit_id = r.unit_id) as filled
    from gate_recipient r where r.tenant = ${tx.tenant} and r.request_id = ${facts.id}`.execute(tx.db)
  const more = new Map(rows.map((row) => [row.unitId, row]))
  const lists = await dutyListsByIds(tx, [
    ...new Set(recipients.flatMap(({ dutyListId }) => dutyListId ?? [])),
  ])
  const entryOf = (listId: string | null, code: string | null): DutyEntry | undefined =>
    lists.find(({ id }) => id === listId)?.entries.find((entry) => entry.code === code)
  const texts = await readContent(
    tx,
    recipients.flatMap(({ reasonId, overruleId }) => [reasonId, overruleId].filter((id) => id !== null)),
  )
  return recipients.map((one) => {
    const entry = entryOf(one.dutyListId, one.dutyCode)
    return {
      unit: names.get(one.unitId) ?? { id: one.unitId, name: '—', nameEn: '—' },
      communityCode: one.communityCode,
      state: one.state,
      ground: one.ground,
      entry: entry ? entryName(entry) : null,
      reason: texts.get(one.reasonId ?? '') ?? null,
      overruleReason: texts.get(one.overruleId ?? '') ?? null,
      answeredAt: more.get(one.unitId)?.answeredAt ?? null,
      filled: more.get(one.unitId)?.filled ?? 0,
    }
  })
}

const ANSWERS: readonly GateMove[] = ['take', 'decline']
const OF_ONE: readonly GateMove[] = [...ANSWERS, 'overrule']

/** What happened, oldest first. A community reads its own answers; all others find the answers in the list of recipients. */
async function historyOf(
  tx: Tx,
  id: string,
  since: number,
  onlyUnitId: string | null,
): Promise<GateView['history']> {
  const events = await readStream<GateStep>(tx, id, since)
  const isShown = ({ move, recipients }: GateStep): boolean =>
    onlyUnitId === null
      ? !ANSWERS.includes(move)
      : !OF_ONE.includes(move) || recipients.some(({ unitId }) => unitId === onlyUnitId)
  const steps = events.filter(({ payload }) => isShown(payload))
  const unitOf = ({ move, unitId, recipients }: GateStep): string | null => {
    if (move === 'take' || move === 'decline' || move === 'overrule') return recipients[0]?.unitId ?? null
    return GATE_PROCESS.moves[move].permit === 'gate.ask' ? unitId : null
  }
  const reasonOf = ({ move, reasonId, recipients }: GateStep): string | null => {
    if (move === 'decline') return recipients[0]?.reasonId ?? null
    if (move === 'overrule') return recipients[0]?.overruleId ?? null
    return GATE_PROCESS.moves[move].permit === 'gate.decide' ? reasonId : null
  }
  const texts = await readContent(
    tx,
    steps.flatMap(({ payload }) => reasonOf(payload) ?? []),
  )
  const names = await unitNames(
    tx,
    steps.flatMap(({ payload }) => unitOf(payload) ?? []),
  )
  return steps.map(({ payload, recordedAt, actorKind }) => ({
    at: recordedAt,
    move: payload.move,
    unit: actorKind === 'system' ? null : (names.get(unitOf(payload) ?? '') ?? null),
    reason: texts.get(reasonOf(payload) ?? '') ?? null,
  }))
}
