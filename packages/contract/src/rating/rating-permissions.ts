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
} as const
