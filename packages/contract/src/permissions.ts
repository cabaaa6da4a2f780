import { CASE_PERMISSIONS } from './case/case-permissions.ts'
import { gatePermissions } from './gate/gate-permissions.ts'
import { ORG_PERMISSIONS } from './org/org-permissions.ts'
import { anyone, everyStaff, type PermissionRule, staff } from './permission-rule.ts'
import { ratingPermissions } from './rating/rating-permissions.ts'
import { whistlePermissions } from './whistle/whistle-permissions.ts'

export { type PermissionRule, type Reach, ROLES, type Role } from './permission-rule.ts'

/** The one table of permissions. Two interpreters read it: SQL `where(permit)` and `allows(actor, row)`. */
export const PERMISSIONS = {
  'public.read': { zh: '查看公开信息', en: 'See public information', roles: anyone },
  'self.read': { zh: '查看自己的岗位', en: 'See one’s own posts', roles: { anyone: ['everyone'] } },
  'file.upload': { zh: '上传照片', en: 'Upload a photo', roles: anyone },
  ...CASE_PERMISSIONS,
  'echo.publish': {
    zh: '上回音壁',
    en: 'Publish on the echo wall',
    roles: {
      communityWorker: ['subtree'],
      communitySecretary: ['subtree'],
      subdistrictDispatcher: ['subtree'],
      departmentLead: ['unit'],
    },
  },
  'echo.takeDown': {
    zh: '从回音壁撤下',
    en: 'Take off the echo wall',
    roles: {
      communityWorker: ['subtree'],
      communitySecretary: ['subtree'],
      subdistrictDispatcher: ['subtree'],
      departmentLead: ['unit'],
      dutyOfficer: ['subtree'],
    },
  },
  'echo.consent': {
    zh: '同意或不同意公开',
    en: 'Agree to be published, or not',
    roles: { requester: ['own'] },
  },
  'echo.meToo': { zh: '我也遇到了', en: 'Say “me too”', roles: anyone },
  ...gatePermissions,
  ...ORG_PERMISSIONS,
  'alert.list': { zh: '查看提醒', en: 'See alerts', roles: staff },
  'figures.view': {
    zh: '查看指挥图和数字',
    en: 'See the command map and figures',
    roles: { subdistrictDispatcher: ['subtree'], dispatcher: ['subtree'], dutyOfficer: ['subtree'] },
  },
  ...ratingPermissions,
  ...whistlePermissions,
  'live.follow': { zh: '接收实时变化', en: 'Follow live changes', roles: { ...staff, gatekeeper: ['unit'] } },
  'ledger.read': {
    zh: '查看查阅记录',
    en: 'Read the ledger',
    roles: { auditor: ['everyone'], dataProtection: ['everyone'] },
  },
  // Rules by which people are measured are read by all of them, and written by nobody who is measured or runs the machines.
  'setting.view': { zh: '查看规则和目录', en: 'See the rules and the catalogue', roles: everyStaff },
  'setting.change': { zh: '修改规则', en: 'Change a rule', roles: { ruleKeeper: ['everyone'] } },
  'catalogue.change': {
    zh: '修改事项目录',
    en: 'Change the item catalogue',
    roles: { ruleKeeper: ['everyone'] },
  },
  // Who gets which matter is read by all staff, and decided by those who dispatch for the whole district.
  'routing.view': { zh: '查看派单规则', en: 'See the routing rules', roles: everyStaff },
  'routing.change': {
    zh: '修改派单规则',
    en: 'Change the routing rules',
    roles: { dispatcher: ['everyone'], dutyOfficer: ['everyone'] },
  },
  'demo.setClock': {
    zh: '调快演示时间',
    en: 'Let the demonstration’s time run faster',
    roles: { systemAdmin: ['everyone'] },
  },
  'message.readDemo': { zh: '查看演示短信', en: 'See the demonstration’s messages', roles: anyone },
} as const satisfies Record<string, PermissionRule>

export type Permission = keyof typeof PERMISSIONS
export const PERMISSION_NAMES = Object.keys(PERMISSIONS) as Permission[]
/** Widens the literal table so that any role can be looked up in any rule. */
export const ruleOf = (permission: Permission): PermissionRule => PERMISSIONS[permission]
