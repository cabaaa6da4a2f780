import type { Permission } from '../permissions.ts'
import type { ClockKind } from '../rules/index.ts'
import type { Bilingual } from '../schema.ts'

/** What a department can ask of a community, and only through the gate (厅字〔2022〕28 号: tasks, plaques, certificates). */
export const DEMAND_KINDS = [
  'assignment',
  'form',
  'inspection',
  'assessment',
  'plaque',
  'certificate',
] as const
export type DemandKind = (typeof DEMAND_KINDS)[number]

export const DEMAND_KIND_NAMES = {
  assignment: { zh: '工作任务', en: 'Task' },
  form: { zh: '报表', en: 'Data form' },
  inspection: { zh: '检查', en: 'Inspection' },
  assessment: { zh: '考核', en: 'Assessment' },
  plaque: { zh: '挂牌', en: 'Plaque' },
  certificate: { zh: '开具证明', en: 'Certificate' },
} as const satisfies Record<DemandKind, Bilingual>

export const GATE_STATES = [
  'draft',
  'submitted',
  'returned',
  'asking',
  'inForce',
  'refused',
  'withdrawn',
  'ended',
] as const
export type GateState = (typeof GATE_STATES)[number]

/** Where one community stands towards a demand. `lapsed`: it did not answer in time, and silence is not consent. */
export const RECIPIENT_STATES = [
  'listed',
  'waiting',
  'accepted',
  'refused',
  'lapsed',
  'overruled',
  'released',
] as const
export type RecipientState = (typeof RECIPIENT_STATES)[number]
/** A demand holds for a community that took it, or whose refusal the gatekeeper overruled in writing. */
export const BINDING: readonly RecipientState[] = ['accepted', 'overruled']

export const GATE_MOVES = [
  'save',
  'submit',
  'pass',
  'return',
  'refuse',
  'withdraw',
  'take',
  'decline',
  'overrule',
  'lapse',
  'end',
] as const
export type GateMove = (typeof GATE_MOVES)[number]

type GateProcess = {
  readonly version: number
  readonly states: Readonly<
    Record<
      GateState,
      {
        readonly name: Bilingual
        readonly tone: 'open' | 'waiting' | 'closed'
        /** Who must act next; absent where nobody must. */
        readonly owner?: 'asker' | 'gatekeeper' | 'communities'
        readonly clock?: 'decision' | 'answer'
      }
    >
  >
  readonly clocks: Readonly<
    Record<'decision' | 'answer', { readonly amount: number; readonly kind: ClockKind }>
  >
  readonly moves: Readonly<
    Record<
      GateMove,
      {
        readonly name: Bilingual
        readonly permit: Permission
        readonly from: readonly GateState[]
        /** The states it can lead to; which of them follows from the answers of the communities. */
        readonly to: readonly GateState[]
        readonly needsReason: boolean
        readonly event: string
      }
    >
  >
}

/**
 * The gate as data: the server's checks, the buttons and the history read the same table. The gatekeeper's silence lets
 * nothing pass and a community's silence is no consent, so both clocks end in a state where nothing is asked of anybody.
 */
export const GATE_PROCESS: GateProcess = {
  version: 1,
  states: {
    draft: { name: { zh: '草稿', en: 'Draft' }, tone: 'open', owner: 'asker' },
    submitted: {
      name: { zh: '待准入决定', en: 'Before the gatekeeper' },
      tone: 'waiting',
      owner: 'gatekeeper',
      clock: 'decision',
    },
    returned: { name: { zh: '退回修改', en: 'Returned for change' }, tone: 'open', owner: 'asker' },
    asking: {
      name: { zh: '征求社区意见', en: 'Communities are asked' },
      tone: 'waiting',
      owner: 'communities',
      clock: 'answer',
    },
    inForce: { name: { zh: '已准入', en: 'In force' }, tone: 'open' },
    refused: { name: { zh: '不准入', en: 'Refused' }, tone: 'closed' },
    withdrawn: { name: { zh: '已撤回', en: 'Withdrawn' }, tone: 'closed' },
    ended: { name: { zh: '已结束', en: 'Ended' }, tone: 'closed' },
  },
  clocks: {
    decision: { amount: 3, kind: 'workingDay' },
    answer: { amount: 3, kind: 'workingDay' },
  },
  moves: {
    save: {
      name: { zh: '保存', en: 'Save' },
      permit: 'gate.ask',
      from: ['draft', 'returned'],
      to: ['draft', 'returned'],
      needsReason: false,
      event: 'drafted',
    },
    submit: {
      name: { zh: '提交准入', en: 'Submit to the gate' },
      permit: 'gate.ask',
      from: ['draft', 'returned'],
      to: ['submitted'],
      needsReason: false,
      event: 'submitted',
    },
    pass: {
      name: { zh: '同意准入', en: 'Let it pass' },
      permit: 'gate.decide',
      from: ['submitted'],
      to: ['asking', 'inForce'],
      needsReason: false,
      event: 'passed',
    },
    return: {
      name: { zh: '退回修改', en: 'Return for change' },
      permit: 'gate.decide',
      from: ['submitted'],
      to: ['returned'],
      needsReason: true,
      event: 'returned',
    },
    refuse: {
      name: { zh: '不准入', en: 'Refuse' },
      permit: 'gate.decide',
      from: ['submitted'],
      to: ['refused'],
      needsReason: true,
      event: 'refused',
    },
    withdraw: {
      name: { zh: '撤回', en: 'Withdraw' },
      permit: 'gate.ask',
      from: ['draft', 'returned', 'submitted', 'asking'],
      to: ['withdrawn'],
      needsReason: false,
      event: 'withdrawn',
    },
    take: {
      name: { zh: '接下', en: 'Take it on' },
      permit: 'gate.answer',
      from: ['asking'],
      to: ['asking', 'inForce'],
      needsReason: false,
      event: 'taken',
    },
    decline: {
      name: { zh: '不接', en: 'Refuse' },
      permit: 'gate.answer',
      from: ['asking'],
      to: ['asking', 'inForce', 'refused'],
      needsReason: false,
      event: 'declined',
    },
    overrule: {
      name: { zh: '书面裁定仍须承接', en: 'Decide in writing that it must be done' },
      permit: 'gate.decide',
      from: ['asking', 'inForce', 'refused'],
      to: ['asking', 'inForce'],
      needsReason: true,
      event: 'overruled',
    },
    lapse: {
      name: { zh: '答复期满', en: 'Time to answer is over' },
      permit: 'gate.clock',
      from: ['asking'],
      to: ['inForce', 'refused'],
      needsReason: false,
      event: 'lapsed',
    },
    end: {
      name: { zh: '结束', en: 'End' },
      permit: 'gate.ask',
      from: ['inForce'],
      to: ['ended'],
      needsReason: false,
      event: 'ended',
    },
  },
}

export const isGateMove = (move: GateMove, state: GateState): boolean =>
  GATE_PROCESS.moves[move].from.includes(state)
