import { anyone, type PermissionRule, staff } from '../permission-rule.ts'
import { MEDIATION_PERMISSIONS } from './mediation-permissions.ts'

/** Permissions of the case engine: what each role may do with matters, and how far. */
export const CASE_PERMISSIONS = {
  'case.report': { zh: '反映问题', en: 'Raise a matter', roles: anyone },
  'case.object': { zh: '对公示提出异议', en: 'Object to what is published', roles: anyone },
  'case.view': {
    zh: '查看诉求',
    en: 'See a matter',
    roles: { ...staff, requester: ['own'], gatekeeper: ['unit'] },
  },
  'case.list': { zh: '查看诉求列表', en: 'List matters', roles: { ...staff, gatekeeper: ['unit'] } },
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
  'case.decideObjection': {
    zh: '裁定异议和回避',
    en: 'Decide an objection or a withdrawal',
    roles: { dutyOfficer: ['subtree'] },
  },
  'case.grantTime': {
    zh: '批准延期和挂账',
    en: 'Grant more time',
    roles: { subdistrictDispatcher: ['subtree'], dispatcher: ['subtree'], dutyOfficer: ['subtree'] },
  },
  'case.supervise': { zh: '督办', en: 'Supervise', roles: { dutyOfficer: ['subtree'] } },
  'case.answerSupervision': {
    zh: '答复督办',
    en: 'Answer the district',
    roles: {
      communityWorker: ['unit'],
      communitySecretary: ['unit'],
      subdistrictDispatcher: ['unit'],
      dispatcher: ['unit'],
      dutyOfficer: ['unit'],
      handler: ['unit'],
      departmentLead: ['unit'],
    },
  },
  'case.exclude': { zh: '审核剔除', en: 'Decide an exclusion', roles: { dutyOfficer: ['subtree'] } },
  'case.propose': {
    zh: '提出议题、登记表决',
    en: 'Put a question and record its votes',
    roles: { communityWorker: ['subtree'], communitySecretary: ['subtree'] },
  },
  // Whoever looks after a place may call departments to it.
  'case.blow': {
    zh: '吹哨',
    en: 'Blow a whistle',
    roles: {
      gridWorker: ['subtree'],
      communityWorker: ['subtree'],
      communitySecretary: ['subtree'],
      subdistrictDispatcher: ['subtree'],
    },
  },
  'case.answerCall': {
    zh: '应答吹哨',
    en: 'Answer a whistle',
    roles: {
      communityWorker: ['unit'],
      communitySecretary: ['unit'],
      subdistrictDispatcher: ['unit'],
      dispatcher: ['unit'],
      dutyOfficer: ['unit'],
      handler: ['unit'],
      departmentLead: ['unit'],
    },
  },
  'case.attest': {
    zh: '确认到场、记联合处置',
    en: 'Confirm an arrival and write down what was done',
    roles: {
      gridWorker: ['subtree'],
      communityWorker: ['subtree', 'unit'],
      communitySecretary: ['subtree', 'unit'],
      subdistrictDispatcher: ['subtree', 'unit'],
      dispatcher: ['unit'],
      dutyOfficer: ['unit'],
      handler: ['unit'],
      departmentLead: ['unit'],
    },
  },
  'case.arbitrate': { zh: '裁决拒绝', en: 'Decide a refusal', roles: { dutyOfficer: ['subtree'] } },
  // Whoever answers for a unit answers for what its matters went wrong by; above all of them stands the command centre.
  'case.remedy': {
    zh: '整改',
    en: 'Set something right',
    roles: {
      communityWorker: ['unit'],
      communitySecretary: ['unit'],
      subdistrictDispatcher: ['unit'],
      handler: ['unit'],
      departmentLead: ['unit'],
      dispatcher: ['unit'],
      dutyOfficer: ['unit'],
    },
  },
  'case.leadTopic': {
    zh: '决定治理专题',
    en: 'Decide about a topic',
    roles: { subdistrictDispatcher: ['subtree'], dispatcher: ['subtree'], dutyOfficer: ['subtree'] },
  },
  'case.checkRemedy': {
    zh: '核查整改',
    en: 'Say whether something was set right',
    roles: { requester: ['own'] },
  },
  // A department places a task on a community only by an admission of the gate.
  'case.place': {
    zh: '派任务给社区',
    en: 'Place a task on a community',
    roles: { handler: ['subtree', 'unit'], departmentLead: ['subtree', 'unit'] },
  },
  'case.doAssignment': {
    zh: '承接、办理派下来的任务',
    en: 'Take on a task from a department and do it',
    roles: { communityWorker: ['unit'], communitySecretary: ['unit'] },
  },
  'case.ruleRefusal': { zh: '裁定拒绝承接', en: 'Decide on a refusal', roles: { gatekeeper: ['unit'] } },
  ...MEDIATION_PERMISSIONS,
  'case.judge': { zh: '评价', en: 'Give the verdict', roles: { requester: ['own'] } },
  'case.follow': { zh: '查进度', en: 'Follow a matter', roles: anyone },
  'case.clock': { zh: '时限到期', en: 'A clock runs out', roles: {} },
} as const satisfies Record<string, PermissionRule>
