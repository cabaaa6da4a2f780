import { gatePermissions } from './gate/gate-permissions.ts'

/** What a post does. Rights come from posts (person × unit × role × place × validity), never from accounts. */
export const ROLES = [
  'anyone',
  'requester',
  'gridWorker',
  'communityWorker',
  'communitySecretary',
  'subdistrictDispatcher',
  'dispatcher',
  'dutyOfficer',
  'handler',
  'departmentLead',
  'verifier',
  'ruleKeeper',
  'systemAdmin',
  'securityAdmin',
  'auditor',
  'dataProtection',
  'gatekeeper',
] as const
export type Role = (typeof ROLES)[number]

/**
 * How far a permission reaches over rows.
 * own: the actor's own matter (a requester's case) · unit: rows that the actor's unit owns or is assigned ·
 * subtree: rows whose place lies within the post's place · everyone: no limit within the tenant.
 */
export type Reach = 'own' | 'unit' | 'subtree' | 'everyone'

export type PermissionRule = {
  readonly zh: string
  readonly en: string
  /** Absent role = refused. */
  readonly roles: Partial<Readonly<Record<Role, readonly Reach[]>>>
}

const staff = {
  gridWorker: ['subtree', 'unit'],
  communityWorker: ['subtree', 'unit'],
  communitySecretary: ['subtree', 'unit'],
  subdistrictDispatcher: ['subtree', 'unit'],
  dispatcher: ['subtree'],
  dutyOfficer: ['subtree'],
  handler: ['unit'],
  departmentLead: ['unit'],
  verifier: ['subtree'],
} as const satisfies PermissionRule['roles']

const everyStaff = Object.fromEntries(
  ROLES.filter((role) => role !== 'anyone' && role !== 'requester').map((role) => [role, ['everyone']]),
) as PermissionRule['roles']

const anyone = { anyone: ['everyone'] } as const satisfies PermissionRule['roles']

/** The one table of permissions. Two interpreters read it: SQL `where(permit)` and `allows(actor, row)`. */
export const PERMISSIONS = {
  'public.read': { zh: '查看公开信息', en: 'See public information', roles: anyone },
  'self.read': { zh: '查看自己的岗位', en: 'See one’s own posts', roles: { anyone: ['everyone'] } },
  'file.upload': { zh: '上传照片', en: 'Upload a photo', roles: anyone },
  'case.report': { zh: '反映问题', en: 'Raise a matter', roles: anyone },
  'case.view': { zh: '查看诉求', en: 'See a matter', roles: { ...staff, requester: ['own'] } },
  'case.list': { zh: '查看诉求列表', en: 'List matters', roles: staff },
  'case.seeRequester': { zh: '查看诉求人', en: 'See the requester', roles: staff },
  'case.export': {
    zh: '导出列表',
    en: 'Export a list',
    roles: {
      communitySecretary: ['subtree'],
      subdistrictDispatcher: ['subtree'],
      dispatcher: ['subtree'],
      dutyOfficer: ['subtree'],
      departmentLead: ['unit'],
    },
  },
  'case.triage': {
    zh: '研判',
    en: 'Triage',
    roles: {
      communityWorker: ['subtree'],
      communitySecretary: ['subtree'],
      subdistrictDispatcher: ['subtree'],
      dispatcher: ['subtree'],
      dutyOfficer: ['subtree'],
    },
  },
  'case.dispatch': {
    zh: '派遣',
    en: 'Dispatch',
    roles: {
      communitySecretary: ['subtree'],
      subdistrictDispatcher: ['subtree'],
      dispatcher: ['subtree'],
      dutyOfficer: ['subtree'],
    },
  },
  'case.recall': {
    zh: '收回派遣',
    en: 'Recall',
    roles: { subdistrictDispatcher: ['subtree'], dispatcher: ['subtree'], dutyOfficer: ['subtree'] },
  },
  'case.takeUp': {
    zh: '自办',
    en: 'Handle oneself',
    roles: { gridWorker: ['subtree'], communityWorker: ['subtree'], communitySecretary: ['subtree'] },
  },
  'case.sign': {
    zh: '签收',
    en: 'Sign for',
    roles: {
      gridWorker: ['unit'],
      communityWorker: ['unit'],
      communitySecretary: ['unit'],
      subdistrictDispatcher: ['unit'],
      handler: ['unit'],
      departmentLead: ['unit'],
    },
  },
  'case.return': {
    zh: '退单',
    en: 'Return',
    roles: {
      // So that an order sent to the command centre itself does not stay there: it supervises and does not handle.
      dispatcher: ['unit'],
      dutyOfficer: ['unit'],
      communityWorker: ['unit'],
      communitySecretary: ['unit'],
      subdistrictDispatcher: ['unit'],
      handler: ['unit'],
      departmentLead: ['unit'],
    },
  },
  'case.handle': {
    zh: '办理',
    en: 'Handle',
    roles: {
      gridWorker: ['unit'],
      communityWorker: ['unit'],
      communitySecretary: ['unit'],
      subdistrictDispatcher: ['unit'],
      handler: ['unit'],
      departmentLead: ['unit'],
    },
  },
  'case.verify': {
    zh: '核查',
    en: 'Verify',
    roles: {
      communityWorker: ['subtree'],
      communitySecretary: ['subtree'],
      subdistrictDispatcher: ['subtree'],
      verifier: ['subtree'],
      dutyOfficer: ['subtree'],
    },
  },
  'case.find': {
    zh: '上报发现',
    en: 'Write down what was found',
    roles: { gridWorker: ['subtree'], communityWorker: ['subtree'], communitySecretary: ['subtree'] },
  },
  // Whoever found it looks again: no requester could say whether it is solved.
  'case.verifyFinding': {
    zh: '复查发现',
    en: 'Look at a finding again',
    roles: {
      gridWorker: ['subtree'],
      communityWorker: ['subtree'],
      communitySecretary: ['subtree'],
      subdistrictDispatcher: ['subtree'],
      verifier: ['subtree'],
      dutyOfficer: ['subtree'],
    },
  },
  'case.judge': { zh: '评价', en: 'Give the verdict', roles: { requester: ['own'] } },
  'case.follow': { zh: '查进度', en: 'Follow a matter', roles: anyone },
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
  'case.clock': { zh: '时限到期', en: 'A clock runs out', roles: {} },
  'unit.list': { zh: '查看单位', en: 'List units', roles: everyStaff },
  'alert.list': { zh: '查看提醒', en: 'See alerts', roles: staff },
  'figures.view': {
    zh: '查看指挥图和数字',
    en: 'See the command map and figures',
    roles: { subdistrictDispatcher: ['subtree'], dispatcher: ['subtree'], dutyOfficer: ['subtree'] },
  },
  'live.follow': { zh: '接收实时变化', en: 'Follow live changes', roles: staff },
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
