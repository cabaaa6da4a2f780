import {
  allows,
  type CaseStep,
  caseRoutes,
  currentKind,
  isRefusal,
  KINDS,
  type Kind,
  type MoveInput,
  type RaiseCase,
  type Refusal,
  refuse,
  stateNameFor,
} from '@lianxin/contract'
import { asking } from '../../../kernel/actor.ts'
import { command } from '../../../kernel/command.ts'
import type { NewContent } from '../../../kernel/content.ts'
import type { NewEvent } from '../../../kernel/event-store.ts'
import { permitFor } from '../../../kernel/permit.ts'
import { ensure, must, Refused } from '../../../kernel/refused.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { uuidV7 } from '../../../kernel/uuid.ts'
import { unclaimedFiles } from '../../file/index.ts'
import { factsAfter } from '../domain/case-facts.ts'
import { decideMove } from '../domain/decide-move.ts'
import { decideReport } from '../domain/decide-report.ts'
import { ALONE, type MoveState } from '../domain/move-state.ts'
import { admissionRefusal } from '../queries/admission-refusal.ts'
import { findCase, lockCase } from '../queries/load-case.ts'
import { fitsUnder } from '../queries/load-parent.ts'
import { raisedOf } from '../queries/raised.ts'
import { linkCases, type NewRequester } from '../store.ts'
import { decideOrigin, type Origin, originOf } from './come-from.ts'
import { saveMove } from './move-state.ts'
import { loadNewCase, type NewCase, saveNewCase } from './new-case.ts'
import { idsOf, partiesOf } from './parties.ts'

/** `first`: what the move that comes with the report is decided from, beside the facts that the report makes. */
type LoadedRaise = NewCase & {
  readonly parties: readonly NewRequester[]
  readonly origin: Origin | null
  readonly first: Pick<MoveState, 'freshIds' | 'contentIds'>
}

/** Its event, and for each unit that is called an assignment and two clocks. */
const FRESH_IDS = 32

/** A post writes down what it found, and may make the first move in the same breath: both are stored, or neither. */
export const raiseCase = command<typeof caseRoutes.raise, LoadedRaise, NewEvent<CaseStep>>({
  route: caseRoutes.raise,
  permit: 'case.view',
  async load(tx, _permit, { body }) {
    const kind = raisedKind(body)
    permitFor(tx, kind.report.permit)
    const told = await loadNewCase(tx, kind, body)
    const origin = body.aroseFromId ? await originOf(tx, kind, body.aroseFromId) : null
    const parties = partiesOf(tx, kind, body.parties ?? [], origin?.requester)
    const { placeCode } = told.place
    ensure(allows(kind.report.permit, asking(tx.actor), { placeCode }), { refusal: 'place.beyond-post' })
    const admissionId = kind.report.needs ? await admittedBy(tx, body.admissionId, told) : null
    await askLinks(tx, kind, body)
    if (body.firstMove) await askFirst(tx, kind, body.firstMove, placeCode)
    const contents = wordsOf(tx, told.caseId, body.firstMove)
    return {
      ...told,
      admissionId,
      parties,
      partyIds: idsOf(parties),
      origin,
      ...(origin ? { said: { partyId: origin.requester.id, flag: origin.brings } } : {}),
      contents: [...told.contents, ...contents],
      first: {
        contentIds: contents.map(({ id, field }) => ({ id, field: field as 'words' | 'reason' })),
        freshIds: Array.from({ length: FRESH_IDS }, () => uuidV7(tx.now)),
      },
    }
  },
  decide(state, { body }, now) {
    const reported = decideReport(state, now)
    const before = decideOrigin(state.origin, now)
    if (isRefusal(reported)) return reported
    if (isRefusal(before)) return before
    const moved = body.firstMove ? decideFirst(state, reported, body.firstMove, now) : []
    return isRefusal(moved) ? moved : [...before, ...reported, ...moved]
  },
  async save(tx, state, events, { body }) {
    const { origin, caseId } = state
    if (origin)
      await saveMove(
        tx,
        origin.state,
        events.filter(({ streamId }) => streamId !== caseId),
      )
    await saveNewCase(
      tx,
      state,
      events.filter(({ streamId }) => streamId === caseId),
      state.parties,
    )
    if (body.parentId) await linkCases(tx, caseId, 'parent', body.parentId)
    if (body.aroseFromId) await linkCases(tx, caseId, 'aroseFrom', body.aroseFromId)
    // An outcome holds plain values: the parties are told apart by their ids, in the order of the form. Who came along has
    // the way in on the page of the other matter.
    const written = state.parties.filter(({ originId }) => originId === undefined)
    return { caseId, parties: written.map(({ id }) => id).join(' ') }
  },
  answer: (tx, outcome) =>
    raisedOf(tx, String(outcome['caseId']), String(outcome['parties'] ?? '').split(' ')),
})

/** Only kinds that posts report; what residents raise comes in by their own door. */
function raisedKind({ kind }: RaiseCase): Kind {
  if (!KINDS.some((one) => one.kind === kind && one.report.by === 'post'))
    throw new Refused({
      refusal: 'input.invalid',
      fields: [
        { field: 'kind', zh: '没有这一类，或它不能这样上报。', en: 'There is no such kind to report.' },
      ],
    })
  return currentKind(kind)
}

/** The admission of the gate that a kind asks for. @throws Refused */
async function admittedBy(tx: Tx, admissionId: string | undefined, told: NewCase): Promise<string> {
  const id = must(admissionId, { refusal: 'case.admission-needed' })
  const { caseId, ownUnitId: unitId, place } = told
  const refused = await admissionRefusal(tx, { id, caseId, unitId, communityCode: place.communityCode })
  if (refused) throw new Refused(refused)
  return id
}

/**
 * What it is hung on must be open, of the kind and in the state that this one asks for, and within the reach of whoever may
 * dispatch it or put its question; its row is held, so that it cannot close meanwhile. What it arose from must be within sight.
 */
async function askLinks(tx: Tx, kind: Kind, { parentId, aroseFromId }: RaiseCase): Promise<void> {
  const { under, permit } = kind.report
  ensure(parentId !== undefined || under === undefined, { refusal: 'case.parent-needed' })
  if (parentId) {
    const { facts } = await lockCase(tx, permitFor(tx, under ? permit : 'case.dispatch'), parentId, null)
    ensure(facts.closedAt === null, { refusal: 'case.parent-closed' })
    ensure(fitsUnder(kind, facts), { refusal: 'case.parent-unfit' })
  }
  if (aroseFromId) await findCase(tx, permitFor(tx, 'case.view'), aroseFromId)
}

/** The policy of the move that comes along, and its photos. A move that the kind does not have is refused by decide. */
async function askFirst(tx: Tx, kind: Kind, first: NonNullable<RaiseCase['firstMove']>, placeCode: string) {
  const move = kind.report.moves.includes(first.move) ? kind.moves[first.move] : undefined
  if (move) ensure(allows(move.permit, asking(tx.actor), { placeCode }), { refusal: 'auth.denied' })
  ensure(await unclaimedFiles(tx, first.fileIds ?? []), { refusal: 'file.unknown' })
}

const wordsOf = (tx: Tx, streamId: string, first: RaiseCase['firstMove']): readonly NewContent[] =>
  (['words', 'reason'] as const).flatMap((field) => {
    const text = first?.[field]
    return text === undefined ? [] : [{ id: uuidV7(tx.now), streamId, field, text }]
  })

function decideFirst(
  state: LoadedRaise,
  reported: readonly NewEvent<CaseStep>[],
  first: Omit<MoveInput, 'expectedVersion'>,
  now: number,
): readonly NewEvent<CaseStep>[] | Refusal {
  const [report] = reported
  if (!report || !state.kind.report.moves.includes(first.move))
    return refuse('case.move-impossible', {
      state: stateNameFor(state.kind, state.kind.start, 'staff'),
    })
  return decideMove(
    {
      ...state.first,
      facts: factsAfter(state.caseId, report.streamVersion, report.payload),
      kind: state.kind,
      units: state.units,
      item: state.item,
      calendar: state.calendar,
      accountId: state.reporterId,
      ownUnitId: state.ownUnitId,
      around: ALONE,
    },
    { ...first, expectedVersion: report.streamVersion },
    now,
  )
}
