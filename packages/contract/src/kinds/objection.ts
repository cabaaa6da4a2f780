import { PLAIN } from './coordination-parts.ts'
import type { Kind } from './kind.ts'

/**
 * 公示异议: what a resident holds against a decision while it is published. Whoever put the question answers it in writing
 * within three days [F41], which this version took for working days; until then the decision cannot stand. The answer is
 * public, what the resident wrote is not.
 */
export const objection: Kind = {
  kind: 'objection',
  version: 1,
  name: { zh: '公示异议', en: 'Objection' },
  report: {
    by: 'requester',
    permit: 'case.object',
    under: { kind: 'deliberation', states: ['published'] },
    sentence: { zh: '异议已经登记，由{owner}答复。', en: 'The objection is registered; {owner} answers it.' },
    moves: [],
  },
  start: 'raised',
  reopenWindowDays: 0,
  choices: {
    reply: {
      name: { zh: '怎么答复', en: 'What is answered' },
      options: {
        explained: { zh: '说明理由，决议不变', en: 'Explained; the decision is kept' },
        accepted: { zh: '采纳，决议要改或撤回', en: 'Accepted; the decision is changed or taken back' },
      },
    },
  },
  states: {
    raised: {
      name: { zh: '待答复', en: 'To be answered' },
      sentence: {
        zh: '异议已经收到，{owner}要书面答复。',
        en: '{owner} has the objection and must answer it in writing.',
      },
      tone: 'open',
      owner: 'initiator',
      clock: 'answer',
    },
    answered: {
      name: { zh: '已答复', en: 'Answered' },
      sentence: { zh: '异议已经书面答复。', en: 'The objection was answered in writing.' },
      tone: 'closed',
    },
    withdrawn: {
      name: { zh: '已撤回', en: 'Withdrawn' },
      sentence: { zh: '异议已经撤回。', en: 'The objection was withdrawn.' },
      tone: 'closed',
      unmet: true,
    },
  },
  clocks: {
    answer: {
      name: { zh: '异议答复时限', en: 'Answering an objection' },
      limit: { amount: 3, kind: 'workingDay' },
    },
  },
  onExpiry: {},
  moves: {
    answer: {
      ...PLAIN,
      public: true,
      name: { zh: '书面答复', en: 'Answer in writing' },
      effect: {
        zh: '答复同时公开：概括异议，不写姓名',
        en: 'The answer is published too: sum the objection up, name nobody',
      },
      sentence: { zh: '{unit}书面答复了异议。', en: '{unit} answered the objection in writing.' },
      permit: 'case.propose',
      from: ['raised'],
      outcomes: [{ to: 'answered' }],
      choose: ['reply'],
      needs: ['words'],
      may: ['fileIds'],
      stop: ['answer'],
      rules: ['initiatorUnit'],
      event: 'publicObjectionAnswered',
      tellsRequester: true,
    },
    withdraw: {
      ...PLAIN,
      name: { zh: '撤回异议', en: 'Withdraw it' },
      effect: { zh: '不再需要答复', en: 'It need not be answered any more' },
      sentence: { zh: '异议已经撤回。', en: 'The objection was withdrawn.' },
      permit: 'case.judge',
      from: ['raised'],
      outcomes: [{ to: 'withdrawn' }],
      may: ['reason'],
      stop: ['answer'],
      event: 'publicObjectionWithdrawn',
      tellsRequester: true,
    },
  },
}
