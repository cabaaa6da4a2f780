import { changed } from './changed.ts'
import { COORDINATION_CLOCKS, COORDINATION_FLAGS } from './coordination.ts'
import { PLAIN } from './coordination-parts.ts'
import { DELAY } from './delay.ts'
import { supervisionMoves } from './district-moves.ts'
import type { Kind, KindMove } from './kind.ts'
import { rectification4 } from './rectification-4.ts'
import { timeMoves } from './time-moves.ts'

const { clocks, flags, moves, states } = rectification4
const { supervision, time, suspended } = COORDINATION_CLOCKS
const { supervised, recusedUnit } = COORDINATION_FLAGS

/** As long as a measure may take at most: after that somebody decides about it again. */
const LONGEST_HOLD_DAYS = 90

/** Where somebody of the unit answerable, of the checkers or of the district has something to do. */
const UNDER_WAY = ['planning', 'remedying', 'communityChecking']

const holding = changed(timeMoves(true), {
  askSuspension: { permit: 'case.remedy', from: ['remedying'] },
  grantSuspension: {
    effect: {
      zh: '整改计时暂停，到期自动恢复；原因告诉提出的人',
      en: 'Holds the clock; it goes on by itself at the date. Whoever complained is told the reason',
    },
    permit: 'case.supervise',
    from: ['remedying'],
    forbids: [],
    choose: ['delay'],
    tells: ['delay'],
    pause: ['remedy'],
  },
  refuseSuspension: { permit: 'case.supervise', from: ['remedying'] },
  goOn: { permit: 'case.remedy', outcomes: [{ to: 'remedying' }], resume: ['remedy'] },
  wake: { outcomes: [{ to: 'remedying' }], resume: ['remedy'] },
})

const recuseCheck: KindMove = {
  ...PLAIN,
  aside: true,
  name: { zh: '回避核查', en: 'Withdraw from the check' },
  effect: {
    zh: '改由上一级核查，本单位不再参与；核查计时重新开始',
    en: 'The unit above checks it; we take no further part. The clock starts again',
  },
  sentence: { zh: '{unit}回避，改由{owner}核查。', en: '{unit} withdrew; {owner} checks it instead.' },
  permit: 'case.verify',
  from: ['communityChecking'],
  outcomes: [{ to: 'communityChecking' }],
  needs: ['reason'],
  raise: ['recusedUnit'],
  stop: ['verify'],
  rules: ['holderOnly', 'canClimb'],
  event: 'unitRecused',
  tellsRequester: false,
}

const urge: KindMove = {
  ...PLAIN,
  aside: true,
  name: { zh: '催一催', en: 'Urge' },
  effect: { zh: '提醒责任单位，计时不变', en: 'Reminds whoever has it; no change to the clocks' },
  sentence: { zh: '一位提出的居民催了一次。', en: 'A resident who complained urged it on.' },
  permit: 'case.checkRemedy',
  from: ['planning', 'remedying'],
  raise: ['urged'],
  count: 'urged',
  rules: ['onceADay'],
  event: 'urged',
  tellsRequester: true,
}

/**
 * 整改, version 5: the district asks back, a measure that must wait is put on hold until a date, whoever complained urges it on, and a
 * community with an interest of its own leaves the check to whoever is above. The unit answerable does not withdraw from its
 * own wrong, and whoever complained is a party and need not be neutral (ADR 0022).
 */
export const rectification5: Kind = {
  ...rectification4,
  version: 5,
  states: {
    ...states,
    suspended: {
      name: { zh: '暂缓', en: 'On hold' },
      sentence: {
        zh: '措施要等条件具备，先暂缓；到期{owner}自动接着整改。',
        en: 'The measure has to wait; {owner} goes on with it at the date that was set.',
      },
      tone: 'waiting',
      owner: 'leadUnit',
      clock: 'suspended',
    },
  },
  clocks: {
    ...clocks,
    supervision: { ...supervision, laddered: true },
    time: { ...time, laddered: true },
    suspended: { ...suspended, limit: { until: LONGEST_HOLD_DAYS } },
  },
  flags: {
    ...flags,
    supervised,
    suspension: {
      name: { zh: '暂缓申请', en: 'request to put it on hold' },
      asks: { owner: 'district', clock: 'time' },
    },
    urged: { name: { zh: '催办', en: 'urged' }, per: 'party' },
    recusedUnit,
  },
  choices: { ...rectification4.choices, delay: DELAY },
  onExpiry: { ...rectification4.onExpiry, suspended: 'wake' },
  moves: {
    ...moves,
    ...changed(moves, {
      report: { lower: [...(moves['report']?.lower ?? []), 'suspension'] },
      strikeOff: {
        from: [...(moves['strikeOff']?.from ?? []), 'suspended'],
        stop: [...(moves['strikeOff']?.stop ?? []), 'suspended'],
      },
    }),
    ...holding,
    ...supervisionMoves(UNDER_WAY, [...UNDER_WAY, 'suspended', 'asked', 'initiatorChecking']),
    recuseCheck,
    urge,
  },
}
