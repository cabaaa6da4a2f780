/** Who asks, who decides, who answers at the burden gate. Rows of the one table of permissions. */
export const gatePermissions = {
  'gate.view': {
    zh: '查看准入申请',
    en: 'See gate requests',
    roles: {
      handler: ['unit'],
      departmentLead: ['unit'],
      communityWorker: ['unit'],
      communitySecretary: ['unit'],
      gatekeeper: ['everyone'],
      dutyOfficer: ['everyone'],
      auditor: ['everyone'],
    },
  },
  'gate.ask': {
    zh: '向社区提要求',
    en: 'Ask something of communities',
    roles: { handler: ['unit'], departmentLead: ['unit'] },
  },
  'gate.decide': {
    zh: '准入决定',
    en: 'Decide at the gate',
    roles: { gatekeeper: ['everyone'] },
  },
  'gate.answer': {
    zh: '代社区答复',
    en: 'Answer for the community',
    roles: { communityWorker: ['unit'], communitySecretary: ['unit'] },
  },
  'gate.clock': { zh: '准入时限到期', en: 'A clock of the gate runs out', roles: {} },
  'duty.publish': {
    zh: '发布职责清单',
    en: 'Publish duty lists',
    roles: { gatekeeper: ['everyone'] },
  },
} as const
