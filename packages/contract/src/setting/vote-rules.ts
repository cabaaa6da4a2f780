import Type, { type Static } from 'typebox'
import { deliberation } from '../kinds/deliberation.ts'
import type { Vote, VoteShare } from '../rules/vote.ts'
import { marked } from '../schema.ts'
import { choice, closedObject, setting, titled } from './setting.ts'

/** Shares that votes are passed by, the easiest first. */
const SHARES = {
  half: { of: [1, 2], as: 'atLeast', zh: '半数以上（含半数）', en: 'at least half' },
  moreThanHalf: { of: [1, 2], as: 'moreThan', zh: '过半数', en: 'more than half' },
  twoThirds: { of: [2, 3], as: 'atLeast', zh: '三分之二以上', en: 'at least two thirds' },
  threeQuarters: { of: [3, 4], as: 'atLeast', zh: '四分之三以上', en: 'at least three quarters' },
  fourFifths: { of: [4, 5], as: 'atLeast', zh: '五分之四以上', en: 'at least four fifths' },
  all: { of: [1, 1], as: 'atLeast', zh: '全体', en: 'all' },
} as const
type ShareName = keyof typeof SHARES
const NAMES = Object.keys(SHARES) as ShareName[]

const law = marked(Type.String({ minLength: 2, maxLength: 200 }), 'x-input', 'words')
const votesOfHouse = deliberation.votes ?? {}

const VoteRule = closedObject({
  attend: titled(choice(SHARES), '参加的要达到', 'Who takes part'),
  approve: titled(choice(SHARES), '同意的要达到', 'Who agrees'),
  approveOf: titled(
    choice({
      present: { zh: '参加的', en: 'those who take part' },
      entitled: { zh: '应参加的', en: 'all who are entitled' },
    }),
    '同意的按谁算',
    'Agreement is counted among',
  ),
  law: titled(law, '依据（哪部法、哪一版、哪一条）', 'By which law, as of when, which article (Chinese)'),
  lawEn: titled(law, '依据（英文）', 'By which law (English)'),
})
type VoteRule = Static<typeof VoteRule>
const nameOf = ([first]: readonly VoteShare[]): ShareName =>
  NAMES.find((name) => {
    const { of, as } = SHARES[name]
    return first?.as === as && first.share[0] === of[0] && first.share[1] === of[1]
  }) ?? 'moreThanHalf'
const ofHouse = (name: string): VoteRule => {
  const { attend = [], approve = [], approveOf = 'present', law: basis } = votesOfHouse[name] ?? {}
  return {
    ...{ attend: nameOf(attend), approve: nameOf(approve), approveOf },
    ...{ law: basis?.zh ?? '', lawEn: basis?.en ?? '' },
  }
}
const vote = (name: string) => {
  const { zh, en } = votesOfHouse[name]?.name ?? { zh: name, en: name }
  return titled(VoteRule, zh, en)
}

const VoteRules = closedObject({
  partyReview: vote('partyReview'),
  residents: vote('residents'),
  ownersOrdinary: vote('ownersOrdinary'),
  ownersSpecial: vote('ownersSpecial'),
})
export type VoteRules = Static<typeof VoteRules>
type VoteName = keyof VoteRules
const isDecided = (name: string): name is VoteName => name in VoteRules.properties

/** A vote as a district has decided it: the same share of each measure that the law counts, heads and floor area alike. */
export function decidedVote(name: string, own: Vote, rules: VoteRules): Vote {
  if (!isDecided(name)) return own
  const { attend, approve, approveOf, law: zh, lawEn: en } = rules[name]
  const shares = (of: readonly VoteShare[], as: ShareName) =>
    of.map((one): VoteShare => ({ of: one.of, share: SHARES[as].of, as: SHARES[as].as }))
  const { approveOf: _, ...kept } = own
  return {
    ...kept,
    ...{ law: { zh, en }, attend: shares(own.attend, attend), approve: shares(own.approve, approve) },
    ...(approveOf === 'entitled' ? { approveOf } : {}),
  }
}

/** Owners’ votes are the nation’s law (民法典 278): a district may ask for more, never for less. */
const BY_LAW = ['ownersOrdinary', 'ownersSpecial'] as const

export const voteRules = setting({
  title: { zh: '表决的比例和依据', en: 'Quorums and majorities' },
  explanation: {
    zh: '党员大会、居民会议、业主表决各要多少人参加、多少人同意，依据哪部法的哪一版。业主表决人数和面积都要达到，不能低于民法典。已经开始的议题按开始时的比例。',
    en: 'How many must take part and agree in each vote, by which law as of when. Owners’ votes need the share of heads and of floor area, and never less than the Civil Code. Questions that have begun keep their shares.',
  },
  schema: VoteRules,
  initial: {
    ...{ partyReview: ofHouse('partyReview'), residents: ofHouse('residents') },
    ...{ ownersOrdinary: ofHouse('ownersOrdinary'), ownersSpecial: ofHouse('ownersSpecial') },
  },
  permit: 'setting.change',
  reaches: 'kept',
  faults: (rules) =>
    BY_LAW.flatMap((name) =>
      (['attend', 'approve'] as const)
        .filter((part) => NAMES.indexOf(rules[name][part]) < NAMES.indexOf(ofHouse(name)[part]))
        .map((part) => ({
          field: `${name}.${part}`,
          zh: `民法典第二百七十八条规定${SHARES[ofHouse(name)[part]].zh}，不能更低。`,
          en: `The Civil Code, article 278, asks for ${SHARES[ofHouse(name)[part]].en}; it cannot be less.`,
        })),
    ),
})
