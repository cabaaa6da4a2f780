/** Who sees how called units came, and who advises them. About units, never about persons. */
export const whistlePermissions = {
  'whistle.board': {
    zh: '查看吹哨报到情况',
    en: 'See how called units came',
    roles: {
      communitySecretary: ['subtree'],
      subdistrictDispatcher: ['subtree'],
      dispatcher: ['subtree'],
      dutyOfficer: ['subtree'],
      departmentLead: ['unit'],
    },
  },
  'whistle.advise': {
    zh: '对派驻单位写意见',
    en: 'Advise on stationed units',
    roles: { subdistrictDispatcher: ['subtree'] },
  },
  'whistle.readAdvice': {
    zh: '查看派驻单位意见',
    en: 'Read advice on stationed units',
    roles: {
      subdistrictDispatcher: ['subtree'],
      dispatcher: ['subtree'],
      dutyOfficer: ['subtree'],
      departmentLead: ['unit'],
    },
  },
  'whistle.answerAdvice': {
    zh: '答复派驻单位意见',
    en: 'Answer advice on stationed units',
    roles: { departmentLead: ['unit'] },
  },
  'whistle.adviceClock': { zh: '意见答复到期', en: 'The time to answer advice runs out', roles: {} },
} as const
