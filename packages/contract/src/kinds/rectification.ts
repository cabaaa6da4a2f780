import type { Kind } from './kind.ts'
import { RECTIFICATION_MOVES } from './rectification-moves.ts'

const days = (amount: number) => ({ amount, kind: 'workingDay' }) as const

/** No measure takes longer without somebody deciding about it again. */
const LONGEST_REMEDY_DAYS = 90

/**
 * 整改: what the negative list (负面清单) opens when a matter went wrong as the district's rule says. The unit that was
 * answerable names its measure and a date; whoever complained checks the result: the resident who raised the matter, or
 * the unit that called or found. Where nobody checks in time the community does, and everybody is told so. It ends when it
 * is set right, and not before. It is about units, never about a person. The limits of its steps are ours.
 */
export const rectification: Kind = {
  kind: 'rectification',
  version: 1,
  name: { zh: '整改', en: 'Rectification' },
  report: {
    by: 'system',
    permit: 'case.clock',
    sentence: { zh: '按负面清单的条件记下。', en: 'Noted by the rule of the negative list.' },
    moves: ['place'],
  },
  start: 'noted',
  reopenWindowDays: 0,
  choices: {
    trigger: {
      name: { zh: '触发条件', en: 'Why' },
      options: {
        late: { zh: '超时', en: 'Late' },
        reopenedTwice: { zh: '多次重办', en: 'Reopened again' },
        dissatisfied: { zh: '不满意', en: 'Dissatisfied' },
        refusedWhistle: { zh: '拒不报到', en: 'Refused a whistle' },
        falseClosing: { zh: '虚假办结', en: 'False closing' },
      },
    },
    checker: {
      name: { zh: '由谁核查', en: 'Who checks' },
      options: {
        requester: { zh: '提出的居民', en: 'The resident who complained' },
        initiator: { zh: '提出的单位', en: 'The unit that complained' },
        community: { zh: '社区', en: 'The community' },
      },
    },
  },
  states: {
    noted: {
      name: { zh: '待立项', en: 'Noted' },
      sentence: {
        zh: '这件事没有办好，正在确定由哪个单位整改。',
        en: 'It was not done properly; the unit that must set it right is being named.',
      },
      staff: {
        sentence: {
          zh: '已记入负面清单，正在确定责任单位。',
          en: 'It is on the negative list; a unit is being named.',
        },
      },
      tone: 'open',
      owner: 'dispatcher',
      clock: 'opening',
    },
    planning: {
      name: { zh: '待定措施', en: 'Measure to be named' },
      sentence: {
        zh: '这件事没有办好，{owner}要拿出整改措施和期限。',
        en: 'It was not done properly; {owner} must say what it will do and by when.',
      },
      tone: 'open',
      owner: 'leadUnit',
      clock: 'plan',
    },
    remedying: {
      name: { zh: '整改中', en: 'Being set right' },
      sentence: { zh: '{owner}正在整改。', en: '{owner} is setting it right.' },
      tone: 'open',
      owner: 'leadUnit',
      clock: 'remedy',
    },
    asked: {
      name: { zh: '待您核查', en: 'For you to check' },
      sentence: {
        zh: '责任单位说整改好了，请您看看是不是真的好了；您不看，到期由社区核查。',
        en: 'The unit says it is set right. Please say whether it is; if you do not, the community checks it.',
      },
      staff: {
        name: { zh: '待居民核查', en: 'For the resident to check' },
        sentence: {
          zh: '等提出的居民核查；到期没有核查的，由社区核查。',
          en: 'The resident who complained is asked to check it; after that the community does.',
        },
      },
      tone: 'waiting',
      owner: 'community',
      clock: 'check',
    },
    initiatorChecking: {
      name: { zh: '待提出单位核查', en: 'For the unit that complained to check' },
      sentence: {
        zh: '责任单位说整改好了，请{owner}核查。',
        en: '{owner}, which complained, is asked to check it.',
      },
      tone: 'open',
      owner: 'initiator',
      clock: 'unitCheck',
    },
    communityChecking: {
      name: { zh: '待社区核查', en: 'For the community to check' },
      sentence: { zh: '请{owner}核查是不是整改好了。', en: '{owner} checks whether it is set right.' },
      tone: 'open',
      owner: 'finder',
      clock: 'verify',
    },
    closed: {
      name: { zh: '整改好了', en: 'Set right' },
      sentence: { zh: '核查过，整改好了。', en: 'It was checked and is set right.' },
      tone: 'closed',
    },
    struckOff: {
      name: { zh: '已撤销', en: 'Struck off' },
      sentence: { zh: '区里说明理由，撤销了整改。', en: 'The district gave its reason and struck it off.' },
      tone: 'closed',
    },
  },
  clocks: {
    opening: { name: { zh: '立项时限', en: 'Naming a unit' }, limit: days(1) },
    plan: { name: { zh: '定措施时限', en: 'Naming a measure' }, limit: days(3), perAssignment: true },
    remedy: {
      name: { zh: '整改时限', en: 'Setting it right' },
      limit: { until: LONGEST_REMEDY_DAYS },
      perAssignment: true,
    },
    check: {
      name: { zh: '居民核查期', en: 'Check by the resident' },
      limit: { amount: 7, kind: 'calendarDay' },
    },
    unitCheck: { name: { zh: '提出单位核查期', en: 'Check by the unit that complained' }, limit: days(5) },
    verify: { name: { zh: '核查时限', en: 'Check' }, limit: days(3) },
  },
  onExpiry: { check: 'lapse', unitCheck: 'lapse' },
  moves: RECTIFICATION_MOVES,
}
