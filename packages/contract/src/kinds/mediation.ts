import type { Kind } from './kind.ts'
import { MEDIATION_MOVES } from './mediation-moves.ts'

const days = (amount: number) => ({ amount, kind: 'workingDay' }) as const
const calendarDays = (amount: number) => ({ amount, kind: 'calendarDay' }) as const

/**
 * 人民调解: a dispute between residents, settled with the help of somebody whom they accept. Nothing begins without the
 * consent of each, and each may take it back while there is no agreement (人民调解法 3, 17, 23). The mediator is named
 * (19), is bound to silence (15), and the matter is read by the parties and the mediator alone. An agreement binds from
 * the day on which it is confirmed (28–31); within thirty days the parties may jointly ask the court to confirm it (33).
 */
export const mediation: Kind = {
  kind: 'mediation',
  version: 1,
  name: { zh: '人民调解', en: 'Mediation' },
  confidential: true,
  namedRole: 'mediator',
  report: {
    by: 'post',
    permit: 'case.registerMediation',
    sentence: {
      zh: '{unit}登记了这件纠纷，请各方表态。',
      en: '{unit} wrote the dispute down and asks each party.',
    },
    moves: [],
    comesFrom: {
      kind: 'request',
      flag: 'mediationAgreed',
      move: 'beginMediation',
      brings: 'consented',
    },
    parties: { atLeast: 2, atMost: 8 },
  },
  start: 'asked',
  reopenWindowDays: 0,
  choices: {
    form: {
      name: { zh: '协议形式', en: 'Form of the agreement' },
      options: {
        written: { zh: '书面协议', en: 'Written' },
        oral: { zh: '口头协议（由调解员记录）', en: 'Oral, recorded by the mediator' },
      },
    },
  },
  flags: {
    consented: { name: { zh: '同意调解', en: 'consented' }, per: 'party' },
    confirmed: { name: { zh: '确认协议', en: 'confirmed the agreement' }, per: 'party' },
    anotherAsked: { name: { zh: '请求过更换调解员', en: 'asked for another mediator' }, per: 'party' },
    recused: { name: { zh: '不再担任调解员', en: 'mediates this no more' }, per: 'account', about: 'named' },
    judicial: {
      name: { zh: '可以共同申请司法确认', en: 'the court may be asked jointly to confirm' },
      asks: { owner: 'initiator', clock: 'judicial' },
    },
    courtConfirmed: { name: { zh: '法院已确认', en: 'confirmed by the court' } },
  },
  states: {
    asked: {
      name: { zh: '等各方同意', en: 'Waiting for consent' },
      sentence: {
        zh: '{owner}可以帮各方调解，不收费。各方都同意才开始；不同意也可以，不影响您走别的途径。',
        en: '{owner} can help to settle this, free of charge. It begins only if everybody agrees; you may say no and lose no other way.',
      },
      staff: {
        sentence: {
          zh: '等各方当事人表态；有一方不同意就不开始。',
          en: 'Each party is asked; it does not begin unless all agree.',
        },
      },
      tone: 'waiting',
      owner: 'initiator',
      clock: 'consent',
    },
    naming: {
      name: { zh: '选调解员', en: 'Naming a mediator' },
      sentence: {
        zh: '各方都同意了，{owner}正在安排调解员。',
        en: 'Everybody agreed; {owner} looks for a mediator.',
      },
      tone: 'open',
      owner: 'initiator',
      clock: 'naming',
    },
    proposed: {
      name: { zh: '请调解员接受', en: 'Mediator asked' },
      sentence: {
        zh: '{owner}推选了一位调解员，等本人确认没有利害关系。',
        en: '{owner} named a mediator, who is to confirm that no interest stands in the way.',
      },
      tone: 'open',
      owner: 'initiator',
      clock: 'acceptance',
    },
    mediating: {
      name: { zh: '调解中', en: 'Mediation' },
      sentence: { zh: '正在调解。', en: 'The mediation is under way.' },
      tone: 'open',
      owner: 'initiator',
      clock: 'mediating',
    },
    confirming: {
      name: { zh: '等各方确认协议', en: 'Agreement to be confirmed' },
      sentence: {
        zh: '协议内容拟好了，请看清楚；您和其他各方都确认后才生效。',
        en: 'The agreement is drawn up. Read it well: it takes effect once you and all others confirm it.',
      },
      staff: {
        sentence: { zh: '等各方当事人确认协议内容。', en: 'Each party is to confirm the agreement.' },
      },
      tone: 'waiting',
      owner: 'initiator',
      clock: 'confirming',
    },
    agreed: {
      name: { zh: '协议生效，履行中', en: 'Agreement in force' },
      sentence: {
        zh: '协议已生效，对各方有约束力。认为有必要的，各方可以在生效之日起三十日内共同向人民法院申请司法确认（人民调解法第三十三条）。调解员会回访。',
        en: 'The agreement is in force and binds everybody. Within thirty days of its effect all parties may jointly ask the court to confirm it (People’s Mediation Law, article 33). The mediator will ask how it goes.',
      },
      tone: 'open',
      owner: 'initiator',
      clock: 'followUp',
    },
    fulfilled: {
      name: { zh: '已履行', en: 'Fulfilled' },
      sentence: { zh: '协议已经履行。', en: 'What was agreed has been done.' },
      tone: 'closed',
    },
    notFulfilled: {
      name: { zh: '未履行', en: 'Not fulfilled' },
      sentence: {
        zh: '协议没有履行。就协议的履行或内容发生争议的，可以向人民法院起诉（人民调解法第三十二条）。',
        en: 'What was agreed was not done. Whoever disputes this may go to court (People’s Mediation Law, article 32).',
      },
      tone: 'closed',
      unmet: true,
    },
    ended: {
      name: { zh: '未达成协议', en: 'Ended without agreement' },
      sentence: {
        zh: '调解结束，没有达成协议。各方仍可以依法通过仲裁、行政、司法等途径维护自己的权利（人民调解法第二十六条）。',
        en: 'The mediation ended without an agreement. Arbitration, the authorities and the courts remain open to everybody (People’s Mediation Law, article 26).',
      },
      tone: 'closed',
      unmet: true,
    },
  },
  clocks: {
    consent: { name: { zh: '答复期限', en: 'Time to answer' }, limit: calendarDays(7) },
    naming: { name: { zh: '安排调解员时限', en: 'Naming a mediator' }, limit: days(5) },
    acceptance: { name: { zh: '调解员确认时限', en: 'The mediator’s answer' }, limit: days(3) },
    // 人民调解工作若干规定 (司法部令第 75 号) 33: as a rule within one month.
    mediating: { name: { zh: '调解期限', en: 'Mediation' }, limit: calendarDays(30) },
    confirming: { name: { zh: '确认期限', en: 'Time to confirm' }, limit: calendarDays(7) },
    followUp: { name: { zh: '回访', en: 'Follow-up visit' }, limit: calendarDays(15) },
    judicial: { name: { zh: '申请司法确认', en: 'Asking the court to confirm' }, limit: calendarDays(30) },
  },
  onExpiry: {
    consent: 'lapseUnanswered',
    naming: 'lapseUnnamed',
    acceptance: 'lapseProposal',
    judicial: 'endJudicial',
  },
  moves: MEDIATION_MOVES,
}
