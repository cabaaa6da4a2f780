import { caseRoutes } from '@lianxin/contract'
import { readContent } from '../../../kernel/content.ts'
import { permitFor } from '../../../kernel/permit.ts'
import { query } from '../../../kernel/query.ts'
import { Refused } from '../../../kernel/refused.ts'
import { filesOfCase } from '../../file/index.ts'
import { dutyNames } from '../../gate/index.ts'
import { unitNames } from '../../org/index.ts'
import { answerableIn } from '../domain/case-facts.ts'
import { mayRaiseAgain } from '../domain/raise-again.ts'
import { waitsFor } from '../domain/waits.ts'
import { begunFor } from './begun.ts'
import { opened, textIdsOf, toldOf } from './case-detail.ts'
import { headOfCase } from './case-head.ts'
import { joinedAnswerFor, joinedView } from './joined.ts'
import { findCase } from './load-case.ts'
import { kindOfCase } from './load-kind.ts'
import { namedPeople } from './named-people.ts'
import { notedBy } from './party-views.ts'
import { remediesView } from './remedies.ts'
import { historyOf, namedIn, tellSteps } from './timeline.ts'

/** The own matter, for the requester: no ledger row, because nobody else reads. */
export const viewFollowedCase = query<typeof caseRoutes.followed>({
  route: caseRoutes.followed,
  permit: 'case.follow',
  async view(tx) {
    if (tx.actor.kind !== 'requester') throw new Refused({ refusal: 'auth.required' })
    const { caseId, requesterId } = tx.actor
    const [record, told, fileIds, history] = await Promise.all([
      findCase(tx, permitFor(tx, 'case.judge'), caseId),
      toldOf(tx, caseId),
      filesOfCase(tx, caseId),
      historyOf(tx, caseId),
    ])
    const { facts } = record
    const mentioned = namedIn(history)
    const first = answerableIn(facts)
    const [kind, named, texts, units, duties] = await Promise.all([
      kindOfCase(tx, facts),
      namedPeople(tx, facts),
      readContent(tx, [...textIdsOf(told), ...mentioned.texts]),
      unitNames(tx, [...mentioned.units, ...[facts.ownerUnitId, first].filter((id) => id !== null)]),
      dutyNames(tx, mentioned.duties),
    ])
    const begun = await begunFor(tx, requesterId)
    const joined = await joinedAnswerFor(tx, facts)
    const detail = await opened(tx, told, texts)
    const { compound, building } = detail
    const head = headOfCase(tx, record, { kind, item: told.item, units, fileIds, named, joined })
    const timeline = tellSteps(facts, history, { texts, names: units, duties, acting: [] }, 'requester')
    const isAsked = head.moves.some(({ needs }) => needs.includes('solved'))
    const answer = {
      ...head,
      answerable: units.get(first ?? '') ?? null,
      words: detail.words,
      answers: detail.answers,
      place: [told.community.name, compound?.name, building?.name, detail.detail].filter(Boolean).join(' '),
      placeEn: [detail.detail, building?.nameEn, compound?.nameEn, told.community.nameEn]
        .filter(Boolean)
        .join(', '),
      timeline: [...timeline],
      waits: waitsFor(kind, facts, timeline),
      parties: facts.partyIds.map((id) => ({ you: id === requesterId, noted: notedBy(facts, id) })),
      joined: await joinedView(tx, facts, { answer: joined, windowDays: kind.reopenWindowDays, isAsked }),
      remedies: await remediesView(tx, facts.id),
      begun,
      mayRaiseAgain: mayRaiseAgain(facts, kind, tx.now, joined),
    }
    return { answer, subjects: [] }
  },
})
