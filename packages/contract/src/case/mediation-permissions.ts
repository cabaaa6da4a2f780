import type { PermissionRule } from '../permission-rule.ts'

/** Permissions around the mediation of disputes (人民调解). */
export const MEDIATION_PERMISSIONS = {
  'case.registerMediation': {
    zh: '登记调解',
    en: 'Write down a mediation',
    roles: { mediator: ['subtree'] },
  },
  // Whoever has the matter in hand may see that a quarrel lies behind it.
  'case.suggestMediation': {
    zh: '建议调解',
    en: 'Suggest a mediation',
    roles: {
      gridWorker: ['unit'],
      communityWorker: ['subtree', 'unit'],
      communitySecretary: ['subtree', 'unit'],
      subdistrictDispatcher: ['subtree', 'unit'],
      handler: ['unit'],
      departmentLead: ['unit'],
    },
  },
  'case.answerMediation': {
    zh: '答复调解申请',
    en: 'Answer a wish for mediation',
    roles: { mediator: ['unit'] },
  },
  // Confidential: within the unit only whoever is named for the matter.
  'case.mediate': { zh: '主持调解', en: 'Mediate', roles: { mediator: ['unit'] } },
} as const satisfies Record<string, PermissionRule>
