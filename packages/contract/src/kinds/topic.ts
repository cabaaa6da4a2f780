import type { Kind } from './kind.ts'
import { TOPIC_MOVES } from './topic-moves.ts'

const days = (amount: number) => ({ amount, kind: 'workingDay' }) as const

const LONGEST_WORK_DAYS = 180
/** How long the effect is watched: as long as the month that a topic is proposed by. */
const WATCHED_DAYS = 30

/**
 * 主动治理专题（未诉先办、每月一题）: what keeps happening in a place beyond chance and season, or what a rectification brought to
 * light, gets an owner, measures, a date, and figures before and after that are computed and not claimed. Its evidence is
 * kept beside it. 北京市接诉即办工作条例 asks for topics with owner, measures, deadline and effect; the limits here are ours.
 */
export const topic: Kind = {
  kind: 'topic',
  version: 1,
  name: { zh: '治理专题', en: 'Topic' },
  report: {
    by: 'system',
    permit: 'case.clock',
    sentence: { zh: '按数字提出，请{owner}决定立不立题。', en: 'Proposed by the figures; {owner} decides.' },
    moves: [],
  },
  start: 'proposed',
  reopenWindowDays: 0,
  choices: {
    effect: {
      name: { zh: '效果', en: 'Effect' },
      options: {
        better: { zh: '好转', en: 'Better' },
        same: { zh: '没有变化', en: 'No change' },
        worse: { zh: '变差', en: 'Worse' },
        tooFew: { zh: '数量太少，不作评价', en: 'Too few to say' },
      },
    },
  },
  states: {
    proposed: {
      name: { zh: '待立题', en: 'Proposed' },
      sentence: { zh: '{owner}正在看立不立题。', en: '{owner} decides whether to take it up.' },
      tone: 'open',
      owner: 'dispatcher',
      clock: 'decide',
    },
    accepted: {
      name: { zh: '待定措施', en: 'Measures to be named' },
      sentence: { zh: '{owner}正在定措施和期限。', en: '{owner} is naming measures and a date.' },
      tone: 'open',
      owner: 'leadUnit',
      clock: 'plan',
    },
    working: {
      name: { zh: '治理中', en: 'Being worked on' },
      sentence: { zh: '{owner}正在落实措施。', en: '{owner} is carrying out its measures.' },
      tone: 'open',
      owner: 'leadUnit',
      clock: 'work',
    },
    observing: {
      name: { zh: '看效果', en: 'Effect being watched' },
      sentence: {
        zh: '措施做完了，正在看数字有没有变化。',
        en: 'The measures are done; the figures are watched.',
      },
      tone: 'waiting',
      owner: 'dispatcher',
      clock: 'observe',
    },
    judging: {
      name: { zh: '待公布效果', en: 'Result to be shown' },
      sentence: {
        zh: '请{owner}看前后数字，公布效果。',
        en: '{owner} looks at the figures and shows the result.',
      },
      tone: 'open',
      owner: 'dispatcher',
      clock: 'conclude',
    },
    shown: {
      name: { zh: '已公布效果', en: 'Result shown' },
      sentence: { zh: '效果已经公布。', en: 'The result is shown.' },
      tone: 'closed',
    },
    dismissed: {
      name: { zh: '没有立题', en: 'Not taken up' },
      sentence: { zh: '说明了理由，没有立题。', en: 'It was not taken up, and the reason was given.' },
      tone: 'closed',
      unmet: true,
    },
  },
  clocks: {
    decide: { name: { zh: '立题时限', en: 'Deciding' }, limit: days(10) },
    plan: { name: { zh: '定措施时限', en: 'Naming measures' }, limit: days(10), perAssignment: true },
    work: {
      name: { zh: '落实时限', en: 'Measures' },
      limit: { until: LONGEST_WORK_DAYS },
      perAssignment: true,
    },
    observe: { name: { zh: '观察期', en: 'Watching' }, limit: { amount: WATCHED_DAYS, kind: 'calendarDay' } },
    conclude: { name: { zh: '公布时限', en: 'Showing the result' }, limit: days(5) },
  },
  onExpiry: { observe: 'effectDue' },
  moves: TOPIC_MOVES,
}
