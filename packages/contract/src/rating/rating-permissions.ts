/** Who looks behind the published figures. The figures themselves are public, and none of them is about a person. */
export const ratingPermissions = {
  'rating.list': {
    zh: '查看评价数字背后的事项',
    en: 'See the matters behind a figure',
    roles: {
      communitySecretary: ['subtree'],
      subdistrictDispatcher: ['subtree'],
      dispatcher: ['subtree'],
      dutyOfficer: ['subtree'],
      departmentLead: ['unit'],
    },
  },
  'rating.proposeTopic': {
    zh: '提出治理专题',
    en: 'Propose a topic',
    roles: {
      communitySecretary: ['subtree'],
      subdistrictDispatcher: ['subtree'],
      dispatcher: ['subtree'],
      dutyOfficer: ['subtree'],
    },
  },
  // 以下评上: those below rate those above, and no post rates its own unit.
  'rating.rateUp': {
    zh: '评街道、部门',
    en: 'Rate subdistrict and departments',
    roles: { gridWorker: ['everyone'], communityWorker: ['everyone'], communitySecretary: ['everyone'] },
  },
  'rating.answerUp': {
    zh: '回应评价',
    en: 'Answer a rating',
    roles: { subdistrictDispatcher: ['unit'], departmentLead: ['unit'] },
  },
} as const
