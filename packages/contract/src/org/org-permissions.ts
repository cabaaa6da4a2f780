import { everyStaff, type PermissionRule } from '../permission-rule.ts'

/** The head of the unit; for posts that watch over others, the administrator of security. */
const heads = {
  communitySecretary: ['unit'],
  subdistrictDispatcher: ['unit'],
  departmentLead: ['unit'],
  dutyOfficer: ['unit'],
  securityAdmin: ['everyone'],
} as const satisfies PermissionRule['roles']

/** Who sees the posts of a unit, who says who holds them, and who takes over what a former holder left. */
export const ORG_PERMISSIONS = {
  'unit.list': { zh: '查看单位', en: 'List units', roles: everyStaff },
  'post.list': {
    zh: '查看本单位的岗位',
    en: 'See the posts of one’s unit',
    roles: heads,
  },
  'post.changeHolder': {
    zh: '变更岗位任职人',
    en: 'Change who holds a post',
    roles: heads,
  },
  // Whoever has the post now, or anybody of the unit while it is vacant.
  'case.takeOver': {
    zh: '接手交接的事',
    en: 'Take over what was handed over',
    roles: {
      gridWorker: ['unit'],
      communityWorker: ['unit'],
      communitySecretary: ['unit'],
      subdistrictDispatcher: ['unit'],
      dispatcher: ['unit'],
      dutyOfficer: ['unit'],
      handler: ['unit'],
      departmentLead: ['unit'],
      verifier: ['unit'],
    },
  },
} as const satisfies Record<string, PermissionRule>
