import {
  monthOf,
  monthSpan,
  OPENING_ASKED,
  type OpeningAsked,
  type Refusal,
  ratingRoutes,
  refuse,
} from '@lianxin/contract'
import { sql } from 'kysely'
import { command } from '../../../kernel/command.ts'
import { putContent } from '../../../kernel/content.ts'
import { derivedId } from '../../../kernel/derived-id.ts'
import type { NewEvent } from '../../../kernel/event-store.ts'
import { permitFor } from '../../../kernel/permit.ts'
import { ensure, must } from '../../../kernel/refused.ts'
import { systemRoute } from '../../../kernel/system-route.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { type CaseFacts, findCase } from '../../case/index.ts'
import { itemsInForce } from '../../catalogue/index.ts'
import { fullPlaceNames } from '../../place/index.ts'
import { settingAt } from '../../setting/index.ts'
import { topicWords } from '../domain/topic-words.ts'
import { countsOf, MONTHS_BEFORE } from '../queries/recurrence-cells.ts'
import { evidenceOf, type TopicEvidence } from '../queries/topic-evidence.ts'
import { addTopic } from '../topic-store.ts'

type Proposal = {
  readonly topicId: string
  readonly evidence: TopicEvidence
  readonly words: string
  readonly aroseFrom: readonly string[]
  readonly isOpen: boolean
}

/** The system's own route: it is run by the job of the month and answers to nobody over HTTP. */
const finding = systemRoute('rating.findTopic')

/** What the method found is proposed once; while a topic for the place and item is open, not again. */
export const findTopic = (evidence: TopicEvidence) =>
  command<typeof finding, Proposal, NewEvent<OpeningAsked>>({
    route: finding,
    permit: 'case.clock',
    load: (tx) => loadProposal(tx, evidence, []),
    decide: (state) => (state.isOpen ? [] : asked(state)),
    async save(tx, state) {
      if (!state.isOpen) await saveProposal(tx, state)
      return { proposed: !state.isOpen }
    },
    answer: (_tx, outcome) => outcome,
  })

/** Somebody proposes what a matter or its rectification brought to light, with whatever the figures say so far. */
export const proposeTopic = command<typeof ratingRoutes.proposeTopic, Proposal, NewEvent<OpeningAsked>>({
  route: ratingRoutes.proposeTopic,
  permit: 'rating.proposeTopic',
  async load(tx, _permit, { body: { caseId } }) {
    const { facts } = await findCase(tx, permitFor(tx, 'case.view'), caseId)
    const itemCode = must(facts.itemCode, { refusal: 'rating.no-item' })
    return loadProposal(tx, await evidenceNow(tx, itemCode, facts), [caseId])
  },
  decide: (state): readonly NewEvent<OpeningAsked>[] | Refusal =>
    state.isOpen ? refuse('rating.topic-open') : asked(state),
  async save(tx, state) {
    ensure(await saveProposal(tx, state), { refusal: 'rating.topic-open' })
    return { topicId: state.topicId }
  },
  answer: (_tx, { topicId }) => ({ topicId: String(topicId) }),
})

/** Of the month that runs: what the method says of it, or the mere count where there is too little for the method. */
async function evidenceNow(
  tx: Tx,
  itemCode: string,
  { communityCode, gridCode }: Pick<CaseFacts, 'communityCode' | 'gridCode'>,
): Promise<TopicEvidence> {
  const month = monthOf(tx.now)
  const { evidence, tested } = await evidenceOf(tx, month, (all) => {
    const ofItem = all.filter(({ item }) => item === itemCode)
    const one =
      ofItem.find(({ proposed, place }) => proposed && place === gridCode) ??
      ofItem.find(({ place }) => place === communityCode)
    return one ? [one] : []
  })
  const [told] = evidence
  if (told) return told
  const { soFar } = await countsOf(tx, itemCode, communityCode, { soFar: monthSpan(month) })
  const { falseAlarmPercent } = await settingAt(tx, 'topic', tx.now)
  return {
    ...{
      itemCode,
      placeCode: communityCode,
      month,
      counted: soFar.here,
      expected: null,
      p: null,
      falseAlarmPercent,
    },
    ...{ monthsBefore: MONTHS_BEFORE, tested, found: false, buildings: [] },
  }
}

async function loadProposal(
  tx: Tx,
  evidence: TopicEvidence,
  aroseFrom: readonly string[],
): Promise<Proposal> {
  const { itemCode, placeCode, month } = evidence
  const items = await itemsInForce(tx)
  const item = items.find(({ code }) => code === itemCode) ?? { name: itemCode, nameEn: itemCode }
  const place = must((await fullPlaceNames(tx, [placeCode])).get(placeCode), { refusal: 'place.unknown' })
  const key = [String(tx.tenant), itemCode, placeCode, month, ...aroseFrom]
  return {
    topicId: derivedId('topic', ...key),
    evidence,
    words: topicWords(place, item, evidence),
    aroseFrom,
    isOpen: await isTopicOpen(tx, evidence),
  }
}

/** Asked for and not open yet counts as open, also for the place around it or a part of it; what was proposed for the same month is not proposed again. */
async function isTopicOpen(tx: Tx, { itemCode, placeCode, month, found }: TopicEvidence): Promise<boolean> {
  const { rows } = await sql`
    select 1 from topic_evidence e left join grid_case c on c.tenant = e.tenant and c.id = e.topic_id
    where e.tenant = ${tx.tenant} and e.item_code = ${itemCode} and left(e.place_code, ${placeCode.length}::int) = left(${placeCode}, length(e.place_code))
      and (coalesce(c.open, true) or (${found} and e.month = ${month}))
    limit 1`.execute(tx.db)
  return rows.length > 0
}

const asked = ({ topicId, evidence, aroseFrom }: Proposal): readonly NewEvent<OpeningAsked>[] => [
  {
    id: derivedId('topic asked', topicId),
    ...{
      type: OPENING_ASKED,
      stream: 'opening',
      streamId: derivedId('topic opening', topicId),
      streamVersion: 1,
    },
    payload: {
      ...{ caseId: topicId, kind: 'topic', placeCode: evidence.placeCode, itemCode: evidence.itemCode },
      ...{ wordsId: derivedId('topic words', topicId), initiatorUnitId: null, firstMove: null },
      aroseFrom: [...aroseFrom],
    },
  },
]

async function saveProposal(tx: Tx, { topicId, evidence, words }: Proposal): Promise<boolean> {
  if (!(await addTopic(tx, topicId, evidence))) return false
  await putContent(tx, [
    { id: derivedId('topic words', topicId), streamId: topicId, field: 'words', text: words },
  ])
  return true
}
