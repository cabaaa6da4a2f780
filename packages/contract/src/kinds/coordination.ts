import { districtMoves } from './district-moves.ts'
import type { KindChoice, KindClock, KindFlag, KindMove, OwnerRule, Rule } from './kind.ts'
import { ladderMoves } from './ladder-moves.ts'
import { OBJECTION_MOVES } from './objection-moves.ts'
import { timeMoves } from './time-moves.ts'

/**
 * What request and finding share where several units handle a matter together: objection, more time, waiting, supervision,
 * joining, transfer, exclusion, withdrawal, climbing. Names of the states are those of both kinds.
 */
const hours = (amount: number) => ({ amount, kind: 'workingHour' }) as const
const days = (amount: number) => ({ amount, kind: 'workingDay' }) as const

/** Half a year: nothing waits longer without somebody looking at it again. */
const LONGEST_WAIT_DAYS = 180

export const COORDINATION_CLOCKS = {
  objection: { name: { zh: '异议裁定时限', en: 'Deciding an objection' }, limit: hours(8) },
  time: { name: { zh: '审批时限', en: 'Deciding about more time' }, limit: hours(8) },
  suspended: { name: { zh: '挂账到期', en: 'On hold until' }, limit: { until: LONGEST_WAIT_DAYS } },
  supervision: { name: { zh: '督办答复时限', en: 'Answering the district' }, limit: days(1) },
  exclusion: { name: { zh: '剔除审核时限', en: 'Deciding an exclusion' }, limit: days(2) },
} satisfies Readonly<Record<string, KindClock>>

const asks = (zh: string, en: string, owner: OwnerRule, clock: string, per?: 'unit'): KindFlag => ({
  name: { zh, en },
  asks: { owner, clock },
  ...(per ? { per } : {}),
})
const fact = (zh: string, en: string, per?: 'unit' | 'account'): KindFlag => ({
  name: { zh, en },
  ...(per ? { per } : {}),
})

export const COORDINATION_FLAGS = {
  objection: asks('派单异议', 'objection', 'superior', 'objection', 'unit'),
  objectionDismissed: fact('异议不成立', 'objection dismissed', 'unit'),
  returnedOnce: fact('退过一次单', 'returned once', 'unit'),
  extension: asks('延期申请', 'request for more time', 'dispatcher', 'time', 'unit'),
  suspension: asks('挂账申请', 'request to put it on hold', 'dispatcher', 'time'),
  supervised: asks('督办', 'supervision', 'holder', 'supervision'),
  exclusion: asks('剔除申请', 'request for exclusion', 'district', 'exclusion'),
  excluded: fact('已剔除', 'excluded from the figures'),
  recused: fact('已申请回避', 'withdrew', 'account'),
  recusedUnit: fact('单位已回避', 'unit withdrew', 'unit'),
} satisfies Readonly<Record<string, KindFlag>>

/** Where statute or urgency sends a matter instead (北京市接诉即办工作条例 11). */
const ROUTE: KindChoice = {
  name: { zh: '转到哪里', en: 'Where to' },
  options: {
    emergency110: { zh: '110 报警', en: 'Police emergency 110' },
    emergency119: { zh: '119 火警', en: 'Fire 119' },
    emergency120: { zh: '120 急救', en: 'Ambulance 120' },
    petition: { zh: '信访', en: 'Petition office' },
    litigation: { zh: '诉讼', en: 'Court' },
    arbitration: { zh: '仲裁', en: 'Arbitration' },
    review: { zh: '行政复议', en: 'Administrative review' },
    inspection: { zh: '纪检监察', en: 'Discipline inspection' },
  },
}

/** Grounds on which a matter may be left out of the figures, each counted in public. */
const GROUND: KindChoice = {
  name: { zh: '剔除理由', en: 'Ground for exclusion' },
  options: {
    unlawful: { zh: '诉求违反法律', en: 'What is asked is against the law' },
    beyondDuty: { zh: '超出政府职责', en: 'Beyond the duties of government' },
    forceMajeure: { zh: '不可抗力', en: 'Force majeure' },
    noContact: { zh: '多次联系不上', en: 'Could not be reached several times' },
    repeated: { zh: '已有结论、没有新情况的重复诉求', en: 'Settled before, without new facts' },
  },
}

export const COORDINATION_CHOICES: Readonly<Record<string, KindChoice>> = { route: ROUTE, ground: GROUND }

/** The moves of coordination, for a kind with these states. `requester`: somebody raised it and is told. */
export const coordinationMoves = (
  states: readonly string[],
  requester: boolean,
): Readonly<Record<string, KindMove>> => ({
  ...OBJECTION_MOVES,
  ...timeMoves(requester),
  ...districtMoves(states),
  ...ladderMoves(states, requester),
})

/** Gives moves that a kind already had the marks of coordination. */
export function coordinated(moves: Readonly<Record<string, KindMove>>): Readonly<Record<string, KindMove>> {
  const add = (name: string, more: Partial<KindMove>, rules: readonly Rule[] = []) => {
    const move = moves[name]
    return move ? { [name]: { ...move, ...more, rules: [...move.rules, ...rules] } } : {}
  }
  // Where the unit that found it looks again there may be nobody else.
  const verifying: readonly Rule[] = moves['pass']?.permit === 'case.verify' ? ['notRecused'] : []
  const release = { others: { from: ['yielded'], to: 'returned' } } as const
  return {
    ...moves,
    ...add('triage', {}, ['notRecused']),
    ...add('takeUp', release, ['notRecused']),
    ...add('dispatch', {}, ['notRecused', 'noRecusedUnit']),
    ...add('sign', { ...release, lower: ['objection'] }),
    ...add('return', {
      assignment: { mine: { from: ['sent', 'signed'], to: 'yielded' } },
      forbids: ['objection', 'objectionDismissed', 'returnedOnce'],
      raise: ['returnedOnce'],
      lower: ['extension'],
      stop: ['sign'],
      effect: {
        zh: '退回派遣，别的单位签收前仍负责',
        en: 'Back to dispatch; answerable until another unit signs',
      },
    }),
    ...add('recall', {
      assignment: { all: { from: ['sent', 'signed', 'yielded'], to: 'returned' } },
      lower: ['objection', 'extension', 'suspension'],
    }),
    ...add('feedback', { lower: ['extension', 'suspension'] }),
    ...add('pass', { forbids: ['exclusion'] }, ['childrenClosed', ...verifying]),
    ...add('fail', {}, verifying),
  }
}
