import { caseRoutes } from '@lianxin/contract'
import { permitFor } from '../../../kernel/permit.ts'
import { query } from '../../../kernel/query.ts'
import { Refused } from '../../../kernel/refused.ts'
import { placeNames } from '../../place/index.ts'
import { mayRaiseAgain } from '../domain/raise-again.ts'
import { detailOf } from './case-detail.ts'
import { headOfCase } from './case-head.ts'
import { joinedView } from './joined.ts'
import { findCase } from './load-case.ts'
import { timelineOf } from './timeline.ts'

/** The own matter, for the requester: no ledger row, because nobody else reads. */
export const viewFollowedCase = query<typeof caseRoutes.followed>({
  route: caseRoutes.followed,
  permit: 'case.follow',
  async view(tx) {
    if (tx.actor.kind !== 'requester') throw new Refused({ refusal: 'auth.required' })
    const record = await findCase(tx, permitFor(tx, 'case.judge'), tx.actor.caseId)
    const { facts } = record
    const detail = await detailOf(tx, facts.id)
    const names = await placeNames(tx, [facts.communityCode])
    const place = [
      names.get(facts.communityCode)?.name,
      detail.compoundName,
      detail.buildingName,
      detail.detail,
    ]
      .filter((part) => part)
      .join(' ')
    const answer = {
      ...(await headOfCase(tx, record)),
      words: detail.words,
      answers: detail.answers,
      place,
      timeline: [...(await timelineOf(tx, facts, 'requester'))],
      joined: await joinedView(tx, facts),
      mayRaiseAgain: mayRaiseAgain(facts, tx.now),
    }
    return { answer, subjects: [] }
  },
})
