import { ONGOING, PLAIN } from './coordination-parts.ts'
import type { Kind, KindMove } from './kind.ts'
import { request2 } from './request-2.ts'

/** A quarrel is between those who have it: whoever reported the same noise learns nothing of it. */
const PRIVATE = { ...PLAIN, private: true } as const

/** Where a dispute between neighbours lies behind a request: proposed to the requester, who agrees or does not. */
const MEDIATION_STEPS: Readonly<Record<string, KindMove>> = {
  suggestMediation: {
    ...PRIVATE,
    aside: true,
    name: { zh: '建议调解', en: 'Suggest a mediation' },
    effect: { zh: '请居民决定，计时不变', en: 'The resident decides; no change to the clocks' },
    sentence: {
      zh: '{unit}建议请人民调解委员会调解，您可以同意，也可以不同意；这件诉求照常办理。',
      en: '{unit} suggests a mediation. You may agree or not; the request goes on either way.',
    },
    staff: {
      sentence: {
        zh: '{unit}建议调解，等居民决定。',
        en: '{unit} suggested a mediation; the resident decides.',
      },
    },
    permit: 'case.suggestMediation',
    from: ONGOING,
    needs: ['words'],
    forbids: ['mediationSuggested', 'mediationAgreed', 'mediationBegun', 'noMediation'],
    rules: ['mediatorsThere'],
    raise: ['mediationSuggested'],
    event: 'mediationSuggested',
    tellsRequester: true,
  },
  agreeMediation: {
    ...PRIVATE,
    name: { zh: '同意请人调解', en: 'Agree to ask for a mediation' },
    effect: {
      zh: '调解委员会会看到这件诉求并联系对方；对方也同意才开始，达成协议前您随时可以退出',
      en: 'The mediation committee reads this request and asks the other side. It begins only if they agree too, and you may leave until there is an agreement',
    },
    sentence: {
      zh: '您同意请人民调解委员会调解，等它答复。',
      en: 'You agreed to a mediation; the mediation committee answers next.',
    },
    staff: {
      sentence: {
        zh: '居民同意调解，等调解委员会答复。',
        en: 'The resident agreed; the mediation committee answers.',
      },
    },
    permit: 'case.judge',
    from: ONGOING,
    requires: ['mediationSuggested'],
    lower: ['mediationSuggested'],
    raise: ['mediationAgreed'],
    event: 'mediationAgreed',
    tellsRequester: true,
  },
  declineMediation: {
    ...PRIVATE,
    name: { zh: '不用调解', en: 'No mediation' },
    effect: { zh: '这件诉求照常办理', en: 'The request goes on as it was' },
    sentence: { zh: '您选择不调解。', en: 'You chose no mediation.' },
    staff: { sentence: { zh: '居民选择不调解。', en: 'The resident chose no mediation.' } },
    permit: 'case.judge',
    from: ONGOING,
    requires: ['mediationSuggested'],
    lower: ['mediationSuggested'],
    raise: ['noMediation'],
    event: 'mediationDeclined',
    tellsRequester: true,
  },
  declineToMediate: {
    ...PRIVATE,
    aside: true,
    name: { zh: '不受理调解', en: 'Do not take it on' },
    effect: { zh: '告诉居民原因；诉求照常办理', en: 'The resident is told why; the request goes on' },
    sentence: { zh: '{unit}没有受理调解。', en: '{unit} did not take the mediation on.' },
    permit: 'case.answerMediation',
    from: ONGOING,
    needs: ['reason'],
    requires: ['mediationAgreed'],
    lower: ['mediationAgreed'],
    raise: ['noMediation'],
    rules: ['askedUnitOnly'],
    event: 'mediationNotTaken',
    tellsRequester: true,
  },
  beginMediation: {
    ...PRIVATE,
    name: { zh: '已登记调解', en: 'Mediation written down' },
    effect: {
      zh: '另一件事，只有各方和调解员看得到',
      en: 'A matter of its own, read by the parties and the mediator',
    },
    sentence: {
      zh: '{unit}登记了调解，正在问对方；从这里可以打开您的调解。',
      en: '{unit} wrote the mediation down and asks the other side; you can open yours from here.',
    },
    staff: {
      sentence: {
        zh: '{unit}受理了调解；调解的内容只有各方和调解员看得到。',
        en: '{unit} took the mediation on; what is said in it is read by the parties and the mediator alone.',
      },
    },
    // The house takes this step when the committee writes the mediation down.
    permit: 'case.clock',
    from: ONGOING,
    requires: ['mediationAgreed'],
    lower: ['mediationAgreed'],
    raise: ['mediationBegun'],
    event: 'mediationBegun',
    tellsRequester: true,
  },
}

/** 诉求, version 3: a dispute behind it can be offered for mediation. Requests of earlier versions go on as they began. */
export const request3: Kind = {
  ...request2,
  version: 3,
  flags: {
    ...request2.flags,
    mediationSuggested: {
      name: { zh: '建议调解，等居民决定', en: 'mediation suggested, the resident decides' },
    },
    // Asked once: nobody is talked into it.
    noMediation: { name: { zh: '不调解', en: 'no mediation' } },
    mediationBegun: { name: { zh: '已登记调解', en: 'mediation begun' } },
    mediationAgreed: {
      name: { zh: '居民同意调解', en: 'wish for a mediation' },
      asks: { owner: 'mediators', clock: 'mediation' },
    },
  },
  clocks: {
    ...request2.clocks,
    mediation: {
      name: { zh: '调解委员会答复时限', en: 'Answer of the mediation committee' },
      limit: { amount: 3, kind: 'workingDay' },
    },
  },
  moves: { ...request2.moves, ...MEDIATION_STEPS },
}
