import { DELIBERATION_MOVES } from './deliberation-moves.ts'
import type { Kind } from './kind.ts'

const days = (amount: number) => ({ amount, kind: 'workingDay' }) as const
const calendarDays = (amount: number) => ({ amount, kind: 'calendarDay' }) as const

/**
 * 议事协商: what residents decide themselves. 四议两公开 with the branch's proposal, the two committees' discussion, the
 * party members' review and the residents' decision; or a vote of the owners of a compound (民法典 278), counted by
 * heads and by floor area. Either way the result is published for at least seven days and every objection is answered
 * before it stands. Shares are data with the law that they follow.
 */
export const deliberation: Kind = {
  kind: 'deliberation',
  version: 1,
  name: { zh: '议事协商', en: 'Deliberation' },
  report: {
    by: 'post',
    permit: 'case.propose',
    sentence: { zh: '{unit}提出议题。', en: '{unit} put the question.' },
    moves: ['open'],
  },
  start: 'drafted',
  reopenWindowDays: 0,
  choices: {
    form: {
      name: { zh: '由谁决定', en: 'Who decides' },
      options: {
        residents: { zh: '居民会议（四议两公开）', en: 'Residents’ meeting (four steps)' },
        ownersOrdinary: { zh: '业主一般事项', en: 'Owners, ordinary matter' },
        ownersSpecial: {
          zh: '业主重大事项（维修资金、改建等）',
          en: 'Owners, special matter (repair fund, rebuilding …)',
        },
      },
    },
    discussion: {
      name: { zh: '商议结果', en: 'Result of the discussion' },
      options: {
        agreed: { zh: '同意提请审议', en: 'Goes on to review' },
        dropped: { zh: '不再提', en: 'Dropped' },
      },
    },
  },
  votes: {
    partyReview: {
      name: { zh: '党员大会审议', en: 'Review by the party members' },
      law: {
        zh: '四议两公开：到会三分之二以上，应到会党员过半数同意方可提交。',
        en: 'Four steps, two publications: two thirds attend, more than half of all who should attend agree.',
      },
      attend: [{ of: 'heads', share: [2, 3], as: 'atLeast' }],
      approve: [{ of: 'heads', share: [1, 2], as: 'moreThan' }],
      approveOf: 'entitled',
    },
    residents: {
      name: { zh: '居民会议决议', en: 'Decision of the residents’ meeting' },
      law: {
        zh: '城市居民委员会组织法：过半数参加，参加者过半数同意（修订后自 2026-01-01 施行，以当地办法为准）。',
        en: 'Organic law of residents’ committees: more than half take part, more than half of them agree (as revised, in force since 2026-01-01; local rules apply).',
      },
      attend: [{ of: 'heads', share: [1, 2], as: 'moreThan' }],
      approve: [{ of: 'heads', share: [1, 2], as: 'moreThan' }],
    },
    ownersOrdinary: {
      name: { zh: '业主表决（一般事项）', en: 'Owners’ vote, ordinary matter' },
      law: {
        zh: '民法典第二百七十八条：面积和人数各三分之二以上参与，参与者面积和人数各过半数同意。',
        en: 'Civil Code, article 278: two thirds by area and by heads take part; more than half of both agree.',
      },
      attend: [
        { of: 'area', share: [2, 3], as: 'atLeast' },
        { of: 'heads', share: [2, 3], as: 'atLeast' },
      ],
      approve: [
        { of: 'area', share: [1, 2], as: 'moreThan' },
        { of: 'heads', share: [1, 2], as: 'moreThan' },
      ],
    },
    ownersSpecial: {
      name: { zh: '业主表决（重大事项）', en: 'Owners’ vote, special matter' },
      law: {
        zh: '民法典第二百七十八条：面积和人数各三分之二以上参与，参与者面积和人数各四分之三以上同意。',
        en: 'Civil Code, article 278: two thirds by area and by heads take part; three quarters of both agree.',
      },
      attend: [
        { of: 'area', share: [2, 3], as: 'atLeast' },
        { of: 'heads', share: [2, 3], as: 'atLeast' },
      ],
      approve: [
        { of: 'area', share: [3, 4], as: 'atLeast' },
        { of: 'heads', share: [3, 4], as: 'atLeast' },
      ],
    },
  },
  flags: {
    objection: {
      name: { zh: '公示期异议', en: 'objection to what is published' },
      asks: { owner: 'initiator', clock: 'objection' },
    },
  },
  states: {
    drafted: {
      name: { zh: '提议', en: 'Proposed' },
      sentence: { zh: '{owner}提出了议题，正在准备。', en: '{owner} put the question and prepares it.' },
      tone: 'open',
      owner: 'initiator',
      clock: 'draft',
    },
    discussing: {
      name: { zh: '商议', en: 'Discussed' },
      sentence: { zh: '{owner}“两委”正在商议。', en: '{owner}: the two committees discuss it.' },
      tone: 'open',
      owner: 'initiator',
      clock: 'discuss',
    },
    reviewing: {
      name: { zh: '审议', en: 'Reviewed' },
      sentence: { zh: '{owner}正在召集党员大会审议。', en: '{owner} calls the party members to review it.' },
      tone: 'open',
      owner: 'initiator',
      clock: 'review',
    },
    deciding: {
      name: { zh: '决议', en: 'Decided' },
      sentence: {
        zh: '{owner}正在召集居民会议表决。',
        en: '{owner} calls the residents’ meeting to decide.',
      },
      tone: 'open',
      owner: 'initiator',
      clock: 'decide',
    },
    noticed: {
      name: { zh: '表决公告', en: 'Vote announced' },
      sentence: {
        zh: '表决事项已经公告，公告期满开始投票。',
        en: 'The vote is announced; it begins when the notice has run.',
      },
      tone: 'waiting',
      owner: 'initiator',
      clock: 'notice',
    },
    voting: {
      name: { zh: '投票', en: 'Owners vote' },
      sentence: { zh: '业主正在投票。', en: 'The owners are voting.' },
      tone: 'open',
      owner: 'initiator',
      clock: 'vote',
    },
    votingSpecial: {
      name: { zh: '投票（重大事项）', en: 'Owners vote (special matter)' },
      sentence: { zh: '业主正在就重大事项投票。', en: 'The owners are voting on a special matter.' },
      tone: 'open',
      owner: 'initiator',
      clock: 'vote',
    },
    published: {
      name: { zh: '公示', en: 'Published' },
      sentence: {
        zh: '通过了，正在公示，有异议可以提。',
        en: 'It passed and is published; objections can be raised.',
      },
      tone: 'waiting',
      owner: 'initiator',
      clock: 'publication',
    },
    resolved: {
      name: { zh: '决议生效', en: 'In force' },
      sentence: { zh: '公示期满，决议生效。', en: 'Publication is over and the decision stands.' },
      tone: 'closed',
    },
    failed: {
      name: { zh: '没有通过', en: 'Not passed' },
      sentence: { zh: '没有达到规定的比例，没有通过。', en: 'The shares that are needed were not reached.' },
      tone: 'closed',
      unmet: true,
    },
    dropped: {
      name: { zh: '不再提', en: 'Dropped' },
      sentence: { zh: '这个议题不再提了。', en: 'The question was dropped.' },
      tone: 'closed',
      unmet: true,
    },
  },
  clocks: {
    draft: { name: { zh: '准备时限', en: 'Preparing' }, limit: days(10) },
    discuss: { name: { zh: '商议时限', en: 'Discussing' }, limit: days(10) },
    review: { name: { zh: '审议时限', en: 'Reviewing' }, limit: days(10) },
    decide: { name: { zh: '决议时限', en: 'Deciding' }, limit: days(15) },
    notice: { name: { zh: '公告期', en: 'Notice' }, limit: calendarDays(15) },
    vote: { name: { zh: '投票期', en: 'Voting' }, limit: calendarDays(30) },
    publication: { name: { zh: '公示期', en: 'Publication' }, limit: calendarDays(7), atLeast: 7 },
    objection: { name: { zh: '异议答复时限', en: 'Answering an objection' }, limit: days(3) },
  },
  onExpiry: { notice: 'beginVote', publication: 'stand' },
  moves: DELIBERATION_MOVES,
}
