import { PLAIN, WHEN_RETURNED } from './coordination-parts.ts'
import type { Kind, KindClock, KindFlag, KindMove } from './kind.ts'

/**
 * 单位回避 with a second pair of eyes, and 协办单位 that come in later. A unit that pleads an interest must not thereby be rid of
 * work: asking stops no clock, whoever is above the dispatcher decides with a reason, and whoever withdrew stays answerable
 * until another unit signs. Whoever asked once neither asks again nor gives the matter back by itself (ADR 0020).
 */
const FLAGS: Readonly<Record<string, KindFlag>> = {
  unitRecusal: {
    name: { zh: '单位回避申请', en: 'request to withdraw as a unit' },
    asks: { owner: 'superior', clock: 'recusal' },
    per: 'unit',
  },
  recusalAsked: { name: { zh: '单位申请过回避', en: 'asked to withdraw as a unit' }, per: 'unit' },
  calledIn: { name: { zh: '已请来协办单位', en: 'called another unit in' }, per: 'unit' },
}

const CLOCKS: Readonly<Record<string, KindClock>> = {
  recusal: {
    name: { zh: '回避审核时限', en: 'Deciding a withdrawal' },
    limit: { amount: 8, kind: 'workingHour' },
  },
}

const ACTIVE = ['dispatched', 'handling']

const moves = (requester: boolean): Readonly<Record<string, KindMove>> => ({
  recuseUnit: {
    ...PLAIN,
    aside: true,
    name: { zh: '申请单位回避', en: 'Ask to withdraw as a unit' },
    effect: {
      zh: '计时照走，由派单人的上级审核',
      en: 'The clocks go on; whoever is above the dispatcher decides',
    },
    sentence: {
      zh: '{unit}申请回避，等上级审核；审核前仍由它负责。',
      en: '{unit} asked to withdraw; until that is decided it stays answerable.',
    },
    permit: 'case.handle',
    from: ACTIVE,
    needs: ['reason'],
    assignment: { mine: { from: ['sent', 'signed'] } },
    forbids: ['recusalAsked', 'objection'],
    raise: ['unitRecusal', 'recusalAsked'],
    event: 'unitRecusalAsked',
    tellsRequester: false,
  },
  grantRecusal: {
    ...PLAIN,
    name: { zh: '同意单位回避', en: 'Let the unit withdraw' },
    effect: {
      zh: '另派单位；该单位签收计时停止，办理计时走到别的单位签收',
      en: 'Another unit is found; the handling clock of this one runs until another signs',
    },
    sentence: {
      zh: '{unit}同意{about}回避；别的单位签收前，仍由它负责。',
      en: '{unit} let {about} withdraw; it stays answerable until another unit signs.',
    },
    permit: 'case.decideObjection',
    from: ACTIVE,
    outcomes: WHEN_RETURNED,
    needs: ['assignmentId', 'reason'],
    assignment: { chosen: { from: ['sent', 'signed'], to: 'yielded' } },
    requires: ['unitRecusal'],
    lower: ['unitRecusal', 'extension'],
    raise: ['recusedUnit'],
    stop: ['sign'],
    rules: ['deciderIsNotAsker', 'deciderIsNotSender', 'askedUnitOnly', 'notRecused'],
    event: 'unitRecused',
    tellsRequester: false,
  },
  refuseRecusal: {
    ...PLAIN,
    name: { zh: '不同意单位回避', en: 'Refuse the withdrawal' },
    effect: {
      zh: '仍由该单位办理，不能再申请回避或退单',
      en: 'The unit handles it and can neither ask again nor give it back',
    },
    sentence: {
      zh: '{unit}不同意{about}回避，仍由它办理。',
      en: '{unit} did not let {about} withdraw; it has to handle the matter.',
    },
    permit: 'case.decideObjection',
    from: ACTIVE,
    needs: ['assignmentId', 'reason'],
    assignment: { chosen: { from: ['sent', 'signed'] } },
    requires: ['unitRecusal'],
    lower: ['unitRecusal'],
    rules: ['deciderIsNotAsker', 'deciderIsNotSender', 'askedUnitOnly', 'notRecused'],
    event: 'unitRecusalRefused',
    tellsRequester: false,
  },
  addHandler: {
    ...PLAIN,
    aside: true,
    name: { zh: '增派协办', en: 'Send it to a co-handler too' },
    effect: {
      zh: '协办单位单独计时，主办仍负责',
      en: 'The co-handler has clocks of its own; the lead stays answerable',
    },
    sentence: {
      zh: '{unit}增派了协办单位，{owner}仍负责。',
      en: '{unit} sent it to another unit as well; {owner} stays answerable.',
    },
    permit: 'case.dispatch',
    from: ACTIVE,
    needs: ['units', 'reason'],
    assignment: { create: 'coHandlers' },
    start: ['sign', 'handle'],
    rules: ['noRecusedUnit', 'notRecused'],
    event: 'handlerAdded',
    tellsRequester: requester,
  },
  callIn: {
    ...PLAIN,
    aside: true,
    name: { zh: '请单位协办', en: 'Call a co-handler in' },
    effect: {
      zh: '只请部门和街道；协办单位单独计时，本单位仍负责，不能再退单',
      en: 'Departments and subdistricts only, with clocks of their own; we stay answerable and cannot give it back',
    },
    sentence: {
      zh: '{unit}请来了协办单位，自己仍负责。',
      en: '{unit} called another unit in and stays answerable.',
    },
    permit: 'case.handle',
    from: ['handling'],
    needs: ['units', 'reason'],
    assignment: { create: 'coHandlers', peersOnly: true },
    forbids: ['unitRecusal'],
    raise: ['calledIn'],
    start: ['sign', 'handle'],
    rules: ['leadOnly', 'noRecusedUnit', 'notRecused'],
    event: 'handlerCalledIn',
    tellsRequester: requester,
  },
})

/** What moves that were there already do or leave because of it. */
const MORE: Readonly<Record<string, Partial<Pick<KindMove, 'forbids' | 'lower' | 'rules'>>>> = {
  return: { forbids: ['recusalAsked', 'calledIn'] },
  object: { forbids: ['unitRecusal'] },
  grantSuspension: { forbids: ['unitRecusal'] },
  // Whoever does it after all takes the plea back; that it was made stays noted for whoever verifies.
  feedback: { lower: ['unitRecusal'] },
  recall: { lower: ['unitRecusal', 'recusalAsked'] },
  // Somebody above does not send it past the rungs between by pleading: whoever has it withdraws, and it climbs by one.
  recuse: { rules: ['holderOnly'] },
  // A matter from which somebody withdrew is not joined away into one that does not know of it.
  merge: { forbids: ['recused', 'recusedUnit'] },
}

/** A kind of several units in which nobody withdraws a unit alone, and nobody who withdrew takes any further step. */
export function withSecondLook(kind: Kind): Pick<Kind, 'flags' | 'clocks' | 'moves'> {
  const before = Object.entries(kind.moves).map(([name, move]): [string, KindMove] => {
    const { forbids = [], lower = [], rules = [] } = MORE[name] ?? {}
    const byStaff = move.permit !== 'case.clock' && move.permit !== 'case.judge'
    return [
      name,
      {
        ...move,
        ...(forbids.length > 0 ? { forbids: [...(move.forbids ?? []), ...forbids] } : {}),
        ...(lower.length > 0 ? { lower: [...(move.lower ?? []), ...lower] } : {}),
        rules: [...new Set([...move.rules, ...rules, ...(byStaff ? (['notRecused'] as const) : [])])],
      },
    ]
  })
  return {
    flags: { ...kind.flags, ...FLAGS },
    clocks: { ...kind.clocks, ...CLOCKS },
    moves: { ...Object.fromEntries(before), ...moves(kind.report.by === 'requester') },
  }
}
