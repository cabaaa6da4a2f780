import {
  allows,
  type CaseStep,
  type MoveDone,
  type MoveInput,
  type Permission,
  type RowReach,
} from '@lianxin/contract'
import { asking } from '../../../kernel/actor.ts'
import { type NewContent, putContent } from '../../../kernel/content.ts'
import type { NewEvent } from '../../../kernel/event-store.ts'
import { type Permit, permitFor } from '../../../kernel/permit.ts'
import { ensure } from '../../../kernel/refused.ts'
import { type Tx, writeThroughCircle } from '../../../kernel/tx.ts'
import { uuidV7 } from '../../../kernel/uuid.ts'
import { findItem } from '../../catalogue/index.ts'
import { unclaimedFiles } from '../../file/index.ts'
import { lookUpUnits } from '../../org/index.ts'
import { settleAlerts } from '../alert-store.ts'
import { type CaseFacts, circleIdOf, factsAfter, reachOfFacts } from '../domain/case-facts.ts'
import { countCodeTry } from '../domain/code-tries.ts'
import { mediatorsOf } from '../domain/ladder.ts'
import type { MoveState } from '../domain/move-state.ts'
import { placingRefusal } from '../queries/admission-refusal.ts'
import { arrivalCodes } from '../queries/arrival-codes.ts'
import { joinedAnswerFor } from '../queries/joined.ts'
import { isListedDuty } from '../queries/listed-duty.ts'
import { loadCalendar } from '../queries/load-calendar.ts'
import { type CaseRecord, lockCase } from '../queries/load-case.ts'
import { unitsAround } from '../queries/load-ground.ts'
import { kindOfCase } from '../queries/load-kind.ts'
import { peopleToName } from '../queries/people-to-name.ts'
import { complainantsOf } from '../queries/remedies.ts'
import { sendersOf } from '../queries/senders-of.ts'
import { linkCases, updateCase } from '../store.ts'
import { raiseMissing } from './raise-missing.ts'

/** A move's state with the words that will be stored if it is allowed. */
export type LoadedMove = MoveState & { readonly contents: readonly NewContent[] }

/** A move makes at most this many rows: its event, an assignment per unit, two clocks for each, one of the state. */
const FRESH_IDS = 32

/** Loads everything that a move is decided from, with the row locked. Asks the policy again for the move itself. */
export async function loadMove(
  tx: Tx,
  permit: Permit,
  caseId: string,
  input: MoveInput,
  reachOf = reachOfFacts,
): Promise<LoadedMove> {
  const { actor } = tx
  if (input.arrivalCode && actor.kind === 'account')
    ensure(countCodeTry(actor.accountId, caseId, tx.now), { refusal: 'case.code-locked' })
  const [{ facts, openChildren }, other] = await lockWithOther(tx, permit, caseId, input)
  const joined = await joinedAnswerFor(tx, facts)
  const ownUnitId = actor.kind === 'account' ? (actor.post?.unitId ?? null) : null
  const wanted = [
    ...(input.units ?? []).map((one) => one.unitId),
    ...unitsAround(facts),
    ...(ownUnitId ? [ownUnitId] : []),
  ]
  const [kind, item, units, filesAreFree, calendar, complainants] = await Promise.all([
    kindOfCase(tx, facts),
    // Nobody had looked at it when it was joined: it is the same trouble, and so the same item.
    itemFor(tx, facts.itemCode === null && joined ? joined : facts, input.itemCode),
    lookUpUnits(tx, { ids: wanted, codes: [], communityCode: facts.communityCode }),
    unclaimedFiles(tx, input.fileIds ?? []),
    loadCalendar(tx),
    complainantsOf(tx, facts),
  ])
  const move = kind.moves[input.move]
  // A move that the kind does not have is refused by decide, with the state in words.
  if (move) askFor(tx, move.permit, reachOf(facts))
  ensure(item !== undefined || input.itemCode === undefined, { refusal: 'case.item-unknown' })
  const { communityCode } = facts
  if (input.dutyCode)
    ensure(await isListedDuty(tx, input.dutyCode, { units, communityCode }), { refusal: 'case.duty-unknown' })
  ensure(filesAreFree, { refusal: 'file.unknown' })
  const contents = (['words', 'reason'] as const).flatMap((field): NewContent[] => {
    const text = input[field]
    return text === undefined ? [] : [{ id: uuidV7(tx.now), streamId: caseId, field, text }]
  })
  return {
    facts,
    kind,
    units,
    item: item ?? null,
    calendar,
    accountId: actor.kind === 'account' ? actor.accountId : null,
    ownUnitId,
    partyId:
      actor.kind === 'requester' && [...facts.partyIds, ...complainants].includes(actor.requesterId)
        ? actor.requesterId
        : null,
    freshIds: Array.from({ length: FRESH_IDS }, () => uuidV7(tx.now)),
    contentIds: contents.map(({ id, field }) => ({ id, field: field as 'words' | 'reason' })),
    around: {
      other,
      people: move?.names === 'chosen' ? [...(await peopleToName(tx, facts)).keys()] : [],
      openChildren,
      complainants,
      joined,
      mediatorsThere: mediatorsOf({ units, communityCode: facts.communityCode }) !== undefined,
      senders: move?.rules.includes('deciderIsNotSender') ? await sendersOf(tx, facts) : [],
      codes: move?.needs.includes('arrivalCode') ? arrivalCodes(tx, facts) : {},
      admission: move?.rules.includes('admissionHolds') ? await placingRefusal(tx, facts) : undefined,
    },
    contents,
  }
}

/** The item that a move names, or the one that the matter has had so far. */
async function itemFor(
  tx: Tx,
  { itemCode, itemVersion }: Pick<CaseFacts, 'itemCode' | 'itemVersion'>,
  named: string | undefined,
) {
  if (named) return findItem(tx, named)
  return itemCode && itemVersion ? findItem(tx, itemCode, itemVersion) : undefined
}

/** Both matters of a move that joins two, locked in one order: two that join each other take turns instead of waiting for ever. */
async function lockWithOther(
  tx: Tx,
  permit: Permit,
  caseId: string,
  { otherId, expectedVersion }: MoveInput,
): Promise<readonly [CaseRecord, CaseFacts | null]> {
  const first = otherId !== undefined && otherId < caseId ? await lockCase(tx, permit, otherId, null) : null
  const record = await lockCase(tx, permit, caseId, expectedVersion)
  const other =
    first ?? (otherId !== undefined && otherId !== caseId ? await lockCase(tx, permit, otherId, null) : null)
  return [record, other?.facts ?? null]
}

/** Within sight but not within this move's reach: the post does not allow it. The row is locked, so asking it once is enough. */
function askFor(tx: Tx, permission: Permission, row: RowReach): void {
  permitFor(tx, permission)
  ensure(allows(permission, asking(tx.actor), row), { refusal: 'auth.denied' })
}

export async function saveMove(
  tx: Tx,
  state: LoadedMove,
  events: readonly NewEvent<CaseStep>[],
): Promise<{ caseId: string; version: number; state: string; dueAt: number | null }> {
  let { facts } = state
  for (const event of events) facts = factsAfter(facts.id, event.streamVersion, event.payload)
  const joined = state.facts.mergedIntoId === null ? facts.mergedIntoId : null
  const circleId = circleIdOf(facts)
  const contents = state.contents.map((content) => ({ ...content, circleId }))
  const write = () =>
    Promise.all([
      putContent(tx, contents),
      updateCase(tx, facts),
      joined === null ? undefined : linkCases(tx, facts.id, 'mergedInto', joined),
      settleAlerts(tx, facts),
      raiseMissing(tx, facts, state),
    ])
  await (circleId === null ? write() : writeThroughCircle(tx, write))
  return { caseId: facts.id, version: facts.version, state: facts.state, dueAt: facts.dueAt }
}

export const moveAnswer = (outcome: Readonly<Record<string, unknown>>): MoveDone => outcome as MoveDone
