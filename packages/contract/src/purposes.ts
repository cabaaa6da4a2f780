import type { Bilingual } from './schema.ts'

/** Why a member of staff looks at personal data. A closed list: a read without one of these shows people masked. */
export const PURPOSES = {
  handleCase: { zh: '办理这件事', en: 'Handling this matter' },
  contactRequester: { zh: '联系诉求人核实情况', en: 'Contacting the requester to check facts' },
  verifyResult: { zh: '核查办理结果', en: 'Verifying the result' },
  superviseCase: { zh: '督办', en: 'Supervising this matter' },
  publishAnswer: { zh: '整理公开答复（回音壁）', en: 'Preparing a public answer (echo wall)' },
  answerRequest: { zh: '答复本人的查询', en: "Answering the person's own enquiry" },
  audit: { zh: '审计检查', en: 'Audit' },
} as const satisfies Record<string, Bilingual>

export type Purpose = keyof typeof PURPOSES
export const PURPOSE_NAMES = Object.keys(PURPOSES) as Purpose[]
